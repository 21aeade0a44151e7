import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type RunningDesk, runBrowserDesk } from "../../../src-main/browser/run.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

let folder = "";
let said: string[] = [];

beforeEach(() => {
  folder = tempFolder();
  said = [];
  mkdirSync(join(folder, "page"));
  writeFileSync(join(folder, "page", "index.html"), "<!doctype html><title>Bellhop</title>");
});

async function run(env: Record<string, string> = {}): Promise<RunningDesk> {
  const dataDir = join(folder, "data");
  const running = await runBrowserDesk({
    // Practice keeps the keychain of whoever runs this test out of it.
    surroundings: {
      platform: "linux",
      home: folder,
      env: { BELLHOP_DATA_DIR: dataDir, BELLHOP_PRACTICE: "1", ...env },
    },
    version: "1.2.3",
    rendererDir: join(folder, "page"),
    openWindow: false,
    say: (line) => said.push(line),
  });
  onTestFinished(() => running.stop());
  return running;
}

function address(): URL {
  return new URL(said.at(-1)?.replace("Bellhop is open at ", "") ?? "");
}

async function call(channel: string, input: unknown): Promise<unknown> {
  const { origin, hash } = address();
  const response = await fetch(`${origin}/bridge/${channel}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Bellhop-Token": hash.slice(1) },
    body: JSON.stringify(input),
  });
  return response.json();
}

describe("the desk in the browser host", () => {
  it("says one line with its address and answers there", async () => {
    await run();
    expect(said).toHaveLength(1);
    expect(await call("app.info", {})).toEqual({
      ok: true,
      value: {
        version: "1.2.3",
        host: "browser",
        practice: true,
        firstRun: true,
        practising: false,
      },
    });
    expect(await call("sync.status", {})).toMatchObject({
      value: { state: { is: "disconnected" } },
    });
  });

  it("keeps what was changed over a restart, and leaves its files to their owner", async () => {
    const first = await run();
    const fields = { name: "Frida", hours: null, position: 0, active: true };
    expect(await call("staff.save", { existing: null, fields })).toMatchObject({ ok: true });
    await first.stop();
    await run();
    expect(await call("staff.list", {})).toMatchObject({ value: [{ name: "Frida" }] });
    const data = join(folder, "data");
    expect(statSync(data).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(data)) {
      expect(statSync(join(data, file)).mode & 0o077, file).toBe(0);
    }
  });

  it("writes its token nowhere", async () => {
    await run();
    await call("no.such", {});
    const { origin, hash } = address();
    await fetch(`${origin}/events`, { headers: { "X-Bellhop-Token": "wrong" } });
    for (const file of readdirSync(join(folder, "data"))) {
      expect(readFileSync(join(folder, "data", file), "latin1")).not.toContain(hash.slice(1));
    }
  });

  it("refuses a second start with the same data, and lets it in when the first has ended", async () => {
    const first = await run();
    await expect(run()).rejects.toMatchObject({ code: "ALREADY_RUNNING" });
    expect(await call("app.info", {})).toMatchObject({ ok: true });
    await first.stop();
    await expect(run()).resolves.toBeDefined();
  });

  it("lets go of the data if its port is taken", async () => {
    await run();
    const { port } = address();
    const elsewhere = { BELLHOP_DATA_DIR: join(folder, "other") };
    await expect(run({ ...elsewhere, BELLHOP_PORT: port })).rejects.toMatchObject({
      code: "PORT_TAKEN",
    });
    await expect(run(elsewhere)).resolves.toBeDefined();
  });

  it.each([
    ["a broken setting", { BELLHOP_PORT: "many" }, "BAD_SETTING"],
    ["a data folder that is a file", { BELLHOP_DATA_DIR: "FILE" }, "STORE_UNREADABLE"],
  ])("names %s", async (_name, env, code) => {
    const file = join(folder, "page", "index.html");
    const given = Object.entries(env).map(([k, v]) => [k, v === "FILE" ? file : v] as const);
    await expect(run(Object.fromEntries(given))).rejects.toMatchObject({ code });
    expect(said).toEqual([]);
  });

  it("says what to do if the page was not built", async () => {
    writeFileSync(join(folder, "page", "index.html"), "");
    const away = { surroundings: { platform: "linux", home: folder, env: {} } } as const;
    const rendererDir = join(folder, "nothing");
    const start = runBrowserDesk({
      ...away,
      version: "1",
      rendererDir,
      openWindow: false,
      say: () => undefined,
    });
    await expect(start).rejects.toMatchObject({
      code: "BAD_SETTING",
      message: expect.stringContaining("npm run build"),
    });
  });
});
