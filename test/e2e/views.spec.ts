import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { onGrid } from "./support/book.ts";
import { expect, test, timesIn } from "./support/test.ts";

/** The grid of a week. */
function week(window: Page) {
  return window.getByRole("group", { name: /columns by day$/ });
}

function inWeek(window: Page, name: RegExp) {
  return week(window).getByRole("button", { name });
}

async function showWeekOf(window: Page, person: string): Promise<void> {
  await onGrid(window, /^Mara Vogt/).waitFor();
  await window.keyboard.press("w");
  await window.getByRole("button", { name: /^Week of / }).click();
  await window.getByRole("menuitemradio", { name: person }).click();
  await expect(week(window)).toHaveAccessibleName(new RegExp(`^${person}, `));
  // While it closes, the menu still takes the keys.
  await expect(window.getByRole("menu")).toHaveCount(0);
}

/** The middle of a day's column, at so many minutes after the start of Mara's booking. */
async function slot(window: Page, day: RegExp, minutes: number) {
  const mara = await inWeek(window, /^Mara Vogt/).boundingBox();
  const column = await week(window).getByRole("region", { name: day }).boundingBox();
  if (mara === null || column === null) throw new Error("The week is not drawn.");
  return { x: column.x + column.width / 2, y: mara.y + minutes * 1.6 + 4 };
}

test("a week of one person is chosen by key and list, and each window opens with the view of the last (D1)", async ({
  window,
  desk,
  page,
}) => {
  await showWeekOf(window, "Ben Okafor");
  await expect(inWeek(window, /^Mara Vogt, Short cut, 12:00/)).toBeVisible();
  await expect(inWeek(window, /^Esra/)).toHaveCount(0);
  await expect(week(window).getByRole("region")).toHaveCount(7);
  await window.reload();
  await expect(inWeek(window, /^Mara Vogt/)).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(desk.host.url);
  await expect(week(other)).toBeVisible();
  await other.keyboard.press("d");
  await expect(onGrid(other, /^Mara Vogt/)).toBeVisible();
  await expect(week(window)).toBeVisible();
});

test("weeks are turned by key, say when they are not this one, and T leads back (D1)", async ({
  window,
}) => {
  await showWeekOf(window, "Ben Okafor");
  await window.keyboard.press("j");
  await expect(window.getByText("Not this week, the next one")).toBeVisible();
  await expect(inWeek(window, /^Mara Vogt/)).toHaveCount(0);
  await window.keyboard.press("t");
  await expect(inWeek(window, /^Mara Vogt/)).toBeVisible();
  await expect(window.getByText(/^Not this week/)).toHaveCount(0);
});

test("in a week a booking is made at a slot, moved to another day by pointer and by key, and taken back (D2)", async ({
  window,
  desk,
}) => {
  await showWeekOf(window, "Ben Okafor");
  const free = await slot(window, /^Thu 26 Nov/, 0);
  await window.mouse.click(free.x, free.y);
  const form = window.getByRole("dialog", { name: "New booking" });
  await expect(form.getByLabel("Day")).toHaveValue("Thu 26 Nov");
  await window.keyboard.press("Escape");

  const mara = inWeek(window, /^Mara Vogt, Short cut, 12:00/);
  const from = await slot(window, /^Wed 25 Nov/, 0);
  const to = await slot(window, /^Fri 27 Nov/, 60);
  await window.mouse.move(from.x, from.y);
  await window.mouse.down();
  await window.mouse.move(from.x + 20, from.y + 20, { steps: 4 });
  await window.mouse.move(to.x, to.y, { steps: 8 });
  await window.mouse.up();
  const friday = week(window).getByRole("region", { name: /^Fri 27 Nov/ });
  const moved = friday.getByRole("button", { name: /^Mara Vogt, Short cut, 13:00/ });
  await expect(moved).toBeVisible();
  await expect.poll(() => timesIn(desk)).toContain("Mara Vogt 13:00-13:30");

  await moved.focus();
  await window.keyboard.press("Alt+ArrowLeft");
  const thursday = week(window).getByRole("region", { name: /^Thu 26 Nov/ });
  await expect(thursday.getByRole("button", { name: /^Mara Vogt/ })).toBeFocused();
  await window.keyboard.press("Control+z");
  await window.keyboard.press("Control+z");
  await expect(mara).toBeVisible();
});

