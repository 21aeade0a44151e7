import { ensureBuilt } from "./tools/build.ts";
import {
  ensureElectronRuntime,
  type ElectronRuntime,
  withoutDesktop,
} from "./tools/electron-runtime.ts";
import { run } from "./tools/run.ts";

function runtime(): ElectronRuntime {
  const why = withoutDesktop();
  return why === null ? ensureElectronRuntime() : { is: "missing", why };
}

/** The real desk: in Electron where that can be had, else in the browser. */
async function start(): Promise<number> {
  ensureBuilt();
  const electron = runtime();
  if (electron.is === "ready") return run(electron.file, ["."]);
  console.log(`Electron can’t be used here (${electron.why}): the desk opens in the browser.`);
  return run(process.execPath, ["src-main/browser/main.ts", "--open"]);
}

// Ctrl+C reaches the desk by itself; this process waits until the desk has put everything away.
process.on("SIGINT", () => undefined);

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
