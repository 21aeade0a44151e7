import { test } from "vitest";
import type { Command, History } from "../../fixtures/history/commands.ts";
import { runHistory } from "../../fixtures/history/run.ts";

/** Shrunk histories of what the property test found; each ended with the two sides different. */

const YEAR_MINUTES = 525_600;

function history(commands: readonly Command[], more: Partial<History> = {}): History {
  return {
    zone: "Europe/Berlin",
    now: "2026-11-19T09:00:00.000Z",
    google: { cancelledWrites: "revive", dateTimeEcho: "calendarZone" },
    commands,
    ...more,
  };
}

test("a booking made while the clock was a year ahead goes out once the clock is right", () =>
  runHistory(
    history([
      { do: "clockOff", minutes: YEAR_MINUTES },
      { do: "book", slot: 0, minutes: 30, name: null },
      { do: "pass", minutes: 1 },
      { do: "sync" },
    ]),
  ));

test("a service changed while the clock was a year ahead changes its events once the clock is right", () =>
  runHistory(
    history([
      { do: "book", slot: 0, minutes: 30, name: null },
      { do: "sync" },
      { do: "clockOff", minutes: YEAR_MINUTES },
      { do: "renameService", name: "Cut", tint: "plum" },
      { do: "sync" },
    ]),
  ));

test("a removal of all events that breaks off leaves none of them deleted when the connection goes on", () =>
  runHistory(
    history([
      { do: "bookMany", slot: 0, count: 6 },
      { do: "sync" },
      { do: "fault", trouble: "reset", on: "delete", nth: 3, times: 5 },
      { do: "disconnect", events: "removeFuture", blocks: "remove" },
    ]),
  ));

test("a removal of all events in which the process dies leaves none of them deleted", () =>
  runHistory(
    history([
      { do: "bookMany", slot: 0, count: 6 },
      { do: "sync" },
      { do: "crashAt", nth: 3, applied: true },
      { do: "disconnect", events: "removeAll", blocks: "remove" },
    ]),
  ));

test("a booking moved while its event is being made is not sent twice at once, its older version last", () =>
  runHistory(
    history([
      { do: "bookMany", slot: 0, count: 6 },
      { do: "meanwhile", nth: 3, act: { do: "move", booking: 2, slot: 0 } },
      { do: "restart" },
      { do: "googleCreate", slot: 0, minutes: 30 },
    ]),
  ));

test("an event that a person brings back after its id was given up becomes the event of its booking again", () =>
  runHistory(
    history(
      [
        { do: "book", slot: 0, minutes: 30, name: null },
        { do: "sync" },
        { do: "fault", trouble: "refused", on: "insert", nth: 1, times: 1 },
        { do: "deleteOurs", booking: 0 },
        { do: "sync" },
        { do: "restoreOurs", booking: 0 },
      ],
      { google: { cancelledWrites: "forbidden", dateTimeEcho: "calendarZone" } },
    ),
  ));

test("an event brought back in a version that was about to be put back is put back then", () =>
  runHistory(
    history([
      { do: "book", slot: 0, minutes: 30, name: null },
      { do: "sync" },
      { do: "deleteOurs", booking: 0 },
      { do: "sync" },
      { do: "allDayOurs", booking: 0 },
      // The change was read, and the process died before it was put back.
      { do: "crashAt", nth: 2, applied: false },
      { do: "meanwhile", nth: 2, act: { do: "deleteOurs", booking: 0 } },
      { do: "sync" },
      { do: "restoreOurs", booking: 0 },
    ]),
  ));

const FORBIDDEN = { cancelledWrites: "forbidden", dateTimeEcho: "calendarZone" } as const;

test("an occurrence deleted where Google lets nothing deleted live again comes back with its series made anew", () =>
  runHistory(
    history(
      [
        { do: "repeat", slot: 0, rule: "FREQ=DAILY;COUNT=5" },
        { do: "sync" },
        { do: "deleteOccurrence", series: 0, nth: 0 },
      ],
      { google: FORBIDDEN },
    ),
  ));

test("a cancelled occurrence that is taken back there comes back with its series, the others as they were", () =>
  runHistory(
    history(
      [
        { do: "repeat", slot: 0, rule: "FREQ=DAILY;COUNT=5" },
        { do: "shiftSeries", series: 0, nth: 2, by: 4, scope: "one" },
        { do: "cancelSeries", series: 0, nth: 3, scope: "one" },
        { do: "cancelSeries", series: 0, nth: 1, scope: "one" },
        { do: "sync" },
        { do: "takeBackSeries", series: 0 },
        { do: "crashAt", nth: 3, applied: true },
        { do: "sync" },
      ],
      { google: FORBIDDEN },
    ),
  ));

