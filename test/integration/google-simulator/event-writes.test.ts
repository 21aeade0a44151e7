import { describe, expect, it } from "vitest";
import type { Answer } from "./harness.ts";
import { BOOKINGS, HOLIDAYS, allDay, firstError, hourAt, openDesk } from "./harness.ts";

const EVENTS = "calendars/primary/events";

describe("ids", () => {
  it("takes a client's id and refuses it a second time, even after deletion", async () => {
    const desk = await openDesk();
    const id = "0190f3c2a7b84c1e9d00000000000001";
    await desk.insert({ id, ...hourAt(9) });
    for (const _again of ["taken", "deleted"]) {
      const answer = await desk.send("POST", EVENTS, { body: { id, ...hourAt(9) } });
      expect(answer.status).toBe(409);
      expect(firstError(answer)).toEqual({
        domain: "global",
        reason: "duplicate",
        message: "The requested identifier already exists.",
      });
      await desk.send("DELETE", `${EVENTS}/${id}`);
    }
  });

  it.each(["abcd", "wxyz0", "ABCDE", "a-b-c", "abc_d", "a".repeat(1025)])(
    "refuses the id %.10s",
    async (id) => {
      const desk = await openDesk();
      const answer = await desk.send("POST", EVENTS, { body: { id, ...hourAt(9) } });
      expect(firstError(answer)).toMatchObject({
        reason: "invalid",
        message: "Invalid resource id value.",
      });
    },
  );

  it("makes 26 characters of base32hex itself, and an iCalUID from them", async () => {
    const desk = await openDesk();
    const event = await desk.insert(hourAt(9));
    expect(event.id).toMatch(/^[a-v0-9]{26}$/);
    expect(event.iCalUID).toBe(`${event.id}@google.com`);
  });
});

describe("what comes back", () => {
  it("spells status and eventType, leaves out opaque and default, and owns the organizer", async () => {
    const desk = await openDesk();
    const event = await desk.insert({
      ...hourAt(9),
      transparency: "opaque",
      visibility: "default",
      organizer: { email: "somebody@x.example" },
    });
    expect(event).toMatchObject({
      status: "confirmed",
      eventType: "default",
      sequence: 0,
      organizer: { email: "desk@salon.example", self: true },
    });
    expect(event).not.toHaveProperty("transparency");
    expect(event).not.toHaveProperty("visibility");
  });

  it("names a secondary calendar as organizer and the person as creator", async () => {
    const desk = await openDesk();
    expect(await desk.insert(hourAt(9), BOOKINGS)).toMatchObject({
      organizer: { email: BOOKINGS, displayName: "Salon bookings", self: true },
      creator: { email: "desk@salon.example" },
    });
  });

  it("lower-cases guests' local parts and drops names that equal the address", async () => {
    const desk = await openDesk();
    const attendees = [{ email: "Ada@X.example", displayName: "Ada@X.example" }];
    const event = await desk.insert({ ...hourAt(9), attendees });
    expect(event.attendees).toEqual([{ email: "ada@X.example", responseStatus: "needsAction" }]);
  });

  it("echoes times in the calendar's zone or in UTC, as the switch says", async () => {
    const desk = await openDesk();
    const start = { dateTime: "2026-07-01T10:00:00Z", timeZone: "America/New_York" };
    const end = { dateTime: "2026-07-01T11:00:00Z", timeZone: "America/New_York" };
    const { id, ...event } = await desk.insert({ start, end });
    expect(event.start).toEqual({ ...start, dateTime: "2026-07-01T12:00:00+02:00" });
    desk.control.setSwitches({ dateTimeEcho: "utc" });
    expect((await desk.send("GET", `${EVENTS}/${id}`)).json["start"]).toEqual(start);
  });

  it("doubles updated in microseconds as the etag", async () => {
    const desk = await openDesk();
    const event = await desk.insert(hourAt(9));
    const updated = Date.parse(event.updated ?? "");
    expect(Number(event.etag.replaceAll('"', "")) / 2000 - updated).toBeLessThan(1);
  });

  it("ignores created and updated in a body, or refuses them by switch", async () => {
    const desk = await openDesk();
    const body = { ...hourAt(9), created: "2020-01-01T00:00:00Z" };
    expect((await desk.insert(body)).created).toBe("2026-11-25T09:00:00.000Z");
    desk.control.setSwitches({ serverFieldsInBody: "reject" });
    expect((await desk.send("POST", EVENTS, { body })).status).toBe(400);
  });
});

