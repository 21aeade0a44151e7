import type { Page } from "@playwright/test";
import { PRACTICE_CALENDAR, timesOn } from "../../scripts/practice/google-events.ts";
import { addDays } from "../../src-shared/time/zones.ts";
import { choose, onGrid, openScreen, slotAt, titleBar } from "./support/book.ts";
import { TODAY, ZONE } from "./support/small-salon.ts";
import { eventsIn, expect, test, timesIn } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

/** Where the grid, its rows and what is booked stand on the screen, to the pixel. */
async function places(window: Page) {
  const boxes = [".grid", ".sheet", ".toolbar", ".head", ".hours"].map((one) =>
    window.locator(one).first().boundingBox(),
  );
  const scrolled = await window.locator(".grid").evaluate((grid) => grid.scrollTop);
  return { boxes: await Promise.all(boxes), scrolled };
}

test("without a network the desk goes on, says what waits, and catches up by itself (D8, S11, S13)", async ({
  window,
  desk,
}) => {
  const { control } = desk.google;
  // Whatever has the focus later is in sight from the beginning.
  await onGrid(window, /^Henrike Voß/).focus();
  await onGrid(window, /^Mara Vogt/).focus();
  const before = await places(window);
  control.addFault({ path: "/calendar/v3", times: Infinity, effect: { kind: "reset" } });
  await window.keyboard.press("Alt+ArrowDown");
  await expect(onGrid(window, /^Mara Vogt, Short cut, 12:15 to 12:45/)).toBeVisible();
  const banner = titleBar(window);
  await expect(banner).toContainText("Offline, 1 waiting");
  const foot = window.getByRole("contentinfo").or(window.locator("footer[role=status]"));
  await expect(foot.getByText("Offline. 1 change waiting", { exact: true })).toBeVisible();
  await expect(foot).toContainText("No network since 11:0");
  await onGrid(window, /^Henrike Voß/).focus();
  await window.keyboard.press("Alt+ArrowUp");
  await onGrid(window, /^Esra Yıldız/).focus();
  await window.keyboard.press("Alt+Shift+ArrowDown");
  await expect(foot.getByText("Offline. 3 changes waiting", { exact: true })).toBeVisible();
  expect(await places(window)).toEqual(before);
  await expect(window.getByRole("navigation", { name: "Screens" })).not.toContainText("1");

  const tries = (): number => control.requests().length;
  const tried = tries();
  await foot.getByRole("button", { name: "Try now" }).click();
  await expect.poll(tries).toBeGreaterThan(tried);
  await expect(foot.getByText("Offline. 3 changes waiting")).toBeVisible();

  control.clearFaults();
  await expect(banner).toContainText("Up to date", { timeout: 30_000 });
  await expect(foot.getByText(/^Offline/)).toBeHidden();
  expect(await places(window)).toEqual(before);
  expect(timesIn(desk)).toContain("Mara Vogt 12:15-12:45");
  expect(timesIn(desk)).toHaveLength(3);
});

test("a grant that was taken away is said with the one thing that fixes it (S13, S17)", async ({
  window,
  desk,
}) => {
  desk.google.control.revokeGrant("desk@salon.example");
  await desk.bridge.call("sync.now", {});
  await expect(titleBar(window)).toContainText("Sign in again");
  const foot = window.getByRole("status").filter({ hasText: "Google asks you to sign in again." });
  await foot.getByRole("button", { name: "Details" }).click();
  await expect(window.getByRole("main")).toContainText("Error");
  await window.getByRole("main").getByRole("button", { name: "Sign in again" }).click();
  await expect(window.getByRole("heading", { name: "Waiting for Google…" })).toBeVisible();
});

test("a cleared calendar makes the desk ask before it frees anything (S21)", async ({
  window,
  desk,
}, info) => {
  const { control } = desk.google;
  const blocks = Array.from({ length: 8 }, (_, i) => ({
    summary: `Delivery ${i}`,
    ...timesOn(TODAY, `1${i}:00`, `1${i}:15`, ZONE),
  }));
  control.seedEvents(PRACTICE_CALENDAR, blocks);
  await desk.bridge.call("sync.now", {});
  await expect(onGrid(window, /^Google, busy/)).toHaveCount(8);
  for (const { id, summary } of eventsIn(desk))
    if (summary?.startsWith("Delivery") === true) control.deleteEvent(PRACTICE_CALENDAR, id ?? "");
  // Deletions that are told one by one are believed; what is missing in a full list is not.
  control.expireSyncTokens(PRACTICE_CALENDAR);
  await desk.bridge.call("sync.now", {});

  await expect(titleBar(window)).toContainText("Stopped to ask");
  await expect(onGrid(window, /^Google, busy/)).toHaveCount(8);
  await openScreen(window, "Integrations");
  await window.getByRole("button", { name: "Answer" }).click();
  const guard = window.getByRole("region", { name: "Did somebody clear the calendar?" });
  await expect(guard).toContainText("8 of 8 busy times are missing in Google.");
  const examples = guard.getByRole("list", { name: "What it is about" });
  await expect(examples.getByRole("listitem")).toHaveText([
    "Wed 25 Nov, 12:00–12:15",
    "Wed 25 Nov, 13:00–13:15",
    "Wed 25 Nov, 14:00–14:15",
  ]);
  await expect(guard).toContainText("and 5 more");
  await guard.getByRole("button", { name: "Show more" }).click();
  await expect(examples.getByRole("listitem")).toHaveCount(8);
  await expect(window.getByRole("main")).toContainText("Error");
  await expect(window.getByRole("button", { name: "Sync now" })).toBeDisabled();
  const stopped = window.getByRole("row").filter({ hasText: "Stopped" });
  await expect(stopped).toContainText("8 of 8 busy times are missing in the calendar.");

  await guard.getByRole("button", { name: "Decide later" }).click();
  const card = window.getByRole("article").filter({ hasText: "Google Calendar" });
  await expect(card).toContainText("Error");
  await expect(card).toContainText("Stopped to ask you. Nothing has been changed");
  await expect(titleBar(window)).toContainText("Stopped to ask");
  const shown = await desk.bridge.call("schedule.get", { from: TODAY, to: addDays(TODAY, 1) });
  expect(shown.blocks).toHaveLength(8);
  await card.getByRole("button", { name: "Answer" }).click();
  await window.screenshot({ path: info.outputPath("guard.png") });
  await guard.getByRole("button", { name: "Yes, free all 8" }).click();
  await expect(titleBar(window)).toContainText("Up to date");
  await openScreen(window, "Schedule");
  await expect(onGrid(window, /^Google, busy/)).toHaveCount(0);
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
});

test("two windows at one desk see each other’s bookings at once", async ({ window, desk }) => {
  const other = await window.context().newPage();
  await other.goto(desk.host.url);
  await expect(onGrid(other, /^Mara Vogt/)).toBeVisible();
  const { x, y } = await slotAt(window, "Ben Okafor", "13:00");
  await window.mouse.click(x, y);
  const form = window.getByRole("dialog", { name: "New booking" });
  await form.getByLabel("Customer: name, phone or e-mail").fill("Theo Amara");
  await window.getByRole("option", { name: /^Theo Amara/ }).click();
  await choose(form, "Service", "Short cut");
  await form.getByRole("button", { name: /^Book( Enter)?$/ }).click();
  await expect(onGrid(other, /^Theo Amara, Short cut, 13:00/)).toBeVisible();
});
