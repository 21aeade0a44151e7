import type { Page } from "@playwright/test";
import { PRACTICE_CALENDAR, timesOn } from "../../scripts/practice/google-events.ts";
import { onGrid, openScreen, titleBar } from "./support/book.ts";
import { TODAY, ZONE } from "./support/small-salon.ts";
import { expect, test, timesIn } from "./support/test.ts";

const THREE = ["Esra Yıldız 10:00-10:45", "Mara Vogt 12:00-12:30", "Henrike Voß 13:00-14:30"];

test.beforeEach(async ({ window, desk }) => {
  const bank = { summary: "Bank", ...timesOn(TODAY, "15:00", "16:00", ZONE) };
  desk.google.control.createEvent(PRACTICE_CALENDAR, bank);
  await desk.bridge.call("sync.now", {});
  await expect(titleBar(window)).toContainText("Up to date");
  await expect(onGrid(window, "Google, busy, 15:00 to 16:00")).toBeVisible();
});

async function disconnect(window: Page, events: RegExp, blocks: RegExp): Promise<void> {
  await openScreen(window, "Integrations");
  await window.getByRole("button", { name: "Open Google Calendar" }).click();
  await window.getByRole("button", { name: "Disconnect…" }).click();
  const dialog = window.getByRole("alertdialog", { name: "Disconnect Google Calendar?" });
  await expect(dialog).toContainText("All 3 bookings stay on this computer.");
  await dialog.getByText(events).click();
  await dialog.getByText(blocks).click();
  await dialog.getByRole("button", { name: "Disconnect" }).click();
  await expect(titleBar(window)).toContainText("Not connected");
}

test("leaves the events by wish, and finds them again after a new connection: no doubles (S15)", async ({
  window,
  desk,
}) => {
  await disconnect(window, /^Leave them as they are/, /^Remove 1 block/);
  expect(timesIn(desk)).toEqual(expect.arrayContaining(THREE));
  await openScreen(window, "Schedule");
  await expect(onGrid(window, /^Google, busy/)).toBeHidden();
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();

  await desk.connect(PRACTICE_CALENDAR);
  await expect(titleBar(window)).toContainText("Up to date");
  await expect(onGrid(window, "Google, busy, 15:00 to 16:00")).toBeVisible();
  expect(timesIn(desk).toSorted()).toEqual(["Bank 15:00-16:00", ...THREE].toSorted());
});

test("removes what is to come by wish, keeps Google’s times blocked, and gives the grant back (S15)", async ({
  window,
  desk,
}) => {
  await disconnect(window, /^Remove the 2 still to come/, /^Keep them as blocks of our own/);
  expect(timesIn(desk).toSorted()).toEqual(["Bank 15:00-16:00", "Esra Yıldız 10:00-10:45"]);
  expect(desk.google.control.requests({ kind: "oauth.revoke" })).toHaveLength(1);
  await openScreen(window, "Schedule");
  await expect(onGrid(window, /, 15:00 to 16:00, blocked$/).first()).toBeVisible();

  await desk.connect(PRACTICE_CALENDAR);
  await expect(titleBar(window)).toContainText("Up to date");
  expect(timesIn(desk).filter((event) => event.startsWith("Mara Vogt"))).toHaveLength(1);
  expect(timesIn(desk).filter((event) => event.startsWith("Esra Yıldız"))).toHaveLength(1);
});

test("without a network it waits, says so, can be taken back, and happens by itself later (S15)", async ({
  window,
  desk,
}) => {
  const { control } = desk.google;
  const leave = async (): Promise<void> => {
    await window.getByRole("button", { name: "Disconnect…" }).click();
    const dialog = window.getByRole("alertdialog", { name: "Disconnect Google Calendar?" });
    await dialog.getByText(/^Remove the 2 still to come/).click();
    await dialog.getByRole("button", { name: "Disconnect" }).click();
    await expect(dialog).toBeHidden();
  };
  const note = window.getByText("Disconnects by itself as soon as Google can be reached");
  control.addFault({ path: "/calendar/v3", times: Infinity, effect: { kind: "reset" } });
  await openScreen(window, "Integrations");
  await window.getByRole("button", { name: "Open Google Calendar" }).click();
  await leave();
  await expect(window.getByText("Google can’t be reached now.")).toBeVisible();
  await window.getByRole("button", { name: /^Open Google Calendar/ }).click();
  await expect(note).toBeVisible();
  await window.getByRole("button", { name: "Stay connected" }).click();
  await expect(note).toBeHidden();

  await leave();
  control.clearFaults();
  await desk.bridge.call("sync.now", {});
  await expect(titleBar(window)).toContainText("Not connected");
  expect(timesIn(desk).toSorted()).toEqual(["Bank 15:00-16:00", "Esra Yıldız 10:00-10:45"]);
});

test("can be called off, and nothing has changed", async ({ window, desk }) => {
  await openScreen(window, "Integrations");
  await window.getByRole("button", { name: "Open Google Calendar" }).click();
  await window.getByRole("button", { name: "Disconnect…" }).click();
  await window.getByRole("button", { name: "Stay connected" }).click();
  await expect(window.getByRole("alertdialog")).toBeHidden();
  await expect(titleBar(window)).toContainText("Up to date");
  expect(desk.google.control.requests({ kind: "oauth.revoke" })).toHaveLength(0);
});

/** Presses Tab until something of that name has the focus, as somebody without a mouse does. */
async function tabTo(window: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await window.keyboard.press("Tab");
    const focused = await window.evaluate(() => {
      const { activeElement: one } = document;
      const words = one?.getAttribute("aria-label") ?? one?.textContent ?? "";
      return words === "" && one instanceof HTMLInputElement ? one.value : words;
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Nothing that reads ${name} can be reached by Tab.`);
}

test("by keyboard alone: into the details, paused for an hour and resumed, disconnected with a choice", async ({
  window,
  desk,
}) => {
  const { keyboard } = window;
  await tabTo(window, /^Integrations/);
  await keyboard.press("Enter");
  await expect(window.getByRole("heading", { level: 1, name: "Integrations" })).toBeVisible();
  await tabTo(window, /^Open/);
  await keyboard.press("Enter");
  await expect(window.getByRole("heading", { level: 1, name: "Google Calendar" })).toBeVisible();
  await tabTo(window, /^Pause/);
  await keyboard.press("Enter");
  await expect(window.getByRole("menuitem").first()).toBeFocused();
  await keyboard.press("Enter");
  await expect(window.getByRole("button", { name: "Resume" })).toBeVisible();
  await tabTo(window, /^Resume/);
  await keyboard.press("Enter");
  await expect(titleBar(window)).toContainText("Up to date");
  await tabTo(window, /^Disconnect…/);
  await keyboard.press("Enter");
  const dialog = window.getByRole("alertdialog", { name: "Disconnect Google Calendar?" });
  await expect(dialog).toContainText("All 3 bookings stay on this computer.");
  await tabTo(window, /^leave$/);
  await keyboard.press("ArrowDown");
  await tabTo(window, /^Disconnect$/);
  await keyboard.press("Enter");
  await expect(titleBar(window)).toContainText("Not connected");
  expect(timesIn(desk).toSorted()).toEqual(["Bank 15:00-16:00", "Esra Yıldız 10:00-10:45"]);
});
