import type { Locator, Page } from "@playwright/test";
import { onGrid, slotAt, titleBar } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { expect, test, timesIn } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("It has no place on the screen.");
  return box;
}

/** Where an hour's line lies on the screen: in the middle of its number. */
async function hourAt(window: Page, hour: number): Promise<number> {
  const { y, height } = await boxOf(
    window.locator(".hours span", { hasText: new RegExp(`^${hour}00$`) }),
  );
  return y + height / 2;
}

function line(window: Page): Locator {
  return window.getByText("Times are in the business’s zone, Berlin.");
}

/** Books at the desk itself, from one instant to another. */
async function bookAt(desk: TestDesk, end: number, start: string, minutes: number): Promise<void> {
  const [{ id: staffId } = { id: "" }] = await desk.bridge.call("staff.list", {});
  const [{ id: serviceId } = { id: "" }] = await desk.bridge.call("service.list", {});
  const [{ id: customerId } = { id: "" }] = await desk.bridge.call("customer.search", {
    query: "Theo",
    limit: 1,
  });
  await desk.bridge.call("booking.create", {
    id: `01990000-0000-7000-8000-00000000090${end}`,
    anyway: true,
    booking: {
      staffId,
      serviceId,
      customer: { is: "known", id: customerId },
      walkIn: false,
      start,
      durationMinutes: minutes,
      customerNotes: "",
      deskNotes: "",
      priceMinor: null,
      rrule: null,
    },
  });
}

test("a computer with the business's clock is told nothing about zones", async ({ window }) => {
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
  await expect(line(window)).toBeHidden();
  await expect(window.locator(".corner")).toHaveText("");
});

test.describe("on a computer in New York", () => {
  test.use({ timezoneId: "America/New_York" });

  test("the schedule says whose time it shows, and shows it (D1)", async ({ window, desk }) => {
    await expect(line(window)).toBeVisible();
    await expect(window.getByRole("main")).toContainText(
      "This computer is set to New York, where it is 05:00 now.",
    );
    await expect(window.locator(".corner")).toHaveText("CET");
    expect(await hourAt(window, 12)).toBeCloseTo(
      (await boxOf(onGrid(window, /^Mara Vogt, Short cut, 12:00 to 12:30/))).y,
      0,
    );
    const now = await boxOf(window.locator(".now").last());
    expect(Math.abs(now.y - (await hourAt(window, 11)))).toBeLessThan(2);
    await expect(window.getByRole("heading", { level: 1 })).toHaveText("Wednesday 25 November");

    const { x, y } = await slotAt(window, "Ben Okafor", "13:00");
    await window.mouse.click(x, y);
    const form = window.getByRole("dialog", { name: "New booking" });
    await expect(form.getByLabel("From")).toHaveValue("13:00");
    await form.getByLabel("Customer: name, phone or e-mail").fill("Theo Amara");
    await window.getByRole("option", { name: /^Theo Amara/ }).click();
    await form.getByRole("button", { name: /Service/ }).click();
    await window.getByRole("option", { name: /^Short cut/ }).click();
    await form.getByRole("button", { name: /^Book( Enter)?$/ }).click();
    await expect(onGrid(window, /^Theo Amara, Short cut, 13:00 to 13:30/)).toBeVisible();
    await expect.poll(() => timesIn(desk)).toContain("Theo Amara 13:00-13:30");
  });
});

test.describe("on a computer that is a day ahead", () => {
  // 11:00 in Auckland is the evening before in Berlin.
  test.use({ timezoneId: "Pacific/Auckland", begins: Date.parse("2026-11-25T15:00:00.000Z") });

  test("today is the business's, and the line says which day it is here (D1)", async ({
    window,
  }) => {
    await expect(window.getByRole("heading", { level: 1 })).toHaveText("Wednesday 25 November");
    await expect(window.getByRole("main")).toContainText("where it is Thu 26 Nov, 04:00 now.");
    await expect(window.getByText(/^Not today/)).toBeHidden();
  });
});

for (const timezoneId of ["Europe/Berlin", "America/New_York"])
  test.describe(`with the computer in ${timezoneId}`, () => {
    test.describe("on the day that skips an hour", () => {
      // 10:00 in the salon, an hour later than the day before at this instant.
      test.use({ timezoneId, begins: Date.parse("2026-03-29T08:00:00.000Z") });

      test("what is booked before and after stands at the clock's hours (D1)", async ({
        window,
        desk,
      }) => {
        await bookAt(desk, 1, "2026-03-29T00:30:00.000Z", 60);
        await bookAt(desk, 2, "2026-03-29T09:00:00.000Z", 60);
        await expect(window.getByRole("heading", { level: 1 })).toHaveText("Sunday 29 March");
        const across = await boxOf(onGrid(window, /^Theo Amara, .*, 01:30 to 03:30/));
        expect(across.y).toBeCloseTo(
          ((await hourAt(window, 1)) + (await hourAt(window, 2))) / 2,
          0,
        );
        const after = await boxOf(onGrid(window, /^Theo Amara, .*, 11:00 to 12:00/));
        expect(after.y).toBeCloseTo(await hourAt(window, 11), 0);
        const now = await boxOf(window.locator(".now").last());
        expect(Math.abs(now.y - (await hourAt(window, 10)))).toBeLessThan(2);
      });
    });

    test.describe("on the day that repeats an hour", () => {
      test.use({ timezoneId, begins: Date.parse("2026-10-25T09:00:00.000Z") });

      test("what is booked before and after stands at the clock's hours (D1)", async ({
        window,
        desk,
      }) => {
        await bookAt(desk, 1, "2026-10-25T00:30:00.000Z", 45);
        await bookAt(desk, 2, "2026-10-25T10:00:00.000Z", 60);
        await expect(window.getByRole("heading", { level: 1 })).toHaveText("Sunday 25 October");
        // From 02:30 in summer time to 02:15 in winter time, a real three quarters of an hour.
        const within = await boxOf(onGrid(window, /^Theo Amara, .*, 02:30 to 02:15/));
        expect(within.y).toBeCloseTo(
          ((await hourAt(window, 2)) + (await hourAt(window, 3))) / 2,
          0,
        );
        expect(within.height).toBeCloseTo(45 * 1.6 - 1, 0);
        const after = await boxOf(onGrid(window, /^Theo Amara, .*, 11:00 to 12:00/));
        expect(after.y).toBeCloseTo(await hourAt(window, 11), 0);
        const now = await boxOf(window.locator(".now").last());
        expect(Math.abs(now.y - (await hourAt(window, 10)))).toBeLessThan(2);
      });
    });
  });
