import { describe, expect, test } from "vitest";
import type {
  EventFields,
  RemoteEvent,
} from "../../../../src-main/core/calendars/remote-calendar.ts";
import {
  decideOwn,
  type OwnCase,
  type OwnDecision,
} from "../../../../src-main/core/sync/reconcile.ts";

const NINE = "2026-11-20T09:00:00.000Z";
const TEN = "2026-11-20T10:00:00.000Z";
const ELEVEN = "2026-11-20T11:00:00.000Z";

function timed(start: string, end: string, zone = "Europe/Berlin"): EventFields["time"] {
  return { is: "timed", start, end, zone };
}

const ALL_DAY: EventFields["time"] = { is: "allDay", from: "2026-11-20", to: "2026-11-21" };

const WRITTEN: EventFields = {
  title: "Ada",
  description: "Cut",
  time: timed(NINE, TEN),
  colour: "2",
  recurrence: [],
};
/** What the booking asks for after a change at the desk. */
const CHANGED_HERE: EventFields = { ...WRITTEN, description: "Cut\nLikes tea" };

const KNOWN: OwnCase["known"] = { etag: "1", fields: WRITTEN, gone: false, restores: 0 };
const GONE: OwnCase["seen"] = { is: "gone" };

function seen(change: Partial<EventFields>, etag = "2"): OwnCase["seen"] {
  const event: RemoteEvent = {
    id: "e",
    etag,
    fields: { ...WRITTEN, ...change },
    busy: true,
    editable: true,
    seriesId: null,
    originalStart: null,
    mark: null,
  };
  return { is: "live", event };
}

/** The same booking at another time. */
function ifMoved(isFree: boolean): OwnCase["ifMoved"] {
  return (start, end) => ({ desired: { ...WRITTEN, time: timed(start, end) }, isFree });
}

/** An event that somebody moved to a free hour, where nothing else is unusual. */
const MOVED: OwnCase = {
  known: KNOWN,
  seen: seen({ time: timed(TEN, ELEVEN) }),
  desired: WRITTEN,
  pending: false,
  rule: "accept",
  ifMoved: ifMoved(true),
};

const HERE_TOO = { pending: true, desired: CHANGED_HERE } as const;
const ACCEPTED = { do: "acceptTime", start: TEN, end: ELEVEN, putBack: [] } as const;
const BOTH = "changedOnBothSides";

function putBack(
  because: Extract<OwnDecision, { do: "putBack" }>["because"],
  ...changed: Extract<OwnDecision, { do: "putBack" }>["changed"]
): OwnDecision {
  return { do: "putBack", because, changed };
}

interface Row {
  readonly when: string;
  readonly own: Partial<OwnCase>;
  readonly decides: OwnDecision;
}

function hold(rows: readonly Row[]): void {
  test.each(rows)("$when", ({ own, decides }) => {
    expect(decideOwn({ ...MOVED, ...own })).toEqual(decides);
  });
}

describe("the time was moved in the calendar", () => {
  hold([
    { when: "to free time: the booking moves", own: {}, decides: ACCEPTED },
    {
      when: "onto busy time: it is put back",
      own: { ifMoved: ifMoved(false) },
      decides: putBack("movedOntoBusy", "time"),
    },
    { when: "and changed here too: the desk wins", own: HERE_TOO, decides: putBack(BOTH, "time") },
    {
      when: "onto busy time and changed here too: the desk wins and nobody is asked",
      own: { ...HERE_TOO, ifMoved: ifMoved(false) },
      decides: putBack(BOTH, "time"),
    },
    {
      when: "and retitled: the time is taken over, the title put back",
      own: { seen: seen({ time: timed(TEN, ELEVEN), title: "Eve" }) },
      decides: { ...ACCEPTED, putBack: ["title"] },
    },
    {
      when: "by the rule to ask: both sides stay",
      own: { rule: "ask" },
      decides: { do: "askAboutMove" },
    },
    {
      when: "onto busy time, by the rule to ask: there is nothing to ask",
      own: { rule: "ask", ifMoved: ifMoved(false) },
      decides: putBack("movedOntoBusy", "time"),
    },
    {
      when: "by the rule to put back: it is put back",
      own: { rule: "putBack" },
      decides: putBack("deskDecides", "time"),
    },
  ]);
});

