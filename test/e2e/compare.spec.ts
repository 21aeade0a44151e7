import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { PRACTICE_CALENDAR } from "../../scripts/practice/google-events.ts";
import { openScreen, titleBar } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { TODAY } from "./support/small-salon.ts";
import { eventsIn, expect, test, timesIn } from "./support/test.ts";

const MARA_ID = "01990000-0000-7000-8000-000000000101";

/** Mara's visit of 12:00 is moved to 15:00 here and to `there` in Google, while neither sees the other. */
async function changeBothSides({ google, bridge }: TestDesk, there: string): Promise<void> {
  google.control.addFault({ path: "/", times: Infinity, effect: { kind: "reset" } });
  const { booking } = await bridge.call("booking.get", { id: MARA_ID });
  await bridge.call("booking.update", {
    id: booking.id,
    revision: booking.revision,
    changes: { start: `${TODAY}T14:00:00.000Z` },
    anyway: true,
  });
  const [event] = eventsIn({ google }).filter(({ summary }) => summary === "Mara Vogt");
  const at = (minutes: string) => ({
    dateTime: `${TODAY}T${there}:${minutes}:00+01:00`,
    timeZone: "Europe/Berlin",
  });
  google.control.patchEvent(PRACTICE_CALENDAR, event?.id ?? "", {
    summary: "Mara, by phone",
    start: at("00"),
    end: at("30"),
  });
  google.control.clearFaults();
  await bridge.call("sync.now", {});
}

async function openCompared(window: Page) {
  await openScreen(window, "Integrations");
  await window
    .getByRole("button", { name: /^(What happened\?|See what is stuck|Open Google Calendar)$/ })
    .first()
    .click();
  const compare = window.getByRole("button", {
    name: "Compare both versions of the booking of Mara Vogt",
  });
  await compare.focus();
  await window.keyboard.press("Enter");
  const dialog = window.getByRole("dialog", { name: "Which version of Mara Vogt is right?" });
  await expect(dialog.getByRole("table", { name: "Both versions" })).toBeVisible();
  return dialog;
}

function maras(desk: TestDesk): readonly string[] {
  return timesIn(desk)
    .filter((line) => line.startsWith("Mara"))
    .toSorted();
}

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

test("a booking changed here and in Google shows both versions, by the salon's clock, and ours can be kept", async ({
  window,
  desk,
}, info) => {
  await changeBothSides(desk, "16");
  const dialog = await openCompared(window);
  const row = (name: string) => dialog.getByRole("row", { name: new RegExp(`^${name}`) });
  await expect(row("Time")).toContainText("differs");
  await expect(row("Time").getByRole("cell")).toHaveText([
    "Wed 25 Nov, 15:00–15:30",
    "Wed 25 Nov, 16:00–16:30",
  ]);
  await expect(row("Title").getByRole("cell")).toHaveText(["Mara Vogt", "Mara, by phone"]);
  await expect(row("Description")).not.toContainText("differs");
  expect((await new AxeBuilder({ page: window }).analyze()).violations).toEqual([]);
  await window.screenshot({ path: info.outputPath("compare.png") });
  await window.emulateMedia({ colorScheme: "dark" });
  await window.setViewportSize({ width: 720, height: 700 });
  await window.screenshot({ path: info.outputPath("compare-dark-narrow.png") });
  await dialog.getByRole("button", { name: "Keep ours" }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByText("Ours is kept; Google follows.")).toBeVisible();
  await expect(window.getByRole("heading", { name: /needs? a look/ })).toBeHidden();
  await expect.poll(() => maras(desk)).toEqual(["Mara Vogt 15:00-15:30"]);
});

test("Google's time is taken with the keyboard alone, and taken back", async ({ window, desk }) => {
  await changeBothSides(desk, "16");
  const dialog = await openCompared(window);
  await expect(dialog.getByRole("radio", { name: /^Ours/ })).toBeFocused();
  await window.keyboard.press("ArrowDown");
  await expect(dialog).toContainText("The booking moves to Wed 25 Nov, 16:00–16:30.");
  await window.keyboard.press("Tab");
  await window.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Move the booking" })).toBeFocused();
  await window.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect.poll(() => maras(desk)).toEqual(["Mara Vogt 16:00-16:30"]);
  await expect(window.getByRole("row", { name: /Decided.*by you/ })).toContainText("Mara Vogt");
  await window.getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => maras(desk)).toEqual(["Mara Vogt 15:00-15:30"]);
});

test("both are kept as two bookings, also where the time is taken: what is in the way is said first", async ({
  window,
  desk,
}) => {
  const { booking } = await desk.bridge.call("booking.get", { id: MARA_ID });
  await desk.bridge.call("booking.create", {
    id: "01990000-0000-7000-8000-000000000900",
    anyway: true,
    booking: {
      staffId: booking.staffId,
      serviceId: booking.serviceId,
      customer: { is: "unnamed" },
      walkIn: true,
      start: `${TODAY}T15:15:00.000Z`,
      durationMinutes: 30,
      customerNotes: "",
      deskNotes: "",
      priceMinor: null,
    },
  });
  await changeBothSides(desk, "16");
  const dialog = await openCompared(window);
  await dialog.getByRole("radio", { name: /^Both/ }).check({ force: true });
  await expect(dialog).toContainText("a second one like it is made at Wed 25 Nov, 16:00–16:30");
  await expect(dialog.getByRole("status")).toContainText("Walk-in");
  await dialog.getByRole("button", { name: "Keep both anyway" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => maras(desk)).toEqual(["Mara Vogt 15:00-15:30", "Mara Vogt 16:00-16:30"]);
});

test("a change that Google refuses is compared with what stands there, with the reason", async ({
  window,
  desk,
}, info) => {
  desk.google.control.addFault({
    kind: "events.patch",
    times: Infinity,
    effect: { kind: "error", status: 400, reason: "invalid" },
  });
  const { booking } = await desk.bridge.call("booking.get", { id: MARA_ID });
  await desk.bridge.call("booking.update", {
    id: booking.id,
    revision: booking.revision,
    changes: { start: `${TODAY}T14:00:00.000Z` },
    anyway: true,
  });
  await desk.bridge.call("sync.now", {});
  const dialog = await openCompared(window);
  await expect(dialog).toContainText("Google refused the change:");
  await expect(dialog.getByRole("row", { name: /^Time/ }).getByRole("cell")).toHaveText([
    "Wed 25 Nov, 15:00–15:30",
    "Wed 25 Nov, 12:00–12:30",
  ]);
  await window.screenshot({ path: info.outputPath("parked.png") });
  await window.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
