import { PRACTICE_CALENDAR, timesOn } from "../../scripts/practice/google-events.ts";
import type { Locator, Page } from "@playwright/test";
import { columnOf, onGrid, slotAt, titleBar } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { TODAY, ZONE } from "./support/small-salon.ts";
import { expect, test } from "./support/test.ts";

/** Blocks 14:00 to 14:30 today as lunch, for who is named; for everyone if nobody is. */
async function lunchOf(
  desk: TestDesk,
  names: readonly string[],
  rrule: string | null = null,
): Promise<void> {
  const staff = await desk.bridge.call("staff.list", {});
  await desk.bridge.call("block.create", {
    id: "01990000-0000-7000-8000-000000000901",
    staffIds: staff.filter(({ name }) => names.includes(name)).map(({ id }) => id),
    start: `${TODAY}T13:00:00.000Z`,
    end: `${TODAY}T13:30:00.000Z`,
    title: "Lunch",
    allDay: null,
    rrule,
  });
}

function lunch(window: Page, staff: string, times: string): Locator {
  return columnOf(window, staff).getByRole("button", { name: `Lunch, ${times}, blocked` });
}

/** Takes something by its first minutes to a time of somebody's day, and does not let go. */
async function pull(window: Page, thing: Locator, staff: string, time: string): Promise<void> {
  await thing.scrollIntoViewIfNeeded();
  const to = await slotAt(window, staff, time);
  const box = await thing.boundingBox();
  if (box === null) throw new Error("It has no place on the screen.");
  await window.mouse.move(box.x + 40, box.y + 4);
  await window.mouse.down();
  await window.mouse.move(to.x - 20, to.y, { steps: 4 });
  await window.mouse.move(to.x, to.y + 2, { steps: 4 });
}

function live(window: Page): Locator {
  return window.locator("[role=status][aria-live=polite]");
}

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

test("a block is pulled to another person and time, is told what it lies over, put back by Esc, and taken back (D5, D6)", async ({
  window,
  desk,
}) => {
  await lunchOf(desk, ["Anna Lindqvist"]);
  const before = lunch(window, "Anna Lindqvist", "14:00 to 14:30");
  await pull(window, before, "Ben Okafor", "12:15");
  await expect(window.locator(".blk.lift")).toHaveCount(1);
  await expect(window.locator(".drag-tip")).toContainText("Ben, 12:15–12:45");
  await expect(window.locator(".drag-tip")).toContainText("Overlaps Mara Vogt until 12:30.");
  await window.keyboard.press("Escape");
  await window.mouse.up();
  await expect(window.locator(".blk.lift")).toHaveCount(0);
  await expect(before).toBeVisible();

  await pull(window, before, "Ben Okafor", "12:15");
  await window.mouse.up();
  await expect(lunch(window, "Ben Okafor", "12:15 to 12:45")).toBeVisible();
  await expect(before).toBeHidden();
  await window.keyboard.press("Control+z");
  await expect(before).toBeVisible();
  await window.keyboard.press("Control+Shift+z");
  await expect(lunch(window, "Ben Okafor", "12:15 to 12:45")).toBeVisible();
});

test("the lower edge of a block makes it longer (D5)", async ({ window, desk }) => {
  await lunchOf(desk, ["Anna Lindqvist"]);
  const block = lunch(window, "Anna Lindqvist", "14:00 to 14:30");
  // Away from the edge, where the day would scroll.
  await window.locator(".grid").evaluate((grid) => grid.scrollTo({ top: 300 }));
  const box = await block.boundingBox();
  if (box === null) throw new Error("It has no place on the screen.");
  const edge = { x: box.x + box.width / 2, y: box.y + box.height - 2 };
  await window.mouse.move(edge.x, edge.y);
  await window.mouse.down();
  await window.mouse.move(edge.x, edge.y + 48, { steps: 5 });
  await window.mouse.up();
  await expect(lunch(window, "Anna Lindqvist", "14:00 to 15:00")).toBeVisible();
});

