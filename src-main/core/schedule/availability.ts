import type { Conflict } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Business, Staff } from "../../../src-shared/domain/business.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { addDays, dateAt, instantOfWall, toInstant } from "../../../src-shared/time/zones.ts";
import { conflictsOf, describeConflict, spanOf } from "./conflicts.ts";
import type { Surroundings } from "./conflicts.ts";
import { closedWithin } from "./spans.ts";
import type { Span } from "./spans.ts";
import type { Stores } from "./stores.ts";

/** A booking, or one occurrence of it; without a name a whole series. */
export interface Taking {
  readonly bookingId: Id;
  readonly originalStart: Instant | null;
}

/** A time at one staff member, with the booking that it is for, which can't be in its own way. */
export interface Place {
  readonly staff: Staff;
  readonly span: Span;
  readonly ignore: Taking | null;
}

function isSame(ignored: Taking | null, taken: Taking): boolean {
  if (ignored?.bookingId !== taken.bookingId) return false;
  return ignored.originalStart === null || ignored.originalStart === taken.originalStart;
}

type Reads = Pick<Stores, "bookings" | "blocks">;

/** What the database holds around a time of one staff member. */
export function surroundingsOf(stores: Reads, business: Business, place: Place): Surroundings {
  const { staff, ignore } = place;
  const from = toInstant(place.span.start);
  const to = toInstant(place.span.end);
  return {
    zone: business.zone,
    hours: staff.hours ?? business.hours,
    closures: closedWithin(business.closures, place.span, business.zone),
    bookings: stores.bookings.taken(staff.id, from, to).filter((taken) => !isSame(ignore, taken)),
    blocks: stores.blocks
      .inRange(from, to)
      .filter(({ staffIds }) => staffIds.length === 0 || staffIds.includes(staff.id)),
  };
}

export function conflictsAt(stores: Reads, business: Business, place: Place): Conflict[] {
  return conflictsOf(place.span, surroundingsOf(stores, business, place));
}

/** @throws AppError CONFLICT with the weightiest reason, unless `anyway` */
export function assertFree(stores: Reads, business: Business, place: Place, anyway: boolean): void {
  if (anyway) return;
  const [first] = conflictsAt(stores, business, place);
  if (first !== undefined) throw new AppError("CONFLICT", describeConflict(first, business.zone));
}

/** When the next booking or block begins, from the start of the place to the end of that local day. */
export function freeUntil(stores: Reads, business: Business, place: Place): Instant | null {
  const { start } = place.span;
  const tomorrow = addDays(dateAt(start, business.zone), 1);
  const end = instantOfWall(tomorrow, 0, business.zone);
  const day = surroundingsOf(stores, business, { ...place, span: { start, end } });
  const next = [...day.bookings, ...day.blocks]
    .map((row) => spanOf(row).start)
    .filter((ms) => ms >= start);
  return next.length === 0 ? null : toInstant(Math.min(...next));
}
