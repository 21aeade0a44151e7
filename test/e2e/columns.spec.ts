import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { onGrid } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

/** Who has a column, from the left. */
function columns(window: Page) {
  return window.locator(".head b");
}

async function openColumns(window: Page) {
  await onGrid(window, /^Esra/).waitFor();
  await window.getByRole("button", { name: /^Columns and size/ }).click();
  return window.getByRole("dialog", { name: "Columns and size" });
}

test("columns are hidden, the bar says how many, and the next window remembers it (D1)", async ({
  window,
  desk,
  page,
}) => {
  const dialog = await openColumns(window);
  await dialog.getByText("Ben Okafor").click();
  await dialog.getByText("Frida Holm").click();
  await window.keyboard.press("Escape");
  await expect(columns(window)).toHaveText([
    "Anna Lindqvist",
    "Clara Weiss",
    "Deniz Aydın",
    "Jonas Reuter",
  ]);
  await expect(window.getByRole("button", { name: "Columns and size 4 of 6" })).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(desk.host.url);
  await expect(columns(other)).toHaveCount(4);
  await other.getByRole("button", { name: /^Columns and size/ }).click();
  await other.getByRole("button", { name: "Show all" }).click();
  await expect(columns(other)).toHaveCount(6);
  await window.reload();
  await expect(columns(window)).toHaveCount(6);
});

test("the last column can’t be hidden (D1)", async ({ window }) => {
  const dialog = await openColumns(window);
  for (const name of ["Anna", "Ben", "Clara", "Deniz", "Frida"])
    await dialog.getByText(new RegExp(`^${name} `)).click();
  await expect(columns(window)).toHaveText(["Jonas Reuter"]);
  await expect(dialog.getByRole("checkbox", { name: "Jonas Reuter" })).toBeDisabled();
  await expect(dialog).toContainText("The last one stays.");
});

test("the column of a hidden person shows for as long as the booking in the pane is theirs (D1)", async ({
  window,
}) => {
  const dialog = await openColumns(window);
  await dialog.getByText("Ben Okafor").click();
  await window.keyboard.press("Escape");
  await expect(columns(window)).toHaveCount(5);
  await window
    .getByRole("complementary")
    .getByRole("button", { name: /Mara Vogt/ })
    .click();
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(columns(window)).toHaveCount(5);
});

test("columns change places by arrow keys and by pulling, and say so (D1, D11)", async ({
  window,
}) => {
  const dialog = await openColumns(window);
  await dialog.getByRole("button", { name: "Move Ben Okafor" }).focus();
  await window.keyboard.press("ArrowUp");
  await expect(window.getByText("Ben Okafor is at place 1 now.")).toBeAttached();
  await expect(columns(window).first()).toHaveText("Ben Okafor");

  const grip = await dialog.getByRole("button", { name: "Move Jonas Reuter" }).boundingBox();
  const top = await dialog.getByRole("button", { name: "Move Ben Okafor" }).boundingBox();
  if (grip === null || top === null) throw new Error("The rows are not drawn.");
  await window.mouse.move(grip.x + 12, grip.y + 12);
  await window.mouse.down();
  await window.mouse.move(top.x + 12, top.y + 12, { steps: 8 });
  await window.mouse.up();
  await expect(columns(window).first()).toHaveText("Jonas Reuter");
});

test("somebody new has a column though others are hidden; the size is chosen beside (D1)", async ({
  window,
  desk,
}) => {
  const dialog = await openColumns(window);
  await dialog.getByText("Ben Okafor").click();
  await expect(columns(window)).toHaveCount(5);
  const fields = { name: "Nele Neu", hours: null, active: true, position: 99 };
  const [like] = await desk.bridge.call("staff.list", {});
  if (like === undefined) throw new Error("Nobody works here.");
  const { id: _id, revision: _revision, ...rest } = like;
  await desk.bridge.call("staff.save", { existing: null, fields: { ...rest, ...fields } });
  await expect(columns(window).last()).toHaveText("Nele Neu");

  const before = await onGrid(window, /^Esra/).boundingBox();
  await dialog.getByRole("radio", { name: "Large" }).click();
  await expect
    .poll(async () => (await onGrid(window, /^Esra/).boundingBox())?.height)
    .toBeGreaterThan((before?.height ?? 0) * 1.5);
  expect((await new AxeBuilder({ page: window }).analyze()).violations).toEqual([]);
});