test("keys move a block and make it longer; it keeps the focus and is said (D5, D11)", async ({
  window,
  desk,
}) => {
  await lunchOf(desk, ["Anna Lindqvist"]);
  await lunch(window, "Anna Lindqvist", "14:00 to 14:30").focus();
  await window.keyboard.press("Alt+ArrowUp");
  await window.keyboard.press("Alt+ArrowUp");
  await expect(lunch(window, "Anna Lindqvist", "13:30 to 14:00")).toBeFocused();
  await window.keyboard.press("Alt+ArrowRight");
  await expect(lunch(window, "Ben Okafor", "13:30 to 14:00")).toBeFocused();
  await window.keyboard.press("Alt+Shift+ArrowDown");
  await expect(lunch(window, "Ben Okafor", "13:30 to 14:15")).toBeFocused();
  await expect(live(window)).toHaveText("Block now 13:30–14:15");

  // A block is not picked up, and neither is a booking in its stead.
  await onGrid(window, /^Mara Vogt/).click();
  await lunch(window, "Ben Okafor", "13:30 to 14:15").focus();
  await window.keyboard.press("x");
  await expect(window.getByRole("region", { name: /is picked up$/ })).toHaveCount(0);
});

test("of a repeating block it is asked which ones move; all of them do, and come back (D5)", async ({
  window,
  desk,
}) => {
  await lunchOf(desk, ["Anna Lindqvist"], "FREQ=DAILY");
  const before = lunch(window, "Anna Lindqvist", "14:00 to 14:30");
  await before.focus();
  await window.keyboard.press("Alt+ArrowDown");
  const question = window.getByRole("alertdialog", { name: "Which ones should move?" });
  await expect(question).toContainText("14:00–14:30, Anna");
  await expect(question).toContainText("14:15–14:45, Anna");
  await window.keyboard.press("Escape");
  await expect(before).toBeVisible();

  await before.focus();
  await window.keyboard.press("Alt+ArrowDown");
  await question.getByText("All, also the past ones").click();
  await window.keyboard.press("Enter");
  const after = lunch(window, "Anna Lindqvist", "14:15 to 14:45");
  await expect(after).toBeFocused();
  await window.keyboard.press("j");
  await expect(window.getByRole("heading", { level: 1 })).toHaveText("Thursday 26 November");
  await expect(after).toBeVisible();
  await window.keyboard.press("Control+z");
  await expect(before).toBeVisible();
});

test("a block for everyone is pulled in all columns at once, and stays everyone’s (D5)", async ({
  window,
  desk,
}) => {
  await lunchOf(desk, []);
  await pull(window, lunch(window, "Anna Lindqvist", "14:00 to 14:30"), "Deniz Aydın", "11:15");
  await expect(window.locator(".blk.lift")).toHaveCount(6);
  await window.mouse.up();
  await expect(onGrid(window, "Lunch, 11:15 to 11:45, blocked")).toHaveCount(6);
});

test("Google’s time stays where it is, and says where it can be changed (S5, D5)", async ({
  window,
  desk,
}) => {
  desk.google.control.seedEvents(PRACTICE_CALENDAR, [
    { summary: "Dentist", ...timesOn(TODAY, "11:30", "12:30", ZONE) },
  ]);
  await desk.bridge.call("sync.now", {});
  const busy = onGrid(window, "Google, busy, 11:30 to 12:30");
  const { x, y } = await slotAt(window, "Deniz Aydın", "11:45");
  await window.mouse.move(x, y);
  await window.mouse.down();
  await window.mouse.move(x, y + 100, { steps: 5 });
  await expect(window.locator(".lift, .draft")).toHaveCount(0);
  await window.mouse.up();
  await busy.focus();
  await window.keyboard.press("Alt+ArrowDown");
  await expect(live(window)).toHaveText(/^This comes from Google Calendar\./);
  await expect(busy).toBeVisible();
});
