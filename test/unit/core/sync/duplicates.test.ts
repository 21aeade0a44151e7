import { describe, expect, test } from "vitest";
import type { RemoteEvent } from "../../../../src-main/core/calendars/remote-calendar.ts";
import { type BookingTime, findDuplicates } from "../../../../src-main/core/sync/duplicates.ts";
import type { Rhythm } from "../../../../src-main/core/sync/rhythm.ts";
import type { ForeignRow } from "../../../../src-main/core/store/sync/foreign-events.ts";

const START = "2026-11-20T13:00:00.000Z";
const END = "2026-11-20T13:45:00.000Z";
const LATER = "2026-11-20T16:00:00.000Z";
const NOW = Date.parse("2026-11-19T09:00:00.000Z");
const ONCE: Rhythm = {
  time: { is: "timed", start: START, end: END, zone: "Europe/Berlin" },
  lines: [],
  exceptions: new Map(),
};
const MARA: BookingTime = { id: "b1", customerName: "Mara Vogt", rhythm: ONCE };

interface Told {
  readonly start?: string;
  readonly end?: string;
  readonly original?: string;
  readonly recurrence?: readonly string[];
  readonly seriesId?: string;
  readonly of?: string;
}

function minutesAfter(start: string, minutes: number): string {
  return new Date(Date.parse(start) + minutes * 60_000).toISOString();
}

/** The same time of day on Fridays from the first on; the clocks don't change until March. */
function friday(week: number): string {
  return minutesAfter(START, week * 7 * 24 * 60);
}

function event(id: string, title: string, told: Told = {}): RemoteEvent {
  const { start = START, recurrence = [], seriesId = null, of, original } = told;
  const end = told.end ?? (start === START ? END : minutesAfter(start, 45));
  const time = { is: "timed", start, end, zone: "Europe/Berlin" } as const;
  return {
    id,
    etag: "1",
    fields: { title, description: "", time, colour: "", recurrence },
    busy: true,
    editable: true,
    seriesId,
    originalStart: seriesId === null ? null : (original ?? start),
    mark: of === undefined ? null : { bookingId: of, installationId: "i" },
  };
}

const rowsOf = (events: readonly RemoteEvent[]): ForeignRow[] =>
  events.map((one) => ({ is: "live", event: one }));

const groupsOf = (rows: readonly ForeignRow[], bookings: readonly BookingTime[] = [MARA]) =>
  findDuplicates(rows, bookings, NOW).map(({ kind, bookingId, events: doubles }) => ({
    kind,
    bookingId,
    ids: doubles.map(({ id }) => id),
  }));

const found = (events: readonly RemoteEvent[], bookings: readonly BookingTime[] = [MARA]) =>
  groupsOf(rowsOf(events), bookings);

describe("doubles of a booking", () => {
  test("a copy that carries our mark is one, wherever it stands", () => {
    const copy = event("x", "Mara Vogt", {
      of: "b1",
      start: LATER,
      end: "2026-11-20T16:45:00.000Z",
    });
    expect(found([copy])).toEqual([{ kind: "copyOfBooking", bookingId: "b1", ids: ["x"] }]);
  });

  test.each(["Mara Vogt", "mara  VOGT – cut", "Salon: Vogt, Mara"])(
    "an event at its time with the title “%s” is one",
    (title) => {
      expect(found([event("x", title)])).toEqual([
        { kind: "sameTimeAsBooking", bookingId: "b1", ids: ["x"] },
      ]);
    },
  );

  test.each([
    ["another name", event("x", "Mara Klein")],
    ["a longer word", event("x", "Marabu Vogts")],
    ["another start", event("x", "Mara Vogt", { start: LATER, end: "2026-11-20T16:45:00.000Z" })],
    ["another end", event("x", "Mara Vogt", { end: LATER })],
    ["the mark of a booking that is not known", event("x", "Dentist", { of: "b9" })],
  ])("an event with %s is none", (_name, other) => {
    expect(found([other])).toEqual([]);
  });

  test("accents and case make no difference", () => {
    const zoe = { ...MARA, customerName: "Zoë Müller" };
    expect(found([event("x", "zoe muller")], [zoe])).toHaveLength(1);
  });

  test("a booking without a name has doubles by its mark only", () => {
    const walkIn = { ...MARA, customerName: "" };
    expect(found([event("x", "Walk-in"), event("y", "", { of: "b1" })], [walkIn])).toEqual([
      { kind: "copyOfBooking", bookingId: "b1", ids: ["y"] },
    ]);
  });
});

describe("foreign events that repeat each other", () => {
  test("all but one of the same title and time are doubles, and the same one stays every time", () => {
    const three = [event("c", "Yoga"), event("a", "yoga!"), event("b", " YOGA ")];
    const wanted = [{ kind: "sameTitleAndTime", bookingId: null, ids: ["b", "c"] }];
    expect(found(three)).toEqual(wanted);
    expect(found(three.toReversed())).toEqual(wanted);
  });

  test.each([
    ["of another time", [event("a", "Yoga"), event("b", "Yoga", { end: LATER })]],
    ["without a title", [event("a", ""), event("b", " – ")]],
    [
      "that belong to series",
      [event("a", "Yoga", { seriesId: "s" }), event("b", "Yoga", { seriesId: "t" })],
    ],
  ])("events %s are none", (_name, events) => {
    expect(found(events)).toEqual([]);
  });

  test("what is named as a booking's double is not named twice", () => {
    const events = [event("a", "Mara Vogt"), event("b", "Mara Vogt")];
    expect(found(events)).toEqual([
      { kind: "sameTimeAsBooking", bookingId: "b1", ids: ["a", "b"] },
    ]);
  });
});

