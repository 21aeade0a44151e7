import { readFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");

// What follows is compiled once, not at each start: the desk answers after 1.0 s instead of 1.7 (docs/benchmarks.md).
// Where the folder can't be written, nothing is lost but that time.
enableCompileCache(join(ROOT, "node_modules", ".cache", "bellhop-compiled"));
const { AppError } = await import("../../src-shared/errors.ts");
const { runBrowserDesk } = await import("./run.ts");

function version(): string {
  const text = readFileSync(join(ROOT, "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}

function sayAndFail(error: unknown): void {
  const line =
    error instanceof AppError ? `${error.code}: ${error.message}` : `INTERNAL: ${String(error)}`;
  process.stderr.write(`Bellhop could not start. ${line}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const running = await runBrowserDesk({
    surroundings: { platform: process.platform, home: homedir(), env: process.env },
    version: version(),
    rendererDir: join(ROOT, "out", "renderer"),
    openWindow: process.argv.includes("--open"),
    say: (line) => process.stdout.write(`${line}\n`),
  });
  const stop = (): void => {
    running.stop().then(() => process.exit(0), sayAndFail);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

await main().catch(sayAndFail);
