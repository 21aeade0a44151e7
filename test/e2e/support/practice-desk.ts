import { type Page, test as base } from "@playwright/test";
import { type Practice, startPractice } from "../../../scripts/practice/practice.ts";

/**
 * A sample salon of its own for each test, with the window open on it and no calendar connected yet.
 * The sign-in is answered at once by the stand-in for Google, as its consent plan says.
 */
export const test = base.extend<{ readonly practice: Practice; readonly desk: Page }>({
  // Playwright reads the names of the fixtures from this pattern, so it must be one even when empty.
  // oxlint-disable-next-line no-empty-pattern
  practice: async ({}, provide) => {
    const practice = await startPractice("Europe/Berlin");
    await provide(practice);
    await practice.stop();
  },
  desk: async ({ page, practice }, provide) => {
    await page.goto(practice.host.url);
    await page.getByRole("navigation", { name: "Screens" }).waitFor();
    await provide(page);
  },
});

/** Shows a screen by its tab. */
export async function openTab(desk: Page, name: string): Promise<void> {
  await desk
    .getByRole("navigation", { name: "Screens" })
    .getByRole("button", { name: new RegExp(`^${name}`) })
    .click();
}

/** Shows a section of the settings. */
export async function openSettings(desk: Page, section: string): Promise<void> {
  await openTab(desk, "Settings");
  await desk
    .getByRole("navigation", { name: "Settings" })
    .getByRole("button", { name: section, exact: true })
    .click();
}
