import type { SyncRules } from "../../../src-shared/bridge/contract/sync.ts";
import { belongsInCalendar } from "../../../src-shared/domain/booking.ts";
import type { OwnEvent } from "../calendars/remote-calendar.ts";
import type { BookingForCalendar } from "../store/booking-rows.ts";

/** How far back bookings and events are kept in step (S12). */
export const WINDOW_BACK_MS = 90 * 86_400_000;

/** Title of the event of a booking without a name (S8). */
export const WALK_IN_TITLE = "Walk-in";
/** Title of every event where titles tell nobody. */
export const BOOKED_TITLE = "Booked";

export type EventTitles = SyncRules["titles"];

/** A booking with how its event is to be called. */
export interface BookingForEvent extends BookingForCalendar {
  readonly titles: EventTitles;
}

const LETTERS = new Intl.Segmenter("und", { granularity: "grapheme" });

/** `E. B.` of `Eva Berg`; a name of one word has one. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== "");
  const firsts = words.flatMap((word) => [...LETTERS.segment(word)].slice(0, 1));
  return firsts.map(({ segment }) => `${segment.toLocaleUpperCase("und")}.`).join(" ");
}

function titleOf({ customerName, titles }: BookingForEvent): string {
  if (titles === "booked") return BOOKED_TITLE;
  if (customerName === null) return WALK_IN_TITLE;
  return titles === "initials" ? initialsOf(customerName) : customerName;
}

/** The event that a booking should have: title, times, description and colour by S8. Null if it should have none. */
export function eventOfBooking(booking: BookingForEvent): OwnEvent | null {
  if (!belongsInCalendar(booking.status)) return null;
  const lines = [booking.serviceName, booking.customerNotes, booking.deskNotes];
  return {
    bookingId: booking.id,
    title: titleOf(booking),
    description: lines.filter((line) => line.trim() !== "").join("\n"),
    time: { is: "timed", start: booking.start, end: booking.end, zone: booking.zone },
    tint: booking.tint,
    recurrence: booking.rrule === null ? [] : [`RRULE:${booking.rrule}`],
  };
}

/** The event of one occurrence of a series; null if it should have none. */
export function eventOfOccurrence(occurrence: BookingForEvent): OwnEvent | null {
  const event = eventOfBooking({ ...occurrence, rrule: null });
  return event === null ? null : { ...event, isOccurrence: true };
}