test("the head of a day leads to it (D1)", async ({ window }) => {
  await showWeekOf(window, "Ben Okafor");
  await week(window).waitFor();
  await window.getByRole("button", { name: "Thu 26 Nov", exact: true }).click();
  await expect(window.getByText("Not today, tomorrow")).toBeVisible();
  await expect(
    window.getByRole("group", { name: /^Thu 26 Nov, columns by person$/ }),
  ).toBeVisible();
});

/** A day of the month's overview. */
function monthDay(window: Page, name: RegExp) {
  return window.getByRole("grid", { name: /days by week$/ }).getByRole("button", { name });
}

test("the month tells how many bookings each day has and when it is closed, and leads to the day (D1)", async ({
  window,
  desk,
}) => {
  await onGrid(window, /^Mara Vogt/).waitFor();
  const { revision } = await desk.bridge.call("business.get", {});
  const closures = [{ name: "Stocktaking", from: "2026-11-27", to: "2026-11-28", yearly: false }];
  await desk.bridge.call("business.update", { revision, fields: { closures } });
  await window.keyboard.press("m");
  await expect(monthDay(window, /^Wed 25 Nov, 3 bookings, \d+ % booked$/)).toBeVisible();
  await expect(monthDay(window, /^Fri 27 Nov, no bookings, Closed$/)).toContainText("Stocktaking");
  await monthDay(window, /^Fri 27 Nov/).click();
  await expect(
    window.getByRole("group", { name: /^Fri 27 Nov, columns by person$/ }),
  ).toBeVisible();
});

test("a month is walked through by arrow keys, over its end too, and Enter opens the day (D1, D11)", async ({
  window,
}) => {
  await onGrid(window, /^Mara Vogt/).waitFor();
  await window.keyboard.press("m");
  await monthDay(window, /^Wed 25 Nov/).focus();
  await window.keyboard.press("ArrowRight");
  await expect(monthDay(window, /^Thu 26 Nov/)).toBeFocused();
  await window.keyboard.press("ArrowDown");
  await expect(monthDay(window, /^Thu 3 Dec/)).toBeFocused();
  await expect(window.getByRole("heading", { name: "December 2026" })).toBeVisible();
  await expect(window.getByText("Not this month, the next one")).toBeVisible();
  await window.keyboard.press("PageUp");
  await expect(monthDay(window, /^Tue 3 Nov/)).toBeFocused();
  await window.keyboard.press("Enter");
  await expect(window.getByRole("group", { name: /^Tue 3 Nov, columns by person$/ })).toBeVisible();
});

test("a new booking that is begun in the month is made on its day (D2)", async ({ window }) => {
  await onGrid(window, /^Mara Vogt/).waitFor();
  await window.keyboard.press("m");
  await monthDay(window, /^Wed 25 Nov/).waitFor();
  await window.keyboard.press("c");
  await expect(window.getByRole("dialog", { name: "New booking" })).toBeVisible();
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`week and month are free of accessibility faults in the ${colorScheme} theme (D11)`, async ({
    window,
  }) => {
    await window.emulateMedia({ colorScheme });
    await showWeekOf(window, "Ben Okafor");
    await expect(inWeek(window, /^Mara Vogt/)).toBeVisible();
    expect((await new AxeBuilder({ page: window }).analyze()).violations).toEqual([]);
    await window.keyboard.press("m");
    await expect(monthDay(window, /^Wed 25 Nov, 3 bookings/)).toBeVisible();
    expect((await new AxeBuilder({ page: window }).analyze()).violations).toEqual([]);
  });
