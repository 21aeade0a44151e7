import { ensureBrowser } from "./tools/browser.ts";
import { ensureBuilt } from "./tools/build.ts";
import { run } from "./tools/run.ts";

/** Draws the README's pictures anew, from the sample salon at a fixed moment. */
async function draw(): Promise<number> {
  ensureBuilt();
  const browser = await ensureBrowser();
  if (browser === null) throw new Error("The pictures need a Chromium; set CHROME_BIN to one.");
  return run("playwright", ["test", "--project=pictures"], {
    env: { CHROME_BIN: browser, BELLHOP_PICTURES: "1" },
  });
}

process.exitCode = await draw();
