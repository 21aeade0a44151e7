import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEvent } from "../../../../../src-main/core/calendars/google/parse-event.ts";
import type { RemoteEvent } from "../../../../../src-main/core/calendars/remote-calendar.ts";

const TIMED = {
  start: { dateTime: "2026-11-19T12:30:00+01:00", timeZone: "Europe/Berlin" },
  end: { dateTime: "2026-11-19T13:30:00+01:00", timeZone: "Europe/Berlin" },
};
const BASE = { id: "abc123", etag: '"1"', status: "confirmed", summary: "Dentist", ...TIMED };

function live(changes: object, zone = "Europe/Berlin"): RemoteEvent {
  const row = parseEvent({ ...BASE, ...changes }, zone);
  if (row.is !== "live") throw new Error(`Expected a live event: ${JSON.stringify(row)}`);
  return row.event;
}

function timed(start: object, end: object = TIMED.end): object {
  return { start, end };
}

describe("what is read of an event", () => {
  it("takes Google's defaults where a field is absent", () => {
    expect(live({ status: undefined, summary: undefined })).toEqual({
      id: "abc123",
      etag: '"1"',
      fields: {
        title: "",
        description: "",
        time: {
          is: "timed",
          start: "2026-11-19T11:30:00.000Z",
          end: "2026-11-19T12:30:00.000Z",
          zone: "Europe/Berlin",
        },
        colour: "",
        recurrence: [],
      },
      busy: true,
      editable: true,
      seriesId: null,
      originalStart: null,
      mark: null,
    });
  });

  it.each([
    ["Z", { dateTime: "2026-11-19T11:30:00Z", timeZone: "Europe/Berlin" }],
    ["milliseconds", { dateTime: "2026-11-19T11:30:00.000Z", timeZone: "Europe/Berlin" }],
    ["another offset", { dateTime: "2026-11-19T06:30:00-05:00", timeZone: "Europe/Berlin" }],
    ["no offset, its own zone", { dateTime: "2026-11-19T17:00:00", timeZone: "Asia/Kolkata" }],
    ["no offset, the calendar's zone", { dateTime: "2026-11-19T12:30:00" }],
  ])("reads the same instant written with %s", (_how, start) => {
    expect(live(timed(start)).fields.time).toMatchObject({ start: "2026-11-19T11:30:00.000Z" });
  });

  it.each([
    ["W. Europe Standard Time"],
    ["Mars/Olympus"],
    [7],
    [""],
    ["+02:00"],
    ["x".repeat(100_000)],
  ])("uses the calendar's zone instead of %j", (timeZone) => {
    const start = { dateTime: "2026-11-19T11:30:00Z", timeZone };
    expect(live(timed(start), "Asia/Kolkata").fields.time).toMatchObject({ zone: "Asia/Kolkata" });
  });

  it("reads all-day dates with their exclusive end, and a one-day event without one", () => {
    const days = live({ start: { date: "2026-11-19" }, end: { date: "2026-11-21" } });
    expect(days.fields.time).toEqual({ is: "allDay", from: "2026-11-19", to: "2026-11-21" });
    const same = live({ start: { date: "2026-11-19" }, end: { date: "2026-11-19" } });
    expect(same.fields.time).toEqual({ is: "allDay", from: "2026-11-19", to: "2026-11-20" });
  });

  it("names the series and the occurrence that an exception replaces", () => {
    const exception = { recurringEventId: "series1", originalStartTime: TIMED.start };
    expect(live(exception)).toMatchObject({
      seriesId: "series1",
      originalStart: "2026-11-19T11:30:00.000Z",
    });
    const allDay = { recurringEventId: "series1", originalStartTime: { date: "2026-11-19" } };
    expect(live(allDay)).toMatchObject({ originalStart: "2026-11-19" });
  });

  it("reads our marks, and none that are incomplete or too long", () => {
    const marked = (properties: unknown): RemoteEvent["mark"] =>
      live({ extendedProperties: { private: properties } }).mark;
    expect(marked({ bellhopBooking: "b", bellhopInstallation: "i" })).toEqual({
      bookingId: "b",
      installationId: "i",
    });
    expect(marked({ bellhopBooking: "b" })).toBeNull();
    expect(marked({ bellhopBooking: 7, bellhopInstallation: "i" })).toBeNull();
    expect(marked({ bellhopBooking: "b".repeat(65), bellhopInstallation: "i" })).toBeNull();
  });
});

describe("the busy rule", () => {
  const self = (responseStatus: string): object => ({
    attendees: [{ self: true, responseStatus }],
  });
  it.each<[string, object, boolean]>([
    ["an ordinary event", {}, true],
    ["a tentative one", { status: "tentative" }, true],
    ["a status nobody knows", { status: "pencilled" }, true],
    ["explicitly opaque", { transparency: "opaque" }, true],
    ["a transparency nobody knows", { transparency: "foggy" }, true],
    ["out of office", { eventType: "outOfOffice" }, true],
    ["focus time", { eventType: "focusTime" }, true],
    ["from Gmail", { eventType: "fromGmail" }, true],
    ["a kind nobody knows", { eventType: "seance" }, true],
    ["accepted by us", self("accepted"), true],
    ["unanswered by us", self("needsAction"), true],
    ["declined by another guest", { attendees: [{ responseStatus: "declined" }] }, true],
    ["guests that are no list", { attendees: "many" }, true],
    ["declined by us", self("declined"), false],
    ["transparent", { transparency: "transparent" }, false],
    ["a working location", { eventType: "workingLocation" }, false],
    ["a birthday", { eventType: "birthday" }, false],
    ["no length", timed(TIMED.end), false],
  ])("%s", (_what, changes, busy) => {
    expect(live(changes).busy).toBe(busy);
  });
});

