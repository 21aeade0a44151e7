import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addDays } from "../../src-shared/time/zones.ts";
import { onGrid } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { TODAY } from "./support/small-salon.ts";
import { expect, test } from "./support/test.ts";

function list(window: Page) {
  return window.getByRole("group", { name: "Bookings, day after day" });
}

function inList(window: Page, name: RegExp | string) {
  return list(window).getByRole("button", { name });
}

async function showList(window: Page): Promise<void> {
  await onGrid(window, /^Mara Vogt/).waitFor();
  await window.keyboard.press("l");
  await expect(inList(window, /^Mara Vogt/)).toBeVisible();
}

/** Theo comes once a day at 14:00 for so many days from tomorrow on, in turn to Anna and to Ben. */
async function bookDays({ bridge }: TestDesk, days: number): Promise<void> {
  const staff = await bridge.call("staff.list", {});
  const [service] = await bridge.call("service.list", {});
  const [theo] = await bridge.call("customer.search", { query: "Theo", limit: 1 });
  for (let day = 1; day <= days; day += 1)
    await bridge.call("booking.create", {
      id: `01990000-0000-7000-8000-000000002${String(day).padStart(3, "0")}`,
      anyway: true,
      booking: {
        staffId: staff[day % 2]?.id ?? "",
        serviceId: service?.id ?? "",
        customer: { is: "known", id: theo?.id ?? "" },
        walkIn: false,
        start: `${addDays(TODAY, day)}T13:00:00.000Z`,
        durationMinutes: 30,
        customerNotes: "",
        deskNotes: "",
        priceMinor: null,
      },
    });
}

test.use({ connected: false });

test("the list is one of the views, by key and by button, and is there again after a reload (D1)", async ({
  window,
}) => {
  await showList(window);
  await expect(inList(window, /^Mara Vogt, Short cut, 12:00 to 12:30, Confirmed/)).toBeVisible();
  await window.reload();
  await expect(inList(window, /^Mara Vogt/)).toBeVisible();
  await window.getByRole("button", { name: "Day", exact: true }).click();
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
});

test("a booking is walked to by keys, opens in the pane, and a change of it shows at once (D2, D11)", async ({
  window,
}) => {
  await showList(window);
  await inList(window, /^Esra/).focus();
  await window.keyboard.press("ArrowDown");
  await expect(inList(window, /^Mara/)).toBeFocused();
  await window.keyboard.press("ArrowDown");
  await expect(inList(window, /^Henrike/)).toBeFocused();
  await window.keyboard.press("Home");
  await expect(inList(window, /^Esra/)).toBeFocused();
  await window.keyboard.press("ArrowDown");
  await window.keyboard.press("Enter");
  const pane = window.getByRole("complementary", { name: "Beside the schedule" });
  await expect(pane.getByRole("heading", { name: "Mara Vogt" })).toBeVisible();
  await pane.getByRole("button", { name: "No-show" }).click();
  await expect(inList(window, /^Mara Vogt, .*No-show/)).toBeVisible();
  await window.keyboard.press("Control+z");
  await expect(inList(window, /^Mara Vogt, .*Confirmed/)).toBeVisible();
});

test("a cancelled booking stays in the list, struck, and Delete asks before it is one (D4)", async ({
  window,
}) => {
  await showList(window);
  await inList(window, /^Mara/).focus();
  await window.keyboard.press("Delete");
  await window
    .getByRole("alertdialog", { name: /^Cancel the booking of Mara/ })
    .getByRole("button", { name: "Cancel booking" })
    .click();
  const cancelled = inList(window, /^Mara Vogt, .*Cancelled/);
  await expect(cancelled.getByText("12:00–12:30", { exact: true })).toHaveCSS(
    "text-decoration-line",
    "line-through",
  );
});

test("person, status and service narrow it; where nothing is left it says so and leads back (D1)", async ({
  window,
}) => {
  await showList(window);
  await window.getByRole("button", { name: "Everybody" }).click();
  await window.getByRole("menuitemcheckbox", { name: "Ben Okafor" }).click();
  await expect(inList(window, /^Esra/)).toHaveCount(0);
  await expect(inList(window, /^Mara/)).toBeVisible();
  await window.getByRole("menuitemcheckbox", { name: "Anna Lindqvist" }).click();
  await window.keyboard.press("Escape");
  await expect(inList(window, /^Esra/)).toBeVisible();
  await expect(window.getByRole("button", { name: "2 people" })).toBeVisible();
  await expect(inList(window, /^Henrike/)).toHaveCount(0);

  await window.getByRole("button", { name: "Any status" }).click();
  await window.getByRole("menuitemcheckbox", { name: "No-show" }).click();
  await window.keyboard.press("Escape");
  await expect(window.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await window.getByRole("main").getByRole("button", { name: "Show all" }).last().click();
  await expect(inList(window, /^Henrike/)).toBeVisible();
});

test("days come as one scrolls, only those in sight are drawn, and the bar and the little month go along (D1)", async ({
  window,
  desk,
}) => {
  await bookDays(desk, 120);
  await showList(window);
  const toDay = async (date: string): Promise<void> => {
    await expect
      .poll(async () => {
        await list(window).hover();
        await window.mouse.wheel(0, 600);
        return list(window).getByRole("heading", { name: date }).isVisible();
      })
      .toBe(true);
  };
  await toDay("Sunday 24 January 2027");
  expect(await inList(window, /^Theo/).count()).toBeLessThan(40);
  await expect(window.getByText(/^Not today, in [78] weeks$/)).toBeVisible();
  await expect(window.getByText("January 2027").first()).toBeVisible();

  await window.keyboard.press("t");
  await expect(inList(window, /^Mara/)).toBeVisible();
  await expect(window.getByText(/^Not today/)).toHaveCount(0);
});

test("J and a day of the little month lead to a day, an empty one too; C makes a booking on it (D1, D2)", async ({
  window,
}) => {
  await showList(window);
  await window.keyboard.press("j");
  await expect(list(window).getByRole("heading", { name: "Thursday 26 November" })).toBeVisible();
  await expect(list(window)).toContainText("Nothing booked.");
  await window.getByRole("button", { name: /^Tue 1 Dec/ }).click();
  await expect(list(window).getByRole("heading", { name: "Tuesday 1 December" })).toBeVisible();
  await window.keyboard.press("c");
  await expect(window.getByRole("dialog", { name: "New booking" }).getByLabel("Day")).toHaveValue(
    "Tue 1 Dec",
  );
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the list is free of accessibility faults in the ${colorScheme} theme (D11)`, async ({
    window,
  }) => {
    await window.emulateMedia({ colorScheme });
    await showList(window);
    await inList(window, /^Mara/).click();
    expect((await new AxeBuilder({ page: window }).analyze()).violations).toEqual([]);
    await window.getByRole("button", { name: "Any status" }).click();
    await expect(window.getByRole("menuitemcheckbox", { name: "Done" })).toBeVisible();
    expect((await new AxeBuilder({ page: window }).analyze()).violations).toEqual([]);
  });
