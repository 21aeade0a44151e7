import type { Page } from "@playwright/test";
import { onGrid, slotAt, titleBar } from "./support/book.ts";
import { expect, test, timesIn } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

function cursor(window: Page) {
  return window.locator("[data-slot]");
}

function live(window: Page) {
  return window.locator("[role=status][aria-live=polite]");
}

function held(window: Page) {
  return window.getByRole("region", { name: "Mara Vogt is picked up" });
}

test("arrow keys walk over the times and say them; Enter books there (D2, D11)", async ({
  window,
}) => {
  const { keyboard } = window;
  await keyboard.press("s");
  await expect(cursor(window)).toBeFocused();
  await expect(cursor(window)).toHaveAccessibleName(
    "Wednesday 25 November, 11:00, Anna Lindqvist, free",
  );
  await keyboard.press("ArrowRight");
  for (let step = 0; step < 4; step += 1) await keyboard.press("ArrowDown");
  await expect(live(window)).toHaveText(
    "Wednesday 25 November, 12:00, Ben Okafor, Overlaps Mara Vogt until 12:30.",
  );
  await keyboard.press("ArrowUp");
  await expect(live(window)).toHaveText("Wednesday 25 November, 11:45, Ben Okafor, free");
  await keyboard.press("PageDown");
  await expect(live(window)).toHaveText("Thursday 26 November, 11:45, Ben Okafor, free");
  await keyboard.press("Enter");
  const form = window.getByRole("dialog", { name: "New booking" });
  await expect(form).toContainText("Ben Okafor");
  await expect(window.locator(".draft")).toContainText("11:45");
});

test("a booking is picked up, carried to another day by key, placed, and taken back (D2, D11)", async ({
  window,
  desk,
}) => {
  const { keyboard } = window;
  await onGrid(window, /^Mara Vogt/).focus();
  await keyboard.press("Control+x");
  await expect(held(window)).toContainText("from Wed 25 Nov, 12:00, 30 min");
  await expect(cursor(window)).toBeFocused();
  await keyboard.press("j");
  await expect(window.getByRole("heading", { level: 1 })).toHaveText("Thursday 26 November");
  await expect(held(window)).toBeVisible();
  await keyboard.press("ArrowLeft");
  await keyboard.press("ArrowDown");
  await expect(live(window)).toHaveText("Thursday 26 November, 12:15, Anna Lindqvist, free");
  await keyboard.press("Enter");
  const placed = onGrid(window, /^Mara Vogt, Short cut, 12:15 to 12:45, .* with Anna Lindqvist/);
  await expect(placed).toBeFocused();
  await expect(held(window)).toBeHidden();
  await expect(live(window)).toHaveText("Mara Vogt moved to 12:15, Anna");
  await expect.poll(() => timesIn(desk)).toContain("Mara Vogt 12:15-12:45");
  await keyboard.press("Control+z");
  await expect(placed).toBeHidden();
  await keyboard.press("t");
  await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00 to 12:30/)).toBeVisible();
});

test("picked up by pointer, what it would overlap is shown; Esc puts it back, a click places it (D2, D6)", async ({
  window,
}) => {
  const { keyboard, mouse } = window;
  const at = await slotAt(window, "Clara Weiss", "13:15");
  await onGrid(window, /^Mara Vogt/).click();
  const pick = async () => {
    await window.getByRole("button", { name: "More", exact: true }).click();
    await window.getByRole("menuitem", { name: "Move…" }).click();
    await expect(held(window)).toBeVisible();
    await expect(cursor(window)).toBeFocused();
  };
  await pick();
  await mouse.move(at.x, at.y);
  await expect(window.locator(".drag-tip")).toContainText("Overlaps Henrike Voß");
  await keyboard.press("Escape");
  await expect(held(window)).toBeHidden();
  await expect(live(window)).toHaveText("Mara Vogt stays where it was.");
  await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00/)).toBeFocused();

  await pick();
  await mouse.click(at.x, at.y);
  await expect(
    onGrid(window, /^Mara Vogt, Short cut, 13:15 to 13:45, .* with Clara/),
  ).toBeVisible();
  await expect(held(window)).toBeHidden();
});

test("what is held is carried over the month and the week of a person (D2)", async ({ window }) => {
  const { keyboard } = window;
  await onGrid(window, /^Mara Vogt/).focus();
  await keyboard.press("x");
  await expect(held(window)).toBeVisible();
  await keyboard.press("m");
  await expect(held(window)).toBeVisible();
  await keyboard.press("w");
  await expect(cursor(window)).toBeFocused();
  await keyboard.press("Enter");
  await expect(held(window)).toBeHidden();
});
