import { describe, expect, it } from "vitest";
import type { DayColumn } from "../../../../../src-renderer/schedule/day-columns.ts";
import {
  customersOn,
  daySheet,
  type DaySheetWish,
} from "../../../../../src-renderer/schedule/print/day-sheet.ts";

const EVERYBODY: DaySheetWish = { staffId: null, detail: "short", apart: false };

interface Day {
  readonly bookings?: readonly (readonly [start: string, customerId: string | null])[];
  readonly blocks?: readonly string[];
  readonly works?: boolean;
}

/** A column as the schedule makes it, with as much in it as a sheet reads. */
function column(id: string, { bookings = [], blocks = [], works = true }: Day): DayColumn {
  return {
    staff: { id, name: id },
    working: works ? [{ from: 540, to: 1_080 }] : [],
    bookings: bookings.map(([start, customerId]) => ({
      booking: { id: start, start, customerId },
    })),
    blocks: blocks.map((start) => ({ block: { id: start, start } })),
  } as unknown as DayColumn;
}

function startsOf(columns: readonly DayColumn[], wish = EVERYBODY): readonly (readonly string[])[] {
  return daySheet(columns, wish).map(({ staff, rows }) => [
    staff.id,
    ...rows.map((row) => (row.is === "booking" ? row.booking.start : `${row.block.start} block`)),
  ]);
}

describe("a day sheet", () => {
  it("has bookings and blocks in one order, blocks first where both begin at once", () => {
    const anna = column("Anna", {
      bookings: [
        ["12:00", null],
        ["09:00", null],
      ],
      blocks: ["12:00", "10:00"],
    });
    expect(startsOf([anna])).toEqual([["Anna", "09:00", "10:00 block", "12:00 block", "12:00"]]);
  });

  it("keeps who works without a booking and leaves out who is off", () => {
    const free = column("Ben", {});
    const off = column("Clara", { works: false });
    const called = column("Dora", { works: false, bookings: [["09:00", null]] });
    expect(startsOf([free, off, called])).toEqual([["Ben"], ["Dora", "09:00"]]);
  });

  it("of one person is that person’s, even on a day off", () => {
    const columns = [column("Ben", {}), column("Clara", { works: false })];
    expect(startsOf(columns, { ...EVERYBODY, staffId: "Clara" })).toEqual([["Clara"]]);
  });

  it("asks for each customer once", () => {
    const columns = [
      column("Anna", {
        bookings: [
          ["09:00", "a"],
          ["10:00", "b"],
          ["11:00", null],
        ],
      }),
      column("Ben", { bookings: [["09:00", "a"]], blocks: ["10:00"] }),
    ];
    expect(customersOn(daySheet(columns, EVERYBODY))).toEqual(["a", "b"]);
  });
});
