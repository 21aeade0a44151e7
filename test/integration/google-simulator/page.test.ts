import { existsSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "./harness.ts";
import { hourAt, openDesk } from "./harness.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => existsSync(path),
);
if (CHROMIUM === undefined)
  process.stderr.write("No Chromium found: the simulator's page is not tested.\n");

describe.skipIf(CHROMIUM === undefined)("the week page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    });
  });
  afterAll(() => browser.close());

  async function openPage(desk: Desk): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await page.goto(desk.simulator.url);
    await page.getByRole("button", { name: "New event" }).and(page.locator(":enabled")).waitFor();
    return page;
  }

  const timesIn = (desk: Desk): unknown[] =>
    desk.control
      .events("primary")
      .map(({ summary, status, start, end }) => [
        summary,
        status,
        start?.dateTime?.slice(0, 16),
        end?.dateTime?.slice(11, 16),
      ]);

  it("makes, renames and deletes an event through the form", async () => {
    const desk = await openDesk();
    const page = await openPage(desk);
    await page.getByRole("button", { name: "New event" }).click();
    await page.getByLabel("Title").fill("Delivery");
    await page.getByLabel("Start").fill("09:30");
    await page.getByLabel("End", { exact: true }).fill("10:15");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Delivery, 09:30 to 10:15, Wed 25 Nov" }).click();
    await page.getByLabel("Title").fill("Big delivery");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: /^Big delivery/ }).click();
    expect(timesIn(desk)).toEqual([["Big delivery", "confirmed", "2026-11-25T09:30", "10:15"]]);
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: /^Big delivery/ }).waitFor({ state: "detached" });
    expect(desk.control.events("primary")).toMatchObject([{ status: "cancelled" }]);
    await page.close();
  });

  it("moves an event by dragging, and shows changes from elsewhere", async () => {
    const desk = await openDesk();
    const page = await openPage(desk);
    desk.control.createEvent("primary", { summary: "Dentist", ...hourAt(9) });
    const event = page.getByRole("button", { name: /^Dentist/ });
    await event.waitFor({ timeout: 2000 });
    const from = (await event.boundingBox()) ?? { x: 0, y: 0 };
    const column = (await page.locator('.day[data-date="2026-11-27"]').boundingBox()) ?? { x: 0 };
    await page.mouse.move(from.x + 20, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(column.x + 40, from.y + 40, { steps: 4 });
    await page.mouse.move(column.x + 40, from.y + 20 + 48, { steps: 4 });
    await page.mouse.up();
    await page.getByRole("button", { name: "Dentist, 10:00 to 11:00, Fri 27 Nov" }).waitFor();
    expect(timesIn(desk)).toEqual([["Dentist", "confirmed", "2026-11-27T10:00", "11:00"]]);
    await page.close();
  });

  it("makes an event where a person drags over empty time", async () => {
    const desk = await openDesk();
    const page = await openPage(desk);
    const column = page.locator('.day[data-date="2026-11-26"]');
    const box = (await column.boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(box.x + 30, box.y + 10 * 48 + 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 30, box.y + 11.5 * 48 - 2, { steps: 4 });
    await page.mouse.up();
    await page.getByLabel("Title").fill("Blocked");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Blocked, 10:00 to 11:30, Thu 26 Nov" }).waitFor();
    expect(timesIn(desk)).toEqual([["Blocked", "confirmed", "2026-11-26T10:00", "11:30"]]);
    await page.close();
  });
});
