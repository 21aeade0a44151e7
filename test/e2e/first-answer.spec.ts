import { onGrid } from "./support/book.ts";
import { expect, keepTime, test } from "./support/test.ts";

const EARLY = /no bookings|nothing more today|nobody is waiting|nothing booked yet|\bfree\b/i;

for (const view of ["day", "week", "month"] as const)
  test(`before the desk has answered, the ${view} does not say that there is nothing (D1)`, async ({
    page,
    desk,
  }) => {
    await desk.bridge.call("preferences.set", { view });
    const { promise: answered, resolve: answer } = Promise.withResolvers<undefined>();
    let asked = 0;
    await page.route(/\/bridge\/(schedule\.get|waitlist\.list)$/, async (route) => {
      asked += 1;
      await answered;
      await route.continue();
    });
    await keepTime(page, desk);
    await page.goto(desk.host.url);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("button", { name: "Add to the waitlist" })).toBeVisible();
    await expect.poll(() => asked).toBeGreaterThan(2);
    await expect(page.getByText("Times in Berlin")).toBeVisible();
    await expect(page.locator(".desk")).not.toContainText(EARLY);
    answer(undefined);
    await expect(page.getByRole("main")).toContainText(/\d booking/);
    await expect(page.getByText("Nobody is waiting for a time.")).toBeVisible();
    if (view === "day") await expect(onGrid(page, /^Mara Vogt/)).toBeVisible();
  });
