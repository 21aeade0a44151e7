import { ensureBrowser } from "./tools/browser.ts";
import { ensureBuilt } from "./tools/build.ts";
import { run } from "./tools/run.ts";

/** Draws the README's pictures anew, from the sample salon at a fixed moment, and keeps the looks that `looks.spec.ts` knows. */
async function draw(): Promise<number> {
  ensureBuilt();
  const browser = await ensureBrowser();
  if (browser === null) throw new Error("The pictures need a Chromium; set CHROME_BIN to one.");
  return run("playwright", ["test", "--workers=1", "test/pictures", "test/e2e/looks.spec.ts"], {
    env: { CHROME_BIN: browser, BELLHOP_PICTURES: "1" },
  });
}

process.exitCode = await draw();
