import type { Locator, Page } from "@playwright/test";
import { choose, moveTo, onGrid, slotAt, titleBar } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { eventsIn, expect, test } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

function pane(window: Page): Locator {
  return window.getByRole("complementary", { name: "Beside the schedule" });
}

function scopeQuestion(window: Page, name: string | RegExp): Locator {
  return window.getByRole("alertdialog", { name });
}

/** The series of Mara Vogt as Google has it: the rule of each event of hers that is no exception. */
function rulesOfMara(desk: TestDesk): readonly string[] {
  return eventsIn(desk)
    .filter((event) => event.summary === "Mara Vogt" && event.recurrence !== undefined)
    .flatMap((event) => event.recurrence ?? []);
}

/** Lets the booking of Mara Vogt, Wednesday at 12:00, repeat every week, four times. */
async function repeatMara(window: Page): Promise<void> {
  await onGrid(window, /^Mara Vogt/).click();
  await window.getByRole("button", { name: /^Edit/ }).click();
  const form = pane(window);
  await choose(form, "Repeats", "Weeks");
  await choose(form, "Ends", "After a number of times");
  await form.getByRole("textbox", { name: "Times" }).fill("4");
  await form.getByRole("textbox", { name: "Times" }).press("Tab");
  await expect(form).toContainText("every week on Wed, 4 times");
  await expect(form).toContainText("Next: 25 Nov, 2 Dec, 9 Dec, 16 Dec");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(pane(window)).toContainText("Every week on Wed, 4 times");
}

async function openDay(window: Page, steps: number): Promise<void> {
  for (let i = 0; i < steps; i += 1)
    await window.getByRole("button", { name: "Day after" }).click();
}

test("a new booking repeats every 2 weeks until a day; what is in the way is named before (D7)", async ({
  window,
  desk,
}) => {
  const { x, y } = await slotAt(window, "Deniz Aydın", "13:00");
  await window.mouse.click(x, y);
  const form = window.getByRole("dialog", { name: "New booking" });
  await form.getByLabel("Customer: name, phone or e-mail").fill("Theo");
  await window.getByRole("option", { name: /^Theo Amara/ }).click();
  await choose(form, "Service", "Cut & finish");
  await form.getByRole("button", { name: "More…" }).click();
  await choose(form, "Repeats", "Weeks");
  await form.getByLabel("Every").fill("2");
  await choose(form, "Ends", "On a day");
  await form.getByLabel("Last day").fill("23 Dec");
  await form.getByLabel("Last day").press("Tab");
  await expect(form).toContainText("every 2 weeks on Wed until 23 Dec");
  await expect(form).toContainText("Next: 25 Nov, 9 Dec, 23 Dec");
  await form.getByRole("button", { name: /^Book( Enter)?$/ }).click();

  await expect(onGrid(window, "Theo Amara, Cut & finish, 13:00 to 13:45")).toBeVisible();
  await expect(pane(window)).toContainText("Every 2 weeks on Wed until 23 Dec");
  await expect
    .poll(() => eventsIn(desk).find((event) => event.summary === "Theo Amara")?.recurrence)
    .toEqual(["RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;UNTIL=20261223T225959Z"]);

  await window.getByRole("button", { name: "Undo" }).click();
  await expect(onGrid(window, /^Theo Amara/)).toBeHidden();
  await expect.poll(() => eventsIn(desk).map((event) => event.summary)).not.toContain("Theo Amara");
});

