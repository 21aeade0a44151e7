import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { FaultEffect } from "../../../simulators/google/index.ts";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

const ZONE = "Europe/Berlin";
const SOUND_START = "2026-11-21T09:00:00.000Z";

/** A row as Google would send it, at an hour that nothing else takes; what is given replaces or adds. */
function row(id: string, more: Readonly<Record<string, unknown>> = {}): object {
  return {
    id,
    status: "confirmed",
    etag: `"${id}"`,
    summary: "Dentist",
    start: { dateTime: "2026-11-20T10:00:00+01:00", timeZone: ZONE },
    end: { dateTime: "2026-11-20T11:00:00+01:00", timeZone: ZONE },
    ...more,
  };
}

const SOUND = row("sound0", {
  start: { dateTime: "2026-11-21T10:00:00+01:00", timeZone: ZONE },
  end: { dateTime: "2026-11-21T11:00:00+01:00", timeZone: ZONE },
});

/** A list that is this and nothing else. */
function listOf(items: readonly unknown[], more: object = {}): FaultEffect {
  const body = { kind: "calendar#events", timeZone: ZONE, nextSyncToken: "t1", items, ...more };
  return { kind: "status", status: 200, body };
}

async function connected() {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.connect();
  const booking = await desk.book("2026-11-20T13:00:00.000Z", {
    customer: desk.named("Mara Vogt"),
  });
  await salon.sync();
  /** The next list is what is given; the one after it is Google's again. */
  const listed = async (...items: readonly unknown[]): Promise<void> => {
    salon.google.addFault({ kind: "events.list", effect: listOf(items) });
    await salon.sync();
  };
  const malformed = async () =>
    (await salon.call("sync.attention", {}))
      .filter(({ kind }) => kind === "malformed")
      .map(({ reason }) => reason);
  /** The booking stands and the cycle was a good one. */
  const stands = async (): Promise<void> => {
    expect(await salon.state()).toBe("idle");
    expect((await desk.find(booking.id)).status).toBe("booked");
  };
  /** The next one is too. */
  const isWell = async (): Promise<void> => {
    await stands();
    await salon.sync();
    expect(await salon.state()).toBe("idle");
  };
  return { salon, desk, listed, malformed, stands, isWell };
}

test.each([
  ["a title of 1 MB", { summary: "x".repeat(1_048_576) }],
  ["a description of 1 MB", { description: "<b>".repeat(350_000) }],
  ["markup", { summary: "<img src=x onerror=alert(1)>", description: "<script>alert(1)</script>" }],
  [
    "control characters",
    { summary: "\u0000\u001b[31m\u202e\ud800\ufeff\r\n", description: "\u0000".repeat(9) },
  ],
  ["text that is SQL", { summary: "'); DROP TABLE booking; --" }],
  ["text that is a prototype", { summary: "__proto__", ["__proto__"]: { polluted: true } }],
  ["a title that is no text", { summary: { toString: "no" }, description: 7 }],
  [
    "unknown enum values",
    { status: "perhaps", transparency: "misty", eventType: "seance", colorId: "99" },
  ],
  [
    "fields that nobody knows",
    { aura: "green", start: { dateTime: "2026-11-20T10:00:00+01:00", mood: 1 } },
  ],
  [
    "a zone that nobody knows",
    { start: { dateTime: "2026-11-20T10:00:00+01:00", timeZone: "Mars/Base" } },
  ],
  ["guests that are no guests", { attendees: [null, 7, { self: "yes" }], organizer: "me" }],
  ["marks that are no marks", { extendedProperties: { private: { bellhopBooking: 7 } } }],
])("an event with %s blocks its time like any other", async (_name, more) => {
  const { salon, desk, listed, malformed, isWell } = await connected();
  await salon.call("sync.setRules", { showDetails: true });
  await listed(row("odd001", more), SOUND);
  const blocks = await desk.blocks();
  expect(blocks.map(({ start }) => start)).toEqual(["2026-11-20T09:00:00.000Z", SOUND_START]);
  for (const { title } of blocks) expect(title.length).toBeLessThanOrEqual(1_024);
  // oxlint-disable-next-line no-control-regex -- none of them may get as far as a screen
  expect(blocks[0]?.title).not.toMatch(/[\u0000-\u001f]/);
  expect(await malformed()).toEqual([]);
  await isWell();
});

