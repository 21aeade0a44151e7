import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colourOf } from "../../../../../src-main/core/calendars/google/colours.ts";
import { googleEventId } from "../../../../../src-main/core/calendars/google/event-id.ts";
import { parseEvent } from "../../../../../src-main/core/calendars/google/parse-event.ts";
import {
  renderBody,
  renderFields,
} from "../../../../../src-main/core/calendars/google/render-event.ts";
import {
  DESCRIPTION_LIMIT,
  TITLE_LIMIT,
  comparableDescription,
  cutText,
  descriptionText,
  titleText,
} from "../../../../../src-main/core/calendars/google/text.ts";
import type { OwnEvent } from "../../../../../src-main/core/calendars/remote-calendar.ts";
import { TINTS } from "../../../../../src-shared/domain/business.ts";

const EVENT: OwnEvent = {
  bookingId: "0198c0de-0000-7000-8000-0000000000b1",
  title: "Ada Lovelace",
  description: "Cut\nLikes tea",
  time: {
    is: "timed",
    start: "2026-11-19T11:30:00.000Z",
    end: "2026-11-19T12:30:00.000Z",
    zone: "Europe/Berlin",
  },
  tint: "rose",
  recurrence: [],
};

/** What Google would answer: the body, with the colours and ids of its own. */
function echoOf(event: OwnEvent): unknown {
  return { ...renderBody(event, "installation"), id: "abc123", etag: '"1"' };
}

function fieldsOfEcho(event: OwnEvent): unknown {
  const row = parseEvent(echoOf(event), "UTC");
  return row.is === "live" ? row.event.fields : row;
}

describe("what is written", () => {
  it("is exactly our fields, the marks and the revival", () => {
    expect(renderBody(EVENT, "installation")).toEqual({
      summary: "Ada Lovelace",
      description: "Cut\nLikes tea",
      start: { dateTime: "2026-11-19T11:30:00.000Z", timeZone: "Europe/Berlin", date: null },
      end: { dateTime: "2026-11-19T12:30:00.000Z", timeZone: "Europe/Berlin", date: null },
      colorId: "4",
      recurrence: null,
      status: "confirmed",
      extendedProperties: {
        private: { bellhopBooking: EVENT.bookingId, bellhopInstallation: "installation" },
      },
    });
  });

  it("names the other kind of time as null, so that a PATCH can't leave both", () => {
    const allDay = {
      ...EVENT,
      time: { is: "allDay", from: "2026-11-19", to: "2026-11-20" },
    } as const;
    expect(renderBody(allDay, "i").start).toEqual({
      date: "2026-11-19",
      dateTime: null,
      timeZone: null,
    });
  });

  it("has a colour of Google's for every tint", () => {
    for (const tint of TINTS) expect(Number(colourOf(tint))).toBeGreaterThan(0);
    expect(TINTS.map((tint) => colourOf(tint)).every((id) => Number(id) <= 11)).toBe(true);
  });
});

describe("no write causes the next one", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "<b>x</b>",
      "a<br>b",
      "&amp;lt;",
      "<3",
      " \r\n ",
      "\u00a0",
      "e\u0301",
      "\ufeff",
    ),
    fc.string({ maxLength: 9_000, minLength: 8_000 }),
  );
  it("what comes back equals what was rendered, for any text", () => {
    fc.assert(
      fc.property(text, text, (title, description) => {
        const event = { ...EVENT, title, description };
        expect(fieldsOfEcho(event)).toEqual(renderFields(event));
      }),
    );
  });

  it("rendering what was rendered changes nothing more", () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(titleText(titleText(any))).toBe(titleText(any));
        expect(descriptionText(descriptionText(any))).toBe(descriptionText(any));
      }),
    );
  });
});

describe("limits of text", () => {
  it("leaves a text of exactly the limit alone and cuts one character more", () => {
    expect(titleText("x".repeat(TITLE_LIMIT))).toBe("x".repeat(TITLE_LIMIT));
    expect(titleText("x".repeat(TITLE_LIMIT + 1))).toBe(`${"x".repeat(TITLE_LIMIT - 1)}…`);
    expect(descriptionText("y".repeat(20_000))).toHaveLength(DESCRIPTION_LIMIT);
  });

  it.each([
    ["a family", "👨‍👩‍👧‍👦", 11],
    ["a flag", "🇩🇪", 4],
    ["a letter with marks", "q\u0307\u0323", 3],
  ])("never cuts through %s", (_what, grapheme, length) => {
    expect(grapheme).toHaveLength(length);
    const cut = cutText(`abcd${grapheme}${grapheme}`, 4 + length);
    expect(cut).toBe("abcd…");
  });
});

describe("descriptions are compared by their words", () => {
  it.each([
    ["Cut<br>Likes tea", "Cut\nLikes tea"],
    ["<p>Cut</p><p>Likes <b>tea</b></p>", "Cut\nLikes tea"],
    ["Cut\r\n\r\nLikes  tea ", "Cut\nLikes tea"],
    ["<ul><li>Cut</li><li>Likes&nbsp;tea</li></ul>", "Cut\nLikes tea"],
    ["<html-blob>Cut<br>Likes tea</html-blob>", "Cut\nLikes tea"],
    ["Tom &amp; Jerry &lt;3", "Tom & Jerry <3"],
    ["<3 <Anna> a < b", "<3 <Anna> a < b"],
  ])("%j says %j", (html, words) => {
    expect(comparableDescription(html)).toBe(words);
  });
});

describe("event ids", () => {
  it("is the booking's UUID in hex, with a suffix from the second generation on", () => {
    expect(googleEventId("0198C0DE-0000-7000-8000-0000000000b1", 1)).toBe(
      "0198c0de0000700080000000000000b1",
    );
    expect(googleEventId(EVENT.bookingId, 2)).toBe("0198c0de0000700080000000000000b1g2");
  });

  it("fits Google's alphabet and never meets another booking's or generation's", () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.uuid(),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        (a, b, m, n) => {
          expect(googleEventId(a, m)).toMatch(/^[a-v0-9]{5,1024}$/);
          expect(googleEventId(a, m) === googleEventId(b, n)).toBe(a === b && m === n);
        },
      ),
    );
  });
});
