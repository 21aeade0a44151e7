import type { Page } from "@playwright/test";
import { PRACTICE_CALENDAR } from "../../scripts/practice/google-events.ts";
import { choose, openScreen, slotAt, titleBar } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { expect, test, timesIn } from "./support/test.ts";

const ACCOUNT = "desk@salon.example";

interface PanelState {
  readonly name: string;
  readonly stage: (desk: TestDesk) => void;
  readonly pill: "Active" | "Error";
  readonly text: RegExp;
  /** Of the card: the one fix, or the way to the details. */
  readonly button: string;
}

const everyCall = (effect: { status: number; reason: string; domain?: string }) => ({
  path: "/calendar/v3",
  times: Infinity,
  effect: { kind: "error", ...effect } as const,
});

const STATES: readonly PanelState[] = [
  {
    name: "a calendar that was deleted",
    stage: ({ google }) => google.control.deleteCalendar(PRACTICE_CALENDAR),
    pill: "Error",
    text: /The calendar “Salon bookings” no longer exists in Google, or this account can’t see it any more\./,
    button: "Choose a calendar",
  },
  {
    name: "a calendar that became read-only",
    stage: ({ google }) => google.control.setRole(ACCOUNT, PRACTICE_CALENDAR, "reader"),
    pill: "Error",
    text: /The calendar “Salon bookings” is read-only for this account\./,
    button: "Choose a calendar",
  },
  {
    name: "a grant that was revoked",
    stage: ({ google }) => google.control.revokeGrant(ACCOUNT),
    pill: "Error",
    text: /Google asks you to sign in again\. 1 booking waits here; nothing is lost\./,
    button: "Sign in again",
  },
  {
    name: "a sign-in that the keychain lost",
    stage: ({ google, keychain }) => {
      keychain.empty();
      google.control.expireAccessTokens();
    },
    pill: "Error",
    text: /The sign-in is not on this computer any more/,
    button: "Sign in again",
  },
  {
    name: "a locked keychain",
    stage: ({ google, keychain }) => {
      keychain.refusal = "KEYCHAIN_LOCKED";
      google.control.expireAccessTokens();
    },
    pill: "Error",
    text: /The keychain of this computer is locked/,
    button: "Try now",
  },
  {
    name: "a keychain that says no",
    stage: ({ google, keychain }) => {
      keychain.refusal = "KEYCHAIN_UNAVAILABLE";
      google.control.expireAccessTokens();
    },
    pill: "Error",
    text: /The keychain of this computer does not give out the sign-in\./,
    button: "Try now",
  },
  {
    name: "a permission that is missing",
    stage: ({ google }) =>
      google.control.addFault(everyCall({ status: 403, reason: "insufficientPermissions" })),
    pill: "Error",
    text: /Google did not give permission to change events\./,
    button: "Ask for permission",
  },
  {
    name: "an organisation that blocks the app",
    stage: ({ google }) =>
      google.control.addFault(everyCall({ status: 403, reason: "domainPolicy" })),
    pill: "Error",
    text: /Your organisation blocks this app\./,
    button: "Copy text for admin",
  },
  {
    name: "a clock that is two hours off",
    stage: ({ google }) => google.control.clock.advance(2 * 3_600_000),
    pill: "Error",
    text: /This computer’s clock is 2 hours off\./,
    button: "What to do",
  },
  {
    name: "Google’s own limit",
    stage: ({ google }) => google.control.exhaustAccount(ACCOUNT, 6 * 3_600_000),
    pill: "Active",
    text: /Google is limiting requests\. Next try \d\d:\d\d\. 1 change waits on this computer/,
    button: "Open Google Calendar",
  },
  {
    name: "a booking that Google refuses",
    stage: ({ google }) =>
      google.control.addFault({
        kind: "events.insert",
        times: Infinity,
        effect: { kind: "error", status: 400, reason: "invalid" },
      }),
    pill: "Error",
    text: /Google refused a part of what was sent\. Everything else goes on\. 1 booking needs a look\./,
    button: "See what is stuck",
  },
  {
    name: "no network",
    stage: ({ google }) =>
      google.control.addFault({ path: "/", times: Infinity, effect: { kind: "reset" } }),
    pill: "Active",
    text: /No network since \d\d:\d\d\. 1 change waits on this computer and goes out by itself\./,
    button: "Open Google Calendar",
  },
  {
    name: "a page in Google’s place",
    stage: ({ google }) =>
      google.control.addFault({ path: "/", times: Infinity, effect: { kind: "html" } }),
    pill: "Active",
    text: /Google does not answer at the moment\. Next try \d\d:\d\d\./,
    button: "Open Google Calendar",
  },
];

