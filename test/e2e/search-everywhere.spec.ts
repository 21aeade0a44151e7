import type { Page } from "@playwright/test";
import { onGrid } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

async function search(window: Page, typed: string): Promise<void> {
  await window.keyboard.press("Control+k");
  await window.keyboard.type(typed);
}

test.beforeEach(async ({ window }) => {
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
});

test("a customer's next booking stands below the customer and opens on its day, by keys alone", async ({
  window,
}) => {
  await search(window, "mara");
  const bookings = window.getByRole("group", { name: "Bookings of Mara Vogt" });
  const next = bookings.getByRole("option", { name: /12:00, Short cut/ });
  await expect(next).toBeVisible();
  for (let i = 0; i < 10 && (await next.getAttribute("data-focused")) === null; i += 1)
    await window.keyboard.press("ArrowDown");
  await window.keyboard.press("Enter");
  await expect(window.getByRole("heading", { name: "Mara Vogt" })).toBeVisible();
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
});

test("the first row is the one that is marked and that Enter opens, though customers are found last", async ({
  window,
}) => {
  await window.keyboard.press("Control+k");
  // Rows are marked for what is typed into the field; what comes before it stands has a story of its own.
  await expect(window.getByRole("searchbox")).toBeFocused();
  await window.keyboard.type("e");
  const first = window.getByRole("option").first();
  await expect(first).toContainText("Esra Yıldız");
  await expect(first).toHaveAttribute("data-focused", "true");
  await window.keyboard.press("Enter");
  await expect(window.getByRole("heading", { name: "Esra Yıldız" })).toBeVisible();
});

test("people, services, screens and commands are found by the beginnings of their words", async ({
  window,
}) => {
  await search(window, "cla");
  await window
    .getByRole("group", { name: "Staff" })
    .getByRole("option", { name: "Clara Weiss" })
    .click();
  await expect(
    window.getByRole("group", { name: /^Clara Weiss, .*columns by day$/ }),
  ).toBeVisible();

  await search(window, "opening");
  await window.getByRole("option", { name: "Settings: Opening hours" }).click();
  await expect(window.getByRole("heading", { level: 1, name: "Opening hours" })).toBeVisible();

  await search(window, "short");
  await window
    .getByRole("group", { name: "Services" })
    .getByRole("option", { name: "Short cut" })
    .click();
  await expect(window.getByRole("heading", { level: 1, name: "Services" })).toBeVisible();

  await search(window, "walk");
  await window.getByRole("group", { name: "Do" }).getByRole("option", { name: "Walk-in" }).click();
  await expect(window.getByRole("dialog", { name: /^Walk-in/ })).toBeVisible();
});
