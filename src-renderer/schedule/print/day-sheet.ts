import type { Block } from "../../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Staff } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { DayColumn } from "../day-columns.ts";
import type { Span } from "../grid/span.ts";

/** What somebody wants on paper. */
export interface DaySheetWish {
  /** Null: everybody who works or is booked on the day. */
  readonly staffId: Id | null;
  /** Short: when, who, what. Detailed: phone, notes, alert and price too. */
  readonly detail: "short" | "detailed";
  /** Each person on a page of their own. */
  readonly apart: boolean;
}

type SheetRow =
  | { readonly is: "booking"; readonly booking: ScheduledBooking }
  | { readonly is: "block"; readonly block: Block };

/** One person's part of the sheet. */
export interface SheetPart {
  readonly staff: Staff;
  readonly working: readonly Span[];
  /** By time; bookings and what blocks time together, as the day goes. */
  readonly rows: readonly SheetRow[];
}

function startOf(row: SheetRow): string {
  return row.is === "booking" ? row.booking.start : row.block.start;
}

/** Blocks first where both begin at once: they say why a booking stands out of place. */
function inOrder(a: SheetRow, b: SheetRow): number {
  const [from, to] = [startOf(a), startOf(b)];
  if (from !== to) return from < to ? -1 : 1;
  return a.is === b.is ? 0 : a.is === "block" ? -1 : 1;
}

function partOf({ staff, working, bookings, blocks }: DayColumn): SheetPart {
  const rows: readonly SheetRow[] = [
    ...bookings.map(({ booking }) => ({ is: "booking", booking }) as const),
    ...blocks.map(({ block }) => ({ is: "block", block }) as const),
  ];
  return { staff, working, rows: rows.toSorted(inOrder) };
}

/** The parts of a day's sheet, in the order of the columns. Who is off and has nothing is left out, unless asked for. */
export function daySheet(columns: readonly DayColumn[], wish: DaySheetWish): readonly SheetPart[] {
  if (wish.staffId !== null)
    return columns.filter(({ staff }) => staff.id === wish.staffId).map(partOf);
  return columns.map(partOf).filter(({ working, rows }) => working.length > 0 || rows.length > 0);
}

/** The customers of the bookings on a sheet, each once. */
export function customersOn(parts: readonly SheetPart[]): readonly Id[] {
  const ids = parts
    .flatMap(({ rows }) => rows)
    .map((row) => (row.is === "booking" ? row.booking.customerId : null))
    .filter((id) => id !== null);
  return [...new Set(ids)];
}
