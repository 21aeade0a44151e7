import type { Locator, Page } from "@playwright/test";
import { columnOf, onGrid, openScreen, titleBar } from "./support/book.ts";
import { openSettings } from "./support/practice-desk.ts";
import { expect, test } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
  await openSettings(window, "Closures and days off");
});

/** Types a day, as `25122026`, into one of the form's two. */
async function typeDay(form: Locator, label: "First day" | "Last day", day: string): Promise<void> {
  await form.getByRole("spinbutton", { name: `day, ${label}` }).click();
  await form.page().keyboard.type(day);
}

function formOf(window: Page, name: string): Locator {
  return window.getByRole("complementary", { name });
}

async function addChristmas(window: Page): Promise<Locator> {
  const closures = window.getByRole("region", { name: "The business is closed" });
  await closures.getByRole("button", { name: "Add a closure" }).click();
  const form = formOf(window, "New closure");
  await form.getByLabel("Reason").fill("Christmas");
  await typeDay(form, "First day", "25122026");
  await typeDay(form, "Last day", "26122026");
  await form.getByText("Every year on these dates").click();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toHaveCount(0);
  return closures;
}

/** Shows a day of another month of the overview. */
async function openDay(window: Page, months: number, name: RegExp): Promise<void> {
  await openScreen(window, "Schedule");
  await window.keyboard.press("m");
  for (let i = 0; i < months; i += 1) await window.keyboard.press("j");
  await window
    .getByRole("grid", { name: /days by week$/ })
    .getByRole("button", { name })
    .click();
}

test("a public holiday is closed every year, with its reason on the schedule and at a booking (D10, D6)", async ({
  window,
  desk,
}) => {
  const closures = await addChristmas(window);
  await expect(closures.getByRole("listitem")).toHaveText([
    "Fri 25 Dec – Sat 26 DecChristmas every year",
  ]);
  await openDay(window, 13, /^Sat 25 Dec 2027, no bookings, Closed$/);
  await expect(window.getByText("Christmas, closed")).toBeVisible();
  const [service] = await desk.bridge.call("service.list", {});
  const [person] = await desk.bridge.call("staff.list", {});
  const check = await desk.bridge.call("booking.check", {
    staffId: person?.id ?? "",
    start: "2027-12-25T10:00:00.000Z",
    durationMinutes: service?.durationMinutes ?? 0,
    ignoreBookingId: null,
  });
  expect(check.conflicts).toContainEqual(
    expect.objectContaining({ kind: "closed", label: "Christmas" }),
  );
  await window.keyboard.press("c");
  await expect(window.getByRole("dialog", { name: "New booking" })).toContainText("Christmas");
});

test("a closure is changed and removed, each is taken back and done again (D10)", async ({
  window,
  desk,
}) => {
  const closures = await addChristmas(window);
  const saved = async () => (await desk.bridge.call("business.get", {})).closures;
  await closures.getByRole("button", { name: "Edit Christmas, every year" }).click();
  const form = formOf(window, "Edit Christmas");
  await form.getByLabel("Reason").fill("Christmas and Boxing Day");
  await form.getByText("Every year on these dates").click();
  await form.getByRole("button", { name: "Save" }).click();
  const once = { from: "2026-12-25", to: "2026-12-27", yearly: false };
  await expect.poll(saved).toEqual([{ ...once, name: "Christmas and Boxing Day" }]);

  await closures.getByRole("button", { name: "Remove Christmas and Boxing Day" }).click();
  await expect(closures).toContainText("No closures are planned.");
  await window.keyboard.press("Control+z");
  await expect(closures.getByRole("listitem")).toContainText("Christmas and Boxing Day");
  await window.keyboard.press("Control+z");
  await expect.poll(saved).toEqual([{ ...once, name: "Christmas", yearly: true }]);
  await window.keyboard.press("Control+z");
  await expect.poll(saved).toEqual([]);
  await window.keyboard.press("Control+Shift+z");
  await expect.poll(saved).toEqual([{ ...once, name: "Christmas", yearly: true }]);
});

