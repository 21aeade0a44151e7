import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { BookingCustomer } from "../../../src-shared/bridge/contract/schedule.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Service } from "../../../src-shared/domain/business.ts";
import type { CalendarDate, Zone } from "../../../src-shared/domain/primitives.ts";
import { repeatOf, ruleOf } from "../../../src-shared/time/recurrence/repeat.ts";
import {
  DAY_MINUTES,
  instantOfWall,
  meaningOf,
  toInstant,
  toMs,
  wallClockAt,
} from "../../../src-shared/time/zones.ts";
import type { BookingValues, FormCustomer, RepeatChoice } from "../../store/window.ts";
import type { Placement } from "../actions/bookings.ts";

/** What is wrong with the times of a form, as a key below `schedule.form`. */
export type TimeTrouble = "timeSkipped" | "endBeforeStart" | "tooShort";

const SHORTEST = 5;
const MINUTE_MS = 60_000;

/** The placement that a form means, or why it means none. */
export function placementIn(
  values: Pick<BookingValues, "date" | "staffId" | "start" | "end">,
  zone: Zone,
): Placement | TimeTrouble {
  const { date, staffId, start, end } = values;
  if (end <= start) return "endBeforeStart";
  if (end - start < SHORTEST) return "tooShort";
  const meaning = meaningOf(date, start, zone);
  if (meaning.is === "skipped") return "timeSkipped";
  const from = meaning.is === "once" ? meaning.at : meaning.first;
  const durationMinutes = (instantOfWall(date, end, zone) - from) / MINUTE_MS;
  return { staffId, start: toInstant(from), durationMinutes };
}

/** The other end follows when the start moves: a booking keeps its length. */
export function withStart<V extends { start: number; end: number }>(values: V, start: number): V {
  const length = values.end - values.start;
  return { ...values, start, end: Math.min(start + Math.max(length, SHORTEST), DAY_MINUTES) };
}

/** A service brings its length, unless the stretch was drawn by hand; and its price. */
export function withService<V extends BookingValues>(
  values: V,
  service: Service,
  keepLength: boolean,
): V {
  const end = keepLength
    ? values.end
    : Math.min(values.start + service.durationMinutes, DAY_MINUTES);
  return { ...values, serviceId: service.id, end };
}

export function customerInput(customer: FormCustomer): BookingCustomer {
  if (customer === null) return { is: "unnamed" };
  if (customer.is === "known") return { is: "known", id: customer.id };
  const { name, phone, email } = customer;
  return { is: "new", fields: { name, phone, email, notes: "", alert: "" } };
}

/** What the form of an existing booking starts with. */
export function valuesOf(booking: ScheduledBooking, zone: Zone, price: string): BookingValues {
  const start = wallClockAt(toMs(booking.start), zone);
  const length = (toMs(booking.end) - toMs(booking.start)) / MINUTE_MS;
  const known = booking.customerId;
  return {
    date: start.date,
    staffId: booking.staffId,
    start: start.minutes,
    end: Math.min(start.minutes + length, DAY_MINUTES),
    customer:
      known === null ? null : { is: "known", id: known, name: booking.customerName, about: "" },
    serviceId: booking.serviceId,
    deskNotes: booking.deskNotes,
    customerNotes: booking.customerNotes,
    price,
    repeat: repeatChoice(booking.rrule, start.date, zone),
  };
}

/** How a form shows a rule; null for what doesn't repeat. */
export function repeatChoice(rule: string | null, date: CalendarDate, zone: Zone): RepeatChoice {
  return rule === null ? null : (repeatOf(rule, date, zone) ?? { every: "kept", rule });
}

/** The rule that a form means, or null if it repeats nothing. */
export function ruleIn(
  { repeat, date }: Pick<BookingValues, "repeat" | "date">,
  zone: Zone,
): string | null {
  if (repeat === null) return null;
  return repeat.every === "kept" ? repeat.rule : ruleOf(repeat, date, zone);
}

/**
 * What the form of a booking means while nobody touches its times. A form shows wall clock times of one day, so it
 * can't show all of a booking over midnight or a change of clocks; what it can't show was not changed by anybody.
 * @param real where the booking is
 * @param first what its form began with
 */
export function placementShown(real: Placement, first: BookingValues, zone: Zone): Placement {
  const shown = placementIn(first, zone);
  return typeof shown === "string" ? real : shown;
}

type Changes = BridgeInput<"booking.update">["changes"];

/** Only what differs: two people who change different things of one booking don't undo each other's work. */
export function changesBetween(before: Changes, after: Changes): Changes {
  const differs = ([name, value]: [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(before[name as keyof Changes]);
  return Object.fromEntries(Object.entries(after).filter(differs)) as Changes;
}