test.each([
  ["a start in the year 1", { start: { dateTime: "0001-01-01T00:00:00Z" } }],
  ["an end in the year 9999", { end: { dateTime: "9999-12-31T23:59:59Z" } }],
  [
    "an all-day span to the year 9999",
    { start: { date: "0001-01-01" }, end: { date: "9999-12-31" } },
  ],
  ["an end before its start", { end: { dateTime: "2026-11-20T09:00:00+01:00" } }],
  ["no start", { start: undefined }],
  ["no end", { end: null }],
  ["no version", { etag: undefined }],
  ["a day that does not exist", { start: { date: "2026-02-30" }, end: { date: "2026-03-01" } }],
  ["a date at one end and a time at the other", { start: { date: "2026-11-20" } }],
  ["a rule that is no list", { recurrence: "RRULE:FREQ=DAILY" }],
  ["a rule of 100,000 lines", { recurrence: Array.from({ length: 100_000 }, () => "EXDATE:1") }],
  ["a place in a series that it does not name", { recurringEventId: "series1" }],
])("an event with %s is named with its reason, and the rest goes on", async (_name, more) => {
  const { desk, listed, malformed, isWell } = await connected();
  await listed(row("odd001", more), SOUND);
  expect((await desk.blocks()).map(({ start }) => start)).toEqual([SOUND_START]);
  expect(await malformed()).toHaveLength(1);
  await isWell();
});

test("our own event that comes back unreadable is named, and the booking and its event stay", async () => {
  const { salon, listed, malformed, isWell } = await connected();
  const [own] = await salon.live();
  await listed(row(own?.id ?? "", { start: { dateTime: "never" } }), SOUND);
  expect(await malformed()).toHaveLength(1);
  expect((await salon.call("sync.status", {})).counts).toMatchObject({ linked: 1, waiting: 0 });
  salon.google.patchEvent(await salon.calendarId(), own?.id ?? "", { location: "Upstairs" });
  // The made-up list had a made-up cursor.
  await salon.sync();
  expect(await malformed()).toEqual([]);
  await isWell();
});

test("rows that are no events at all are named once and hold up nothing", async () => {
  const { desk, listed, malformed, isWell } = await connected();
  const junk = [null, 7, "event", [], {}, { id: 7 }, { id: "" }, { id: "x".repeat(5_000) }];
  await listed(...junk, SOUND);
  expect((await desk.blocks()).map(({ start }) => start)).toEqual([SOUND_START]);
  expect((await malformed()).length).toBeGreaterThan(0);
  await isWell();
});

test.each([
  ["impossible", ["RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31"]],
  ["every second for ever", ["RRULE:FREQ=SECONDLY"]],
  ["nonsense", ["RRULE:FREQ=SOMETIMES", "EXDATE:never", "X-MOOD:calm", ""]],
  [
    "without end and with hundreds of exclusions",
    [
      "RRULE:FREQ=DAILY",
      ...Array.from({ length: 900 }, (_, i) => {
        const day = new Date(Date.UTC(2026, 11, 1 + i)).toISOString().slice(0, 10);
        return `EXDATE;TZID=Europe/Berlin:${day.replaceAll("-", "")}T100000`;
      }),
    ],
  ],
])(
  "scenario 25: a rule that is %s blocks what it can in bounded time",
  async (_name, recurrence) => {
    const { salon, desk, listed, stands } = await connected();
    const startedAt = performance.now();
    await listed(row("series1", { recurrence }), SOUND);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    const starts = (await desk.blocks()).map(({ start }) => start);
    expect(starts).toContain(SOUND_START);
    expect((await salon.call("sync.status", {})).counts.blocks).toBeLessThanOrEqual(2_001);
    await stands();
  },
);

test("of one event that is listed several times the last version counts, and it blocks once", async () => {
  const { desk, listed, isWell } = await connected();
  const moved = {
    start: { dateTime: "2026-11-20T15:00:00+01:00" },
    end: { dateTime: "2026-11-20T16:00:00+01:00" },
  };
  await listed(row("twice1"), SOUND, row("twice1"), row("twice1", { etag: '"2"', ...moved }));
  expect((await desk.blocks()).map(({ start }) => start)).toEqual([
    "2026-11-20T14:00:00.000Z",
    SOUND_START,
  ]);
  await isWell();
});

test("an exception that is listed before its series, and a tombstone before both, come out the same", async () => {
  const at = (day: string) => ({
    start: { dateTime: `2026-11-${day}T10:00:00+01:00`, timeZone: ZONE },
    end: { dateTime: `2026-11-${day}T11:00:00+01:00`, timeZone: ZONE },
  });
  const of = (day: string) => ({
    recurringEventId: "series1",
    originalStartTime: { dateTime: `2026-11-${day}T10:00:00+01:00`, timeZone: ZONE },
  });
  const master = row("series1", { ...at("20"), recurrence: ["RRULE:FREQ=DAILY;COUNT=4"] });
  const moved = row("series1_b", { ...at("25"), ...of("21") });
  const gone = { id: "series1_c", status: "cancelled", ...of("22") };
  const rows = [master, moved, gone];
  const results: unknown[] = [];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]) {
    const { desk, listed, isWell } = await connected();
    await listed(...order.map((i) => rows[i]));
    results.push((await desk.blocks()).map(({ start }) => start));
    await isWell();
  }
  const wanted = [
    "2026-11-20T09:00:00.000Z",
    "2026-11-23T09:00:00.000Z",
    "2026-11-25T09:00:00.000Z",
  ];
  expect(results).toEqual([wanted, wanted, wanted]);
});

