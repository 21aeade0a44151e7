import type { GoogleControl } from "../../simulators/google/index.ts";
import type { CalendarDate, Zone } from "../../src-shared/domain/primitives.ts";
import { addDays, instantOfWall, minutesOf, toInstant } from "../../src-shared/time/zones.ts";

export const PRACTICE_CALENDAR = "bookings@group.calendar.google.com";

/** The calendar itself was invited and said no. */
export const DECLINED = [{ email: PRACTICE_CALENDAR, responseStatus: "declined" }] as const;

/** A stretch of one local day as Google writes it. */
export function timesOn(date: CalendarDate, from: string, to: string, zone: Zone) {
  const at = (time: string) => ({
    dateTime: toInstant(instantOfWall(date, minutesOf(time), zone)),
    timeZone: zone,
  });
  return { start: at(from), end: at(to) };
}

/** What somebody had in the calendar before Bellhop came: two that block, an all-day one, and two that must not. */
export function addForeignEvents(control: GoogleControl, today: CalendarDate, zone: Zone): void {
  const add = (event: Parameters<GoogleControl["createEvent"]>[1]): void => {
    control.createEvent(PRACTICE_CALENDAR, event);
  };
  const day = (distance: number): CalendarDate => addDays(today, distance);
  add({ summary: "Owner at the bank", ...timesOn(day(0), "08:00", "09:00", zone) });
  add({ summary: "Electrician, fuse box", ...timesOn(day(2), "18:00", "20:00", zone) });
  add({ summary: "Stocktaking", start: { date: day(30) }, end: { date: day(31) } });
  add({
    summary: "Clara’s birthday",
    transparency: "transparent",
    start: { date: day(0) },
    end: { date: day(1) },
  });
  add({
    summary: "Trade fair visit",
    attendees: DECLINED,
    ...timesOn(day(1), "10:00", "13:00", zone),
  });
}

/** How many of them block time. */
export const BLOCKING_EVENTS = 3;
