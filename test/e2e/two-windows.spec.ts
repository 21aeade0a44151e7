import type { BrowserContext, Locator, Page } from "@playwright/test";
import { moveTo, onGrid, titleBar } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { expect, keepTime, test } from "./support/test.ts";

function pane(window: Page): Locator {
  return window.getByRole("complementary", { name: "Beside the schedule" });
}

async function openAnother(context: BrowserContext, desk: TestDesk): Promise<Page> {
  const page = await context.newPage();
  await keepTime(page, desk);
  await page.goto(desk.host.url);
  await expect(titleBar(page)).toContainText("Up to date");
  return page;
}

async function editMara(window: Page): Promise<Locator> {
  await onGrid(window, /^Mara Vogt/).click();
  await window.getByRole("button", { name: /^Edit/ }).click();
  await expect(pane(window).getByLabel("Note for the desk")).toBeVisible();
  return pane(window);
}

async function notesOfMara(desk: TestDesk): Promise<string | undefined> {
  const range = await desk.bridge.call("schedule.get", { from: "2026-11-25", to: "2026-11-26" });
  return range.bookings.find((b) => b.customerName === "Mara Vogt")?.deskNotes;
}

interface Story {
  readonly window: Page;
  readonly desk: TestDesk;
  readonly context: BrowserContext;
}

/** A note is typed into the form of Mara's booking, and a second window is open. */
async function typeNote({ window, desk, context }: Story, note: string) {
  const other = await openAnother(context, desk);
  const form = await editMara(window);
  await form.getByLabel("Note for the desk").fill(note);
  return { other, form };
}

test("two windows edit one booking: the second says what the first changed, keeps what was typed and lets choose", async ({
  window,
  desk,
  context,
}) => {
  const { other, form } = await typeNote({ window, desk, context }, "Typed in the first window");

  const theirs = await editMara(other);
  await theirs.getByLabel("Note for the desk").fill("Saved in the second window");
  await theirs.getByLabel("Price").fill("31");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(pane(other)).toContainText("Saved in the second window");

  await expect(form).toContainText("Changed while you were typing");
  await expect(form).toContainText("Price: 31 (at the desk)");
  await expect(form.getByLabel("Price")).toHaveValue("31");
  await expect(form.getByRole("textbox", { name: "Note for the desk" })).toHaveValue(
    "Typed in the first window",
  );

  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toContainText("Say first which of the two holds.");
  expect(await notesOfMara(desk)).toBe("Saved in the second window");

  await expect(form.getByRole("radio", { name: /^Keep what is typed here/ })).toBeFocused();
  await form.getByRole("radio", { name: /^Take the other one/ }).check({ force: true });
  await expect(form.getByRole("textbox", { name: "Note for the desk" })).toHaveValue(
    "Saved in the second window",
  );
  await form.getByRole("radio", { name: /^Keep what is typed here/ }).check({ force: true });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(pane(window)).toContainText("Typed in the first window");
  expect(await notesOfMara(desk)).toBe("Typed in the first window");
});

test("a booking moved by somebody else while its form is open is not moved back by saving a note", async ({
  window,
  desk,
  context,
}) => {
  const { other, form } = await typeNote({ window, desk, context }, "Bring the photos");

  await other.bringToFront();
  await moveTo(other, onGrid(other, /^Mara Vogt/), "Ben Okafor", "14:00");
  await expect(onGrid(other, /^Mara Vogt, Short cut, 14:00/)).toBeVisible();
  await expect(form).toContainText("Time: Wed 25 Nov, 14:00–14:30 (at the desk)");
  await form.getByRole("button", { name: "Save" }).click();

  await expect(onGrid(window, /^Mara Vogt, Short cut, 14:00/)).toBeVisible();
  expect(await notesOfMara(desk)).toBe("Bring the photos");
});

test("a customer who has arrived is told in the other window, not in the one that said so", async ({
  window,
  desk,
  context,
}) => {
  await desk.bridge.call("preferences.set", { noticeArrivals: true, noticesWhenClosed: true });
  const other = await openAnother(context, desk);
  await onGrid(other, /^Mara Vogt/).click();
  await other
    .getByRole("group", { name: "Status" })
    .getByRole("button", { name: "Arrived" })
    .click();
  await expect(onGrid(window, /^Mara Vogt.*Arrived/)).toBeVisible();
  const told = (page: Page) => page.getByText("A customer has arrived");
  await expect(told(window).first()).toBeVisible({ timeout: 10_000 });
  await expect(told(other)).toHaveCount(0);
  await window.getByRole("button", { name: "Show" }).click();
  await expect(pane(window)).toContainText("Mara Vogt");
});
