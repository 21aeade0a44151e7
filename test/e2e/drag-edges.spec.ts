import type { Locator, Page } from "@playwright/test";
import { PRACTICE_CALENDAR, timesOn } from "../../scripts/practice/google-events.ts";
import { onGrid, slotAt, titleBar } from "./support/book.ts";
import { TODAY, ZONE } from "./support/small-salon.ts";
import { eventsIn, expect, test, timesIn } from "./support/test.ts";

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("It has no place on the screen.");
  return box;
}

/** Takes a booking by its first minutes, and does not let go. */
async function take(window: Page, booking: Locator) {
  const { x, y, width } = await boxOf(booking);
  const at = { x: x + width / 2, y: y + 4 };
  await window.mouse.move(at.x, at.y);
  await window.mouse.down();
  await window.mouse.move(at.x, at.y + 10, { steps: 2 });
  await expect(window.locator(".lift")).toBeVisible();
  return at;
}

function tip(window: Page): Locator {
  return window.locator(".drag-tip b");
}

/** How far the grid is scrolled, in pixels. */
function scrolled(window: Page, way: "scrollTop" | "scrollLeft"): Promise<number> {
  return window.locator(".grid").evaluate((grid, name) => grid[name], way);
}

/** `Ben, 17:30–18:00` as the booking's own name has it. */
async function told(window: Page): Promise<{ who: string; from: string; to: string }> {
  const words = (await tip(window).textContent()) ?? "";
  const [, who = "", from = "", to = ""] = /^(.*), (\S+)–(\S+)$/.exec(words) ?? [];
  return { who, from, to };
}

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

test.describe("in a low window", () => {
  test.use({ viewport: { width: 1280, height: 560 } });

  test("a booking held at the lower edge takes the day along, and back at the upper one (D2)", async ({
    window,
  }) => {
    const mara = onGrid(window, /^Mara Vogt/);
    await mara.scrollIntoViewIfNeeded();
    const { x } = await take(window, mara);
    const grid = await boxOf(window.locator(".grid"));
    const before = await scrolled(window, "scrollTop");
    await window.mouse.move(x, grid.y + grid.height - 10, { steps: 4 });
    await expect.poll(() => scrolled(window, "scrollTop")).toBeGreaterThan(before + 200);
    // In the middle it stands still.
    await window.mouse.move(x, grid.y + 200, { steps: 4 });
    const late = await scrolled(window, "scrollTop");
    await window.mouse.move(x, grid.y + 60, { steps: 4 });
    await expect.poll(() => scrolled(window, "scrollTop")).toBeLessThan(late - 100);
    await window.mouse.move(x, grid.y + 200, { steps: 4 });
    const { who, from, to } = await told(window);
    expect(who).toBe("Ben");
    await window.mouse.up();
    await expect(
      onGrid(window, new RegExp(`^Mara Vogt, Short cut, ${from} to ${to}, .* with Ben`)),
    ).toBeVisible();
  });
});

test.describe("in a narrow window", () => {
  test.use({ viewport: { width: 760, height: 700 } });

  test("a booking held at the side takes the columns along to somebody who was out of sight (D2)", async ({
    window,
  }) => {
    const { y } = await take(window, onGrid(window, /^Mara Vogt/));
    const grid = await boxOf(window.locator(".grid"));
    await window.mouse.move(grid.x + grid.width - 10, y, { steps: 4 });
    await expect(tip(window)).toContainText("Jonas");
    await window.mouse.move(grid.x + 60, y, { steps: 4 });
    await expect.poll(() => scrolled(window, "scrollLeft")).toBe(0);
    await window.mouse.move(grid.x + grid.width - 10, y, { steps: 4 });
    await expect(tip(window)).toContainText("Jonas");
    await window.mouse.up();
    await expect(onGrid(window, /^Mara Vogt, .* with Jonas Reuter/)).toBeVisible();
  });
});

/** Takes Mara Vogt's booking there, and holds it. */
async function dragTo(window: Page, person: string, time: string): Promise<void> {
  const { x, y } = await slotAt(window, person, time);
  await take(window, onGrid(window, /^Mara Vogt/));
  await window.mouse.move(x, y + 2, { steps: 4 });
}

