import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ensureBuilt } from "../../../scripts/tools/build.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { until } from "../../fixtures/until.ts";

const MAIN = join(import.meta.dirname, "..", "..", "..", "src-main", "browser", "main.ts");

beforeAll(() => ensureBuilt());

function start(dataDir: string, env: Readonly<Record<string, string>> = {}) {
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    env: { ...process.env, BELLHOP_DATA_DIR: dataDir, BELLHOP_PRACTICE: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout?.on("data", (text: Buffer) => (said += text.toString()));
  child.stderr?.on("data", (text: Buffer) => (said += text.toString()));
  return { child, said: () => said };
}

describe("the desk started from a command line", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("ends in order on %s", async (signal) => {
    const { child, said } = start(tempFolder());
    await until("it is open", () => said().includes("\n"));
    expect(said()).toMatch(/^Bellhop is open at http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}\n$/);
    const page = await fetch(said().replace("Bellhop is open at ", "").trim());
    expect(await page.text()).toContain('<div id="root">');
    child.kill(signal);
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
  });

  it("says that it runs already, and that the first one keeps on", async () => {
    const dataDir = tempFolder();
    const first = start(dataDir);
    await until("it is open", () => first.said().includes("\n"));
    const second = start(dataDir);
    const [code] = await once(second.child, "exit");
    expect(code).toBe(1);
    expect(second.said()).toMatch(/^Bellhop could not start\. ALREADY_RUNNING: [^#]*\n$/);
    expect(first.child.exitCode).toBeNull();
  });

  it("takes over from one that was killed, without asking", async () => {
    const dataDir = tempFolder();
    const first = start(dataDir);
    await until("it is open", () => first.said().includes("\n"));
    first.child.kill("SIGKILL");
    await once(first.child, "exit");
    const second = start(dataDir);
    await until("it is open", () => second.said().includes("\n"));
    expect(second.said()).toContain("Bellhop is open at");
  });

  it("names a broken setting without repeating it", async () => {
    const { child, said } = start(tempFolder(), {
      BELLHOP_GOOGLE_TOKEN_URL: "http://evil.example",
    });
    const [code] = await once(child, "exit");
    expect(code).toBe(1);
    expect(said()).toContain("BAD_SETTING: BELLHOP_GOOGLE_TOKEN_URL");
    expect(said()).not.toContain("evil.example");
  });
});