function card(window: Page) {
  return window.getByRole("article").filter({ hasText: "Google Calendar" });
}

/** A change at the desk that has to go out. */
async function bookOne(window: Page): Promise<void> {
  const { x, y } = await slotAt(window, "Ben Okafor", "13:00");
  await window.mouse.click(x, y);
  const form = window.getByRole("dialog", { name: "New booking" });
  await form.getByLabel("Customer: name, phone or e-mail").fill("Theo Amara");
  await window.getByRole("option", { name: /^Theo Amara/ }).click();
  await choose(form, "Service", "Short cut");
  await form.getByRole("button", { name: /^Book( Enter)?$/ }).click();
  await expect(form).toBeHidden();
}

for (const { name, stage, pill, text, button } of STATES) {
  test(`the panel shows ${name}: pill, words and the one button`, async ({
    window,
    desk,
  }, info) => {
    await expect(titleBar(window)).toContainText("Up to date");
    stage(desk);
    await bookOne(window);
    await desk.bridge.call("sync.now", {});
    await openScreen(window, "Integrations");
    const google = card(window);
    await expect(google).toContainText(text);
    await expect(google).toContainText(pill);
    await expect(google.getByRole("button", { name: button })).toBeVisible();
    await window.screenshot({ path: info.outputPath("list.png") });
    await google
      .getByRole("button", { name: /^(What happened\?|Open Google Calendar|See what is stuck)$/ })
      .first()
      .click();
    await expect(window.getByRole("heading", { level: 1, name: "Google Calendar" })).toBeVisible();
    await expect(window.getByRole("main")).toContainText(pill);
    await window.screenshot({ path: info.outputPath("detail.png") });
  });
}

test("signed out with five changes waiting: after the sign-in they go out by themselves", async ({
  window,
  desk,
}) => {
  await expect(titleBar(window)).toContainText("Up to date");
  desk.google.control.revokeGrant(ACCOUNT);
  const staff = await desk.bridge.call("staff.list", {});
  const services = await desk.bridge.call("service.list", {});
  for (let i = 0; i < 5; i += 1)
    await desk.bridge.call("booking.create", {
      id: `01990000-0000-7000-8000-00000000090${i}`,
      anyway: true,
      booking: {
        staffId: staff[0]?.id ?? "",
        serviceId: services[0]?.id ?? "",
        customer: {
          is: "new",
          fields: { name: `Guest ${i}`, phone: "", email: "", notes: "", alert: "" },
        },
        walkIn: false,
        start: `2026-11-26T1${i}:00:00.000Z`,
        durationMinutes: 30,
        customerNotes: "",
        deskNotes: "",
        priceMinor: null,
      },
    });
  await desk.bridge.call("sync.now", {});
  await openScreen(window, "Integrations");
  await expect(card(window)).toContainText("5 bookings wait here; nothing is lost.");
  desk.google.control.setConsent({ mode: "approve" });
  await card(window).getByRole("button", { name: "Sign in again" }).click();
  await expect(window.getByRole("heading", { name: "Waiting for Google…" })).toBeVisible();
  await expect.poll(() => desk.opened.length).toBe(2);
  await (await fetch(desk.opened.at(-1) ?? "")).text();
  await expect(titleBar(window)).toContainText("Up to date");
  expect(timesIn(desk)).toHaveLength(8);
});

test("what Google refused is skipped, stays in sight, and is sent again", async ({
  window,
  desk,
}) => {
  await expect(titleBar(window)).toContainText("Up to date");
  desk.google.control.addFault({
    kind: "events.insert",
    times: Infinity,
    effect: { kind: "error", status: 400, reason: "invalid" },
  });
  await bookOne(window);
  await expect(titleBar(window)).toContainText("1 needs attention");
  await openScreen(window, "Integrations");
  await card(window).getByRole("button", { name: "See what is stuck" }).click();
  await window.getByRole("button", { name: "Send again: Theo Amara" }).click();
  await expect(
    window.getByRole("button", { name: "Show the booking of Theo Amara" }),
  ).toBeVisible();
  await window.getByRole("button", { name: "Skip: Theo Amara" }).click();
  const note = window.getByText("1 change was skipped by somebody here and is not in Google.");
  await expect(note).toBeVisible();
  await expect(titleBar(window)).toContainText("Up to date");

  desk.google.control.clearFaults();
  await window.getByRole("button", { name: "Send again", exact: true }).click();
  await expect(note).toBeHidden();
  await expect.poll(() => timesIn(desk)).toContain("Theo Amara 13:00-13:30");
});

