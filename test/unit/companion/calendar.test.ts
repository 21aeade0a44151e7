import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarBooking, calendarFile } from "../../../src-companion/mail/calendar.ts";

const BOOKING: CalendarBooking = {
  uid: "0198c0de-0000-7000-8000-000000000011@book.example",
  sequence: 3,
  is: "on",
  start: Date.parse("2026-12-03T10:00:00.000Z"),
  end: Date.parse("2026-12-03T10:45:00.000Z"),
  stamp: Date.parse("2026-11-27T08:00:00.000Z"),
  summary: "Cut, Atelier Nord",
  description: "Anna",
  location: "Kastanienallee 1\n10435 Berlin",
  url: "https://book.example/bookings/0198c0de-0000-7000-8000-000000000011",
  organizer: { name: "Atelier Nord", email: "bookings@book.example" },
};

/** As a calendar program reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const events = calendar.getAllSubcomponents("vevent");
  const [event = calendar] = events;
  return { calendar, events, event, value: (name: string) => event.getFirstPropertyValue(name) };
}

// oxlint-disable-next-line no-control-regex -- what a calendar file can't carry
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

const octets = (line: string): number => Buffer.byteLength(line);

describe("A calendar file", () => {
  it("is read by a calendar program as it was meant", () => {
    const { calendar, events, event, value } = read(calendarFile(BOOKING));
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(events).toHaveLength(1);
    const names = ["uid", "sequence", "status", "summary", "description", "location", "url"];
    expect(names.map(value)).toEqual([
      BOOKING.uid,
      3,
      "CONFIRMED",
      BOOKING.summary,
      "Anna",
      BOOKING.location,
      BOOKING.url,
    ]);
    const moments = ["dtstart", "dtend", "dtstamp"].map((name) => String(value(name)));
    expect(moments).toEqual([
      "2026-12-03T10:00:00Z",
      "2026-12-03T10:45:00Z",
      "2026-11-27T08:00:00Z",
    ]);
    const organizer = event.getFirstProperty("organizer");
    expect(organizer?.getFirstValue()).toBe("mailto:bookings@book.example");
    expect(organizer?.getFirstParameter("cn")).toBe("Atelier Nord");
  });

  it("takes a booking out again under the same id", () => {
    const { calendar, value } = read(calendarFile({ ...BOOKING, sequence: 4, is: "off" }));
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(["uid", "sequence", "status"].map(value)).toEqual([BOOKING.uid, 4, "CANCELLED"]);
  });

  it("carries any text of any length without a line over 75 octets or one more property", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 300 });
    const breaks = fc.constantFrom(
      "x\r\nATTENDEE:mailto:x@y.example",
      'a;b,c\\n:"',
      "\nEND:VEVENT",
      "ÄÖÜ".repeat(60),
      "👩🏽‍🎨".repeat(40),
    );
    const hostile = fc.oneof(words, breaks);
    const names = read(calendarFile(BOOKING))
      .event.getAllProperties()
      .map(({ name }) => name);
    fc.assert(
      fc.property(hostile, hostile, hostile, (summary, location, name) => {
        const organizer = { ...BOOKING.organizer, name };
        const file = calendarFile({ ...BOOKING, summary, location, organizer });
        expect(file.endsWith("\r\n")).toBe(true);
        for (const line of file.split("\r\n")) expect(octets(line)).toBeLessThanOrEqual(75);
        expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const { events, event, value } = read(file);
        expect(events).toHaveLength(1);
        expect(event.getAllProperties().map((one) => one.name)).toEqual(names);
        const kept = (text: string) => text.replaceAll(/\r\n?/g, "\n").replaceAll(CONTROLS, "");
        expect(value("summary")).toBe(kept(summary));
        expect(value("location")).toBe(kept(location));
      }),
      { numRuns: 300 },
    );
  });
});