test("Google’s news during a drag is seen at once, and does not end it (D2, D6, S5)", async ({
  window,
  desk,
}) => {
  await dragTo(window, "Ben Okafor", "11:15");
  await expect(tip(window)).toHaveText("Ben, 11:15–11:45");
  await expect(window.locator(".drag-tip")).not.toContainText("Google");
  desk.google.control.seedEvents(PRACTICE_CALENDAR, [
    { summary: "Dentist", ...timesOn(TODAY, "11:30", "12:30", ZONE) },
  ]);
  await desk.bridge.call("sync.now", {});
  await expect(onGrid(window, "Google, busy, 11:30 to 12:30")).toBeVisible();
  await expect(window.locator(".drag-tip")).toContainText("Busy in Google until 12:30.");
  await expect(tip(window)).toHaveText("Ben, 11:15–11:45");
  await window.mouse.up();
  await expect(onGrid(window, /^Mara Vogt, Short cut, 11:15 to 11:45, .* with Ben/)).toBeVisible();
  await expect.poll(() => timesIn(desk)).toContain("Mara Vogt 11:15-11:45");
});

test("what somebody moves in Google during a drag is not overwritten by the drop: it is said (D2, S15)", async ({
  window,
  desk,
}) => {
  await dragTo(window, "Deniz Aydın", "11:15");
  const event = eventsIn(desk).find(({ summary }) => summary === "Mara Vogt");
  desk.google.control.patchEvent(PRACTICE_CALENDAR, event?.id ?? "", {
    ...timesOn(TODAY, "14:00", "14:30", ZONE),
  });
  await desk.bridge.call("sync.now", {});
  const moved = onGrid(window, /^Mara Vogt, Short cut, 14:00 to 14:30, .* with Ben/);
  await expect(moved).toBeVisible();
  await expect(tip(window)).toHaveText("Deniz, 11:15–11:45");
  await window.mouse.up();
  await expect(
    window.getByText("This was changed meanwhile, so it was not saved.").first(),
  ).toBeVisible();
  await expect(moved).toBeVisible();
  expect(timesIn(desk)).toContain("Mara Vogt 14:00-14:30");
});

test("what is cancelled elsewhere during a drag does not come back by the drop: it is said (D2, D4)", async ({
  window,
  desk,
}) => {
  await dragTo(window, "Deniz Aydın", "11:15");
  const id = "01990000-0000-7000-8000-000000000101";
  const { booking } = await desk.bridge.call("booking.get", { id });
  const { revision } = booking;
  await desk.bridge.call("booking.setStatus", { id, revision, status: "cancelled", reason: "" });
  await expect(onGrid(window, /^Mara Vogt/)).toHaveCount(0);
  await window.mouse.up();
  await expect(
    window.getByText("This was changed meanwhile, so it was not saved.").first(),
  ).toBeVisible();
  await expect(onGrid(window, /^Mara Vogt/)).toHaveCount(0);
});

test.describe("on the day that skips an hour", () => {
  test.use({ begins: Date.parse("2026-03-29T08:00:00.000Z") });

  test("a booking is dragged over the skipped hour and keeps its real length (D1, D2)", async ({
    window,
    desk,
  }) => {
    const { booking } = await desk.bridge.call("booking.get", {
      id: "01990000-0000-7000-8000-000000000101",
    });
    await desk.bridge.call("booking.update", {
      id: booking.id,
      revision: booking.revision,
      anyway: true,
      // 01:00 to 01:30 in winter time.
      changes: { start: "2026-03-29T00:00:00.000Z" },
    });
    const mara = onGrid(window, /^Mara Vogt, Short cut, 01:00 to 01:30/);
    await expect(mara).toBeVisible();
    await mara.scrollIntoViewIfNeeded();
    const at = await boxOf(mara);
    await take(window, mara);
    const hours = async (by: number): Promise<void> =>
      window.mouse.move(at.x + at.width / 2, at.y + 4 + by * 96, { steps: 4 });
    await hours(0.75);
    await expect(tip(window)).toHaveText("Ben, 01:45–03:15");
    await hours(1.25);
    // 02:15 does not exist; the clock goes on at 03:00.
    await expect(tip(window)).toHaveText("Ben, 03:00–03:30");
    await hours(2.5);
    await expect(tip(window)).toHaveText("Ben, 03:30–04:00");
    await window.mouse.up();
    await expect(onGrid(window, /^Mara Vogt, Short cut, 03:30 to 04:00/)).toBeVisible();
    await expect.poll(() => timesIn(desk)).toContain("Mara Vogt 03:30-04:00");
  });
});
