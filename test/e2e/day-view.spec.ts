import type { Locator, Page } from "@playwright/test";
import { columnOf, onGrid, titleBar } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
});

/** What scrolls: the paper with its heads and hours. */
function paper(window: Page): Locator {
  return window.locator(".grid");
}

async function scrollTo(window: Page, to: { top?: number; left?: number }): Promise<void> {
  await paper(window).evaluate((element, place) => element.scrollTo(place), to);
}

async function topOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.y ?? Number.NaN;
}

test("a day opens at now, and the line of now goes on with the clock (D1)", async ({ window }) => {
  const now = window.locator(".now-tag");
  await expect(now).toHaveText("11:00");
  await expect(now).toBeInViewport();
  const before = await topOf(now);
  await window.clock.fastForward("30:00");
  await expect(now).toHaveText("11:30");
  expect(await topOf(now)).toBeGreaterThan(before + 20);
});

test("the names above and the hours at the side stay in sight while the paper scrolls (D1)", async ({
  window,
}) => {
  await window.setViewportSize({ width: 900, height: 500 });
  const name = window.locator(".heads").getByText("Anna Lindqvist");
  const noon = window.locator(".hours").getByText("12", { exact: false }).first();
  const at = { name: await topOf(name), hours: (await noon.boundingBox())?.x };
  await scrollTo(window, { top: 10_000 });
  await expect(name).toBeInViewport();
  expect(await topOf(name)).toBe(at.name);
  await scrollTo(window, { top: 0, left: 10_000 });
  await expect(window.locator(".heads").getByText("Jonas Reuter")).toBeInViewport();
  expect((await noon.boundingBox())?.x).toBe(at.hours);
});

test("a booking that is held at the edge scrolls the paper on (D2)", async ({ window }) => {
  await window.setViewportSize({ width: 1280, height: 560 });
  await scrollTo(window, { top: 0 });
  const top = (): Promise<number> => paper(window).evaluate((element) => element.scrollTop);
  const box = await onGrid(window, /^Esra/).boundingBox();
  const sheet = await paper(window).boundingBox();
  if (box === null || sheet === null) throw new Error("The day is not drawn.");
  const before = await top();
  await window.mouse.move(box.x + 30, box.y + 6);
  await window.mouse.down();
  await window.mouse.move(box.x + 30, sheet.y + sheet.height - 60, { steps: 4 });
  expect(await top()).toBe(before);
  await window.mouse.move(box.x + 30, sheet.y + sheet.height - 6, { steps: 4 });
  await expect.poll(top).toBeGreaterThan(before + 60);
  await window.keyboard.press("Escape");
  await window.mouse.up();
  await expect(onGrid(window, /^Esra Yıldız, Cut & finish, 10:00/)).toHaveCount(1);
});

test("a day of the little month is one click away, and the bar says that it is not today (D1)", async ({
  window,
}) => {
  const month = window.getByRole("group", { name: "November 2026" });
  await month.getByRole("button", { name: /^Fri 27 Nov/ }).click();
  await expect(window.getByText("Not today, in 2 days")).toBeVisible();
  await expect(columnOf(window, "Anna Lindqvist")).toHaveAccessibleName(/no bookings/);
  await window.getByRole("button", { name: "Back to today" }).click();
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
});
