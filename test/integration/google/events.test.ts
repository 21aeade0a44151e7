import { describe, expect, it } from "vitest";
import type {
  RemoteCalendar,
  RemoteRow,
} from "../../../src-main/core/calendars/remote-calendar.ts";
import {
  ACCOUNT,
  BOOKING,
  CALENDAR,
  type GoogleDesk,
  INSTALLATION,
  READ_ONLY_CALENDAR,
  failureOf,
  grantedBy,
  ownEvent,
  startGoogleDesk,
} from "../../fixtures/google-desk.ts";

const WINDOW = { is: "window", windowStart: "2026-08-21T00:00:00.000Z" } as const;
const ID = BOOKING.replaceAll("-", "");

async function openCalendar(
  calendarId = CALENDAR,
  options: Parameters<typeof startGoogleDesk>[0] = {},
): Promise<{ readonly desk: GoogleDesk; readonly calendar: RemoteCalendar }> {
  const desk = await startGoogleDesk(options);
  const account = await desk.google.adopt(await grantedBy(desk));
  desk.sim.control.clearRequests();
  return { desk, calendar: account.open(calendarId) };
}

function liveOf(row: RemoteRow | null | undefined): Extract<RemoteRow, { is: "live" }>["event"] {
  if (row?.is !== "live") throw new Error(`Expected a live event, not ${row?.is}.`);
  return row.event;
}

