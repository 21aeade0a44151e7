import { describe, expect, test } from "vitest";
import type { RemoteEvent } from "../../../../src-main/core/calendars/remote-calendar.ts";
import { findDuplicates } from "../../../../src-main/core/sync/duplicates.ts";

const START = "2026-11-20T13:00:00.000Z";
const END = "2026-11-20T13:45:00.000Z";
const LATER = "2026-11-20T16:00:00.000Z";
const MARA = { id: "b1", customerName: "Mara Vogt", start: START, end: END };

interface Told {
  readonly start?: string;
  readonly end?: string;
  readonly recurrence?: readonly string[];
  readonly seriesId?: string;
  readonly of?: string;
}

function event(id: string, title: string, told: Told = {}): RemoteEvent {
  const { start = START, end = END, recurrence = [], seriesId = null, of } = told;
  const time = { is: "timed", start, end, zone: "UTC" } as const;
  return {
    id,
    etag: "1",
    fields: { title, description: "", time, colour: "", recurrence },
    busy: true,
    editable: true,
    seriesId,
    originalStart: seriesId === null ? null : start,
    mark: of === undefined ? null : { bookingId: of, installationId: "i" },
  };
}

const found = (events: readonly RemoteEvent[], bookings = [MARA]) =>
  findDuplicates(events, bookings).map(({ kind, bookingId, events: doubles }) => ({
    kind,
    bookingId,
    ids: doubles.map(({ id }) => id),
  }));

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
      "that recur",
      [
        event("a", "Yoga", { recurrence: ["RRULE:FREQ=DAILY"] }),
        event("b", "Yoga", { recurrence: ["RRULE:FREQ=DAILY"] }),
      ],
    ],
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
