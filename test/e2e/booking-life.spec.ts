import type { Locator, Page } from "@playwright/test";
import { PRACTICE_CALENDAR } from "../../scripts/practice/google-events.ts";
import { onGrid, titleBar } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

function pane(window: Page): Locator {
  return window.getByRole("complementary", { name: "Beside the schedule" });
}

test("both notes and the price are kept and shown, and the booking tells what was changed at the desk and in Google (D4)", async ({
  window,
  desk,
}) => {
  const panel = pane(window);
  await onGrid(window, /^Mara Vogt/).click();
  await panel.getByRole("button", { name: /^Edit/ }).click();
  await panel.getByLabel("Note for the desk").fill("Brings her dog");
  await panel.getByLabel("Note of the customer").fill("Fringe only, please");
  await panel.getByLabel("Price").fill("31,50");
  await panel.getByRole("button", { name: "Save" }).click();

  await expect(panel.getByText("Brings her dog")).toBeVisible();
  await expect(panel.getByText("Fringe only, please")).toBeVisible();
  await expect(panel).toContainText("€31.50");
  await expect(panel).toContainText("Notes changed at the desk");
  await expect(panel).toContainText("Price changed at the desk");

  const mara = () =>
    desk.google.control.events(PRACTICE_CALENDAR).find(({ summary }) => summary === "Mara Vogt");
  await expect.poll(() => mara()?.description).toContain("Brings her dog");
  expect(mara()?.description).toContain("Fringe only, please");
  expect(JSON.stringify(mara())).not.toContain("31.5");
  const at = (time: string) => ({ dateTime: `2026-11-25T${time}:00+01:00` });
  desk.google.control.patchEvent(PRACTICE_CALENDAR, mara()?.id ?? "", {
    start: at("14:00"),
    end: at("14:30"),
  });
  await desk.bridge.call("sync.now", {});
  await expect(panel).toContainText("Moved from 12:00 to 14:00 in Google");
});

const FORWARD = ["Booked", "Confirmed", "Arrived", "In service", "Done"] as const;

test("every step of a visit leads on and back, by its button and by undo and redo (D4)", async ({
  window,
}) => {
  const mara = onGrid(window, /^Mara Vogt/);
  await mara.click();
  const steps = window.getByRole("group", { name: "Status" });
  const become = async (status: string): Promise<void> => {
    await steps.getByRole("button", { name: status, exact: true }).click();
    await expect(mara).toHaveAccessibleName(new RegExp(`, ${status},`));
  };
  for (const status of [...FORWARD, ...FORWARD.toReversed().slice(1)]) await become(status);
  await become("Done");
  await window.keyboard.press("Control+z");
  await expect(mara).toHaveAccessibleName(/, Booked,/);
  await window.keyboard.press("Control+z");
  await expect(mara).toHaveAccessibleName(/, Confirmed,/);
  await window.keyboard.press("Control+Shift+z");
  await expect(mara).toHaveAccessibleName(/, Booked,/);
});

test("who did not come came after all; who cancelled, with the reason, is booked again (D4)", async ({
  window,
}) => {
  const panel = pane(window);
  const mara = onGrid(window, /^Mara Vogt/);
  await mara.click();
  await panel.getByRole("button", { name: "No-show" }).click();
  await expect(mara).toHaveAccessibleName(/, No-show,/);
  await panel.getByRole("button", { name: "Came after all" }).click();
  await expect(mara).not.toHaveAccessibleName(/No-show/);

  await panel.getByRole("button", { name: "Cancel…" }).click();
  const ask = window.getByRole("alertdialog", { name: "Cancel the booking of Mara Vogt?" });
  await ask.getByLabel("Reason").fill("Her train is late");
  await ask.getByRole("button", { name: "Cancel booking" }).click();
  await expect(mara).toBeHidden();
  await expect(panel).toContainText("Cancelled: Her train is late");
  await expect(panel).toContainText("Cancelled, at the desk: Her train is late");
  await panel.getByRole("button", { name: /^Book again/ }).click();
  await expect(mara).toBeVisible();
});
