import type { Conflict } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Block } from "../../../src-shared/domain/block.ts";
import type { ClosedDays, WeeklyHours } from "../../../src-shared/domain/business.ts";
import type { Zone } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs, wallClockAt, wallTimeOf } from "../../../src-shared/time/zones.ts";
import type { TakenTime } from "../store/booking-rows.ts";
import { closureSpan, firstUncovered, touches, workingSpans } from "./spans.ts";
import type { Span } from "./spans.ts";

/** Everything that could stand in the way of one staff member around a time. */
export interface Surroundings {
  readonly zone: Zone;
  /** The staff member's own hours, or else the business's. */
  readonly hours: WeeklyHours;
  readonly closures: readonly ClosedDays[];
  /** Bookings of the staff member that take up time. */
  readonly bookings: readonly TakenTime[];
  /** Blocks that hold for the staff member. */
  readonly blocks: readonly Block[];
}

export function spanOf(row: { readonly start: string; readonly end: string }): Span {
  return { start: toMs(row.start), end: toMs(row.end) };
}

function conflict(
  kind: Conflict["kind"],
  label: string,
  span: Span,
  bookingId: string | null = null,
): Conflict {
  return { kind, label, start: toInstant(span.start), end: toInstant(span.end), bookingId };
}

function ofBlock(block: Block): Conflict {
  return block.source === "google"
    ? conflict("googleBusy", "", spanOf(block))
    : conflict("block", block.title, spanOf(block));
}

function outsideHours(span: Span, working: readonly Span[]): Conflict[] {
  const outside = firstUncovered(span, working);
  return outside === null ? [] : [conflict("outsideHours", "", outside)];
}

/**
 * What stands in the way of `span`, the weightiest first: bookings, blocks, Google, closures, hours.
 * @param working the working time around it, where that was reckoned before
 */
export function conflictsOf(
  span: Span,
  around: Surroundings,
  working: readonly Span[] = workingSpans(around.hours, span, around.zone),
): Conflict[] {
  const blocks = around.blocks.filter((block) => touches(span, spanOf(block))).map(ofBlock);
  return [
    ...around.bookings
      .filter((booking) => touches(span, spanOf(booking)))
      .map((b) => conflict("booking", b.customerName, spanOf(b), b.bookingId)),
    ...blocks.filter((block) => block.kind === "block"),
    ...blocks.filter((block) => block.kind === "googleBusy"),
    ...around.closures
      .map((closure) => ({ closure, days: closureSpan(closure, around.zone) }))
      .filter(({ days }) => touches(span, days))
      .map(({ closure, days }) => conflict("closed", closure.name, days)),
    ...outsideHours(span, working),
  ];
}

/** Takes up the staff member's own time, unlike closures and hours. */
export function isTaken({ kind }: Conflict): boolean {
  return kind === "booking" || kind === "block" || kind === "googleBusy";
}

/** `14:20` on the business's wall clock. */
export function clockOf(ms: number, zone: Zone): string {
  return wallTimeOf(Math.floor(wallClockAt(ms, zone).minutes));
}

/** One sentence about a conflict, for the log and the error message. */
export function describeConflict(found: Conflict, zone: Zone): string {
  const time = `${clockOf(toMs(found.start), zone)}–${clockOf(toMs(found.end), zone)}`;
  const label = found.label === "" ? "" : ` (${found.label})`;
  switch (found.kind) {
    case "booking":
      return `There is another booking at ${time}${label}.`;
    case "block":
      return `The time is blocked at ${time}${label}.`;
    case "googleBusy":
      return `Google Calendar is busy at ${time}.`;
    case "closed":
      return `The business is closed on that day${label}.`;
    case "outsideHours":
      return "The time is outside working hours.";
  }
}