test("days that can’t be are answered at their fields, and nothing typed is lost", async ({
  window,
}) => {
  await window.getByRole("button", { name: "Add a closure" }).click();
  const form = formOf(window, "New closure");
  await form.getByLabel("Reason").fill("Fair");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toContainText("Choose a day.");
  await typeDay(form, "First day", "10022027");
  await typeDay(form, "Last day", "09022027");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toContainText("The last day comes before the first.");
  await expect(form.getByLabel("Reason")).toHaveValue("Fair");
  await typeDay(form, "First day", "29022028");
  await typeDay(form, "Last day", "29022028");
  await form.getByText("Every year on these dates").click();
  await expect(form).toContainText("29 February comes in leap years only.");
  await form.getByRole("button", { name: "Save" }).click();
  const closures = window.getByRole("region", { name: "The business is closed" });
  await expect(closures.getByRole("listitem")).toHaveText(["Tue 29 Feb 2028Fair every year"]);
});

test("days off of one person are added, changed and removed in Settings, and stand in the column (D10, D5)", async ({
  window,
}) => {
  const daysOff = window.getByRole("region", { name: "Days off of the team" });
  await expect(daysOff).toContainText("Nobody has days off planned.");
  await daysOff.getByRole("button", { name: "Add days off" }).click();
  const form = formOf(window, "New days off");
  await form.getByRole("button", { name: "Ben Okafor" }).click();
  await form.getByRole("button", { name: "Anna Lindqvist" }).click();
  await typeDay(form, "First day", "26112026");
  await typeDay(form, "Last day", "27112026");
  await form.getByLabel("Reason").fill("Holiday");
  await form.getByRole("button", { name: "Save" }).click();
  const row = daysOff.getByRole("listitem");
  await expect(row).toHaveText(["Thu 26 Nov – Fri 27 NovBen Okafor Holiday"]);

  await openScreen(window, "Schedule");
  await window.keyboard.press("j");
  const holiday = onGrid(window, "Holiday, all day, blocked");
  await expect(holiday).toHaveCount(1);
  await expect(columnOf(window, "Ben Okafor")).toContainText("Holiday");
  await expect(window.getByText("Holiday", { exact: true })).toHaveCount(2);

  await openSettings(window, "Closures and days off");
  await daysOff.getByRole("button", { name: "Edit Ben Okafor, Holiday" }).click();
  const edit = formOf(window, "Days off of Ben Okafor");
  await typeDay(edit, "First day", "27112026");
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(row).toHaveText(["Fri 27 NovBen Okafor Holiday"]);
  await daysOff.getByRole("button", { name: "Remove Ben Okafor, Holiday" }).click();
  await expect(daysOff).toContainText("Nobody has days off planned.");
  await window.keyboard.press("Control+z");
  await window.keyboard.press("Control+z");
  await expect(row).toHaveText(["Thu 26 Nov – Fri 27 NovBen Okafor Holiday"]);
});

test("days off that somebody else changed meanwhile are not saved over unasked", async ({
  window,
  desk,
}) => {
  const daysOff = window.getByRole("region", { name: "Days off of the team" });
  await daysOff.getByRole("button", { name: "Add days off" }).click();
  const form = formOf(window, "New days off");
  await typeDay(form, "First day", "26112026");
  await form.getByLabel("Reason").fill("Training");
  await form.getByRole("button", { name: "Save" }).click();
  await daysOff.getByRole("button", { name: /^Edit .*, Training$/ }).click();
  const edit = formOf(window, "Days off of Anna Lindqvist");
  await edit.getByLabel("Reason").fill("Training in Paris");

  const [block] = await desk.bridge.call("block.daysOff", {});
  if (block === undefined) throw new Error("The days off are gone.");
  const { id, revision, staffIds, start, end, allDay, rrule } = block;
  const fields = { staffIds, start, end, allDay, rrule, title: "Ill" };
  await desk.bridge.call("block.update", { id, revision, fields });
  await expect(daysOff.getByRole("listitem")).toContainText("Ill");
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(edit).toContainText("This was changed meanwhile.");
  await expect(edit.getByLabel("Reason")).toHaveValue("Training in Paris");
  await edit.getByRole("button", { name: "Save mine over it" }).click();
  await expect(daysOff.getByRole("listitem")).toContainText("Training in Paris");
});
