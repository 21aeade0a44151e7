import { test as base, type Page } from "@playwright/test";
import { PRACTICE_CALENDAR } from "../../../scripts/practice/google-events.ts";
import type { GoogleSimulator } from "../../../simulators/google/index.ts";
import { startTestDesk, type TestDesk, timeFrom } from "./desk.ts";
import { MORNING, smallSalon, ZONE } from "./small-salon.ts";

export { expect } from "@playwright/test";

interface Options {
  /** Whether the story begins with the salon's calendar connected. */
  readonly connected: boolean;
  /** When the story begins, in epoch milliseconds. */
  readonly begins: number;
}

interface Fixtures {
  readonly desk: TestDesk;
  /** The desk's window, on the schedule. */
  readonly window: Page;
}

/** Makes a page see the desk's time. */
export async function keepTime(page: Page, { time }: Pick<TestDesk, "time">): Promise<void> {
  await page.clock.install({ time: time.clock.now() });
}

/** A small salon at a desk of its own, for each story. */
export const test = base.extend<Options & Fixtures>({
  connected: [true, { option: true }],
  begins: [MORNING, { option: true }],
  timezoneId: ZONE,
  desk: async ({ connected, begins }, provide) => {
    const desk = await startTestDesk({ salon: smallSalon(), time: timeFrom(begins) });
    try {
      if (connected) await desk.connect(PRACTICE_CALENDAR);
      await provide(desk);
    } finally {
      await desk.stop();
    }
  },
  window: async ({ page, desk }, provide) => {
    await keepTime(page, desk);
    await page.goto(desk.host.url);
    await provide(page);
  },
});

export type SimulatedEvent = ReturnType<GoogleSimulator["control"]["events"]>[number];

/** The events that a person sees in a calendar of the simulator. */
export function eventsIn(
  { google }: Pick<TestDesk, "google">,
  calendarId: string = PRACTICE_CALENDAR,
): readonly SimulatedEvent[] {
  return google.control.events(calendarId).filter(({ status }) => status !== "cancelled");
}

/** `Esra Yıldız 10:00-10:45` of each event, in the order they were made; the salon's wall clock. */
export function timesIn(desk: Pick<TestDesk, "google">, calendarId?: string): readonly string[] {
  const time = (text: string | null | undefined): string => (text ?? "").slice(11, 16);
  return eventsIn(desk, calendarId).map(
    ({ summary, start, end }) => `${summary} ${time(start?.dateTime)}-${time(end?.dateTime)}`,
  );
}
