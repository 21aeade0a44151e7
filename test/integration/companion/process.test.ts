import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const MAIN = path.resolve(import.meta.dirname, "../../../src-companion/main.ts");

interface Line {
  readonly event: string;
  readonly port?: number;
}

interface Running {
  readonly child: ChildProcess;
  readonly lines: readonly Line[];
  readonly errors: () => string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  /** Resolves with the line of this event. */
  event(name: string): Promise<Line>;
}

function start(env: Record<string, string>): Running {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env["PATH"] ?? "",
      COMPANION_DATA: tempFolder(),
      COMPANION_PORT: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: Line[] = [];
  const waiting = new Map<string, (line: Line) => void>();
  let errors = "";
  child.stderr.on("data", (text: Buffer) => {
    errors += text.toString();
  });
  let rest = "";
  child.stdout.on("data", (text: Buffer) => {
    const parts = (rest + text.toString()).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const line = JSON.parse(part) as Line;
      lines.push(line);
      waiting.get(line.event)?.(line);
    }
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return {
    child,
    lines,
    errors: () => errors,
    ended,
    event: (name) => {
      const seen = lines.find(({ event }) => event === name);
      if (seen !== undefined) return Promise.resolve(seen);
      return new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        child.once("exit", () => reject(new Error(`Ended without ${name}: ${errors}`)));
      });
    },
  };
}

it("starts without any setting, says that it lives and is ready, and ends on SIGTERM", async () => {
  const running = start({});
  const { port } = await running.event("companion.started");
  for (const check of ["healthz", "readyz"]) {
    const response = await fetch(`http://127.0.0.1:${port}/${check}`);
    expect([response.status, await response.json()], check).toEqual([200, { ok: true }]);
  }
  const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
  expect(page.status).toBe(200);
  expect(page.headers.getSetCookie()[0]).toMatch(/^bellhop-browser=[\w-]{43};(?!.*Secure)/);
  running.child.kill("SIGTERM");
  expect(await running.ended).toBe(0);
  expect(running.lines.at(-1)?.event).toBe("companion.stopped");
});

it("refuses to start with a setting that is wrong, and says which", async () => {
  const running = start({ COMPANION_URL: "http://book.example", FACEBOOK_APP_ID: "1" });
  expect(await running.ended).toBe(1);
  expect(running.errors()).toContain("COMPANION_URL must be https");
  expect(running.lines).toEqual([]);
});
