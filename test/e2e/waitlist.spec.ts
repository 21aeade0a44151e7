import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { choose, moveTo, onGrid, titleBar } from "./support/book.ts";
import { expect, test, timesIn } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

function dialog(window: Page, name: string | RegExp): Locator {
  return window.getByRole("dialog", { name });
}

function pane(window: Page): Locator {
  return window.getByRole("complementary", { name: "Beside the schedule" });
}

/** Theo Amara waits for a short cut with Ben, this week. */
async function theoWaits(window: Page): Promise<void> {
  await pane(window).getByRole("button", { name: "Add to the waitlist" }).click();
  const form = dialog(window, "Add to the waitlist");
  await form.getByLabel("Customer: name, phone or e-mail").fill("Theo");
  await window.getByRole("option", { name: /^Theo Amara/ }).click();
  await choose(form, "Service", "Short cut");
  await choose(form, "With", "Ben Okafor");
  await form.getByRole("textbox", { name: "Until" }).fill("27 Nov");
  await form.getByRole("textbox", { name: "Not before" }).fill("12:00");
  await form.getByRole("textbox", { name: "Over by" }).fill("13:00");
  await form.getByRole("textbox", { name: "Over by" }).press("Tab");
  await form.getByRole("button", { name: /^Add/ }).click();
  await expect(form).toBeHidden();
  await expect(pane(window)).toContainText("Short cut, Ben, 12:00–13:00");
}

test("the next free time is found by key and booked with Enter (D2)", async ({ window }) => {
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
  await window.keyboard.press("f");
  const find = dialog(window, "Find a free time");
  await choose(find, "Service", "Short cut");
  await choose(find, "With", "Ben Okafor");
  await expect(find.getByRole("button", { name: "Use Wed 25 Nov, 11:15, Ben" })).toBeVisible();
  await expect(find.getByRole("group", { name: "Free times" })).toContainText("12:30 Ben");
  expect((await new AxeBuilder({ page: window }).analyze()).violations).toEqual([]);
  await find.getByRole("textbox", { name: "From" }).fill("Friday");
  await find.getByRole("textbox", { name: "From" }).press("Enter");
  await expect(find.getByRole("button", { name: /^Use Fri 27 Nov/ })).toBeVisible();
  await window.keyboard.press("Enter");
  await expect(find).toBeHidden();
  await expect(window.getByRole("heading", { level: 1 })).toHaveText("Friday 27 November");
  const form = dialog(window, "New booking");
  await expect(form).toContainText("Short cut");
  await expect(form).toContainText("Ben Okafor");
});

test("who waits is offered a time that a cancelled booking leaves; booked, the entry is gone (D2)", async ({
  window,
  desk,
}) => {
  await theoWaits(window);
  await onGrid(window, /^Mara Vogt/).focus();
  await window.keyboard.press("Delete");
  await window.getByRole("button", { name: "Cancel booking" }).click();
  await window.getByRole("button", { name: "Offer to Theo Amara" }).click();
  const form = dialog(window, "New booking");
  await expect(form).toContainText("Theo Amara");
  await expect(form.getByLabel("From")).toHaveValue("12:00");
  await form.getByRole("button", { name: /^Book( Enter)?$/ }).click();
  await expect(onGrid(window, /^Theo Amara, Short cut, 12:00 to 12:30, .* Ben/)).toBeVisible();
  await expect.poll(() => timesIn(desk)).toContain("Theo Amara 12:00-12:30");
  await window.keyboard.press("Escape");
  await expect(pane(window)).toContainText("Nobody is waiting for a time.");

  await window.keyboard.press("Control+z");
  await expect(onGrid(window, /^Theo Amara/)).toBeHidden();
  await expect(pane(window)).toContainText("Short cut, Ben, 12:00–13:00");
});

test("a moved booking leaves a time as well; the list says who waits, and books them (D2)", async ({
  window,
}) => {
  await theoWaits(window);
  await moveTo(window, onGrid(window, /^Mara Vogt/), "Ben Okafor", "15:00");
  await expect(window.getByRole("button", { name: "Offer to Theo Amara" })).toBeVisible();
  await pane(window).getByRole("button", { name: "Show all" }).click();
  const list = dialog(window, "Waitlist");
  await expect(list.getByRole("button", { name: "Book Wed 25 Nov, 12:00, Ben" })).toBeVisible();
  expect((await new AxeBuilder({ page: window }).analyze()).violations).toEqual([]);
  await list.getByRole("button", { name: "Change what Theo Amara waits for" }).click();
  const change = dialog(window, "Change what Theo Amara waits for");
  await change.getByRole("textbox", { name: "Until" }).fill("24 Nov");
  await change.getByRole("textbox", { name: "Until" }).press("Tab");
  await change.getByRole("button", { name: /^Save/ }).click();
  await expect(change).toContainText("The last day comes after the first.");
  await change.getByRole("textbox", { name: "Until" }).fill("25 Nov");
  await change.getByRole("textbox", { name: "Until" }).press("Tab");
  await change.getByRole("button", { name: /^Save/ }).click();
  await expect(change).toBeHidden();
  await expect(pane(window)).toContainText("Today");

  await pane(window).getByRole("button", { name: "Show all" }).click();
  await list.getByRole("button", { name: "Take Theo Amara off the waitlist" }).click();
  await expect(list).toContainText("Nobody is waiting for a time.");
});

test("conflicts of any day are counted on the schedule and lead to their booking until they are solved (D6)", async ({
  window,
}) => {
  await window.getByRole("button", { name: "Day after" }).click();
  await window.getByRole("button", { name: "Day after" }).click();
  await expect(window.getByRole("heading", { level: 1 })).toHaveText("Friday 27 November");
  await window.keyboard.press("c");
  const form = dialog(window, "New booking");
  await form.getByLabel("Customer: name, phone or e-mail").fill("Theo");
  await window.getByRole("option", { name: /^Theo Amara/ }).click();
  await choose(form, "Service", "Short cut");
  await form.getByLabel("From").fill("05:00");
  await form.getByLabel("From").press("Tab");
  await expect(form).toContainText("Outside the working hours.");
  await form.getByRole("button", { name: "Book anyway" }).click();
  await expect(onGrid(window, /^Theo Amara/)).toBeAttached();

  await window.keyboard.press("Escape");
  await window.keyboard.press("t");
  await window.getByRole("button", { name: "1 conflict" }).click();
  const list = dialog(window, /^Conflicts of the next/);
  await expect(list).toContainText("Outside the working hours.");
  await list.getByRole("button", { name: /^Theo Amara/ }).click();
  await expect(window.getByRole("heading", { name: "Friday 27 November" })).toBeVisible();
  await pane(window).getByRole("button", { name: "Cancel…" }).click();
  await window.getByRole("button", { name: "Cancel booking" }).click();
  await expect(window.getByRole("button", { name: "1 conflict" })).toBeHidden();
});
