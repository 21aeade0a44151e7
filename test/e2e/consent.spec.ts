import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { choose, openScreen, titleBar } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { expect, keepTime, test, timesIn } from "./support/test.ts";

test.use({ connected: false });

const ACCOUNT = "desk@salon.example";

/** What the system browser shows next. */
async function systemBrowser(window: Page, desk: TestDesk, signIns = 1): Promise<Page> {
  await expect.poll(() => desk.opened.length).toBe(signIns);
  const browser = await window.context().newPage();
  await keepTime(browser, desk);
  await browser.goto(desk.opened.at(-1) ?? "");
  return browser;
}

/** As far as Google's page with the boxes. */
async function askGoogle(window: Page, desk: TestDesk): Promise<Page> {
  await openScreen(window, "Integrations");
  await window.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(window.getByRole("heading", { name: "What is shared with Google?" })).toBeVisible();
  // As `eventOfBooking` does it: both kinds of notes go out, nothing of the card does.
  await expect(window.getByRole("main")).toContainText("the customer’s and the desk’s");
  await window.getByRole("button", { name: "Sign in with Google" }).click();
  await expect(window.getByRole("heading", { name: "Waiting for Google…" })).toBeVisible();
  const browser = await systemBrowser(window, desk);
  await browser.getByRole("button", { name: ACCOUNT }).click();
  await expect(browser.getByRole("heading")).toContainText(
    `wants access to the account ${ACCOUNT}`,
  );
  return browser;
}

test("connects by Google’s consent page and has a calendar made for the bookings (S14)", async ({
  window,
  desk,
}, info) => {
  await expect(titleBar(window)).toContainText("Not connected");
  const browser = await askGoogle(window, desk);
  const boxes = browser.getByRole("checkbox");
  await expect(boxes).toHaveCount(3);
  for (const box of await boxes.all()) await expect(box).toBeChecked();
  await browser.getByRole("button", { name: "Allow" }).click();
  await expect(browser.getByRole("heading", { name: "Signed in" })).toBeVisible();

  await expect(window.getByRole("heading", { name: "Which calendar?" })).toBeVisible();
  await expect(window.getByRole("complementary", { name: "Steps" })).toContainText(ACCOUNT);
  const make = window.getByRole("radio", { name: "Make a new calendar “Bookings”" });
  await expect(make).toBeChecked();
  await window.getByRole("button", { name: "Continue" }).click();
  await expect(window.getByRole("heading", { name: "How shall it work?" })).toBeFocused();
  await window.screenshot({ path: info.outputPath("rules.png") });
  const { violations } = await new AxeBuilder({ page: window }).include("main").analyze();
  expect(violations).toEqual([]);
  await window.getByRole("button", { name: "Back" }).click();
  await expect(make).toBeChecked();
  await window.getByRole("button", { name: "Continue" }).click();
  await choose(window.getByRole("main"), "Events are called", "Initials");
  await window.getByRole("button", { name: "Start the sync" }).click();
  await expect(window.getByRole("main")).toContainText("In step: 3 bookings are in Google");

  const made = desk.google.control.calendars().find((entry) => entry["summary"] === "Bookings");
  expect(timesIn(desk, String(made?.["id"]))).toEqual([
    "E. Y. 10:00-10:45",
    "M. V. 12:00-12:30",
    "H. V. 13:00-14:30",
  ]);
  await window.getByRole("button", { name: "To the schedule" }).click();
  await expect(titleBar(window)).toContainText("Up to date");
});

test("shows calendars that can’t be written to, disabled, each with its reason", async ({
  window,
  desk,
}) => {
  const browser = await askGoogle(window, desk);
  await browser.getByRole("button", { name: "Allow" }).click();
  const readOnly = window.getByRole("radio", { name: "Public holidays" });
  await expect(readOnly).toBeDisabled();
  await expect(readOnly).toHaveAccessibleName(/Read-only: Google does not let this account write/);
  const busyOnly = window.getByRole("radio", { name: "Owner (busy times only)" });
  await expect(busyOnly).toBeDisabled();
  await expect(busyOnly).toHaveAccessibleName(/You only see free and busy/);

  await window.getByText("Salon bookings").click();
  await window.getByRole("button", { name: "Continue" }).click();
  await window.getByRole("button", { name: "Start the sync" }).click();
  await expect(window.getByRole("main")).toContainText("Bookings go to “Salon bookings”");
  await expect.poll(() => timesIn(desk)).toHaveLength(3);
});

test("says that permission was refused, and connects nothing", async ({ window, desk }) => {
  const browser = await askGoogle(window, desk);
  await browser.getByRole("button", { name: "Deny" }).click();
  await expect(browser.getByRole("heading", { name: "Nothing was connected" })).toBeVisible();
  await expect(window.getByRole("heading", { name: "Permission was refused" })).toBeVisible();
  await expect(window.getByRole("main")).toContainText("Nobody gave permission in Google");
  await window.getByRole("button", { name: "Cancel" }).click();
  await expect(titleBar(window)).toContainText("Not connected");
  await expect(window.getByRole("button", { name: "Connect", exact: true })).toBeVisible();
});

test("names a box that was left empty, and asks again", async ({ window, desk }) => {
  const browser = await askGoogle(window, desk);
  await browser.getByLabel("View and edit events on all your calendars").uncheck();
  await browser.getByRole("button", { name: "Allow" }).click();
  await expect(browser.getByRole("heading", { name: "A box was left empty" })).toBeVisible();

  await expect(window.getByRole("heading", { name: "A box was not ticked" })).toBeVisible();
  await expect(window.getByRole("main")).toContainText("See and change events in your calendars");
  await expect(window.getByRole("main")).not.toContainText("See the list of your calendars");
  await window.getByRole("button", { name: "Ask again" }).click();

  const second = await systemBrowser(window, desk, 2);
  await second.getByRole("button", { name: ACCOUNT }).click();
  await second.getByRole("button", { name: "Allow" }).click();
  await expect(window.getByRole("heading", { name: "Which calendar?" })).toBeVisible();
});

test("a sign-in can be called off at the desk", async ({ window, desk }) => {
  const browser = await askGoogle(window, desk);
  await window.getByRole("button", { name: "Cancel" }).click();
  await expect(titleBar(window)).toContainText("Not connected");
  await browser.getByRole("button", { name: "Allow" }).click();
  await expect(browser).toHaveURL(/^chrome-error:|127\.0\.0\.1/);
  await expect(titleBar(window)).toContainText("Not connected");
});

test("two presses on the button are one sign-in, and one page of the browser", async ({
  window,
  desk,
}) => {
  await openScreen(window, "Integrations");
  await window.getByRole("button", { name: "Connect", exact: true }).click();
  await window.getByRole("button", { name: "Sign in with Google" }).dblclick();
  await expect(window.getByRole("heading", { name: "Waiting for Google…" })).toBeVisible();
  const browser = await systemBrowser(window, desk);
  await browser.getByRole("button", { name: ACCOUNT }).click();
  await browser.getByRole("button", { name: "Allow" }).click();
  await expect(window.getByRole("heading", { name: "Which calendar?" })).toBeVisible();
  expect(desk.opened).toHaveLength(1);
});
