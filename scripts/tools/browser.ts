import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { capture } from "./run.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"] as const;
const INSTALL_LIMIT_MS = 5 * 60_000;

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A Chromium of this system: `CHROME_BIN`, else the first on the PATH. */
export function findBrowser(): string | null {
  const named = process.env["CHROME_BIN"];
  if (named !== undefined && named !== "") return isExecutable(named) ? named : null;
  const folders = (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .filter((folder) => folder !== "");
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function installBySystem(): boolean {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync("/etc/debian_version")) return false;
  console.error("No Chromium found: installing the system's (apt-get install chromium)…");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const limit = { env, timeoutMs: INSTALL_LIMIT_MS };
  capture("apt-get", ["update", "-qq"], limit);
  return capture("apt-get", ["install", "-y", "-qq", "chromium"], limit).ok;
}

/** Where Playwright keeps its own Chromium, or null if it could not be had. */
async function installByPlaywright(): Promise<string | null> {
  console.error("No Chromium found: asking Playwright for one…");
  if (!capture("playwright", ["install", "chromium"], { timeoutMs: INSTALL_LIMIT_MS }).ok)
    return null;
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return existsSync(file) ? file : null;
}

/** A Chromium to test in, installed if need be; null only if that is impossible here. */
export async function ensureBrowser(): Promise<string | null> {
  const found = findBrowser();
  if (found !== null) return found;
  const installed = installBySystem() ? findBrowser() : null;
  return installed ?? (await installByPlaywright());
}
