import type { Page } from "@playwright/test";
import { look } from "./support/layout.ts";
import type { TestDesk } from "./support/desk.ts";
import { expect, test } from "./support/test.ts";

const SCREENS = ["schedule", "customers", "integrations", "settings", "help"] as const;

/** By place, because the words are others in every language. */
async function openNth(window: Page, screen: (typeof SCREENS)[number]): Promise<void> {
  const tabs = window.getByRole("banner").getByRole("navigation").getByRole("button");
  await tabs.nth(SCREENS.indexOf(screen)).click();
}

async function speak(window: Page, desk: TestDesk, language: "de" | "es" | "ar-XB"): Promise<void> {
  await desk.bridge.call("preferences.set", { language });
  await window.reload();
  await expect(window.locator("html")).toHaveAttribute("lang", language);
}

for (const language of ["de", "es"] as const)
  test(`long words fit: every screen in ${language}`, async ({ window, desk }, info) => {
    await speak(window, desk, language);
    for (const screen of SCREENS) {
      await openNth(window, screen);
      const within = screen === "schedule" ? ".toolbar" : "body";
      await look(window, `${language}-${screen}`, (file) => info.outputPath(file), within);
    }
  });

test.describe("from the right", () => {
  test("the schedule is mirrored: hours at the right, the pane at the left, nothing lies over anything", async ({
    window,
    desk,
  }, info) => {
    await speak(window, desk, "ar-XB");
    await expect(window.locator("html")).toHaveAttribute("dir", "rtl");
    const hours = window.locator(".hours").first();
    await expect(hours).toBeVisible();
    const [right, left] = [await hours.boundingBox(), await window.locator(".pane").boundingBox()];
    expect(right?.x ?? 0).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
    await look(window, "rtl-schedule", (file) => info.outputPath(file), ".toolbar");
  });

  test("no other screen is too wide or lies over itself", async ({ window, desk }, info) => {
    await speak(window, desk, "ar-XB");
    for (const screen of SCREENS.slice(1)) {
      await openNth(window, screen);
      await look(window, `rtl-${screen}`, (file) => info.outputPath(file));
    }
  });

  test("a list opens at the edge of its field, within the window", async ({ window, desk }) => {
    await speak(window, desk, "ar-XB");
    await window.keyboard.press("Shift+C");
    const dialog = window.getByRole("dialog");
    await expect(dialog).toBeVisible();
    const box = await dialog.boundingBox();
    expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280);
  });
});