describe("writing", () => {
  it("inserts an event under our id, with our fields, marks and zone, and mails nobody", async () => {
    const { desk, calendar } = await openCalendar();
    const written = await calendar.insert(ID, ownEvent());
    expect(written.fields).toEqual(calendar.render(ownEvent()));
    expect(written).toMatchObject({
      id: ID,
      busy: true,
      editable: true,
      mark: { bookingId: BOOKING, installationId: INSTALLATION },
    });
    const [request] = desk.sim.control.requests({ kind: "events.insert" });
    expect(request?.query["sendUpdates"]).toBe("none");
    expect(request?.body).toMatchObject({
      start: { dateTime: "2026-11-19T11:30:00.000Z", timeZone: "Europe/Berlin" },
    });
    expect(request?.body).not.toHaveProperty("reminders");
    expect(desk.sim.control.event(CALENDAR, ID)).toMatchObject({
      summary: "Ada Lovelace",
      colorId: "4",
    });
  });

  it("reads back exactly what it rendered, however the calendar writes times and spaces", async () => {
    for (const dateTimeEcho of ["calendarZone", "utc"] as const) {
      const { calendar } = await openCalendar(CALENDAR, { switches: { dateTimeEcho } });
      const event = ownEvent({
        title: "  Zoë\tO’Hara \u0007",
        description: "line one \r\n\r\n a <3 b & c > d \nend ",
        time: { is: "allDay", from: "2026-11-19", to: "2026-11-21" },
      });
      await calendar.insert(ID, event);
      expect(liveOf(await calendar.get(ID)).fields).toEqual(calendar.render(event));
    }
  });

  it("sees no difference after Google's editor turned the description into markup", async () => {
    const { desk, calendar } = await openCalendar();
    await calendar.insert(ID, ownEvent());
    desk.sim.control.patchEvent(CALENDAR, ID, {
      description: "<p>Cut and <b>colour</b><br>Likes&nbsp;tea</p>",
    });
    expect(liveOf(await calendar.get(ID)).fields).toEqual(calendar.render(ownEvent()));
  });

  it("patches our fields only and keeps what others added", async () => {
    const { desk, calendar } = await openCalendar();
    const { etag } = await calendar.insert(ID, ownEvent());
    desk.sim.control.patchEvent(CALENDAR, ID, {
      location: "Chair 3",
      attendees: [{ email: "a@b.example" }],
    });
    const moved = ownEvent({ title: "Ada L.", tint: "stone" });
    expect(await failureOf(calendar.patch(ID, moved, etag))).toEqual({ is: "changedMeanwhile" });
    const written = await calendar.patch(ID, moved, null);
    expect(written.fields).toEqual(calendar.render(moved));
    expect(desk.sim.control.event(CALENDAR, ID)).toMatchObject({
      location: "Chair 3",
      summary: "Ada L.",
      attendees: [{ email: "a@b.example" }],
    });
  });

  it("changes an all-day event into a timed one and back", async () => {
    const { calendar } = await openCalendar();
    const allDay = ownEvent({ time: { is: "allDay", from: "2026-11-19", to: "2026-11-20" } });
    await calendar.insert(ID, allDay);
    expect((await calendar.patch(ID, ownEvent(), null)).fields).toEqual(
      calendar.render(ownEvent()),
    );
    expect((await calendar.patch(ID, allDay, null)).fields).toEqual(calendar.render(allDay));
  });

  it("takes a repetition away that somebody gave to our event", async () => {
    const { desk, calendar } = await openCalendar();
    await calendar.insert(ID, ownEvent());
    desk.sim.control.patchEvent(CALENDAR, ID, { recurrence: ["RRULE:FREQ=DAILY;COUNT=3"] });
    expect((await calendar.patch(ID, ownEvent(), null)).fields.recurrence).toEqual([]);
  });

  it("says alreadyExists for an id that is taken, by a live event or by a tombstone", async () => {
    const { desk, calendar } = await openCalendar();
    await calendar.insert(ID, ownEvent());
    expect(await failureOf(calendar.insert(ID, ownEvent()))).toEqual({ is: "alreadyExists" });
    desk.sim.control.deleteEvent(CALENDAR, ID);
    expect(await failureOf(calendar.insert(ID, ownEvent()))).toEqual({ is: "alreadyExists" });
  });

  it("revives a cancelled event by a patch", async () => {
    const { desk, calendar } = await openCalendar();
    await calendar.insert(ID, ownEvent());
    desk.sim.control.deleteEvent(CALENDAR, ID);
    expect(await calendar.get(ID)).toMatchObject({ is: "gone", id: ID });
    expect((await calendar.patch(ID, ownEvent(), null)).fields).toEqual(
      calendar.render(ownEvent()),
    );
  });

  it("says eventGone where Google does not let a cancelled event live again", async () => {
    const { desk, calendar } = await openCalendar(CALENDAR, {
      switches: { cancelledWrites: "forbidden" },
    });
    await calendar.insert(ID, ownEvent());
    desk.sim.control.deleteEvent(CALENDAR, ID);
    expect(await failureOf(calendar.patch(ID, ownEvent(), null))).toEqual({ is: "eventGone" });
  });

  it("takes a 403 on a live event for what it is, not for a tombstone", async () => {
    const { desk, calendar } = await openCalendar();
    await calendar.insert(ID, ownEvent());
    desk.sim.control.addFault({
      kind: "events.patch",
      effect: { kind: "error", status: 403, reason: "forbidden" },
    });
    expect(await failureOf(calendar.patch(ID, ownEvent(), null))).toMatchObject({ is: "refused" });
  });

  it("removes an event, and is content with one that is gone or never was", async () => {
    const { desk, calendar } = await openCalendar();
    const { etag } = await calendar.insert(ID, ownEvent());
    desk.sim.control.patchEvent(CALENDAR, ID, { summary: "changed" });
    expect(await failureOf(calendar.remove(ID, etag))).toEqual({ is: "changedMeanwhile" });
    await calendar.remove(ID, null);
    await calendar.remove(ID, null);
    await calendar.remove("neverthere", null);
    expect(desk.sim.control.event(CALENDAR, ID)).toMatchObject({ status: "cancelled" });
  });

  it("takes the next id in a new generation, and Google accepts it", async () => {
    const { desk, calendar } = await openCalendar();
    expect(calendar.eventId(BOOKING, 1)).toBe(ID);
    const second = calendar.eventId(BOOKING, 2);
    await calendar.insert(second, ownEvent());
    expect(desk.sim.control.event(CALENDAR, second)).toMatchObject({ summary: "Ada Lovelace" });
  });
});

