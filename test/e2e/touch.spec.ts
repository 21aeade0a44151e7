import type { CDPSession, Page } from "@playwright/test";
import { onGrid, slotAt, titleBar } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

test.use({ hasTouch: true });

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One finger on the screen. */
async function fingerOn(window: Page) {
  const devtools: CDPSession = await window.context().newCDPSession(window);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", at?: Point) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: at === undefined ? [] : [at] });
  return {
    down: (at: Point) => send("touchStart", at),
    up: () => send("touchEnd"),
    move: async (from: Point, to: Point) => {
      for (let step = 1; step <= 8; step += 1)
        await send("touchMove", {
          x: from.x + ((to.x - from.x) * step) / 8,
          y: from.y + ((to.y - from.y) * step) / 8,
        });
    },
  };
}

async function middleOf(window: Page, name: RegExp): Promise<Point> {
  const box = await onGrid(window, name).boundingBox();
  if (box === null) throw new Error("It has no place on the screen.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The time that a long press takes, on the window's own clock. */
const LONG = 600;

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
});

test("a finger that rests on a booking takes it to another person and time (D2)", async ({
  window,
}) => {
  const finger = await fingerOn(window);
  const from = await middleOf(window, /^Mara Vogt/);
  const noon = await slotAt(window, "Clara Weiss", "12:00");
  const grabbed = from.y - (await slotAt(window, "Ben Okafor", "12:00")).y;
  await finger.down(from);
  await window.clock.runFor(LONG);
  const later = await slotAt(window, "Clara Weiss", "11:00");
  await finger.move(from, { x: noon.x, y: later.y + grabbed + 2 });
  await finger.up();
  await expect(
    onGrid(window, /^Mara Vogt, Short cut, 11:00 to 11:30, .* with Clara/),
  ).toBeVisible();
});

test("a finger that moves at once scrolls, and moves no booking (D2)", async ({ window }) => {
  const finger = await fingerOn(window);
  const from = await middleOf(window, /^Mara Vogt/);
  const scrolled = () => window.locator(".grid").evaluate((grid) => grid.scrollTop);
  const before = await scrolled();
  await finger.down(from);
  await finger.move(from, { x: from.x, y: from.y - 120 });
  await finger.up();
  await expect.poll(scrolled).toBeGreaterThan(before);
  await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00 to 12:30/)).toBeVisible();
});

test("a finger that only rests picks up, and a tap places (D2)", async ({ window }) => {
  const finger = await fingerOn(window);
  const from = await middleOf(window, /^Mara Vogt/);
  await finger.down(from);
  await window.clock.runFor(LONG);
  await finger.up();
  await expect(window.getByRole("region", { name: "Mara Vogt is picked up" })).toBeVisible();
  const { x, y } = await slotAt(window, "Anna Lindqvist", "11:30");
  await window.touchscreen.tap(x, y + 3);
  await expect(onGrid(window, /^Mara Vogt, Short cut, 11:30 to 12:00, .* with Anna/)).toBeVisible();
});

test("a tap on a taken time asks first: a finger has not seen what lies there (D6)", async ({
  window,
}) => {
  const finger = await fingerOn(window);
  await finger.down(await middleOf(window, /^Mara Vogt/));
  await window.clock.runFor(LONG);
  await finger.up();
  const { x, y } = await slotAt(window, "Clara Weiss", "13:15");
  await window.touchscreen.tap(x, y + 3);
  await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00 to 12:30, .* with Ben/)).toBeVisible();
  await window.getByRole("button", { name: "Move anyway" }).tap();
  await expect(
    onGrid(window, /^Mara Vogt, Short cut, 13:15 to 13:45, .* with Clara/),
  ).toBeVisible();
});

test("the chosen booking has a handle for a finger, which makes it longer without scrolling (D2)", async ({
  window,
}) => {
  const finger = await fingerOn(window);
  const booking = onGrid(window, /^Mara Vogt/);
  await booking.tap();
  const box = await booking.locator(".bk-edge").boundingBox();
  if (box === null) throw new Error("No handle.");
  expect(box.height).toBeGreaterThanOrEqual(24);
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await finger.down(from);
  await finger.move(from, { x: from.x, y: (await slotAt(window, "Ben Okafor", "13:00")).y });
  await finger.up();
  await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00 to 13:00/)).toBeVisible();
});