test("a cancelled occurrence is found although Google lists it on a second page, the first being empty", () =>
  runHistory(
    history(
      [
        { do: "repeat", slot: 0, rule: "FREQ=DAILY;COUNT=5" },
        { do: "sync" },
        { do: "cancelSeries", series: 0, nth: 0, scope: "one" },
      ],
      { google: { emptyPages: "first" } },
    ),
  ));

test("a series that begins in the second of two repeated hours begins then on both sides", () =>
  runHistory(
    history([{ do: "repeat", slot: 48, rule: "FREQ=DAILY;COUNT=5" }], {
      zone: "Pacific/Auckland",
      now: "2027-04-03T02:00:00.000Z",
    }),
  ));

test("a series whose deletion Google tells by its exceptions alone is missed by the next complete list", () =>
  runHistory(
    history(
      [
        { do: "repeat", slot: 0, rule: "FREQ=DAILY;COUNT=5" },
        { do: "cancelSeries", series: 0, nth: 0, scope: "one" },
        { do: "sync" },
        { do: "deleteAllOfOurs", series: 0 },
      ],
      { google: { deletedSeriesRows: "exceptionsOnly" } },
    ),
  ));

test("a weekly event of Google's in the hour that the clocks skip blocks the time at which Google shows it", () =>
  runHistory(
    history([{ do: "googleRepeat", slot: 41, rule: "FREQ=WEEKLY" }], {
      zone: "America/New_York",
      now: "2027-03-13T15:00:00.000Z",
    }),
  ));

test("scenario 22: a series of ours through the skipped hour is at the same time on both sides", () =>
  runHistory(
    history([{ do: "repeat", slot: 41, rule: "FREQ=WEEKLY" }], {
      now: "2027-03-13T15:00:00.000Z",
    }),
  ));

test("a series that has to take its next id keeps its cancelled occurrence cancelled", () =>
  runHistory(
    history(
      [
        { do: "repeat", slot: 0, rule: "FREQ=DAILY;COUNT=5" },
        { do: "cancelSeries", series: 0, nth: 0, scope: "one" },
        { do: "sync" },
        { do: "deleteAllOfOurs", series: 0 },
      ],
      { google: FORBIDDEN },
    ),
  ));

test("a series that was deleted in a calendar that had dropped its exceptions comes back with them", () =>
  runHistory(
    history(
      [
        { do: "repeat", slot: 0, rule: "FREQ=WEEKLY" },
        { do: "cancelSeries", series: 0, nth: 0, scope: "one" },
        { do: "crash" },
        { do: "endOurs", series: 0 },
        { do: "disconnect", events: "removeAll", blocks: "remove" },
      ],
      {
        google: {
          cancelledWrites: "revive",
          dateTimeEcho: "calendarZone",
          exceptionsAfterReanchor: "dropUnsaid",
        },
      },
    ),
  ));

test("an occurrence deleted there while its series was trimmed here comes back, though the answer to the trim is lost", () =>
  runHistory(
    history(
      [
        { do: "repeat", slot: 0, rule: "FREQ=DAILY;COUNT=5" },
        { do: "repeat", slot: 0, rule: "FREQ=DAILY;COUNT=5" },
        { do: "sync" },
        { do: "fault", trouble: "lostResponse", on: "any", nth: 1, times: 1 },
        { do: "cancelSeries", series: 1, nth: 1, scope: "following" },
        { do: "crash" },
        { do: "deleteOccurrence", series: 1, nth: 0 },
        { do: "fault", trouble: "lostResponse", on: "any", nth: 2, times: 1 },
        { do: "shiftSeries", series: 0, nth: 1, by: 1, scope: "following" },
        { do: "sync" },
      ],
      {
        google: {
          cancelledWrites: "revive",
          dateTimeEcho: "calendarZone",
          exceptionsAfterReanchor: "keep",
          deletedSeriesRows: "exceptionsOnly",
          instanceIds: "classic",
          emptyPages: "never",
          cancelledRowsInIncrements: "bare",
        },
      },
    ),
  ));
