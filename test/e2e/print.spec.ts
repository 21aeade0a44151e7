import type { Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { choose, onGrid } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

const ESRA_ID = "01990000-0000-7000-8000-000000000100";

/** Tells when the window asks for the printer; a browser without a screen has none. */
async function withPrinter(window: Page): Promise<() => Promise<number>> {
  await window.evaluate(() => {
    Object.assign(globalThis, { asked: 0 });
    globalThis.print = () =>
      void Object.assign(globalThis, { asked: Reflect.get(globalThis, "asked") + 1 });
  });
  return () => window.evaluate(() => Reflect.get(globalThis, "asked") as number);
}

/** What stands on the paper, page by page, as another program reads it. */
async function onPaper(window: Page): Promise<readonly string[]> {
  const paper = await getDocumentProxy(new Uint8Array(await window.pdf({ format: "A4" })));
  return (await extractText(paper)).text;
}

test.beforeEach(async ({ window }) => {
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
});

test("the day is printed as a table, not as the grid (D11)", async ({ window }) => {
  const asked = await withPrinter(window);
  await window.keyboard.press("Control+p");
  const dialog = window.getByRole("dialog", { name: "Print Wed 25 Nov" });
  await expect(dialog.getByRole("radio", { name: /^Short/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Print", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(asked).toBe(1);

  const [page = "", ...others] = await onPaper(window);
  expect(others).toEqual([]);
  expect(page).toContain("Wednesday 25 November");
  expect(page).toMatch(/10:00–10:45 +Esra Yıldız.* /);
  expect(page).toMatch(/12:00–12:30 +Mara Vogt/);
  expect(page).not.toContain("+49 30");
  expect(page).not.toContain("Integrations");

  await window.evaluate(() => globalThis.dispatchEvent(new Event("afterprint")));
  await expect(window.locator(".day-sheet")).toHaveCount(0);
});

test("a detailed sheet has the phone numbers, and each person a page", async ({ window }) => {
  const asked = await withPrinter(window);
  await window.getByRole("button", { name: "Print the day" }).click();
  const dialog = window.getByRole("dialog", { name: "Print Wed 25 Nov" });
  await dialog.getByText("Detailed", { exact: true }).click();
  await dialog.getByText("Each person on a page of their own").click();
  await dialog.getByRole("button", { name: "Print", exact: true }).click();
  await expect.poll(asked).toBe(1);
  const pages = await onPaper(window);
  expect(pages).toHaveLength(6);
  expect(pages[0]).toContain("Anna Lindqvist");
  expect(pages[0]).toContain("Esra Yıldız");
  expect(pages[0]).toContain("+49 30 23125 001");
  expect(pages[0]).not.toContain("Mara Vogt");
});

test("one person’s sheet leaves the others out, in the dark too", async ({ window }) => {
  await window.emulateMedia({ colorScheme: "dark" });
  const asked = await withPrinter(window);
  await window.keyboard.press("Control+p");
  const dialog = window.getByRole("dialog", { name: "Print Wed 25 Nov" });
  await choose(dialog, "Whose day", "Anna Lindqvist");
  await dialog.getByRole("button", { name: "Print", exact: true }).click();
  await expect.poll(asked).toBe(1);
  await window.emulateMedia({ media: "print", colorScheme: "dark" });
  const colour = (property: string): Promise<string> =>
    window
      .locator(".day-sheet")
      .evaluate((sheet, name) => getComputedStyle(sheet).getPropertyValue(name), property);
  expect(await colour("color")).toBe("rgb(0, 0, 0)");
  await window.emulateMedia({ media: null });
  const [page = ""] = await onPaper(window);
  expect(page).toContain("Anna Lindqvist");
  expect(page).not.toContain("Ben Okafor");
});

test("a day of many pages: name and day on each, pages counted, no line lost", async ({
  window,
  desk,
}) => {
  const { booking } = await desk.bridge.call("booking.get", { id: ESRA_ID });
  const { staffId, serviceId, start } = booking;
  const plain = { durationMinutes: 5, deskNotes: "", priceMinor: null, walkIn: true } as const;
  for (let i = 0; i < 50; i += 1) {
    const at = {
      staffId,
      serviceId,
      start: new Date(Date.parse(start) + i * 300_000).toISOString(),
    };
    const guest = { customer: { is: "unnamed" }, customerNotes: `Guest ${i}.` } as const;
    const id = `01990000-0000-7000-8000-${String(900 + i).padStart(12, "0")}`;
    await desk.bridge.call("booking.create", {
      id,
      anyway: true,
      booking: { ...plain, ...at, ...guest },
    });
  }
  const asked = await withPrinter(window);
  await window.keyboard.press("Control+p");
  const dialog = window.getByRole("dialog", { name: "Print Wed 25 Nov" });
  await choose(dialog, "Whose day", "Anna Lindqvist");
  await dialog.getByText("Detailed", { exact: true }).click();
  await dialog.getByRole("button", { name: "Print", exact: true }).click();
  await expect.poll(asked).toBe(1);
  const pages = await onPaper(window);
  expect(pages.length).toBeGreaterThan(1);
  for (const [i, page] of pages.entries()) {
    expect(page).toContain("Anna Lindqvist 09:00–18:00");
    // At the end of that line; a PDF has it before it.
    expect(page).toMatch(/^Wed 25 Nov/m);
    expect(page).toContain(`${i + 1} / ${pages.length}`);
  }
  const guests = pages.join(" ").match(/Guest \d+\./g) ?? [];
  expect(new Set(guests).size).toBe(50);
  expect(guests).toHaveLength(50);
});