test("a drag of one occurrence asks what is meant, and each answer can be taken back (D7)", async ({
  window,
  desk,
}) => {
  await repeatMara(window);
  const at = (time: string) => onGrid(window, new RegExp(`^Mara Vogt, Short cut, ${time}`));

  await moveTo(window, at("12:00"), "Ben Okafor", "13:00");
  const question = scopeQuestion(window, "Which ones should move?");
  await expect(question).toContainText("Mara Vogt comes every week on Wed, 4 times.");
  await expect(question.getByRole("radio", { name: "Only 25 November" })).toBeChecked();
  await question.getByRole("button", { name: /^Move/ }).click();
  await expect(at("13:00")).toBeVisible();
  await expect.poll(() => rulesOfMara(desk)).toEqual(["RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=4"]);
  await openDay(window, 7);
  await expect(at("12:00")).toBeVisible();

  await moveTo(window, at("12:00"), "Ben Okafor", "14:00");
  await scopeQuestion(window, "Which ones should move?")
    .getByText("This and the 2 that follow")
    .click();
  await scopeQuestion(window, "Which ones should move?")
    .getByRole("button", { name: /^Move/ })
    .click();
  await expect(at("14:00")).toBeVisible();
  await expect.poll(() => rulesOfMara(desk)).toHaveLength(2);
  await openDay(window, 7);
  await expect(at("14:00")).toBeVisible();

  await window.keyboard.press("Control+z");
  await expect(at("12:00")).toBeVisible();
  await expect.poll(() => rulesOfMara(desk)).toEqual(["RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=4"]);
  await window.keyboard.press("t");
  await expect(at("13:00")).toBeVisible();
  await window.keyboard.press("Control+z");
  await expect(at("12:00")).toBeVisible();
});

test("by keyboard: a move asks, Escape puts it back, Enter moves all; the focus stays with it (D7, D11)", async ({
  window,
}) => {
  await repeatMara(window);
  const at = (time: string) => onGrid(window, new RegExp(`^Mara Vogt, Short cut, ${time}`));
  await at("12:00").focus();
  await window.keyboard.press("Alt+ArrowDown");
  const question = scopeQuestion(window, "Which ones should move?");
  await expect(question.getByRole("radio", { name: "Only 25 November" })).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(at("12:00")).toBeFocused();

  await window.keyboard.press("Alt+ArrowDown");
  await expect(question.getByRole("radio", { name: "Only 25 November" })).toBeFocused();
  await window.keyboard.press("ArrowUp");
  await expect(question.getByRole("radio", { name: "All 4, also the past ones" })).toBeChecked();
  await window.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(at("12:15")).toBeFocused();
  await openDay(window, 7);
  await expect(at("12:15")).toBeVisible();
});

test("this and following are cancelled with a reason, one alone is marked as a no-show (D4, D7)", async ({
  window,
  desk,
}) => {
  await repeatMara(window);
  await pane(window).getByRole("button", { name: "No-show" }).click();
  await expect(onGrid(window, /^Mara Vogt, .* No-show/)).toBeVisible();
  await openDay(window, 7);
  await expect(onGrid(window, /^Mara Vogt, .* Booked/)).toBeVisible();

  await onGrid(window, /^Mara Vogt/).focus();
  await window.keyboard.press("Delete");
  const question = scopeQuestion(window, "Cancel the booking of Mara Vogt?");
  await question.getByText("This and the 2 that follow").click();
  await question.getByLabel("Reason").fill("Moves to Hamburg");
  await question.getByRole("button", { name: "Cancel booking" }).click();
  await expect(onGrid(window, /^Mara Vogt/)).toBeHidden();
  await openDay(window, 7);
  await expect(onGrid(window, /^Mara Vogt/)).toBeHidden();
  await expect.poll(() => rulesOfMara(desk)).toEqual([expect.stringContaining("UNTIL=")]);

  await window.keyboard.press("Control+z");
  await expect(onGrid(window, /^Mara Vogt, .* Booked/)).toBeVisible();
  await expect.poll(() => rulesOfMara(desk)).toEqual([expect.stringContaining("COUNT=4")]);
});

test("another rule is for this and following or for all, never for one (D7)", async ({
  window,
}) => {
  await repeatMara(window);
  await window.getByRole("button", { name: /^Edit/ }).click();
  await pane(window).getByLabel("Every").fill("3");
  await pane(window).getByLabel("Every").press("Tab");
  await pane(window).getByRole("button", { name: "Save" }).click();
  const question = scopeQuestion(window, "Which ones should change?");
  await expect(question.getByRole("radio", { name: /^Only/ })).toBeDisabled();
  await question.getByRole("button", { name: /^Change/ }).click();
  await expect(pane(window)).toContainText("Every 3 weeks on Wed, 4 times");
});
