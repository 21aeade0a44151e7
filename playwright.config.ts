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

export default defineConfig({
  outputDir: "test-results",
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  projects: [
    {
      name: "e2e",
      testDir: "test/e2e",
      use: {
        browserName: "chromium",
        viewport: { width: 1280, height: 800 },
        locale: "en-GB",
        trace: "retain-on-failure",
        launchOptions: { args: ARGS, ...(executablePath === null ? {} : { executablePath }) },
      },
    },
    { name: "electron", testDir: "test/e2e-electron" },
  ],
});
