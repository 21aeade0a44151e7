import { ensureBuilt } from "./tools/build.ts";
import { ensureElectronFiles } from "./tools/electron-runtime.ts";
import { run } from "./tools/run.ts";

/** A release is signed or it is none; a build for oneself may go without. */
const RELEASE = ["-c.forceCodeSigning=true"] as const;

async function makeInstallers(args: readonly string[]): Promise<number> {
  ensureBuilt();
  if (ensureElectronFiles() === null) {
    console.error(
      "Electron’s runtime can’t be downloaded here, and an installer consists mostly of it: nothing was made.",
    );
    return 1;
  }
  const release = process.env["BELLHOP_RELEASE"] === "1" ? RELEASE : [];
  return run("electron-builder", ["--publish", "never", ...release, ...args]);
}

try {
  process.exitCode = await makeInstallers(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