describe("start and end", () => {
  const post = async (body: object, options = {}): Promise<Answer> =>
    (await openDesk(options)).send("POST", EVENTS, { body });
  const at = "2026-11-25T10:00:00Z";
  const differ = "Start and end times must either both be date or both be dateTime.";

  it.each([
    ["mixed kinds", { start: { dateTime: at }, end: { date: "2026-11-26" } }, differ],
    ["dateTime null", { start: { dateTime: null }, end: { dateTime: null } }, differ],
    ["no start beside an end date", { end: { date: "2026-11-26" } }, differ],
    ["no end", { start: { dateTime: at } }, "Missing end time."],
    ["neither", {}, "Missing end time."],
    [
      "an end before the start",
      { start: { dateTime: at }, end: { dateTime: "2026-11-25T09:00:00Z" } },
      "The specified time range is empty.",
    ],
    [
      "no zone",
      { start: { dateTime: "2026-11-25T10:00:00" }, end: { dateTime: "2026-11-25T11:00:00" } },
      "Missing time zone definition for start time.",
    ],
    [
      "an unknown zone",
      { start: { dateTime: at, timeZone: "Mars/Base" }, end: { dateTime: at } },
      "Invalid time zone definition for start time.",
    ],
    [
      "a day that is none",
      { start: { date: "2026-02-30" }, end: { date: "2026-03-01" } },
      "Invalid start time.",
    ],
  ])("refuses %s", async (_name, body, message) => {
    const answer = await post(body);
    expect([answer.status, answer.json.error.message]).toEqual([400, message]);
  });

  it("reads local times in the calendar's zone when the switch allows", async () => {
    const body = {
      start: { dateTime: "2026-11-25T10:00:00" },
      end: { dateTime: "2026-11-25T11:00:00" },
    };
    const answer = await post(body, { switches: { localTimeWithoutZone: "calendarZone" } });
    expect(answer.json["start"]).toEqual({
      dateTime: "2026-11-25T10:00:00+01:00",
      timeZone: "Europe/Berlin",
    });
  });

  it("refuses an event without length, or takes it by switch", async () => {
    const body = { start: { dateTime: at }, end: { dateTime: at } };
    expect(firstError(await post(body))).toMatchObject({
      domain: "calendar",
      reason: "timeRangeEmpty",
    });
    expect((await post(body, { switches: { zeroLength: "accept" } })).status).toBe(200);
  });
});

describe("a body of the wrong shape", () => {
  it.each([
    ["attendees.0", { ...hourAt(9), attendees: [null] }],
    ["reminders.overrides", { ...hourAt(9), reminders: { overrides: 5 } }],
    ["extendedProperties.private.a", { ...hourAt(9), extendedProperties: { private: { a: 5 } } }],
    ["start.dateTime", { ...hourAt(9), start: { dateTime: 5 } }],
    ["recurrence.0", { ...hourAt(9), recurrence: [5] }],
  ])("is a 400 that names the member: %s", async (name, body) => {
    const desk = await openDesk();
    const answer = await desk.send("POST", EVENTS, { body });
    expect([answer.status, firstError(answer)]).toMatchObject([
      400,
      { reason: "parseError", message: `Invalid value for: ${name}` },
    ]);
  });
});

describe("patch and update", () => {
  it("patch merges objects, replaces arrays and deletes by null", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert({
      summary: "A",
      description: "d",
      ...hourAt(9),
      extendedProperties: { private: { a: "1", b: "2" } },
      attendees: [{ email: "x@x.example" }, { email: "y@x.example" }],
    });
    const { json } = await desk.send("PATCH", `${EVENTS}/${id}`, {
      body: {
        description: null,
        extendedProperties: { private: { a: null, c: "3" } },
        attendees: [{ email: "z@x.example" }],
      },
    });
    expect(json).toMatchObject({
      summary: "A",
      extendedProperties: { private: { b: "2", c: "3" } },
    });
    expect(json).not.toHaveProperty("description");
    expect(json["attendees"]).toHaveLength(1);
    expect(JSON.stringify(json["extendedProperties"])).not.toContain('"a"');
  });

  it("update replaces everything, private properties included", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert({
      summary: "A",
      ...hourAt(9),
      extendedProperties: { private: { a: "1" } },
    });
    const { json } = await desk.send("PUT", `${EVENTS}/${id}`, { body: hourAt(10) });
    expect(json).not.toHaveProperty("summary");
    expect(json).not.toHaveProperty("extendedProperties");
    expect(json["sequence"]).toBe(1);
  });

  it("refuses a stale If-Match with 412 and takes the fresh one", async () => {
    const desk = await openDesk();
    const { id, etag } = await desk.insert(hourAt(9));
    const patch = (match: string): Promise<Answer> =>
      desk.send("PATCH", `${EVENTS}/${id}`, {
        body: { summary: "B" },
        headers: { "if-match": match },
      });
    const fresh = await patch(etag);
    expect(fresh.status).toBe(200);
    const stale = await patch(etag);
    expect(stale.status).toBe(412);
    expect(firstError(stale)).toEqual({
      domain: "global",
      reason: "conditionNotMet",
      message: "Precondition Failed",
      locationType: "header",
      location: "If-Match",
    });
    const deletion = await desk.send("DELETE", `${EVENTS}/${id}`, {
      headers: { "if-match": etag },
    });
    expect(deletion.status).toBe(412);
  });

  it("refuses a sequence below the current one", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert(hourAt(9));
    await desk.send("PATCH", `${EVENTS}/${id}`, { body: hourAt(10) });
    const answer = await desk.send("PATCH", `${EVENTS}/${id}`, { body: { sequence: 0 } });
    expect(answer.json.error.message).toMatch(/^Invalid sequence value\./);
  });

  it("keeps an event all-day or timed unless the other kind is nulled", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert(allDay("2026-11-25", "2026-11-26"));
    const { start, end } = hourAt(9);
    expect((await desk.send("PATCH", `${EVENTS}/${id}`, { body: { start, end } })).status).toBe(
      400,
    );
    const body = { start: { ...start, date: null }, end: { ...end, date: null } };
    expect((await desk.send("PATCH", `${EVENTS}/${id}`, { body })).status).toBe(200);
  });
});

