import { spawn, spawnSync } from "node:child_process";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");
const ON_WINDOWS = process.platform === "win32";

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Instead of the root. */
  readonly cwd?: string;
}

/** Runs a program in the root with its output shown; resolves with its exit code, 1 if it could not be started. */
export function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: "inherit",
      shell: ON_WINDOWS,
      env: { ...process.env, ...options.env },
      timeout: options.timeoutMs ?? 0,
    });
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

export interface Captured {
  readonly ok: boolean;
  /** Both streams, and why it could not be started. */
  readonly output: string;
  readonly stdout: string;
}

/** Runs a program in the root and keeps what it prints. */
export function capture(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Captured {
  const result = spawnSync(command, args, {
    cwd: options.cwd ?? ROOT,
    encoding: "utf8",
    shell: ON_WINDOWS,
    env: { ...process.env, ...options.env },
    timeout: options.timeoutMs ?? 0,
    maxBuffer: 256 * 1024 * 1024,
  });
  const stdout = result.stdout ?? "";
  const output = [stdout, result.stderr ?? "", result.error?.message ?? ""].join("");
  return { ok: result.status === 0, output, stdout };
}