describe("series", () => {
  const WEEKLY = ["RRULE:FREQ=WEEKLY"];
  const TEN = ["RRULE:FREQ=WEEKLY;COUNT=10"];
  const series = (id: string, recurrence: readonly string[] = WEEKLY, told: Told = {}) =>
    event(id, "Yoga", { ...told, recurrence });
  const tombstone = (seriesId: string, originalStart: string): ForeignRow => ({
    is: "gone",
    id: `${seriesId}/${originalStart}`,
    etag: null,
    seriesId,
    originalStart,
  });
  const MARAS: BookingTime = {
    ...MARA,
    rhythm: { ...ONCE, lines: WEEKLY, exceptions: new Map([[friday(2), null]]) },
  };
  const ofMara = (ids: readonly string[]) => [{ kind: "sameTimeAsBooking", bookingId: "b1", ids }];
  const ofEachOther = (ids: readonly string[]) => [
    { kind: "sameTitleAndTime", bookingId: null, ids },
  ];

  test("a copied series that carries our mark is one double, its exceptions are none of their own", () => {
    const copy = series("x", WEEKLY, { of: "b1", start: LATER });
    const exception = event("x1", "Yoga", { seriesId: "x", of: "b1", start: friday(1) });
    expect(found([exception, copy], [MARAS])).toEqual([
      { kind: "copyOfBooking", bookingId: "b1", ids: ["x"] },
    ]);
  });

  test("a series at the times of a repeating booking under its customer's name is one, with other exceptions too", () => {
    const rows: ForeignRow[] = [
      ...rowsOf([
        event("x", "Mara Vogt", { recurrence: WEEKLY }),
        event("x1", "Mara Vogt", {
          seriesId: "x",
          original: friday(1),
          start: minutesAfter(friday(1), 120),
        }),
      ]),
      tombstone("x", friday(4)),
    ];
    expect(groupsOf(rows, [MARAS])).toEqual(ofMara(["x"]));
  });

  test("the tail that a split by hand left beside a series is one", () => {
    const tail = event("x", "Mara Vogt", { recurrence: WEEKLY, start: friday(6) });
    expect(found([tail], [MARAS])).toEqual(ofMara(["x"]));
    expect(found([series("a"), series("b", TEN, { start: friday(6) })])).toEqual(
      ofEachOther(["b"]),
    );
  });

  test("of two series of the same title and times the same one stays every time, of a longer and a shorter one the longer", () => {
    const two = [series("b"), series("a")];
    expect(found(two)).toEqual(ofEachOther(["b"]));
    expect(found(two.toReversed())).toEqual(ofEachOther(["b"]));
    expect(found([series("a", TEN), series("b")])).toEqual(ofEachOther(["a"]));
  });

  test("one event at a time of a series of its title is one, and at a time that was cancelled it is none", () => {
    const rows = [...rowsOf([series("a"), event("x", "Yoga", { start: friday(3) })])];
    expect(groupsOf(rows)).toEqual(ofEachOther(["x"]));
    expect(groupsOf([...rows, tombstone("a", friday(3))])).toEqual([]);
    const single = (week: number) => event("x", "Mara Vogt", { start: friday(week) });
    expect(found([single(1)], [MARAS])).toEqual(ofMara(["x"]));
    expect(found([single(2)], [MARAS])).toEqual([]);
  });

  test.each<[string, RemoteEvent, RemoteEvent]>([
    [
      "on other days",
      series("a", ["RRULE:FREQ=WEEKLY;BYDAY=MO,FR"]),
      series("b", ["RRULE:FREQ=WEEKLY;BYDAY=TU,FR"]),
    ],
    ["at another hour", series("a"), series("b", WEEKLY, { start: minutesAfter(START, 60) })],
    ["of another length", series("a"), series("b", WEEKLY, { end: minutesAfter(START, 60) })],
    ["that take turns", series("a", TEN), series("b", WEEKLY, { start: friday(10) })],
    [
      "of which the later goes on longer",
      series("a", TEN),
      series("b", WEEKLY, { start: friday(5) }),
    ],
    [
      "that are over",
      series("a", ["RRULE:FREQ=WEEKLY;UNTIL=20260101T000000Z"], {
        start: "2025-11-21T13:00:00.000Z",
      }),
      series("b", ["RRULE:FREQ=WEEKLY;UNTIL=20260101T000000Z"], {
        start: "2025-11-21T13:00:00.000Z",
      }),
    ],
    [
      "that left out each other's times",
      series("a", ["RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:20261120T130000Z"]),
      series("b", ["RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:20261127T130000Z"]),
    ],
  ])("series %s are none", (_name, one, other) => {
    expect(found([one, other])).toEqual([]);
    expect(found([other, one])).toEqual([]);
  });

  test("a series is named with its next time, and that it repeats", () => {
    const began = "2026-09-04T12:00:00.000Z";
    const [group] = findDuplicates(
      rowsOf([series("a", WEEKLY, { start: began }), series("b", WEEKLY, { start: began })]),
      [],
      NOW,
    );
    expect(group?.events).toEqual([
      { id: "b", title: "Yoga", start: START, end: END, repeats: true },
    ]);
  });

  test("a calendar full of series of one name is looked through in bounded time", () => {
    const many = Array.from({ length: 5_000 }, (_, i) =>
      event(`s${i}`, "Mara Vogt", {
        recurrence: ["RRULE:FREQ=DAILY"],
        start: minutesAfter(START, i),
      }),
    );
    const begun = performance.now();
    expect(found([...many, event("x", "Mara Vogt")], [MARA, MARAS])).toEqual(ofMara(["x"]));
    expect(performance.now() - begun).toBeLessThan(8_000);
  });
});