test.each([
  ["that repeats itself", (n: number) => `again${Math.min(n, 1)}`, 4],
  ["that leads back to the first", (n: number) => `page${n % 3}`, 6],
  ["that never ends", (n: number) => `page${n}`, 1_001],
])(
  "a list with a page token %s is given up, applies nothing and is asked for again later",
  { timeout: 120_000 },
  async (_name, tokenOf, most) => {
    const { salon, desk } = await connected();
    let page = 0;
    salon.google.addFault({
      kind: "events.list",
      times: Infinity,
      when: () => {
        page += 1;
        // Each page is a fault of its own, so that each can name the next.
        salon.google.addFault({
          kind: "events.list",
          effect: listOf([SOUND], { nextPageToken: tokenOf(page) }),
        });
        return false;
      },
      effect: { kind: "reset" },
    });
    const cycle = salon.call("sync.now", {});
    // A thousand pages take their time on a busy computer.
    await salon.passUntil(
      "it is given up",
      async () => (await salon.state()) === "backoff",
      90_000,
    );
    await cycle;
    expect(salon.calls("events.list")).toBeLessThanOrEqual(most + 10);
    expect(await desk.blocks()).toEqual([]);
    salon.google.clearFaults();
    await salon.sync();
    expect(await salon.state()).toBe("idle");
  },
);

const SPOILT: readonly (readonly [string, FaultEffect])[] = [
  ["an HTML page", { kind: "html", status: 200 }],
  ["JSON that ends in the middle", { kind: "truncatedBody" }],
  [
    "gzip that is none",
    {
      kind: "status",
      status: 200,
      body: '{"items":[]}',
      headers: { "content-encoding": "gzip", "content-type": "application/json" },
    },
  ],
  [
    "gzip that ends in the middle",
    {
      kind: "status",
      status: 200,
      body: gzipSync('{"items":[]}').toString("latin1").slice(0, 12),
      headers: { "content-encoding": "gzip", "content-type": "application/json" },
    },
  ],
  ["JSON that is no object", { kind: "status", status: 200, body: "7" }],
  ["JSON without items", { kind: "status", status: 200, body: { kind: "calendar#events" } }],
  ["items that are no list", { kind: "status", status: 200, body: { items: { 0: {} } } }],
  ["nothing", { kind: "status", status: 200, body: "" }],
  ["204", { kind: "status", status: 204, body: "" }],
  ["a status that nobody knows", { kind: "status", status: 299, body: "<" }],
];

test.each(SPOILT)(
  "an answer that is %s is no list: nothing is applied and the next try gets everything",
  async (_name, effect) => {
    const { salon, desk } = await connected();
    salon.google.createEvent(await salon.calendarId(), row("later0"));
    salon.google.addFault({ kind: "events.list", effect });
    await salon.sync();
    expect((await salon.call("sync.status", {})).state).toMatchObject({ is: "backoff" });
    expect(await desk.blocks()).toEqual([]);
    await salon.sync();
    expect(await salon.state()).toBe("idle");
    expect(await desk.blocks()).toHaveLength(1);
  },
);

test.each(SPOILT)(
  "a write that is answered by %s is kept and ends as one event",
  async (_name, effect) => {
    const { salon, desk } = await connected();
    salon.google.addFault({ kind: "events.insert", effect });
    await desk.book("2026-11-23T09:00:00.000Z");
    await salon.sync();
    expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 1, parked: 0 });
    await salon.sync();
    expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 0, linked: 2 });
    expect(await salon.live()).toHaveLength(2);
  },
);

test("a write that is answered by another event than was asked for is not taken for ours", async () => {
  const { salon, desk } = await connected();
  salon.google.addFault({
    kind: "events.insert",
    effect: { kind: "status", status: 200, body: row("somebody", { etag: undefined }) },
  });
  await desk.book("2026-11-23T09:00:00.000Z");
  await salon.sync();
  await salon.sync();
  expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 0, linked: 2 });
  expect(await salon.live()).toHaveLength(2);
});
