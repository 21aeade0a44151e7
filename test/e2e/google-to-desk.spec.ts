import type { Locator, Page } from "@playwright/test";
import { choose, columnOf, onGrid, openScreen, titleBar } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { expect, keepTime, test, timesIn } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

/** The calendar as its owner sees it in Google. */
async function openGoogle(window: Page, desk: TestDesk): Promise<Page> {
  const google = await window.context().newPage();
  await keepTime(google, desk);
  await google.goto(desk.google.url);
  await google.getByLabel("Calendar").selectOption("Salon bookings");
  await expect(eventOf(google, "Mara Vogt")).toBeVisible();
  return google;
}

/** The desk looks at Google by itself every few minutes; the button does it now. */
async function syncNow(window: Page): Promise<void> {
  await openScreen(window, "Integrations");
  await window.getByRole("button", { name: "Open Google Calendar" }).click();
  await window.getByRole("button", { name: "Sync now" }).click();
  await expect(window.getByRole("button", { name: "Sync now" })).toBeEnabled();
  await openScreen(window, "Schedule");
}

function eventOf(google: Page, title: string): Locator {
  return google.getByRole("button", { name: new RegExp(`^${title}`) });
}

/** Fills the form that is open, and waits until the calendar shows what it says. */
async function saveTimes(google: Page, title: string, start: string, end: string): Promise<void> {
  await google.getByLabel("Start").fill(start);
  await google.getByLabel("End", { exact: true }).fill(end);
  await google.getByRole("button", { name: "Save" }).click();
  await expect(eventOf(google, `${title}, ${start} to ${end}, Wed 25 Nov`)).toBeVisible();
}

async function addEvent(google: Page, title: string, start: string, end: string): Promise<void> {
  await google.getByRole("button", { name: "New event" }).click();
  await google.getByLabel("Title").fill(title);
  await saveTimes(google, title, start, end);
}

async function moveEvent(google: Page, title: string, start: string, end: string): Promise<void> {
  await eventOf(google, title).click();
  await saveTimes(google, title, start, end);
}

test("an event made, moved and deleted in Google blocks, moves and frees that time (S5, S6, S7, S19)", async ({
  window,
  desk,
}) => {
  const google = await openGoogle(window, desk);
  await addEvent(google, "Dentist", "11:30", "12:30");
  await syncNow(window);
  const block = onGrid(window, "Google, busy, 11:30 to 12:30");
  await expect(block).toContainText("Google · Busy, everyone");
  await expect(window.getByRole("main")).not.toContainText("Dentist");

  await moveEvent(google, "Dentist", "14:45", "16:00");
  await syncNow(window);
  await expect(onGrid(window, "Google, busy, 14:45 to 16:00")).toBeVisible();
  await expect(block).toBeHidden();

  await eventOf(google, "Dentist").click();
  await google.getByRole("button", { name: "Delete" }).click();
  await syncNow(window);
  await expect(onGrid(window, /^Google, busy/)).toBeHidden();
});

test("Google’s busy time can be given to one person, and stays there when it moves (S5, D5)", async ({
  window,
  desk,
}) => {
  const google = await openGoogle(window, desk);
  await addEvent(google, "Course", "11:30", "12:30");
  await syncNow(window);
  await onGrid(window, "Google, busy, 11:30 to 12:30").click();
  const pane = window.getByRole("complementary", { name: "Beside the schedule" });
  await expect(pane).toContainText("This comes from Google Calendar. Change or delete it there.");
  await choose(pane, "Holds for", "Frida Holm");
  const frida = columnOf(window, "Frida Holm");
  await expect(frida.getByRole("button", { name: "Google, busy, 11:30 to 12:30" })).toBeVisible();

  await moveEvent(google, "Course", "14:00", "15:00");
  await syncNow(window);
  await expect(frida.getByRole("button", { name: "Google, busy, 14:00 to 15:00" })).toBeVisible();
});

test("an all-day event stands above the day (S5)", async ({ window, desk }) => {
  const google = await openGoogle(window, desk);
  await google.getByRole("button", { name: "New event" }).click();
  await google.getByLabel("Title").fill("Stocktaking");
  await google.getByLabel("All day").check();
  await google.getByRole("button", { name: "Save" }).click();
  await expect(google.getByRole("button", { name: /^Stocktaking, all day/ })).toBeVisible();
  await syncNow(window);
  await expect(window.getByRole("main")).toContainText("Google · Busy, everyone");
});

test("a booking that somebody moves in Google moves at the desk, if the time is free", async ({
  window,
  desk,
}) => {
  const google = await openGoogle(window, desk);
  await moveEvent(google, "Mara Vogt", "14:00", "14:30");
  await syncNow(window);
  await expect(onGrid(window, /^Mara Vogt, Short cut, 14:00 to 14:30/)).toBeVisible();
});

test("a booking that somebody deletes in Google is put back, and the desk is asked", async ({
  window,
  desk,
}) => {
  const google = await openGoogle(window, desk);
  await eventOf(google, "Mara Vogt").click();
  await google.getByRole("button", { name: "Delete" }).click();
  await expect(eventOf(google, "Mara Vogt")).toBeHidden();
  await syncNow(window);
  await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00 to 12:30/)).toBeVisible();
  await expect.poll(() => timesIn(desk)).toContain("Mara Vogt 12:00-12:30");
  await openScreen(window, "Integrations 1 thing needs you");
  await window.getByRole("button", { name: "What happened?" }).click();
  await expect(window.getByRole("main")).toContainText("Deleted in Google; put back.");
});
