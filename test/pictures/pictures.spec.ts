import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, type Page, test } from "@playwright/test";
import { PRACTICE_CALENDAR, timesOn } from "../../scripts/practice/google-events.ts";
import { type Salon, sampleSalon } from "../../simulators/salon/index.ts";
import { addDays } from "../../src-shared/time/zones.ts";
import { onGrid, openScreen, titleBar } from "../e2e/support/book.ts";
import { startTestDesk, type TestDesk } from "../e2e/support/desk.ts";
import { type HandTime, handTime } from "../fixtures/hand-time.ts";

/** A Thursday, 12:37 in the salon. */
const NOW = Date.parse("2026-11-19T11:37:00.000Z");
/** The desk is connected well before, so that its first sync is over. */
const EARLIER = "2026-11-19T11:10:00.000Z";
const MINUTE_MS = 60_000;
const ZONE = "Europe/Berlin";
const FOLDER = "docs/pictures";

test.use({ timezoneId: ZONE });

/** The first sync of the whole salon; the quota of each minute passes as fast as the test lets it. */
async function settled({ bridge }: TestDesk, time: HandTime): Promise<void> {
  for (;;) {
    const { state, counts } = await bridge.call("sync.status", {});
    if (state.is === "idle" && state.lastCompleteAt !== null && counts.waiting === 0) return;
    time.forward(1_000);
    await nextTurn();
  }
}

async function pictureOf(window: Page, name: string): Promise<void> {
  await window.mouse.move(0, 799);
  await window.screenshot({ path: `${FOLDER}/${name}.png`, animations: "disabled" });
}

/** A meeting in Google, given to one person at the desk. */
async function addMeeting({ google, bridge }: TestDesk, salon: Salon): Promise<void> {
  const { today, staff } = salon;
  const meeting = { summary: "Wholesaler", ...timesOn(today, "12:00", "13:00", ZONE) };
  google.control.createEvent(PRACTICE_CALENDAR, meeting);
  await bridge.call("sync.now", {});
  const { blocks } = await bridge.call("schedule.get", { from: today, to: addDays(today, 1) });
  const block = blocks.find(({ source }) => source === "google");
  const deniz = staff.find(({ name }) => name.startsWith("Deniz"));
  await bridge.call("block.assign", { id: block?.id ?? "", staffId: deniz?.id ?? null });
}

/** The sample salon at noon, in step with its calendar since a minute ago. */
async function startSalon(): Promise<TestDesk> {
  const time = handTime(EARLIER);
  const salon = sampleSalon({ now: NOW, zone: ZONE, seed: 1 });
  const desk = await startTestDesk({ salon, time });
  await desk.connect(PRACTICE_CALENDAR);
  await settled(desk, time);
  time.jump(NOW - MINUTE_MS - time.clock.now());
  await addMeeting(desk, salon);
  time.jump(MINUTE_MS);
  return desk;
}

test("the pictures of the README", async ({ page }) => {
  test.slow();
  const desk = await startSalon();
  try {
    await page.clock.setFixedTime(NOW);
    await page.goto(desk.host.url);
    await expect(titleBar(page)).toContainText("Up to date");
    await expect(onGrid(page, /with Anna Lindqvist$/).first()).toBeVisible();
    await expect(onGrid(page, /^Google, busy/)).toBeVisible();
    await pictureOf(page, "schedule-light");
    await page.emulateMedia({ colorScheme: "dark" });
    await pictureOf(page, "schedule-dark");
    await page.emulateMedia({ colorScheme: "light" });
    await openScreen(page, "Integrations");
    await expect(page.getByRole("main")).toContainText("Active");
    await pictureOf(page, "integrations");
  } finally {
    await desk.stop();
  }
});
