import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/tools/browser.ts";

/** Chromium refuses its sandbox to root; the rest keeps it from calling home. */
const ARGS = [
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
const executablePath = findBrowser();

const isBuild = process.env["CI"] === "true";

const inChromium = {
  browserName: "chromium",
  viewport: { width: 1280, height: 800 },
  locale: "en-GB",
  actionTimeout: 10_000,
  // A trace of each test costs a build machine minutes; there a test that fails is run again, with one.
  trace: isBuild ? "on-first-retry" : "retain-on-failure",
  launchOptions: { args: ARGS, ...(executablePath === null ? {} : { executablePath }) },
} as const;
/** They are drawn anew on request only (`npm run pictures`): fonts differ a little from computer to computer. */
const pictures = process.env["BELLHOP_PICTURES"] === "1";

export default defineConfig({
  outputDir: "test-results",
  forbidOnly: true,
  workers: 2,
  // A busy build machine decides nothing alone; scripts/test.ts names each test that needed it. At a desk: none.
  retries: isBuild ? 2 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  projects: [
    { name: "e2e", testDir: "test/e2e", use: inChromium },
    { name: "electron", testDir: "test/e2e-electron" },
    ...(pictures ? [{ name: "pictures", testDir: "test/pictures", use: inChromium }] : []),
  ],
});
