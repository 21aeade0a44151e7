import { expect, test } from "vitest";
import type { EventInput } from "../../../simulators/google/index.ts";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

const FRIDAY: EventInput = {
  summary: "Dentist",
  start: { dateTime: "2026-11-20T10:00:00+01:00", timeZone: "Europe/Berlin" },
  end: { dateTime: "2026-11-20T11:00:00+01:00", timeZone: "Europe/Berlin" },
};

async function connected(zone = "Europe/Berlin") {
  const salon = await openSyncedSalon({ zone });
  const desk = await staffed(salon);
  await salon.connect();
  const calendarId = await salon.calendarId();
  const create = (event: EventInput): string =>
    salon.google.createEvent(calendarId, event).id ?? "";
  return { salon, desk, calendarId, create };
}

test("an event made in Google blocks that time for everyone, without its title", async () => {
  const { salon, desk, create } = await connected();
  create(FRIDAY);
  await salon.sync();
  const [block] = await desk.blocks();
  expect(block).toMatchObject({
    source: "google",
    staffIds: [],
    start: "2026-11-20T09:00:00.000Z",
    end: "2026-11-20T10:00:00.000Z",
    allDay: null,
    title: "",
  });
});

test("an event that moves in Google moves its block, and the staff member it was given to stays", async () => {
  const { salon, desk, calendarId, create } = await connected();
  const id = create(FRIDAY);
  await salon.sync();
  const [block] = await desk.blocks();
  await salon.call("block.assign", { id: block?.id ?? "", staffId: desk.ben.id });
  salon.google.patchEvent(calendarId, id, {
    start: { dateTime: "2026-11-20T15:00:00+01:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-11-20T17:00:00+01:00", timeZone: "Europe/Berlin" },
  });
  await salon.sync();
  expect(await desk.blocks()).toMatchObject([
    { start: "2026-11-20T14:00:00.000Z", end: "2026-11-20T16:00:00.000Z", staffIds: [desk.ben.id] },
  ]);
});

test("the choice of the staff member survives a full list", async () => {
  const { salon, desk, create } = await connected();
  create(FRIDAY);
  await salon.sync();
  const [block] = await desk.blocks();
  await salon.call("block.assign", { id: block?.id ?? "", staffId: desk.ben.id });
  salon.google.expireSyncTokens();
  await salon.sync();
  expect((await desk.blocks())[0]?.staffIds).toEqual([desk.ben.id]);
});

test("an event deleted in Google frees the time", async () => {
  const { salon, desk, calendarId, create } = await connected();
  const id = create(FRIDAY);
  await salon.sync();
  salon.google.deleteEvent(calendarId, id);
  await salon.sync();
  expect(await desk.blocks()).toHaveLength(0);
});

test.each([
  ["transparent", { transparency: "transparent" }],
  [
    "declined by us",
    { attendees: [{ email: "bookings@group.calendar.google.com", responseStatus: "declined" }] },
  ],
])("an event that is %s blocks nothing", async (_name, more) => {
  const { salon, desk, create } = await connected();
  create({ ...FRIDAY, ...more });
  await salon.sync();
  expect(await desk.blocks()).toHaveLength(0);
});

test("a tentative event blocks", async () => {
  const { salon, desk, create } = await connected();
  create({ ...FRIDAY, status: "tentative" });
  await salon.sync();
  expect(await desk.blocks()).toHaveLength(1);
});

test("an event that becomes transparent frees its time, and blocks again when it becomes busy", async () => {
  const { salon, desk, calendarId, create } = await connected();
  const id = create(FRIDAY);
  await salon.sync();
  salon.google.patchEvent(calendarId, id, { transparency: "transparent" });
  await salon.sync();
  expect(await desk.blocks()).toHaveLength(0);
  salon.google.patchEvent(calendarId, id, { transparency: "opaque" });
  await salon.sync();
  expect(await desk.blocks()).toHaveLength(1);
});

test.each([
  ["Europe/Berlin", "2026-11-22T23:00:00.000Z", "2026-11-24T23:00:00.000Z"],
  ["Pacific/Auckland", "2026-11-22T11:00:00.000Z", "2026-11-24T11:00:00.000Z"],
  ["America/New_York", "2026-11-23T05:00:00.000Z", "2026-11-25T05:00:00.000Z"],
])(
  "scenario 24: an all-day event blocks the whole local days of a business in %s",
  async (zone, start, end) => {
    const { salon, desk, create } = await connected(zone);
    create({ summary: "Fair", start: { date: "2026-11-23" }, end: { date: "2026-11-25" } });
    await salon.sync();
    expect(await desk.blocks()).toMatchObject([
      { start, end, allDay: { from: "2026-11-23", to: "2026-11-25" } },
    ]);
  },
);

test("an all-day event on the day of a DST change blocks 25 hours", async () => {
  const salon = await openSyncedSalon({ now: "2026-10-20T09:00:00.000Z" });
  const desk = await staffed(salon);
  await salon.connect();
  salon.google.createEvent(await salon.calendarId(), {
    start: { date: "2026-10-25" },
    end: { date: "2026-10-26" },
  });
  await salon.sync();
  const [block] = await desk.blocks("2026-10-25", "2026-10-26");
  expect(Date.parse(block?.end ?? "") - Date.parse(block?.start ?? "")).toBe(25 * 3_600_000);
});

test("an event over a booking blocks, and the booking stays with a visible conflict", async () => {
  const { salon, desk, create } = await connected();
  const booking = await desk.book("2026-11-20T09:15:00.000Z");
  create(FRIDAY);
  await salon.sync();
  const detail = await salon.call("booking.get", { id: booking.id });
  expect(detail.booking.status).toBe("booked");
  expect(detail.conflicts.map((conflict) => conflict.kind)).toContain("googleBusy");
});

test("one malformed event is named and does not stop the others", async () => {
  const { salon, desk, calendarId, create } = await connected();
  create(FRIDAY);
  salon.google.addFault({
    kind: "events.list",
    effect: {
      kind: "status",
      status: 200,
      body: {
        kind: "calendar#events",
        nextSyncToken: "t1",
        items: [
          {
            id: "broken1",
            status: "confirmed",
            etag: '"1"',
            start: { dateTime: "not a date" },
            end: {},
          },
          7,
          {
            id: "sound1",
            status: "confirmed",
            etag: '"2"',
            start: { dateTime: "2026-11-21T10:00:00+01:00" },
            end: { dateTime: "2026-11-21T11:00:00+01:00" },
          },
        ],
      },
    },
  });
  await salon.sync();
  expect(await desk.blocks()).toHaveLength(1);
  const items = await salon.call("sync.attention", {});
  expect(items.map((item) => item.kind)).toContain("malformed");
  expect(calendarId).not.toBe("");
});

test("a copy that a person makes of our event is a foreign event and never taken for ours", async () => {
  const { salon, desk, calendarId } = await connected();
  const booking = await desk.book("2026-11-20T13:00:00.000Z");
  await salon.sync();
  const [own] = await salon.live();
  salon.google.duplicateEvent(calendarId, own?.id ?? "", {
    start: { dateTime: "2026-11-21T14:00:00+01:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-11-21T14:45:00+01:00", timeZone: "Europe/Berlin" },
  });
  await salon.sync();
  expect(await desk.blocks()).toHaveLength(1);
  expect((await desk.find(booking.id)).start).toBe("2026-11-20T13:00:00.000Z");
  expect(await salon.live()).toHaveLength(2);
});
