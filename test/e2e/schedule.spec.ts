import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./support/practice-desk.ts";

const MESSAGE = { timeout: 5_000 };
/** Further ahead than the sample salon is booked. */
const MONTHS_AHEAD = 3;

async function openEmptyDay(desk: Page): Promise<void> {
  await desk.locator("[data-staff]").first().waitFor();
  for (let i = 0; i < MONTHS_AHEAD; i++)
    await desk.getByRole("button", { name: "Month after" }).click();
  await desk.locator('.mini .day:not(.out)[aria-label^="Thu"]').nth(1).click();
  await expect(desk.getByText("Nothing booked yet")).toBeVisible();
}

/** A point in somebody's column: minutes after the first hour line that is in sight. */
async function pointIn(desk: Page, column: number, pixels: number) {
  const box = await desk.locator("[data-staff]").nth(column).boundingBox();
  const grid = await desk.locator(".grid").boundingBox();
  if (box === null || grid === null) throw new Error("no such column");
  return { x: box.x + box.width / 2, y: grid.y + 200 + pixels };
}

async function drag(
  desk: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await desk.mouse.move(from.x, from.y);
  await desk.mouse.down();
  await desk.mouse.move(from.x + 6, from.y + 6);
  await desk.mouse.move(to.x, to.y, { steps: 8 });
}

function form(desk: Page): Locator {
  return desk.getByRole("dialog", { name: "New booking" });
}

async function chooseService(desk: Page, name: string): Promise<void> {
  await form(desk)
    .getByRole("button", { name: /Service/ })
    .click();
  await desk.getByRole("option", { name: new RegExp(`^${name}`) }).click();
}

/** Books somebody new with a click on an empty place. */
async function book(desk: Page, name: string, column = 1, pixels = 0): Promise<Locator> {
  const { x, y } = await pointIn(desk, column, pixels);
  await desk.mouse.click(x, y);
  await form(desk)
    .getByRole("combobox", { name: /Customer/ })
    .fill(name);
  await desk.getByRole("option", { name: `New customer “${name}”` }).click();
  await chooseService(desk, "Cut & finish");
  await form(desk).getByRole("button", { name: /^Book/ }).click();
  const block = blockOf(desk, name);
  await expect(block).toBeVisible();
  return block;
}

function blockOf(desk: Page, name: string): Locator {
  return desk.locator(".col").getByRole("button", { name: new RegExp(`^${name}, `) });
}

async function columnOf(block: Locator): Promise<string | null> {
  return block.evaluate(
    (element) => element.closest("[data-staff]")?.getAttribute("data-staff") ?? null,
  );
}

async function labelOf(block: Locator): Promise<string> {
  return (await block.locator(".unseen").textContent()) ?? "";
}

async function accessible(desk: Page): Promise<void> {
  expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([]);
}

test("a click on an empty place books somebody new, and it can be taken back and done again", async ({
  desk,
}) => {
  await openEmptyDay(desk);
  const block = await book(desk, "Tilda Testfrau");
  await expect(desk.getByRole("heading", { name: "Tilda Testfrau" })).toBeVisible();
  await desk.getByRole("button", { name: /^Undo/ }).click();
  await expect(block).toHaveCount(0);
  await desk.keyboard.press("Control+Shift+Z");
  await expect(block).toBeVisible();
});

test("the whole booking of a known customer needs no mouse", async ({ desk }) => {
  await openEmptyDay(desk);
  await desk.keyboard.press("c");
  await expect(form(desk).getByRole("combobox", { name: /Customer/ })).toBeFocused();
  await desk.keyboard.type("berg");
  await expect(desk.getByRole("option").first()).toBeVisible();
  await desk.keyboard.press("ArrowDown");
  await desk.keyboard.press("Enter");
  await expect(form(desk).getByRole("button", { name: /Service/ })).toBeFocused();
  await desk.keyboard.type("Man");
  await expect(form(desk).getByRole("button", { name: /Service/ })).toContainText("Manicure");
  await form(desk).getByRole("textbox", { name: "From" }).focus();
  await desk.keyboard.press("Enter");
  await expect(form(desk)).toHaveCount(0);
  await expect(desk.locator(".col .bk")).toHaveCount(1);
});

