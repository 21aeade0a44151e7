import { colourOf } from "../../../src-main/core/calendars/google/colours.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { same } from "./report.ts";
import type { GoogleEvent, Stage } from "./stage.ts";

/** What S8 wants to stand in Google for a booking. */
function wanted(booking: ScheduledBooking) {
  const lines = [booking.serviceName, booking.customerNotes, booking.deskNotes];
  return {
    title: booking.customerName === "" ? "Walk-in" : booking.customerName,
    start: Date.parse(booking.start),
    end: Date.parse(booking.end),
    description: lines.filter((line) => line !== "").join("\n"),
    colour: colourOf(booking.tint),
  };
}

function shown(event: GoogleEvent): ReturnType<typeof wanted> {
  return {
    title: event.summary ?? "",
    start: Date.parse(event.start?.dateTime ?? ""),
    end: Date.parse(event.end?.dateTime ?? ""),
    description: event.description ?? "",
    colour: event.colorId ?? "",
  };
}

/** One booking and its event, field by field. */
export function sameOnBothSides(booking: ScheduledBooking, event: GoogleEvent): void {
  same(`the event of ${booking.customerName || "a walk-in"}`, shown(event), wanted(booking));
}

/**
 * Every booking has exactly one event that says the same, and Google holds nothing else but the foreign events.
 * Returns the number of bookings.
 */
export async function compareSides(stage: Stage, foreign: number): Promise<number> {
  const { bookings } = await stage.diary();
  const byBooking = Map.groupBy(
    stage.liveEvents(),
    (event) => event.extendedProperties?.private?.["bellhopBooking"] ?? "",
  );
  same("events that are not ours", byBooking.get("")?.length ?? 0, foreign);
  byBooking.delete("");
  same("bookings with an event", byBooking.size, bookings.length);
  for (const booking of bookings) {
    const events = byBooking.get(booking.id) ?? [];
    same(`events of booking ${booking.id}`, events.length, 1);
    for (const event of events) sameOnBothSides(booking, event);
  }
  return bookings.length;
}
