import { loadavg } from "node:os";
import { type Browser, chromium } from "@playwright/test";
import { ZONE } from "./busy-salon.ts";

export const WINDOW = {
  viewport: { width: 1_920, height: 1_080 },
  locale: "en-GB",
  timezoneId: ZONE,
} as const;

/** Chromium refuses its sandbox to root. */
const ARGS = [
  "--disable-gpu",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** @param executablePath null takes Playwright's own Chromium */
export function launch(executablePath: string | null): Promise<Browser> {
  return chromium.launch({ args: ARGS, ...(executablePath === null ? {} : { executablePath }) });
}

/** Tasks that waited for the machine's cores in the last 1, 5 and 15 minutes. */
export function loadNow(): string {
  return loadavg()
    .map((one) => one.toFixed(1))
    .join(", ");
}
