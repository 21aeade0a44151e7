import type { Locator, Page } from "@playwright/test";
import { PRACTICE_CALENDAR } from "../../scripts/practice/google-events.ts";
import type { Online } from "../../scripts/practice/online.ts";
import { addDays, dateAt } from "../../src-shared/time/zones.ts";
import { newestLink } from "./support/companion.ts";
import type { TestDesk } from "./support/desk.ts";
import { calendarFilesTo } from "./support/mail-folder.ts";
import { expect, test } from "./support/online-salon.ts";
import { ZONE } from "./support/small-salon.ts";

const PASSWORD = "three quiet brass bells";
/** Beyond the cut-off, so that cancelling is allowed. */
const WEEK_AHEAD = { name: "Later days" } as const;

async function bookingUrl({ bridge }: TestDesk): Promise<string> {
  const { pairing } = await bridge.call("companion.status", {});
  if (pairing.is !== "paired") throw new Error("It is not paired.");
  return pairing.bookingUrl;
}

function firstTime(page: Page) {
  return page.getByRole("button", { name: /\d\d:\d\d$/ }).first();
}

/** From the services to the sign-in, with a time held. Resolves with the time's name. */
async function chooseTime(page: Page, url: string): Promise<string> {
  await page.goto(url);
  await page.getByRole("link", { name: /^Cut & finish/ }).click();
  await page.getByRole("link", WEEK_AHEAD).click();
  const time = (await firstTime(page).getAttribute("aria-label")) ?? "";
  await firstTime(page).click();
  await expect(page.getByText("Your time is held for you")).toBeVisible();
  return time;
}

async function isTaken(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: /^(?:Asked for|Booked)$/ })).toBeVisible();
}

async function book(page: Page): Promise<void> {
  await page.getByLabel(/^Note for /).fill("Shorter fringe this time");
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await isTaken(page);
}

const bookingsAt = async ({ bridge }: TestDesk) => {
  const today = dateAt(Date.now(), ZONE);
  return (await bridge.call("schedule.get", { from: today, to: addDays(today, 30) })).bookings;
};

const eventsOf = ({ google }: TestDesk) =>
  google.control.events(PRACTICE_CALENDAR).filter(({ status }) => status !== "cancelled");

/** Companion, desk and Google agree that this customer comes. */
async function standsEverywhere(page: Page, desk: TestDesk, name: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: "Booked" })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect
    .poll(async () => (await bookingsAt(desk)).map(({ customerName }) => customerName))
    .toEqual([name]);
  const [booking] = await bookingsAt(desk);
  expect(booking).toMatchObject({ source: "customer", customerNotes: "Shorter fringe this time" });
  await expect
    .poll(() =>
      eventsOf(desk).map(({ summary, start }) => [summary, Date.parse(start?.dateTime ?? "")]),
    )
    .toEqual([[name, Date.parse(booking?.start ?? "")]]);
}

async function goneEverywhere(desk: TestDesk): Promise<void> {
  await expect.poll(async () => (await bookingsAt(desk)).length).toBe(0);
  await expect.poll(() => eventsOf(desk).length).toBe(0);
}

async function cancelEverywhere(page: Page, desk: TestDesk): Promise<void> {
  await page.getByRole("link", { name: "Cancel the booking" }).click();
  await page.getByRole("button", { name: "Yes, cancel it" }).click();
  await expect(page.getByRole("heading", { name: "Cancelled" })).toBeVisible();
  await goneEverywhere(desk);
}

async function signInWithGoogle(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Continue with Google" }).click();
  await page.getByRole("button", { name: /Mara Lindqvist/ }).click();
  await page.getByRole("button", { name: "Allow" }).click();
}

/** Resolves once the mails to an address hold these calendar files: what they ask for, all of one booking. */
async function mailed(online: Online, address: string, methods: readonly string[]): Promise<void> {
  const files = () => calendarFilesTo(online, address).map((one) => one.split(" "));
  await expect.poll(() => files().map(([method]) => method), { timeout: 20_000 }).toEqual(methods);
  expect(new Set(files().map(([, uid]) => uid)).size).toBe(1);
  const sequences = files().map(([, , sequence]) => Number(sequence));
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  expect(new Set(sequences).size).toBe(sequences.length);
}

const linkTo = (online: Online, email: string): Promise<string> =>
  newestLink(online.opened(), email);

test("with Google: a time is chosen, booked, shown at the desk and in Google, mailed, and cancelled everywhere", async ({
  page,
  window,
  desk,
  online,
  context,
}) => {
  const customer = await context.newPage();
  const time = await chooseTime(customer, await bookingUrl(desk));
  await signInWithGoogle(customer);
  await expect(customer.getByRole("heading", { level: 1 })).toContainText(time.slice(-5));
  await book(customer);
  await standsEverywhere(customer, desk, "Mara Lindqvist");
  await mailed(online, "mara@google.example", ["PUBLISH"]);
  await window.getByRole("button", { name: "Customers", exact: true }).click();
  await window.getByText("Mara Lindqvist").first().click();
  await expect(page.getByText("Signs in with")).toBeVisible();
  await cancelEverywhere(customer, desk);
  await mailed(online, "mara@google.example", ["PUBLISH", "CANCEL"]);
});