test("the activity leads to its booking, by keyboard too", async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
  await openScreen(window, "Integrations");
  await card(window).getByRole("button", { name: "Open Google Calendar" }).click();
  const link = (name: string) =>
    window.getByRole("button", { name: `Open the booking: ${name}, Wed 25 Nov, ` });
  await link("Henrike Voß, Root colour").focus();
  await window.keyboard.press("ArrowDown");
  await expect(link("Mara Vogt, Short cut")).toBeFocused();
  await window.keyboard.press("Enter");
  await expect(window.getByRole("heading", { level: 1, name: "Mara Vogt" })).toBeVisible();
});

test("the administrator’s text is copied, with the app’s id and what it asks for", async ({
  window,
  desk,
}) => {
  await window.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await expect(titleBar(window)).toContainText("Up to date");
  desk.google.control.addFault(everyCall({ status: 403, reason: "domainPolicy" }));
  await desk.bridge.call("sync.now", {});
  await openScreen(window, "Integrations");
  await card(window).getByRole("button", { name: "Copy text for admin" }).click();
  await expect(window.getByText("Copied. Send it to whoever")).toBeVisible();
  const copied = await window.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("apps.googleusercontent.com");
  expect(copied).toContain("auth/calendar.events");
});

test("a wrong clock leads to Help, which says how to set it", async ({ window, desk }) => {
  await expect(titleBar(window)).toContainText("Up to date");
  desk.google.control.clock.advance(2 * 3_600_000);
  await desk.bridge.call("sync.now", {});
  await openScreen(window, "Integrations");
  await card(window).getByRole("button", { name: "What to do" }).click();
  const clock = window.getByRole("listitem").filter({ hasText: "The clock is right" });
  await expect(clock).toContainText("It is 2 hours off. Windows: Settings, Time & language");
});

test("a computer without a keychain: the panel says how long the sign-in lasts", async ({
  window,
  desk,
}) => {
  desk.keychain.keptIn = "session";
  await openScreen(window, "Integrations");
  await card(window).getByRole("button", { name: "Open Google Calendar" }).click();
  await expect(window.getByRole("complementary")).toContainText(
    "Only until Bellhop is closed: this computer has no keychain",
  );
});

test.describe("before anything is connected", () => {
  test.use({ connected: false });

  test("two presses on the sign-in are one sign-in", async ({ window, desk }) => {
    await openScreen(window, "Integrations");
    await expect(card(window).getByRole("button", { name: "Connect" })).toBeVisible();
    await expect(window.getByRole("region", { name: "Sign-in for customers" })).toContainText(
      "Offer several ways",
    );
    await card(window).getByRole("button", { name: "Connect" }).click();
    await window.getByRole("button", { name: "Sign in with Google" }).dblclick();
    await expect(window.getByRole("heading", { name: "Waiting for Google…" })).toBeVisible();
    await expect(window.getByText("A sign-in is under way already.")).toBeHidden();
    expect(desk.opened).toHaveLength(1);
  });

  test("a way that was left half-way goes on where it was", async ({ window, desk }) => {
    desk.google.control.setConsent({ mode: "approve" });
    await desk.bridge.call("google.connect", { makeCalendar: false });
    await (await fetch(desk.opened.at(-1) ?? "")).text();
    await openScreen(window, "Integrations");
    await expect(card(window)).toContainText("No calendar chosen yet");
    expect(timesIn(desk)).toHaveLength(0);
    await card(window).getByRole("button", { name: "Choose a calendar" }).click();
    await window.getByText("Salon bookings").click();
    await window.getByRole("button", { name: "Continue" }).click();
    await expect(window.getByRole("status").filter({ hasText: "will be sent" })).toContainText(
      "3 bookings will be sent.",
    );
    expect(timesIn(desk)).toHaveLength(0);
    await window.getByRole("button", { name: "Start the sync" }).click();
    await expect(window.getByRole("main")).toContainText("In step: 3 bookings are in Google");
  });
});