describe("what may be changed", () => {
  it.each<[string, object, boolean]>([
    ["our own", { organizer: { self: true } }, true],
    ["no organizer named", {}, true],
    ["somebody else's", { organizer: {} }, false],
    ["somebody else's that guests may change", { organizer: {}, guestsCanModify: true }, true],
    ["locked", { organizer: { self: true }, locked: true }, false],
    ["from Gmail", { eventType: "fromGmail" }, false],
  ])("%s", (_what, changes, editable) => {
    expect(live(changes).editable).toBe(editable);
  });
});

describe("tombstones", () => {
  it("needs no more than an id", () => {
    expect(parseEvent({ id: "abc123", status: "cancelled" }, "UTC")).toEqual({
      is: "gone",
      id: "abc123",
      etag: null,
      seriesId: null,
      originalStart: null,
    });
  });

  it("names the occurrence, and never looks at start and end, which can be wrong", () => {
    const row = {
      id: "abc123",
      status: "cancelled",
      recurringEventId: "series1",
      originalStartTime: TIMED.start,
      start: { date: "nonsense" },
    };
    expect(parseEvent(row, "UTC")).toMatchObject({
      is: "gone",
      seriesId: "series1",
      originalStart: "2026-11-19T11:30:00.000Z",
    });
  });
});

describe("hostile input", () => {
  const date = (text: string): object => ({ start: { date: text }, end: { date: text } });
  it.each<[string, unknown]>([
    ["nothing", null],
    ["a list", []],
    ["a word", "event"],
    ["no id", { status: "confirmed" }],
    ["an id of 1 MB", { id: "a".repeat(1_000_000) }],
    ["a number as id", { id: 7 }],
  ])("%s is malformed without an id", (_what, value) => {
    expect(parseEvent(value, "UTC")).toMatchObject({ is: "malformed", id: null });
  });

  it.each<[string, object]>([
    ["no etag", { etag: undefined }],
    ["no start", { start: undefined }],
    ["no end", { end: undefined }],
    ["an empty start", timed({})],
    ["a date and a time", timed({ date: "2026-11-19" })],
    ["an end before the start", { end: { dateTime: "2026-11-19T01:00:00Z" } }],
    [
      "an all-day end before the start",
      { start: { date: "2026-11-20" }, end: { date: "2026-11-19" } },
    ],
    ["the thirtieth of February", date("2026-02-30")],
    ["the year 1", date("0001-01-01")],
    ["the year 9999", date("9999-12-31")],
    ["a thirteenth month", date("2026-13-01")],
    ["25 o'clock", timed({ dateTime: "2026-11-19T25:00:00Z" })],
    ["a time of 1 MB", timed({ dateTime: "2".repeat(1_000_000) })],
    ["a number as time", timed({ dateTime: 1_763_551_800 })],
    ["an exception of nothing known", { recurringEventId: "series1" }],
    ["a rule that is a word", { recurrence: "RRULE:FREQ=DAILY" }],
    ["a rule with a hole", { recurrence: ["RRULE:FREQ=DAILY", null] }],
    ["a rule of 1 MB", { recurrence: [`EXDATE:${"x".repeat(1_000_000)}`] }],
    ["a rule of 10,000 lines", { recurrence: Array.from({ length: 10_000 }, () => "EXDATE:1") }],
  ])("%s is malformed and keeps its id and a reason", (_what, changes) => {
    const row = parseEvent({ ...BASE, ...changes }, "UTC");
    expect(row).toMatchObject({
      is: "malformed",
      id: "abc123",
      reason: expect.stringMatching(/\w/),
    });
  });

  it("cuts a title of 1 MB and takes control characters, lone halves and line ends out", () => {
    expect(live({ summary: "x".repeat(1_000_000) }).fields.title).toHaveLength(1_024);
    expect(live({ summary: "a\u0000b\u001bc\r\nd\ud800 \u2028e" }).fields.title).toBe(
      "abc d\ufffd e",
    );
    expect(live({ summary: { evil: true }, description: 7 }).fields).toMatchObject({
      title: "",
      description: "",
    });
  });

  it("keeps markup as words and makes no sense of it", () => {
    expect(live({ summary: "<img src=x onerror=alert(1)>" }).fields.title).toBe(
      "<img src=x onerror=alert(1)>",
    );
  });

  it("never throws, whatever JSON comes", () => {
    const known = fc.record(
      {
        id: fc.anything(),
        etag: fc.anything(),
        status: fc.oneof(fc.constant("cancelled"), fc.anything()),
        start: fc.anything(),
        end: fc.anything(),
        attendees: fc.anything(),
        organizer: fc.anything(),
        recurrence: fc.anything(),
        extendedProperties: fc.anything(),
        originalStartTime: fc.record({ dateTime: fc.string(), timeZone: fc.string() }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), known), (value) => {
        expect(["live", "gone", "malformed"]).toContain(parseEvent(value, "UTC").is);
      }),
    );
  });
});