test("with Facebook, after the one mail that proves the address", async ({
  page,
  desk,
  online,
}) => {
  await chooseTime(page, await bookingUrl(desk));
  await page.getByRole("button", { name: "Continue with Facebook" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.goto(await linkTo(online, "mara@facebook.example"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await book(page);
  const [card] = await desk.bridge.call("customer.search", { query: "mara@facebook", limit: 5 });
  await standsEverywhere(page, desk, card?.name ?? "Mara Lindqvist");
  await cancelEverywhere(page, desk);
  await mailed(online, "mara@facebook.example", ["PUBLISH", "CANCEL"]);
});

async function signUpByMail(page: Page, online: Online): Promise<void> {
  await page.getByRole("link", { name: "New here? Create an account" }).click();
  await page.getByLabel("E-mail address").fill("esra@mail.example");
  await page.getByLabel("First name").fill("Esra");
  await page.getByLabel("Last name").fill("Yıldız");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create the account" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.goto(await linkTo(online, "esra@mail.example"));
  await page.getByRole("button", { name: "Confirm" }).click();
}

test("with an e-mail address, and the time stays held through the sign-up", async ({
  page,
  desk,
  online,
}) => {
  await chooseTime(page, await bookingUrl(desk));
  await signUpByMail(page, online);
  await book(page);
  await standsEverywhere(page, desk, "Esra Yıldız");
  await page.getByRole("link", { name: "Change the time" }).click();
  await expect(page.getByRole("heading", { name: "Choose a new time" })).toBeVisible();
  const [before] = await bookingsAt(desk);
  await page
    .getByRole("button", { name: /\d\d:\d\d$/ })
    .last()
    .click();
  await page.getByRole("button", { name: "Move the booking" }).click();
  await expect
    .poll(async () => (await bookingsAt(desk)).map(({ start }) => start))
    .not.toEqual([before?.start]);
  await standsEverywhere(page, desk, "Esra Yıldız");
  await cancelEverywhere(page, desk);
  await mailed(online, "esra@mail.example", ["PUBLISH", "PUBLISH", "CANCEL"]);
});

test("while the desk is off, the customer books all the same; the desk finds it when it is back", async ({
  page,
  desk,
}) => {
  const url = await bookingUrl(desk);
  await desk.pause();
  await chooseTime(page, url);
  await signInWithGoogle(page);
  await book(page);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Asked for" })).toBeVisible();
  await desk.resume();
  await standsEverywhere(page, desk, "Mara Lindqvist");
  await desk.pause();
  await page.getByRole("link", { name: "Cancel the booking" }).click();
  await page.getByRole("button", { name: "Yes, cancel it" }).click();
  await expect(page.getByRole("heading", { name: "Cancelled" })).toBeVisible();
  expect(eventsOf(desk)).toHaveLength(1);
  await desk.resume();
  await goneEverywhere(desk);
});

/** Presses Tab until it is there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const focused = target.and(page.locator(":focus"));
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await focused.count()) > 0) return;
  }
  await expect(target).toBeFocused();
}

async function press(page: Page, role: "link" | "button", name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole(role, { name }).first());
  await page.keyboard.press("Enter");
}

test("by keyboard alone, on a screen of 320 pixels", async ({ page, desk }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(await bookingUrl(desk));
  await press(page, "link", /^Cut & finish/);
  await press(page, "link", "Later days");
  await press(page, "button", /\d\d:\d\d$/);
  await press(page, "button", "Continue with Google");
  await press(page, "button", /Mara Lindqvist/);
  await press(page, "button", "Allow");
  await tabTo(page, page.getByLabel(/^Note for /));
  await page.keyboard.type("Shorter fringe this time");
  await press(page, "button", "Book");
  await isTaken(page);
  await standsEverywhere(page, desk, "Mara Lindqvist");
  await press(page, "link", "Cancel the booking");
  await press(page, "button", "Yes, cancel it");
  await expect(page.getByRole("heading", { name: "Cancelled" })).toBeVisible();
  await goneEverywhere(desk);
});

test("what can’t be booked has a page and leaves nothing half done", async ({
  page,
  desk,
  context,
  online,
}) => {
  const url = await bookingUrl(desk);
  await page.goto(`${url}x`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto(`${url}/book`);
  await expect(page).toHaveURL(/sign-in/);
  const first = await chooseTime(page, url);
  const rival = await (await context.browser()?.newContext())?.newPage();
  if (rival === undefined) throw new Error("No second browser.");
  await rival.goto(url);
  await rival.getByRole("link", { name: /^Cut & finish/ }).click();
  await rival.getByRole("link", { name: "Anna Lindqvist" }).click();
  await rival.getByRole("link", { name: "Later days" }).click();
  const held = rival.getByRole("button", { name: first, exact: true });
  await expect(held).toHaveCount(0);
  await signInWithGoogle(page);
  const again = page.url();
  await book(page);
  await page.goto(again);
  // The back button leads to what was booked, not to a second one.
  await isTaken(page);
  const rows = await online
    .opened()
    .companion.store.db.selectFrom("booking_request")
    .selectAll()
    .execute();
  expect(rows).toHaveLength(1);
  await rival.context().close();
});
