import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type BridgeClient, createBridgeClient } from "../../../scripts/practice/bridge-client.ts";

const MAIN = join(import.meta.dirname, "..", "..", "..", "src-main", "browser", "main.ts");
const ADDRESS = /Bellhop is open at ((http:\S+?)\/#(\S+))/;

export interface RunningHost {
  /** With the token. */
  readonly url: string;
  readonly bridge: BridgeClient;
  stop(): Promise<void>;
}

/** Starts the desk as `npm start` does where there is no Electron: a process of its own, on a folder with a database. */
export async function startHost(dataDir: string): Promise<RunningHost> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, BELLHOP_DATA_DIR: dataDir, BELLHOP_PRACTICE: "1", BELLHOP_PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let said = "";
  for await (const text of child.stdout) {
    said += String(text);
    const [, url, origin, token] = ADDRESS.exec(said) ?? [];
    if (url === undefined || origin === undefined || token === undefined) continue;
    return {
      url,
      bridge: createBridgeClient({ origin, token }),
      stop: async () => {
        child.kill("SIGTERM");
        await ended;
      },
    };
  }
  throw new Error(`The desk did not start. ${said}`);
}
