import { setImmediate as nextTurn } from "node:timers/promises";
import { PRACTICE_CALENDAR, timesOn } from "../../../scripts/practice/google-events.ts";
import { type Salon, sampleSalon } from "../../../src-main/core/sample-salon/index.ts";
import { addDays } from "../../../src-shared/time/zones.ts";
import { type HandTime, handTime } from "../../fixtures/hand-time.ts";
import { startTestDesk, type TestDesk } from "./desk.ts";

/** A Thursday, 12:37 in the salon. */
export const NOON = Date.parse("2026-11-19T11:37:00.000Z");
export const NOON_ZONE = "Europe/Berlin";
/** The desk is connected well before, so that its first sync is over. */
const EARLIER = "2026-11-19T11:10:00.000Z";
const MINUTE_MS = 60_000;

/** The first sync of the whole salon; the quota of each minute passes as fast as the test lets it. */
async function settled({ bridge }: TestDesk, time: HandTime): Promise<void> {
  for (;;) {
    const { state, counts } = await bridge.call("sync.status", {});
    if (state.is === "idle" && state.lastCompleteAt !== null && counts.waiting === 0) return;
    time.forward(1_000);
    await nextTurn();
  }
}

/** A meeting in Google, given to one person at the desk. */
async function addMeeting({ google, bridge }: TestDesk, salon: Salon): Promise<void> {
  const { today, staff } = salon;
  const meeting = { summary: "Wholesaler", ...timesOn(today, "12:00", "13:00", NOON_ZONE) };
  google.control.createEvent(PRACTICE_CALENDAR, meeting);
  await bridge.call("sync.now", {});
  const { blocks } = await bridge.call("schedule.get", { from: today, to: addDays(today, 1) });
  const block = blocks.find(({ source }) => source === "google");
  const deniz = staff.find(({ name }) => name.startsWith("Deniz"));
  await bridge.call("block.assign", { id: block?.id ?? "", staffId: deniz?.id ?? null });
}

/** The sample salon at noon, in step with its calendar since a minute ago; its clock stands still. */
export async function startNoonSalon(): Promise<TestDesk> {
  const time = handTime(EARLIER);
  const salon = sampleSalon({ now: NOON, zone: NOON_ZONE, seed: 1 });
  const desk = await startTestDesk({ salon, time });
  await desk.connect(PRACTICE_CALENDAR);
  await settled(desk, time);
  time.jump(NOON - MINUTE_MS - time.clock.now());
  await addMeeting(desk, salon);
  time.jump(MINUTE_MS);
  return desk;
}
