import type { Locator, Page } from "@playwright/test";
import { choose, columnOf, onGrid, titleBar } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

/** The form of a new block, opened by its key. */
async function blockForm(window: Page, reason: string): Promise<Locator> {
  await window.keyboard.press("b");
  const form = window.getByRole("dialog", { name: "Block time" });
  await expect(form.getByLabel("Reason")).toBeFocused();
  await window.keyboard.type(reason);
  return form;
}

/** Types into a field and leaves it. */
async function type(form: Locator, label: string, text: string): Promise<void> {
  await form.getByRole("textbox", { name: label, exact: true }).fill(text);
  await form.getByRole("textbox", { name: label, exact: true }).press("Tab");
}

/** Lunch of Anna and Ben, every week from 14:00 to 14:30. */
async function weeklyLunch(window: Page): Promise<void> {
  const form = await blockForm(window, "Lunch");
  const who = form.getByRole("toolbar", { name: "Who" });
  await who.getByRole("button", { name: "Everyone" }).click();
  await who.getByRole("button", { name: "Anna Lindqvist" }).click();
  await who.getByRole("button", { name: "Ben Okafor" }).click();
  await type(form, "From", "14:00");
  await type(form, "To", "14:30");
  await choose(form, "Repeats", "Weeks");
  await expect(form).toContainText("every week on Wed");
  await expect(form).toContainText("Next: 25 Nov, 2 Dec");
  await form.getByRole("button", { name: /^Block/ }).click();
}

test("time is blocked again and again, for several at once; one of them is freed and taken back (D5)", async ({
  window,
}) => {
  await weeklyLunch(window);
  const lunch = onGrid(window, "Lunch, 14:00 to 14:30, blocked");
  await expect(lunch).toHaveCount(2);
  await expect(columnOf(window, "Anna Lindqvist")).toContainText("Lunch");

  for (let i = 0; i < 7; i += 1) await window.keyboard.press("j");
  await expect(window.getByRole("heading", { name: "Wednesday 2 December" })).toBeVisible();
  await expect(lunch).toHaveCount(2);
  await lunch.first().click();
  const pane = window.getByRole("complementary", { name: "Beside the schedule" });
  await expect(pane).toContainText("Every week on Wed");
  await expect(pane).toContainText("Anna Lindqvist, Ben Okafor");
  await pane.getByRole("button", { name: "Free this time" }).click();
  const question = window.getByRole("alertdialog", { name: "Which ones should go?" });
  await expect(question).toContainText("Lunch, every week on Wed.");
  await question.getByRole("button", { name: /^Free the time/ }).click();
  await expect(lunch).toHaveCount(0);

  for (let i = 0; i < 7; i += 1) await window.keyboard.press("j");
  await expect(window.getByRole("heading", { name: "Wednesday 9 December" })).toBeVisible();
  await expect(lunch).toHaveCount(2);
  await window.keyboard.press("Control+z");
  for (let i = 0; i < 7; i += 1) await window.keyboard.press("k");
  await expect(lunch).toHaveCount(2);
});

test("all of a repeating block go to another time by keyboard, are taken back and done again (D5, D11)", async ({
  window,
}) => {
  await weeklyLunch(window);
  const lunch = onGrid(window, "Lunch, 14:00 to 14:30, blocked");
  await lunch.first().click();
  const pane = window.getByRole("complementary", { name: "Beside the schedule" });
  await pane.getByRole("button", { name: /^Edit/ }).press("Enter");
  await type(pane, "From", "15:00");
  await expect(pane.getByRole("textbox", { name: "To", exact: true })).toHaveValue("15:30");
  await pane.getByRole("button", { name: "Save" }).press("Enter");
  const question = window.getByRole("alertdialog", { name: "Which ones should change?" });
  await question.getByText("All, also the past ones").click();
  await window.keyboard.press("Enter");
  await expect(onGrid(window, "Lunch, 15:00 to 15:30, blocked")).toHaveCount(2);
  await window.keyboard.press("Control+z");
  await expect(lunch).toHaveCount(2);
  await window.keyboard.press("Control+Shift+z");
  await expect(onGrid(window, "Lunch, 15:00 to 15:30, blocked")).toHaveCount(2);
});

test("whole days off of one person; a wrong day or time is answered at its field, nothing typed is lost (D5)", async ({
  window,
}) => {
  const form = await blockForm(window, "Holiday");
  await type(form, "From", "15:00");
  await type(form, "To", "14:00");
  await expect(form).toContainText("The end comes after the start.");
  await form.getByRole("button", { name: /^Block/ }).click();
  await expect(form.getByLabel("Reason")).toHaveValue("Holiday");

  await form.getByText("Whole days").click();
  await type(form, "Last day", "31 Feb");
  await expect(form.getByRole("textbox", { name: "Last day" })).toHaveValue("31 Feb");
  await form.getByRole("button", { name: /^Block/ }).click();
  await expect(form.getByRole("textbox", { name: "Last day" })).toBeFocused();
  await type(form, "Last day", "24 Nov");
  await expect(form).toContainText("The last day can’t be before the first.");
  await type(form, "Last day", "27 Nov");
  await form.getByRole("button", { name: /^Block/ }).click();

  const holiday = onGrid(window, "Holiday, all day, blocked");
  await expect(holiday).toBeVisible();
  await window.keyboard.press("j");
  await window.keyboard.press("j");
  await expect(holiday).toBeVisible();
  await holiday.click();
  const pane = window.getByRole("complementary", { name: "Beside the schedule" });
  await expect(pane).toContainText("Wed 25 Nov to Fri 27 Nov");
  await window.keyboard.press("Escape");
  await window.keyboard.press("j");
  await expect(holiday).toHaveCount(0);
});