describe("the time became one that no booking can have", () => {
  const times: readonly (readonly [string, EventFields["time"]])[] = [
    ["a whole day", ALL_DAY],
    ["three minutes", timed(TEN, "2026-11-20T10:03:00.000Z")],
    ["more than a day", timed(TEN, "2026-11-21T10:01:00.000Z")],
    ["half a minute past", timed("2026-11-20T10:00:30.000Z", "2026-11-20T10:30:30.000Z")],
    ["a part of a minute long", timed(TEN, "2026-11-20T10:30:30.000Z")],
    ["an end before its start", timed(ELEVEN, TEN)],
  ];
  test.each(times)("%s: it is put back", (_words, time) => {
    const decision = decideOwn({ ...MOVED, seen: seen({ time }) });
    expect(decision).toEqual(putBack("notABookingTime", "time"));
  });

  test("a rule that came with it is put back as well", () => {
    const own = seen({ time: timed(TEN, ELEVEN), recurrence: ["RRULE:FREQ=DAILY"] });
    const changed = ["time", "recurrence"] as const;
    expect(decideOwn({ ...MOVED, seen: own })).toEqual(putBack("notABookingTime", ...changed));
  });

  test("five minutes and a whole day are times of bookings", () => {
    for (const end of ["2026-11-20T10:05:00.000Z", "2026-11-21T10:00:00.000Z"])
      expect(decideOwn({ ...MOVED, seen: seen({ time: timed(TEN, end) }) })).toMatchObject({
        do: "acceptTime",
        end,
      });
  });
});

describe("the event of a series was moved as a whole", () => {
  const MONDAYS = ["RRULE:FREQ=WEEKLY;BYDAY=MO"];
  const TUESDAYS = ["RRULE:FREQ=WEEKLY;BYDAY=TU"];
  const DAY_LATER = timed("2026-11-21T09:00:00.000Z", "2026-11-21T10:00:00.000Z");
  const series: EventFields = { ...WRITTEN, recurrence: MONDAYS };
  const moved: EventFields = { ...series, time: DAY_LATER, recurrence: TUESDAYS };
  const own = {
    known: { ...KNOWN, fields: series },
    desired: series,
    ifMoved: () => ({ desired: moved, isFree: true }),
  };
  const accepted = {
    do: "acceptTime",
    start: "2026-11-21T09:00:00.000Z",
    end: "2026-11-21T10:00:00.000Z",
  } as const;
  const both = ["time", "recurrence"] as const;
  hold([
    {
      when: "with its rule: it moves",
      own: { ...own, seen: seen(moved) },
      decides: { ...accepted, putBack: [] },
    },
    {
      when: "and its rule written in another order: it moves, and nothing is written",
      own: { ...own, seen: seen({ ...moved, recurrence: ["RRULE:BYDAY=TU;FREQ=WEEKLY"] }) },
      decides: { ...accepted, putBack: [] },
    },
    {
      when: "without its rule: it moves, and the rule follows from here",
      own: { ...own, seen: seen({ ...moved, recurrence: MONDAYS }) },
      decides: { ...accepted, putBack: ["recurrence"] },
    },
    {
      when: "and given another rule: it is put back",
      own: { ...own, seen: seen({ ...moved, recurrence: ["RRULE:FREQ=DAILY"] }) },
      decides: putBack("deskDecides", ...both),
    },
    {
      when: "where its rule can't follow: it is put back",
      own: { ...own, seen: seen(moved), ifMoved: () => null },
      decides: putBack("notABookingTime", ...both),
    },
    {
      when: "and one of its times is taken: it is put back",
      own: { ...own, seen: seen(moved), ifMoved: () => ({ desired: moved, isFree: false }) },
      decides: putBack("movedOntoBusy", ...both),
    },
    {
      when: "and its repetition ended: it is put back",
      own: { ...own, seen: seen({ ...moved, recurrence: [] }) },
      decides: putBack("notABookingTime", ...both),
    },
    {
      when: "into another zone only: it is put back",
      own: {
        ...own,
        seen: seen({ ...series, time: timed(NINE, TEN, "UTC") }),
      },
      decides: putBack("deskDecides", "time"),
    },
    {
      when: "and changed here too: the desk wins",
      own: { ...own, seen: seen(moved), pending: true, desired: { ...series, title: "Eve" } },
      decides: putBack(BOTH, ...both),
    },
  ]);
});

describe("another field of ours was changed in the calendar", () => {
  const changes: readonly (readonly ["title" | "description" | "colour" | "recurrence", object])[] =
    [
      ["title", { title: "Eve" }],
      ["description", { description: "" }],
      ["colour", { colour: "11" }],
      ["recurrence", { recurrence: ["RRULE:FREQ=DAILY"] }],
    ];
  test.each(changes)("%s: it is put back, whoever else changed something", (name, change) => {
    const untouched = { ...MOVED, seen: seen(change) };
    expect(decideOwn(untouched)).toEqual(putBack("deskDecides", name));
    expect(decideOwn({ ...untouched, ...HERE_TOO })).toEqual(putBack(BOTH, name));
  });
});

