import { describe, expect, test } from "vitest";
import { conflictsOf, describeConflict } from "../../../../src-main/core/schedule/conflicts.ts";
import type { Surroundings } from "../../../../src-main/core/schedule/conflicts.ts";
import type { Block } from "../../../../src-shared/domain/block.ts";

const NINE_TO_SIX = [{ from: "09:00", to: "18:00" }];

const QUIET: Surroundings = {
  zone: "Europe/Berlin",
  hours: {
    1: NINE_TO_SIX,
    2: NINE_TO_SIX,
    3: NINE_TO_SIX,
    4: NINE_TO_SIX,
    5: NINE_TO_SIX,
    6: [],
    7: [],
  },
  closures: [],
  bookings: [],
  blocks: [],
};

/** A time on Thursday 19 November 2026 in Berlin. */
function thursday(from: string, to: string) {
  return {
    start: Date.parse(`2026-11-19T${from}:00.000+01:00`),
    end: Date.parse(`2026-11-19T${to}:00.000+01:00`),
  };
}

function stored(from: string, to: string) {
  const { start, end } = thursday(from, to);
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
}

function block(source: Block["source"], title: string): Block {
  const time = stored("10:00", "11:00");
  return {
    ...time,
    id: "b",
    revision: 1,
    source,
    title,
    staffIds: [],
    allDay: null,
    rrule: null,
    originalStart: null,
  };
}

const EVA = {
  bookingId: "1",
  originalStart: null,
  customerName: "Eva Berg",
  ...stored("10:00", "11:00"),
};

describe("what stands in the way", () => {
  test("nothing within working hours", () => {
    expect(conflictsOf(thursday("09:00", "18:00"), QUIET)).toEqual([]);
  });

  test("another booking, named by its customer", () => {
    const found = conflictsOf(thursday("10:30", "11:30"), { ...QUIET, bookings: [EVA] });
    expect(found).toEqual([
      {
        kind: "booking",
        label: "Eva Berg",
        bookingId: "1",
        ...stored("10:00", "11:00"),
      },
    ]);
  });

  test("nothing when one ends as the other begins", () => {
    const around = { ...QUIET, bookings: [EVA] };
    expect(conflictsOf(thursday("09:00", "10:00"), around)).toEqual([]);
    expect(conflictsOf(thursday("11:00", "12:00"), around)).toEqual([]);
  });

  test("Google's busy time, without its title", () => {
    const found = conflictsOf(thursday("10:30", "11:30"), {
      ...QUIET,
      blocks: [block("google", "Dentist")],
    });
    expect(found.map((c) => [c.kind, c.label])).toEqual([["googleBusy", ""]]);
  });

  test("the part outside working hours", () => {
    const found = conflictsOf(thursday("17:30", "18:30"), QUIET);
    expect(found).toMatchObject([{ kind: "outsideHours", ...stored("18:00", "18:30") }]);
  });

  test("a closure, with its name", () => {
    const closures = [{ from: "2026-11-19", to: "2026-11-20", name: "Stocktaking" }];
    const found = conflictsOf(thursday("10:00", "10:30"), { ...QUIET, closures });
    expect(found).toMatchObject([
      {
        kind: "closed",
        label: "Stocktaking",
        start: "2026-11-18T23:00:00.000Z",
        end: "2026-11-19T23:00:00.000Z",
      },
    ]);
  });

  test("the weightiest reason comes first", () => {
    const closures = [{ from: "2026-11-19", to: "2026-11-20", name: "" }];
    const around = {
      ...QUIET,
      closures,
      bookings: [EVA],
      blocks: [block("google", ""), block("desk", "Lunch")],
    };
    expect(conflictsOf(thursday("08:00", "11:00"), around).map((c) => c.kind)).toEqual([
      "booking",
      "block",
      "googleBusy",
      "closed",
      "outsideHours",
    ]);
  });
});

test("a conflict is told with its time on the business's clock", () => {
  const [found] = conflictsOf(thursday("10:30", "11:30"), { ...QUIET, bookings: [EVA] });
  if (found === undefined) throw new Error("There has to be a conflict.");
  expect(describeConflict(found, "Europe/Berlin")).toBe(
    "There is another booking at 10:00–11:00 (Eva Berg).",
  );
});