describe("reading", () => {
  it("lists the window, then only what changed, each by one request", async () => {
    const { desk, calendar } = await openCalendar();
    desk.sim.control.createEvent(CALENDAR, {
      summary: "Dentist",
      start: { dateTime: "2026-11-20T10:00:00+01:00" },
      end: { dateTime: "2026-11-20T11:00:00+01:00" },
    });
    const first = await calendar.list(WINDOW, null);
    expect(first.rows).toHaveLength(1);
    expect(liveOf(first.rows[0])).toMatchObject({
      busy: true,
      mark: null,
      fields: {
        title: "Dentist",
        time: { start: "2026-11-20T09:00:00.000Z", zone: "Europe/Berlin" },
      },
    });
    const token = first.nextCursor ?? "";
    const idle = await calendar.list({ is: "cursor", token }, null);
    expect(idle).toMatchObject({ rows: [], nextPage: null });
    desk.sim.control.deleteEvent(CALENDAR, liveOf(first.rows[0]).id);
    const after = await calendar.list({ is: "cursor", token: idle.nextCursor ?? "" }, null);
    expect(after.rows).toMatchObject([{ is: "gone" }]);
    expect(desk.sim.control.requests()).toHaveLength(3);
  });

  it("walks all pages, empty ones too, and has a cursor only after the last", async () => {
    const { desk, calendar } = await openCalendar(CALENDAR, { switches: { emptyPages: "first" } });
    desk.sim.control.seedEvents(
      CALENDAR,
      Array.from({ length: 2_600 }, (_, i) => ({
        summary: `Event ${i}`,
        start: { date: "2026-11-20" },
        end: { date: "2026-11-21" },
      })),
    );
    let page = await calendar.list(WINDOW, null);
    let rows = page.rows.length;
    while (page.nextPage !== null) {
      expect(page.nextCursor).toBeNull();
      page = await calendar.list(WINDOW, page.nextPage);
      rows += page.rows.length;
    }
    expect(rows).toBe(2_600);
    expect(page.nextCursor).not.toBeNull();
  });

  it("answers null for an event the calendar never had", async () => {
    const { calendar } = await openCalendar();
    expect(await calendar.get("neverthere")).toBeNull();
  });

  it("asks for a full list when the cursor is dead, by 410 or by 400", async () => {
    const { desk, calendar } = await openCalendar();
    const token = (await calendar.list(WINDOW, null)).nextCursor ?? "";
    desk.sim.control.expireSyncTokens(CALENDAR);
    expect(await failureOf(calendar.list({ is: "cursor", token }, null))).toEqual({
      is: "cursorExpired",
    });
    desk.sim.control.setSwitches({ garbageSyncToken: 400 });
    const garbage = calendar.list({ is: "cursor", token: "garbage" }, null);
    expect(await failureOf(garbage)).toEqual({ is: "cursorExpired" });
  });

  it("does not take an answer for a list that is none", async () => {
    const { desk, calendar } = await openCalendar();
    const { addFault } = desk.sim.control;
    addFault({ effect: { kind: "status", status: 200, body: { welcome: "to the hotel" } } });
    expect(await failureOf(calendar.list(WINDOW, null))).toEqual({ is: "badAnswer" });
    addFault({ effect: { kind: "html", status: 200 } });
    expect(await failureOf(calendar.list(WINDOW, null))).toEqual({ is: "badAnswer" });
    addFault({ effect: { kind: "truncatedBody" } });
    expect(await failureOf(calendar.list(WINDOW, null))).toEqual({ is: "badAnswer" });
  });

  it("has a cursor of null when Google forgets it", async () => {
    const { desk, calendar } = await openCalendar();
    desk.sim.control.addFault({ effect: { kind: "missingSyncToken" } });
    expect(await calendar.list(WINDOW, null)).toMatchObject({ nextPage: null, nextCursor: null });
  });

  it("is not stopped by an event it can't read", async () => {
    const { desk, calendar } = await openCalendar();
    const good = {
      id: "good1",
      etag: '"1"',
      status: "confirmed",
      start: { date: "2026-11-20" },
      end: { date: "2026-11-21" },
    };
    const body = {
      items: [{ id: "bad1", etag: '"1"', status: "confirmed" }, good, 7],
      nextSyncToken: "t",
    };
    desk.sim.control.addFault({
      kind: "events.list",
      effect: { kind: "status", status: 200, body },
    });
    const { rows } = await calendar.list(WINDOW, null);
    expect(rows.map((row) => row.is)).toEqual(["malformed", "live", "malformed"]);
  });
});