describe("nothing of ours was changed in the calendar", () => {
  hold([
    {
      when: "the version that is known: nothing",
      own: { seen: seen({}, "1") },
      decides: { do: "nothing" },
    },
    {
      when: "a new version, by guests or reminders: it holds what we want",
      own: { seen: seen({}) },
      decides: { do: "settled" },
    },
    {
      when: "a new version while a change waits here: it is noted and the change still goes out",
      own: { ...HERE_TOO, seen: seen({}) },
      decides: { do: "note" },
    },
    {
      when: "our own write, come back before its answer: it is recognised",
      own: { ...HERE_TOO, seen: seen(CHANGED_HERE) },
      decides: { do: "settled" },
    },
    {
      when: "our own create, whose answer was lost: it is recognised",
      own: { pending: true, known: { ...KNOWN, etag: null, fields: null }, seen: seen({}) },
      decides: { do: "settled" },
    },
    {
      when: "an older create, whose answer was lost: noted, the newer version goes out",
      own: { ...HERE_TOO, known: { ...KNOWN, etag: null, fields: null }, seen: seen({}) },
      decides: { do: "note" },
    },
    {
      when: "found again without a memory of it, with another title: it is put back",
      own: { known: { ...KNOWN, etag: null, fields: null }, seen: seen({ title: "Eve" }) },
      decides: putBack("deskDecides", "title"),
    },
  ]);
});

describe("the event was deleted in the calendar", () => {
  hold([
    {
      when: "for the first time: restored, and somebody is asked",
      own: { seen: GONE },
      decides: { do: "restore", because: "deletedInCalendar" },
    },
    {
      when: "while a change waits here: restored without a question",
      own: { ...HERE_TOO, seen: GONE },
      decides: { do: "restore", because: BOTH },
    },
    {
      when: "again after a restore: it stays deleted",
      own: { seen: GONE, known: { ...KNOWN, restores: 1 } },
      decides: { do: "leaveGone" },
    },
    {
      when: "which is known: nothing",
      own: { seen: GONE, known: { ...KNOWN, gone: true } },
      decides: { do: "nothing" },
    },
    {
      when: "and its booking is cancelled: as it should be",
      own: { seen: GONE, desired: null },
      decides: { do: "removed" },
    },
    {
      when: "which is known, and its booking is cancelled: as it should be",
      own: { seen: GONE, desired: null, known: { ...KNOWN, gone: true } },
      decides: { do: "removed" },
    },
  ]);
});

describe("a deleted event was brought back in the calendar", () => {
  const wasGone = { known: { ...KNOWN, gone: true } };
  hold([
    { when: "as it was: fine", own: { ...wasGone, seen: seen({}) }, decides: { do: "settled" } },
    { when: "at another, free time: the booking moves", own: wasGone, decides: ACCEPTED },
    {
      when: "with another title: that is put back",
      own: { ...wasGone, seen: seen({ title: "Eve" }) },
      decides: putBack("deskDecides", "title"),
    },
    {
      when: "as it was, while the booking asks for something else: it is put back",
      own: { ...wasGone, seen: seen({}), desired: CHANGED_HERE },
      decides: putBack("deskDecides", "description"),
    },
    {
      when: "with the etag it had before: it is looked at all the same",
      own: { ...wasGone, seen: seen({ title: "Eve" }, "1") },
      decides: putBack("deskDecides", "title"),
    },
    {
      when: "and its booking is cancelled: it is removed again",
      own: { ...wasGone, desired: null, seen: seen({}) },
      decides: { do: "removeAgain" },
    },
  ]);
});

test("the event of a booking that was just cancelled here is only noted until its removal goes out", () => {
  expect(decideOwn({ ...MOVED, desired: null, pending: true })).toEqual({ do: "note" });
});

test("whether the staff member is free is asked only for a move", () => {
  const nobodyMoved = (): never => {
    throw new Error("Nobody moved.");
  };
  const own = { ...MOVED, ifMoved: nobodyMoved };
  expect(decideOwn({ ...own, seen: seen({ title: "Eve" }) }).do).toBe("putBack");
  expect(decideOwn({ ...own, ...HERE_TOO }).do).toBe("putBack");
});