test("a stretch that is drawn is booked as long as it was drawn", async ({ desk }) => {
  await openEmptyDay(desk);
  await drag(desk, await pointIn(desk, 0, 10), await pointIn(desk, 0, 106));
  await desk.mouse.up();
  const values = async (): Promise<string[]> => [
    await form(desk).getByRole("textbox", { name: "From" }).inputValue(),
    await form(desk).getByRole("textbox", { name: "To" }).inputValue(),
  ];
  const drawn = await values();
  await chooseService(desk, "Cut & finish");
  expect(await values()).toEqual(drawn);
});

test("where something is in the way, Enter takes the next free time; booking anyway is a button of its own", async ({
  desk,
}) => {
  await openEmptyDay(desk);
  await book(desk, "Erste Kundin");
  await desk.getByRole("button", { name: "New booking" }).click();
  await form(desk)
    .getByRole("combobox", { name: /Customer/ })
    .fill("Zweite Kundin");
  await desk.keyboard.press("Control+Enter");
  await chooseService(desk, "Cut & finish");
  const taken = await labelOf(blockOf(desk, "Erste Kundin"));
  const start = /(\d\d:\d\d) to/.exec(taken)?.[1] ?? "";
  const staff = /with (.+)$/.exec(taken)?.[1] ?? "";
  await form(desk).getByRole("button", { name: /With/ }).click();
  await desk.getByRole("option", { name: staff }).click();
  await form(desk).getByRole("textbox", { name: "From" }).fill(start);
  await desk.keyboard.press("Enter");
  await expect(form(desk).getByText("Overlaps Erste Kundin")).toBeVisible();
  await expect(form(desk).getByRole("button", { name: /^Use / })).toBeVisible();
  await accessible(desk);
  await form(desk).getByRole("button", { name: "Book anyway" }).click();
  await expect(blockOf(desk, "Zweite Kundin")).toBeVisible();
  await expect(desk.getByText("1 overlap")).toBeVisible();
  await expect(desk.locator(".bk.clash")).toHaveCount(1);
});

test("a booking is dragged to another person and time; Esc puts it back; the move can be taken back", async ({
  desk,
}) => {
  await openEmptyDay(desk);
  const block = await book(desk, "Wanda Wander");
  const before = await labelOf(block);
  const home = await columnOf(block);
  const from = await pointIn(desk, 1, 10);
  const to = await pointIn(desk, 3, 106);
  await drag(desk, from, to);
  await expect(desk.locator(".lift")).toBeVisible();
  await desk.keyboard.press("Escape");
  await desk.mouse.up();
  expect(await labelOf(block)).toBe(before);
  await drag(desk, from, to);
  await desk.mouse.up();
  await expect(desk.getByText(/Wanda Wander moved to/).first()).toBeVisible(MESSAGE);
  await expect.poll(() => columnOf(block)).not.toBe(home);
  await desk.keyboard.press("Control+z");
  await expect.poll(() => labelOf(block)).toBe(before);
});

test("the lower edge makes a booking longer", async ({ desk }) => {
  await openEmptyDay(desk);
  const block = await book(desk, "Lena Lang");
  const box = await block.boundingBox();
  if (box === null) throw new Error("no block");
  const edge = { x: box.x + box.width / 2, y: box.y + box.height - 2 };
  await drag(desk, edge, { x: edge.x, y: edge.y + 48 });
  await desk.mouse.up();
  await expect(desk.getByText(/Lena Lang now until/).first()).toBeVisible(MESSAGE);
  await expect
    .poll(async () => (await block.boundingBox())?.height)
    .toBeCloseTo(box.height + 48, 0);
});

test("keys move a booking, and say so; the focus stays with it", async ({ desk }) => {
  await openEmptyDay(desk);
  const block = await book(desk, "Kira Key");
  const before = await labelOf(block);
  await block.focus();
  await desk.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => labelOf(block)).not.toBe(before);
  await expect(block).toBeFocused();
  const home = await columnOf(block);
  await desk.keyboard.press("Alt+ArrowRight");
  await expect.poll(() => columnOf(block)).not.toBe(home);
  await expect(block).toBeFocused();
  await expect(desk.getByRole("status").filter({ hasText: "Kira Key moved to" })).toHaveCount(1);
});

