import { expect, type Locator, type Page } from "@playwright/test";

/** Any booking's or block's place on the grid, by the beginning of its spoken name. */
export function onGrid(window: Page, name: string | RegExp): Locator {
  return window.getByRole("group", { name: /columns by person$/ }).getByRole("button", { name });
}

export function columnOf(window: Page, staff: string): Locator {
  return window.getByRole("region", { name: new RegExp(`^${staff}, `) });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const PX_PER_MINUTE = 1.6;

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

async function boxOf(locator: Locator) {
  await expect(locator).toBeVisible();
  const box = await locator.boundingBox();
  if (box === null) throw new Error("It has no place on the screen.");
  return box;
}

/** Where a time of a person's day is on the screen, measured from the booking of Mara Vogt at 12:00. */
export async function slotAt(window: Page, staff: string, time: string): Promise<Point> {
  const noon = await boxOf(onGrid(window, /^Mara Vogt, Short cut, 12:00/));
  const { x, width } = await boxOf(columnOf(window, staff));
  return { x: x + width / 2, y: noon.y + (minutes(time) - minutes("12:00")) * PX_PER_MINUTE + 2 };
}

async function drag(window: Page, from: Point, to: Point): Promise<void> {
  await window.mouse.move(from.x, from.y);
  await window.mouse.down();
  await window.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await window.mouse.move(to.x, to.y, { steps: 4 });
  await window.mouse.up();
}

/** Draws a stretch of a person's day. */
export async function draw(window: Page, staff: string, from: string, to: string): Promise<void> {
  const end = await slotAt(window, staff, to);
  // Wherever the pointer is in a step, the step counts as a whole.
  await drag(window, await slotAt(window, staff, from), { x: end.x, y: end.y - 8 });
}

/** Takes a booking to a time of somebody's day; it is held at its first minutes. */
export async function moveTo(
  window: Page,
  booking: Locator,
  staff: string,
  time: string,
): Promise<void> {
  const { x, y, width } = await boxOf(booking);
  const grip = { x: x + width / 2, y: y + 4 };
  const to = await slotAt(window, staff, time);
  await drag(window, grip, { x: to.x, y: to.y + 2 });
}

/** Opens a list and takes one of its options. */
export async function choose(scope: Locator, label: string, option: string): Promise<void> {
  await scope.getByRole("button", { name: new RegExp(` ${label}$|^${label}`) }).click();
  await scope.page().getByRole("option", { name: option }).click();
}

/** The bar above every screen; it says how the sync stands. */
export function titleBar(window: Page): Locator {
  return window.getByRole("banner").filter({ has: screensOf(window) });
}

function screensOf(window: Page): Locator {
  return window.getByRole("navigation", { name: "Screens" });
}

export async function openScreen(window: Page, name: string): Promise<void> {
  const tab = new RegExp(`^${name}`);
  await screensOf(window).getByRole("button", { name: tab }).click();
}
