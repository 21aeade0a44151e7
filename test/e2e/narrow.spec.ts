import type { Page } from "@playwright/test";
import { PRACTICE_CALENDAR, timesOn } from "../../scripts/practice/google-events.ts";
import { openScreen, titleBar } from "./support/book.ts";
import { look } from "./support/layout.ts";
import type { TestDesk } from "./support/desk.ts";
import { TODAY, ZONE } from "./support/small-salon.ts";
import { eventsIn, expect, test } from "./support/test.ts";

const MARA_ID = "01990000-0000-7000-8000-000000000101";
async function openDetail(window: Page): Promise<void> {
  await openScreen(window, "Integrations");
  await window
    .getByRole("button", { name: /^(What happened\?|Open Google Calendar|See what is stuck)$/ })
    .first()
    .click();
}

/** Something refused, something moved in Google, doubles. */
async function needAPerson({ google, bridge }: TestDesk): Promise<void> {
  const [event] = google.control
    .events(PRACTICE_CALENDAR)
    .filter(({ summary }) => summary === "Mara Vogt");
  await bridge.call("sync.setRules", { moves: "ask" });
  google.control.duplicateEvent(PRACTICE_CALENDAR, event?.id ?? "");
  google.control.patchEvent(PRACTICE_CALENDAR, event?.id ?? "", {
    ...timesOn(TODAY, "16:00", "16:30", ZONE),
  });
  google.control.addFault({
    kind: "events.insert",
    times: Infinity,
    effect: { kind: "error", status: 400, reason: "invalid" },
  });
  const { booking } = await bridge.call("booking.get", { id: MARA_ID });
  await bridge.call("booking.create", {
    id: "01990000-0000-7000-8000-000000000900",
    anyway: true,
    booking: {
      staffId: booking.staffId,
      serviceId: booking.serviceId,
      customer: { is: "known", id: booking.customerId ?? "" },
      walkIn: false,
      start: `${TODAY}T17:00:00.000Z`,
      durationMinutes: 30,
      customerNotes: "",
      deskNotes: "",
      priceMinor: null,
    },
  });
  await bridge.call("sync.now", {});
}

test("the panel fits a narrow window: list, details with all that needs a person, and its dialogs", async ({
  window,
  desk,
}, info) => {
  const path = (file: string) => info.outputPath(file);
  await expect(titleBar(window)).toContainText("Up to date");
  await openScreen(window, "Integrations");
  await expect(window.getByRole("heading", { level: 1 })).toBeVisible();
  await look(window, "list", path);
  await needAPerson(desk);
  await look(window, "list-needs", path);
  await openDetail(window);
  await expect(window.getByRole("heading", { name: /needs? a look/ })).toBeVisible();
  await expect(window.getByRole("heading", { name: /looks? like a double/ })).toBeVisible();
  await look(window, "detail", path);
  for (const [button, name] of [
    ["Change rules", "rules"],
    ["Full re-sync…", "full"],
    ["Disconnect…", "disconnect"],
  ] as const) {
    await window.getByRole("button", { name: button }).click();
    await look(window, name, path);
    await window.keyboard.press("Escape");
  }
  await window
    .getByRole("button", { name: /^Compare both versions/ })
    .first()
    .click();
  await expect(window.getByRole("table", { name: "Both versions" })).toBeVisible();
  await look(window, "compare", path);
});

test("the guard's question fits a narrow window", async ({ window, desk }, info) => {
  const { control } = desk.google;
  const made = Array.from({ length: 8 }, (_, i) => ({
    summary: `Busy ${i}`,
    ...timesOn(TODAY, `1${i}:00`, `1${i}:15`, ZONE),
  }));
  control.seedEvents(PRACTICE_CALENDAR, made);
  await desk.bridge.call("sync.now", {});
  for (const { id, summary } of eventsIn(desk))
    if (summary?.startsWith("Busy") === true) control.deleteEvent(PRACTICE_CALENDAR, id ?? "");
  control.expireSyncTokens(PRACTICE_CALENDAR);
  await desk.bridge.call("sync.now", {});
  await openScreen(window, "Integrations");
  await expect(window.getByRole("button", { name: "Answer" })).toBeVisible();
  await look(window, "guard-card", (file) => info.outputPath(file));
  await window.getByRole("button", { name: "Answer" }).click();
  await expect(
    window.getByRole("region", { name: "Did somebody clear the calendar?" }),
  ).toBeVisible();
  await look(window, "guard", (file) => info.outputPath(file));
});

test("the schedule fits a narrow window in every view", async ({ window }, info) => {
  await expect(titleBar(window)).toContainText("Up to date");
  for (const view of ["Day", "Week", "Month", "List"]) {
    await window.getByRole("button", { name: view, exact: true }).click();
    // The columns of a week and of a month may be pushed aside; the bar above them never.
    const within = view === "Day" || view === "List" ? "body" : ".toolbar";
    for (const day of ["today", "another day"]) {
      await look(window, `${view}, ${day}`, (file) => info.outputPath(file), within);
      await window.keyboard.press("j");
    }
    await window.keyboard.press("t");
  }
});

test("the settings and the help fit a narrow window", async ({ window }, info) => {
  const path = (file: string) => info.outputPath(file);
  await expect(titleBar(window)).toContainText("Up to date");
  await openScreen(window, "Settings");
  await window.getByRole("button", { name: "About" }).click();
  await expect(window.getByRole("heading", { level: 1, name: "About" })).toBeVisible();
  await look(window, "about", path);
  await openScreen(window, "Help");
  await expect(window.getByRole("heading", { level: 1 })).toBeVisible();
  await look(window, "help", path);
});

test.describe("the way to a connection", () => {
  test.use({ connected: false });

  test("fits a narrow window, step by step", async ({ window, desk }, info) => {
    const path = (file: string) => info.outputPath(file);
    await openScreen(window, "Integrations");
    await expect(window.getByRole("heading", { level: 1 })).toBeVisible();
    await look(window, "none", path);
    await window.getByRole("button", { name: "Connect", exact: true }).click();
    await look(window, "before", path);
    await window.getByRole("button", { name: "Sign in with Google" }).click();
    await expect(window.getByRole("heading", { name: "Waiting for Google…" })).toBeVisible();
    await look(window, "waiting", path);
    desk.google.control.setConsent({ mode: "approve" });
    await expect.poll(() => desk.opened.length).toBe(1);
    await (await fetch(desk.opened[0] ?? "")).text();
    await expect(window.getByRole("heading", { name: "Which calendar?" })).toBeVisible();
    await look(window, "choose", path);
    await window.getByText("Salon bookings").click();
    await window.getByRole("button", { name: "Continue" }).click();
    await expect(window.getByRole("status").filter({ hasText: "will be sent" })).toBeVisible();
    await look(window, "rules", path);
    await window.getByRole("button", { name: "Start the sync" }).click();
    await expect(window.getByRole("main")).toContainText("In step");
    await look(window, "done", path);
  });

  test("fits a narrow window when a companion is to be paired", async ({ window }, info) => {
    await openScreen(window, "Integrations");
    await window.getByRole("button", { name: "Set up" }).click();
    await look(window, "pair", (file) => info.outputPath(file));
  });
});
