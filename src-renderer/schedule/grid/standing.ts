import type { Block } from "../../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { type BookingKey, keyOf, keyOfBlock } from "../../store/booking-key.ts";
import { type Obstacle, obstacleAt, type Taken, takenWithin } from "./conflicts.ts";
import type { ColumnName } from "./hit.ts";
import type { Span } from "./span.ts";

/** What stands on the grid: a booking or a block, or one occurrence of one that repeats. */
export type Standing =
  | { readonly is: "booking"; readonly booking: ScheduledBooking }
  | { readonly is: "block"; readonly block: Block };

export interface PlacedStanding extends Span {
  readonly what: Standing;
}

export function keyOfStanding(what: Standing): BookingKey {
  return what.is === "booking" ? keyOf(what.booking) : keyOfBlock(what.block);
}

/** Its start and end, as instants. */
export function timesOf(what: Standing): Pick<Block, "start" | "end"> {
  return what.is === "booking" ? what.booking : what.block;
}

/** Google's time is changed in Google, and whole days have no hours that could move. */
function canMove({ source, allDay }: Block): boolean {
  return source === "desk" && allDay === null;
}

/** What of a column can be taken to another place, by its name. */
export function movableIn(
  { bookings, blocks }: Pick<Taken, "bookings" | "blocks">,
  key: BookingKey,
): PlacedStanding | undefined {
  for (const { booking, from, to } of bookings)
    if (keyOf(booking) === key) return { what: { is: "booking", booking }, from, to };
  for (const { block, from, to } of blocks)
    if (keyOfBlock(block) === key && canMove(block))
      return { what: { is: "block", block }, from, to };
  return undefined;
}

/** For whom a block holds after it was taken from one person's column to another's. One for everyone stays that. */
export function staffAfter(staffIds: readonly Id[], from: Id, to: Id): readonly Id[] {
  return [...new Set(staffIds.map((id) => (id === from ? to : id)))];
}

interface Column {
  readonly staff: { readonly id: Id };
  readonly date: string;
}

/**
 * The columns in which it would stand at a place: a block of several people stands in all of theirs.
 * @param from whose column it was taken from
 */
export function columnsAfter<C extends Column>(
  what: Standing,
  from: Id,
  { staffId, date }: ColumnName,
  columns: readonly C[],
): readonly C[] {
  const ids = what.is === "booking" ? [staffId] : staffAfter(what.block.staffIds, from, staffId);
  return columns.filter((c) => c.date === date && (ids.length === 0 || ids.includes(c.staff.id)));
}

/** What of a day can be in its way: a block lies over other blocks and outside hours, but not over bookings. */
function taken(what: Standing, at: Span, column: Taken): Taken {
  return what.is === "booking" ? column : { ...column, blocks: [], working: [at] };
}

/** The first thing that would be in its way there. */
export function obstacleFor(what: Standing, at: Span, column: Taken): Obstacle | null {
  return obstacleAt(at, taken(what, at, column), keyOfStanding(what));
}

/** The stretches of it that would be taken there. */
export function takenFor(what: Standing, at: Span, column: Taken): readonly Span[] {
  return takenWithin(at, taken(what, at, column), keyOfStanding(what));
}
