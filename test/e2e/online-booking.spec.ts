import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { seedRequestOf } from "../fixtures/companion/customers.ts";
import { workingHour } from "../fixtures/companion/paired-salon.ts";
import { accentShades } from "../../src-shared/domain/accent.ts";
import { expect, test } from "./support/online-salon.ts";
import type { TestDesk } from "./support/desk.ts";
import type { Online } from "../../scripts/practice/online.ts";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function judge(page: Page, part = "body"): Promise<void> {
  const builder = new AxeBuilder({ page }).include(part).withTags(STANDARDS);
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`)).toEqual(
    [],
  );
}

/** As the browser writes it. */
const rgbOf = (accent: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16)).join(", ")})`;

async function openPart(window: Page): Promise<void> {
  await window.getByRole("button", { name: /^Integrations/ }).click();
  await window.getByRole("button", { name: /^(?:Open online booking|Set up)$/ }).click();
}

/** A customer of the companion asks for a time with the first who does the first service. */
async function ask({ bridge }: TestDesk, online: Online, start: number): Promise<string> {
  const [service] = await bridge.call("service.list", {});
  const staff = await bridge.call("staff.list", {});
  if (service === undefined) throw new Error("No service.");
  const doer = staff.find(
    ({ id }) => service.staffIds.length === 0 || service.staffIds.includes(id),
  );
  const business = await bridge.call("business.get", {});
  return seedRequestOf(online.opened().companion, {
    businessId: business.id,
    serviceId: service.id,
    staffId: doer?.id ?? "",
    start,
    end: start + service.durationMinutes * 60_000,
    email: "mara@mail.example",
  });
}

test.describe("a desk that is not paired yet", () => {
  test.use({ paired: false });

  test("is paired by its owner, who types its code at the companion, by keyboard alone", async ({
    window,
    online,
    context,
  }) => {
    await openPart(window);
    await window.getByLabel("Address of the companion").fill(online.url);
    await window.keyboard.press("Enter");
    await expect(window.getByRole("heading", { name: "Type this code" })).toBeVisible();
    await judge(window);
    const code =
      (await window
        .getByRole("status")
        .or(window.locator("output"))
        .filter({ hasText: /^\w{4}-\w{4}$/ })
        .textContent()) ?? "";

    const owner = await context.newPage();
    await owner.goto(`${online.url}/pair`);
    await owner.getByRole("button", { name: "Continue with Google" }).click();
    await owner.getByRole("button", { name: /Mara Lindqvist/ }).click();
    await owner.getByRole("button", { name: "Allow" }).click();
    await owner.getByLabel("Code from the desk").fill(code);
    await owner.keyboard.press("Enter");
    await expect(owner.getByRole("heading", { name: /^Pair “/ })).toBeVisible();
    await judge(owner);
    await owner.getByRole("button", { name: "Pair this desk" }).focus();
    await owner.keyboard.press("Enter");
    await expect(owner.getByRole("heading", { name: "The desk is paired" })).toBeVisible();

    await expect(window.getByText("Customers can book.")).toBeVisible();
    await expect(window.getByText("At once", { exact: true })).toBeVisible();
    await judge(window);
  });

  test("says so when something else answers at the address", async ({ window, desk }) => {
    await openPart(window);
    await window.getByLabel("Address of the companion").fill("http://book.example");
    await window.getByRole("button", { name: "Show a code" }).click();
    await expect(window.getByText("It has to begin with https.")).toBeVisible();
    await window.getByLabel("Address of the companion").fill(desk.google.url);
    await window.getByRole("button", { name: "Show a code" }).click();
    await expect(window.getByText("something else answers than a companion")).toBeVisible();
  });
});

test("a customer's request becomes a booking on the schedule, and how they sign in stands on their card", async ({
  window,
  desk,
  online,
}) => {
  const start = workingHour(10);
  await ask(desk, online, start);
  await expect
    .poll(
      async () => (await desk.bridge.call("customer.search", { query: "Mara", limit: 5 })).length,
    )
    .toBe(1);
  await window.getByRole("button", { name: "Customers", exact: true }).click();
  await window.getByText("Mara Lindqvist").first().click();
  await expect(window.getByText("Signs in with")).toBeVisible();
  await expect(window.locator(".sign-in-badge")).toHaveText(["Google"]);
});

test("by hand, somebody at the desk confirms one request and declines the other", async ({
  window,
  desk,
  online,
}) => {
  await openPart(window);
  await window.getByText("Somebody at the desk looks at each").click();
  await window.getByLabel("Days that can be booked ahead").fill("0");
  await window.getByRole("button", { name: "Save" }).click();
  await expect(window.getByText("A whole number from 1 to 365.")).toBeVisible();
  await window.getByLabel("Days that can be booked ahead").fill("40");
  await window.getByRole("button", { name: "Save" }).click();
  await expect(window.getByText("It is published within seconds.")).toBeVisible();
  const first = await ask(desk, online, workingHour(10));
  const second = await ask(desk, online, workingHour(12));
  await window.getByRole("button", { name: "Schedule" }).click();
  await expect(window.getByRole("region", { name: "Online requests" })).toContainText("2");
  await judge(window, ".pane");
  await window
    .getByRole("button", { name: /^Confirm Mara Lindqvist/ })
    .first()
    .click();
  await expect(window.getByRole("button", { name: /^Confirm Mara/ })).toHaveCount(1);
  await window.getByRole("button", { name: /^Decline Mara Lindqvist/ }).click();
  await expect(window.getByRole("region", { name: "Online requests" })).toBeHidden();
  const statusOf = async (id: string) =>
    (
      await online
        .opened()
        .companion.store.db.selectFrom("booking_request")
        .where("id", "=", id)
        .select("status")
        .executeTakeFirstOrThrow()
    ).status;
  await expect.poll(() => statusOf(first)).toBe("confirmed");
  await expect.poll(() => statusOf(second)).toBe("declined");
});

test("the colour that is chosen at the desk is that of the booking page, by day and by night", async ({
  window,
  desk,
  context,
}) => {
  await openPart(window);
  await window.getByRole("radio", { name: "Pine" }).press("Space");
  await judge(window, ".online-form");
  await window.getByRole("radio", { name: "Your own" }).press("Space");
  await window.getByLabel("Your own colour", { exact: true }).fill("yellowish");
  await window.getByRole("button", { name: "Save" }).click();
  await expect(window.getByText("This is no colour.")).toBeVisible();
  await window.getByLabel("Your own colour", { exact: true }).fill("FFD400");
  await expect(window.getByText("On light pages it is shown darker")).toBeVisible();
  await judge(window, ".online-form");
  await window.getByRole("button", { name: "Save" }).click();
  await expect(window.getByText("It is published within seconds.")).toBeVisible();

  const { pairing } = await desk.bridge.call("companion.status", {});
  const customer = await context.newPage();
  const { light, dark } = accentShades("#ffd400");
  for (const [colorScheme, { accent, on }] of [
    ["light", light],
    ["dark", dark],
  ] as const) {
    await customer.emulateMedia({ colorScheme });
    await expect(async () => {
      await customer.goto(pairing.is === "paired" ? pairing.bookingUrl : "");
      await customer.getByRole("link", { name: /^Cut & finish/ }).click();
      const chosen = customer.getByRole("link", { name: "Anyone" });
      await expect(chosen).toHaveCSS("background-color", rgbOf(accent), { timeout: 500 });
      await expect(chosen).toHaveCSS("color", rgbOf(on));
    }).toPass();
  }
  await customer.emulateMedia({ forcedColors: "active" });
  await expect(customer.getByRole("link", { name: "Anyone" })).not.toHaveCSS(
    "background-color",
    rgbOf(dark.accent),
  );
});

test("while the companion is away the panel says what that means, and all is well when it is back", async ({
  window,
  online,
}) => {
  await openPart(window);
  await expect(window.getByText("Customers can book.")).toBeVisible();
  await online.pause();
  await window.getByLabel("Phone number for customers").fill("+49 30 1");
  await window.getByRole("button", { name: "Save" }).click();
  await expect(window.getByText("The companion can’t be reached.")).toBeVisible();
  await expect(window.getByText("Offline", { exact: true })).toBeVisible();
  await window.getByRole("button", { name: "End online booking…" }).click();
  await window.getByRole("button", { name: "End it" }).click();
  await expect(window.getByRole("alertdialog", { name: "End online booking?" })).toContainText(
    "can’t be reached",
  );
  await window.getByRole("button", { name: "Keep it" }).click();
  await expect(window.getByRole("alertdialog", { name: "End online booking?" })).toBeHidden();
  await online.start();
  await expect(window.getByText("Customers can book.")).toBeVisible({ timeout: 30_000 });
});

test("the calendar's page says that changes come at once, while they do", async ({
  window,
  desk,
}) => {
  await window.getByRole("button", { name: /^Integrations/ }).click();
  await window.getByRole("button", { name: "Open Google Calendar" }).click();
  const liveUpdates = window.getByRole("definition").filter({ hasText: /^On, renewed before / });
  await expect(liveUpdates).toBeVisible();
  await desk.bridge.call("companion.unpair", { anyway: false });
  await expect(liveUpdates).toBeHidden();
  await expect(window.getByText("Off; looks every five minutes")).toBeVisible();
});

test("who booked online is told by mail what the desk changes, unless the desk says not to", async ({
  window,
  desk,
  online,
}) => {
  const start = workingHour(10);
  const id = await ask(desk, online, start);
  const { store } = online.opened().companion;
  const request = () =>
    store.db
      .selectFrom("booking_request")
      .where("id", "=", id)
      .selectAll()
      .executeTakeFirstOrThrow();
  await expect.poll(async () => (await request()).status).toBe("confirmed");
  const { desk_booking_id: bookingId } = await request();
  desk.openLink({ is: "booking", id: bookingId ?? "", originalStart: null });
  await window.getByRole("button", { name: "Cancel…" }).click();
  await window.getByRole("alertdialog").getByRole("button", { name: "Cancel booking" }).click();
  const toast = window.locator(".toasts");
  await expect(toast).toContainText("Mara Lindqvist is told by mail in a moment.");
  await judge(window, ".toasts");
  await toast.getByRole("button", { name: "Don’t tell" }).click();
  await expect(toast).toContainText("Mara Lindqvist is not told by mail.");
  await expect.poll(async () => (await request()).status).toBe("cancelled");
  const mails = await store.db
    .selectFrom("outbox_mail")
    .where("kind", "like", "booking.%")
    .select("kind")
    .execute();
  expect(mails).toEqual([{ kind: "booking.confirmed" }]);
});

test("the window says that somebody booked online, and leads there", async ({
  window,
  desk,
  online,
}) => {
  // Whatever the hour is.
  await desk.bridge.call("preferences.set", { noticesWhenClosed: true });
  await ask(desk, online, workingHour(10));
  const toast = window.locator(".toasts");
  await expect(toast).toContainText("New online booking");
  await toast.getByRole("button", { name: "Show" }).click();
  await expect(
    window.getByRole("complementary").getByRole("heading", { name: "Mara Lindqvist" }),
  ).toBeVisible();
});
