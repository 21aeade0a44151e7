import type { Locator, Page } from "@playwright/test";
import { PRACTICE_CALENDAR } from "../../scripts/practice/google-events.ts";
import { moveTo, onGrid, openScreen, titleBar } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { eventsIn, expect, test } from "./support/test.ts";

/** What somebody wrote into the calendar, and nobody at the desk is to read unasked. */
const SECRET = "Biopsy at Dr. Privat’s";
const BUSY = "Google, busy, 14:30 to 15:30";

/** In the business's zone, Europe/Berlin, in November. */
function times(from: string, to: string) {
  const at = (time: string) => ({ dateTime: `2026-11-25T${time}:00+01:00` });
  return { start: at(from), end: at(to) };
}

async function addSecret(desk: TestDesk): Promise<void> {
  const event = {
    summary: SECRET,
    description: `${SECRET}, bring papers`,
    location: "Privatweg 1",
  };
  desk.google.control.createEvent(PRACTICE_CALENDAR, { ...event, ...times("14:30", "15:30") });
  await desk.bridge.call("sync.now", {});
}

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

/** Every answer of the desk to the window, as it came. */
function answersTo(window: Page) {
  const answers: Promise<string>[] = [];
  window.on("response", (response) => {
    const isStream = (response.headers()["content-type"] ?? "").includes("event-stream");
    if (response.url().includes("/bridge/") && !isStream)
      answers.push(response.text().catch(() => ""));
  });
  return {
    all: async (): Promise<string> => (await Promise.all(answers)).join("\n"),
    forget: (): void => {
      answers.length = 0;
    },
  };
}

function pane(window: Page): Locator {
  return window.getByRole("complementary", { name: "Beside the schedule" });
}

test("Google’s busy time is striped, says so, and is moved, changed and freed neither by pointer nor by key (D5)", async ({
  window,
  desk,
}) => {
  await addSecret(desk);
  const block = onGrid(window, BUSY);
  await expect(block).toContainText("Google · Busy, everyone");
  await expect(block).toHaveCSS("background-image", /repeating-linear-gradient/);

  await moveTo(window, block, "Frida Holm", "16:00");
  await block.focus();
  for (const key of [
    "Alt+ArrowDown",
    "Alt+ArrowRight",
    "Alt+Shift+ArrowDown",
    "Delete",
    "Control+x",
  ])
    await window.keyboard.press(key);
  await expect(window.getByRole("alertdialog")).toHaveCount(0);
  await expect(window.getByText(/^Holding|^Picked up/)).toHaveCount(0);
  await block.press("Enter");
  await expect(pane(window)).toContainText(
    "This comes from Google Calendar. Change or delete it there.",
  );
  await expect(pane(window).getByRole("button", { name: /^Edit|^Free|^Delete/ })).toHaveCount(0);
  await window.keyboard.press("e");
  await expect(pane(window).getByRole("textbox")).toHaveCount(0);

  const range = { from: "2026-11-25", to: "2026-11-26" };
  const { blocks } = await desk.bridge.call("schedule.get", range);
  const [busy] = blocks.filter(({ source }) => source === "google");
  expect(busy).toMatchObject({
    start: "2026-11-25T13:30:00.000Z",
    end: "2026-11-25T14:30:00.000Z",
  });
  const { id = "", revision = 0 } = busy ?? {};
  const refused = desk.bridge.call("block.remove", { id, revision });
  await expect(refused).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(block).toBeVisible();
  expect(eventsIn(desk).filter(({ summary }) => summary === SECRET)).toMatchObject([
    { sequence: 0, ...times("14:30", "15:30") },
  ]);
});

async function openRules(window: Page): Promise<void> {
  await openScreen(window, "Integrations");
  await window.getByRole("button", { name: "Open Google Calendar" }).click();
  await expect(window.getByRole("button", { name: "Change rules" })).toBeVisible();
}

/** Every screen on which the time could be told, and the search for it. */
async function lookEverywhere(window: Page): Promise<readonly string[]> {
  const seen: string[] = [];
  const look = async (): Promise<void> => {
    seen.push(await window.content());
  };
  await openScreen(window, "Schedule");
  for (const view of ["w", "l", "m", "d"]) {
    await window.keyboard.press(view);
    await look();
  }
  const block = onGrid(window, BUSY).last();
  await block.hover();
  await block.click();
  await look();
  await window.keyboard.press("Escape");
  await window.keyboard.press("/");
  await window.keyboard.type("Privat");
  await look();
  await window.keyboard.press("Escape");
  await openRules(window);
  await expect(window.getByText("1 event in Google looks like a double.")).toBeVisible();
  await look();
  return seen;
}

async function choose(window: Page, rule: "Shown as “Busy”" | "Shown with titles"): Promise<void> {
  await window.getByRole("button", { name: "Change rules" }).click();
  const form = window.getByRole("dialog", { name: "Change rules" });
  await form.getByText(rule).click();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
}

test("the owner’s switch shows the titles of Google’s events and hides them again; until then no title reaches the window (S19, D5)", async ({
  window,
  desk,
}) => {
  const answers = answersTo(window);
  await addSecret(desk);
  // The same event twice is offered for removal: that must not tell its title either.
  await addSecret(desk);
  await expect(onGrid(window, BUSY).first()).toBeVisible();
  const hidden = async (): Promise<void> => {
    expect((await lookEverywhere(window)).join("\n")).not.toMatch(/Biopsy|Privatweg|Dr\. Privat/);
    expect(await answers.all()).toContain('"source":"google"');
    expect(await answers.all()).not.toMatch(/Biopsy|Privatweg|Dr\. Privat/);
  };
  await hidden();

  await choose(window, "Shown with titles");
  await openScreen(window, "Schedule");
  await expect(onGrid(window, BUSY).first()).toContainText(`Google · ${SECRET}`);
  expect(await answers.all()).not.toContain("bring papers");

  await openRules(window);
  await choose(window, "Shown as “Busy”");
  await openScreen(window, "Schedule");
  await expect(onGrid(window, BUSY).first()).toContainText("Google · Busy, everyone");
  answers.forget();
  await hidden();
});