describe("failures", () => {
  it("never repeats by itself what the engine decides about", async () => {
    const { desk, calendar } = await openCalendar();
    desk.sim.control.addFault({
      times: 10,
      effect: { kind: "status", status: 503, headers: { "retry-after": "7" } },
    });
    expect(await failureOf(calendar.list(WINDOW, null))).toEqual({
      is: "serverError",
      retryAfterMs: 7_000,
    });
    expect(await failureOf(calendar.remove("abcde", null))).toEqual({
      is: "serverError",
      retryAfterMs: 7_000,
    });
    expect(desk.sim.control.requests()).toHaveLength(2);
  });

  it("knows both kinds of rate limit and the one that lasts hours", async () => {
    const { desk, calendar } = await openCalendar();
    const { addFault, exhaustAccount } = desk.sim.control;
    addFault({ effect: { kind: "error", status: 403, reason: "userRateLimitExceeded" } });
    expect(await failureOf(calendar.list(WINDOW, null))).toEqual({
      is: "rateLimited",
      retryAfterMs: null,
    });
    addFault({
      effect: { kind: "error", status: 429, reason: "rateLimitExceeded", retryAfterSeconds: 3 },
    });
    expect(await failureOf(calendar.list(WINDOW, null))).toEqual({
      is: "rateLimited",
      retryAfterMs: 3_000,
    });
    exhaustAccount(ACCOUNT, 3_600_000);
    expect(await failureOf(calendar.insert(ID, ownEvent()))).toEqual({ is: "quotaExceeded" });
    await expect(calendar.list(WINDOW, null)).resolves.toBeDefined();
  });

  it("gives up on a hung request after thirty seconds", async () => {
    const { desk, calendar } = await openCalendar();
    desk.sim.control.addFault({ effect: { kind: "hang" } });
    const failure = failureOf(calendar.list(WINDOW, null));
    await expect.poll(() => desk.sim.control.requests()).toHaveLength(1);
    desk.time.forward(29_999);
    expect(desk.time.waiting()).toBe(1);
    desk.time.forward(1);
    expect(await failure).toEqual({ is: "timeout" });
    expect(desk.time.waiting()).toBe(0);
  });

  it("tells a lost connection, a proxy's page and a refusal apart", async () => {
    const { desk, calendar } = await openCalendar();
    const { addFault } = desk.sim.control;
    addFault({ effect: { kind: "reset" } });
    expect(await failureOf(calendar.list(WINDOW, null))).toEqual({ is: "noNetwork" });
    addFault({ effect: { kind: "lostResponse" } });
    expect(await failureOf(calendar.insert(ID, ownEvent()))).toEqual({ is: "noNetwork" });
    expect(desk.sim.control.event(CALENDAR, ID)).toBeDefined();
    addFault({ effect: { kind: "html", status: 502 } });
    expect(await failureOf(calendar.list(WINDOW, null))).toMatchObject({ is: "serverError" });
    addFault({ effect: { kind: "html", status: 404 } });
    expect(await failureOf(calendar.list(WINDOW, null))).toEqual({ is: "badAnswer" });
    const backwards = ownEvent({
      time: {
        is: "timed",
        start: "2026-11-19T11:00:00.000Z",
        end: "2026-11-19T10:00:00.000Z",
        zone: "UTC",
      },
    });
    expect(await failureOf(calendar.insert("abc123", backwards))).toMatchObject({
      is: "refused",
    });
  });

  it("knows a calendar that is gone and one that may only be read", async () => {
    const { desk, calendar } = await openCalendar();
    desk.sim.control.setRole(ACCOUNT, CALENDAR, "reader");
    expect(await failureOf(calendar.insert(ID, ownEvent()))).toEqual({ is: "readOnly" });
    desk.sim.control.deleteCalendar(CALENDAR);
    expect(await failureOf(calendar.list(WINDOW, null))).toEqual({ is: "calendarGone" });
    expect(await failureOf(calendar.insert(ID, ownEvent()))).toEqual({ is: "calendarGone" });
    const other = await openCalendar(READ_ONLY_CALENDAR);
    expect(await failureOf(other.calendar.insert(ID, ownEvent()))).toEqual({ is: "readOnly" });
  });

  it("leaves no person, token or title in the log", async () => {
    const { desk, calendar } = await openCalendar();
    desk.sim.control.addFault({ times: 3, effect: { kind: "status", status: 400 } });
    await failureOf(calendar.insert(ID, ownEvent()));
    await failureOf(calendar.list(WINDOW, null));
    const written = JSON.stringify(desk.log);
    expect(written).toContain("google.callFailed");
    expect(written).not.toMatch(/Ada|salon\.example|Bearer|ya29/);
  });
});