describe("deletion", () => {
  it("answers 204 once, then 410; reading still shows the cancelled event", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert({ summary: "A", ...hourAt(9) });
    const first = await desk.send("DELETE", `${EVENTS}/${id}`);
    expect([first.status, first.text]).toEqual([204, ""]);
    const second = await desk.send("DELETE", `${EVENTS}/${id}`);
    expect(second.status).toBe(410);
    expect(firstError(second)).toEqual({
      domain: "global",
      reason: "deleted",
      message: "Resource has been deleted",
    });
    const read = await desk.send("GET", `${EVENTS}/${id}`);
    expect([read.status, read.json["status"], read.json["summary"]]).toEqual([
      200,
      "cancelled",
      "A",
    ]);
  });

  it("answers 404 for an id that never was", async () => {
    const desk = await openDesk();
    expect(firstError(await desk.send("DELETE", `${EVENTS}/nobody00`))).toEqual({
      domain: "global",
      reason: "notFound",
      message: "Not Found",
    });
  });

  it("lets a status revive a cancelled event, and no other write; a switch forbids both", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert({ summary: "A", ...hourAt(9) });
    await desk.send("DELETE", `${EVENTS}/${id}`);
    const silent = await desk.send("PATCH", `${EVENTS}/${id}`, { body: { summary: "B" } });
    expect([silent.status, silent.json.error.message]).toEqual([403, "Forbidden"]);
    const revive = { status: "confirmed", ...hourAt(11) };
    expect((await desk.send("PUT", `${EVENTS}/${id}`, { body: revive })).json["status"]).toBe(
      "confirmed",
    );
    await desk.send("DELETE", `${EVENTS}/${id}`);
    desk.control.setSwitches({ cancelledWrites: "forbidden" });
    expect((await desk.send("PUT", `${EVENTS}/${id}`, { body: revive })).status).toBe(403);
  });
});

describe("rights", () => {
  it("refuses writes of a reader with requiredAccessLevel", async () => {
    const desk = await openDesk();
    const answer = await desk.send("POST", `calendars/${encodeURIComponent(HOLIDAYS)}/events`, {
      body: hourAt(9),
    });
    expect(answer.status).toBe(403);
    expect(firstError(answer)).toMatchObject({
      reason: "requiredAccessLevel",
      message: "You need to have writer access to this calendar.",
    });
  });

  it("refuses a PUT on a guest's copy that leaves out the guests' rights, but not a patch", async () => {
    const desk = await openDesk();
    const { id = "" } = desk.control.createEvent("primary", {
      summary: "Invited",
      ...hourAt(9),
      organizer: { email: "host@x.example" },
      guestsCanInviteOthers: false,
    });
    const put = await desk.send("PUT", `${EVENTS}/${id}`, {
      body: { summary: "Invited", ...hourAt(9) },
    });
    expect(firstError(put)).toMatchObject({
      domain: "calendar",
      reason: "forbiddenForNonOrganizer",
    });
    expect((await desk.send("PATCH", `${EVENTS}/${id}`, { body: { colorId: "3" } })).status).toBe(
      200,
    );
  });
});
