import type { Locator, Page } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
import { onGrid, slotAt, titleBar } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { expect, test } from "./support/test.ts";

const MARA = "01990000-0000-7000-8000-000000000101";

function card(window: Page): Locator {
  return window.getByRole("tooltip");
}

async function middleOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("It has no place on the screen.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Gives the visit of Mara Vogt all that a card can tell. */
async function tellAll(desk: TestDesk): Promise<void> {
  const { booking } = await desk.bridge.call("booking.get", { id: MARA });
  const { customer } = await desk.bridge.call("customer.get", { id: booking.customerId ?? "" });
  const { id, revision, ...fields } = customer;
  await desk.bridge.call("customer.save", {
    existing: { id, revision },
    fields: { ...fields, alert: "Allergic to ammonia." },
  });
  await desk.bridge.call("booking.update", {
    id: booking.id,
    revision: booking.revision,
    anyway: true,
    changes: { customerNotes: "Please not too short.", deskNotes: "Ask about the wedding." },
  });
}

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

test("a pointer that rests on a booking is told all about it; it stays while the pointer is on it, and goes with Esc (D9)", async ({
  window,
  desk,
}) => {
  await tellAll(desk);
  const mara = onGrid(window, /^Mara Vogt/);
  await mara.hover();
  await expect(card(window)).toBeVisible();
  for (const text of [
    "Mara Vogt",
    "Confirmed",
    "First visit",
    "Short cut",
    "12:00–12:30",
    "Ben Okafor",
    "+49 30 23125 002",
    "Allergic to ammonia.",
    "Please not too short.",
    "Ask about the wedding.",
  ])
    await expect(card(window)).toContainText(text);
  await expect(mara).toHaveAccessibleDescription(/Allergic to ammonia\./);
  expect((await new AxeBuilder({ page: window }).analyze()).violations).toEqual([]);

  const there = await middleOf(card(window));
  await window.mouse.move(there.x, there.y, { steps: 12 });
  await window.clock.runFor(1_000);
  await expect(card(window)).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(card(window)).toBeHidden();

  const { x, y } = await middleOf(mara);
  await window.mouse.move(x, y, { steps: 4 });
  await expect(card(window)).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(card(window)).toBeHidden();
  // Put away once, it does not come back while the pointer stays.
  await window.mouse.move(x + 3, y);
  await window.clock.runFor(2_000);
  await expect(card(window)).toBeHidden();
  const free = await slotAt(window, "Deniz Aydın", "11:00");
  await window.mouse.move(free.x, free.y);
  await window.mouse.move(x, y);
  await expect(card(window)).toBeVisible();
  await window.mouse.move(free.x, free.y);
  await expect(card(window)).toBeHidden();
});

test("no card comes while something is dragged, held or written, nor for what the pane shows (D9)", async ({
  window,
}) => {
  const mara = onGrid(window, /^Mara Vogt/);
  const { x, y } = await middleOf(mara);
  await window.mouse.move(x, y);
  await window.mouse.down();
  await window.clock.runFor(2_000);
  await expect(card(window)).toBeHidden();
  await window.mouse.move(x, y + 60, { steps: 4 });
  await expect(window.locator(".lift")).toBeVisible();
  await window.clock.runFor(2_000);
  await expect(card(window)).toBeHidden();
  await window.keyboard.press("Escape");
  await window.mouse.up();

  await mara.click();
  await window.mouse.move(x, y + 200);
  await window.mouse.move(x, y);
  await window.clock.runFor(2_000);
  await expect(card(window)).toBeHidden();
  // No card, so Escape is not taken by one.
  await window.keyboard.press("Escape");
  await expect(window.getByRole("heading", { name: "Mara Vogt" })).toBeHidden();
});

test("the focus that rests on a booking is told the same, and the next key puts it away (D9, D11)", async ({
  window,
}) => {
  const { keyboard } = window;
  await keyboard.press("Tab");
  await onGrid(window, /^Esra Yıldız/).focus();
  await keyboard.press("ArrowRight");
  await expect(onGrid(window, /^Mara Vogt/)).toBeFocused();
  await expect(card(window)).toContainText("+49 30 23125 002");
  await keyboard.press("Escape");
  await expect(card(window)).toBeHidden();
  await expect(onGrid(window, /^Mara Vogt/)).toBeFocused();
  await keyboard.press("ArrowRight");
  await expect(card(window)).toContainText("Henrike Voß");
  await keyboard.press("Alt+ArrowDown");
  await expect(card(window)).toBeHidden();
  await expect(onGrid(window, /^Henrike Voß, Root colour, 13:15/)).toBeFocused();
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true });

  test("a finger opens the booking and no card (D9)", async ({ window }) => {
    await onGrid(window, /^Mara Vogt/).tap();
    await window.clock.runFor(2_000);
    await expect(window.getByRole("heading", { name: "Mara Vogt" })).toBeVisible();
    await expect(card(window)).toBeHidden();
  });
});