test("a visit goes through its steps, and each can be taken back", async ({ desk }) => {
  await openEmptyDay(desk);
  const block = await book(desk, "Stella Step");
  const steps = desk.getByRole("group", { name: "Status" });
  await desk.getByRole("button", { name: "Arrived" }).last().click();
  await expect(steps.getByRole("button", { name: "Arrived" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await desk.getByRole("button", { name: "Start service" }).click();
  await expect(block).toHaveAccessibleName(/In service/);
  await desk.keyboard.press("Control+z");
  await expect(block).toHaveAccessibleName(/Arrived/);
  await accessible(desk);
});

test("cancelling asks first, keeps the reason, and can be taken back", async ({ desk }) => {
  await openEmptyDay(desk);
  const block = await book(desk, "Clara Cancel");
  await block.focus();
  await desk.keyboard.press("Delete");
  const dialog = desk.getByRole("alertdialog", { name: "Cancel the booking of Clara Cancel?" });
  await expect(dialog).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(block).toBeVisible();
  await block.focus();
  await desk.keyboard.press("Delete");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("ill");
  await desk.keyboard.press("Enter");
  await expect(block).toHaveCount(0);
  await expect(desk.getByText("Cancelled: ill")).toBeVisible();
  await desk.keyboard.press("Control+z");
  await expect(block).toBeVisible();
});

test("time is blocked for everyone, changed, and freed again", async ({ desk }) => {
  await openEmptyDay(desk);
  await desk.keyboard.press("b");
  const dialog = desk.getByRole("dialog", { name: "Block time" });
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Training");
  await dialog.getByRole("button", { name: "Everyone" }).click();
  await dialog.getByRole("button", { name: /^Block/ }).click();
  const blocks = desk.locator(".col").getByRole("button", { name: /^Training, / });
  await expect(blocks).toHaveCount(6);
  await blocks.first().click();
  await desk.getByRole("button", { name: "Free this time" }).click();
  await expect(blocks).toHaveCount(0);
  await desk.keyboard.press("Control+z");
  await expect(blocks).toHaveCount(6);
});

test("a day that is not today says so, and T leads back", async ({ desk }) => {
  await openEmptyDay(desk);
  await expect(desk.getByText(/^Not today, in \d+ weeks$/)).toBeVisible();
  await desk.keyboard.press("t");
  await expect(desk.getByText(/^Not today/)).toHaveCount(0);
});

test("an empty day says what to do below the names, however far one has scrolled", async ({
  desk,
}) => {
  await openEmptyDay(desk);
  const hint = desk.getByText("Nothing booked yet");
  for (const to of [0, 300, 2_000]) {
    await desk.locator(".grid").evaluate((grid, top) => grid.scrollTo({ top }), to);
    const [heads, words] = [await desk.locator(".heads").boundingBox(), await hint.boundingBox()];
    expect(words?.y ?? 0, `scrolled to ${to}`).toBeGreaterThan(
      (heads?.y ?? 0) + (heads?.height ?? 0),
    );
    await expect(hint).toBeInViewport();
  }
});

test("what is typed in the form of a booking survives a click on another place", async ({
  desk,
}) => {
  await openEmptyDay(desk);
  const first = await pointIn(desk, 4, 0);
  await desk.mouse.click(first.x, first.y);
  await form(desk)
    .getByRole("combobox", { name: /Customer/ })
    .fill("Nora Neu");
  await desk.keyboard.press("Control+Enter");
  await form(desk).getByRole("textbox", { name: "Phone" }).fill("0171 5");
  const before = await form(desk).getByRole("textbox", { name: "From" }).inputValue();
  const second = await pointIn(desk, 4, 144);
  await desk.mouse.click(second.x, second.y);
  await expect(form(desk).getByRole("textbox", { name: "From" })).not.toHaveValue(before);
  await expect(form(desk).getByRole("textbox", { name: "Phone" })).toHaveValue("0171 5");
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the full day is free of accessibility faults in the ${colorScheme} theme`, async ({
    desk,
  }) => {
    await desk.emulateMedia({ colorScheme });
    await desk.locator(".bk").first().waitFor();
    await accessible(desk);
    await desk.locator(".bk").first().dispatchEvent("click");
    await expect(desk.getByRole("button", { name: /^Edit/ })).toBeVisible();
    await accessible(desk);
  });
