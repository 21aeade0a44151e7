import { describe, expect, it } from "vitest";
import { BUSY_ONLY, HOLIDAYS, allDay, firstError, hourAt, openDesk } from "./harness.ts";

const summaries = (answer: { json: { items: readonly { summary?: unknown }[] } }): unknown[] =>
  answer.json.items.map((item) => item.summary);

describe("the head of a list", () => {
  it("describes the calendar and says what the caller may do", async () => {
    const desk = await openDesk();
    const { json, headers } = await desk.list();
    expect(json).toMatchObject({
      kind: "calendar#events",
      summary: "desk@salon.example",
      timeZone: "Europe/Berlin",
      accessRole: "owner",
      defaultReminders: [{ method: "popup", minutes: 10 }],
      items: [],
    });
    expect(headers.get("content-type")).toBe("application/json; charset=UTF-8");
  });

  it("answers 304 without a body to the etag it gave", async () => {
    const desk = await openDesk();
    const { json } = await desk.list();
    const again = await desk.send("GET", "calendars/primary/events", {
      headers: { "if-none-match": json.etag },
    });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  it("is indented by one space, or not at all when asked", async () => {
    const desk = await openDesk();
    expect((await desk.list()).text).toContain('{\n "kind"');
    expect((await desk.list("prettyPrint=false")).text).not.toContain("\n");
  });
});

describe("paging", () => {
  it("gives either a page token or a sync token, and every event once", async () => {
    const desk = await openDesk();
    for (const hour of [8, 9, 10]) await desk.insert({ summary: `at ${hour}`, ...hourAt(hour) });
    const first = await desk.list("maxResults=2");
    expect(first.json.nextSyncToken).toBeUndefined();
    const second = await desk.list(`maxResults=2&pageToken=${first.json.nextPageToken}`);
    expect(second.json.nextPageToken).toBeUndefined();
    expect([...summaries(first), ...summaries(second)]).toEqual(["at 8", "at 9", "at 10"]);
    expect(second.json.nextSyncToken).toEqual(expect.any(String));
  });

  it("lets the sync token cover what changed while paging", async () => {
    const desk = await openDesk();
    for (const hour of [8, 9, 10]) await desk.insert({ summary: `at ${hour}`, ...hourAt(hour) });
    const first = await desk.list("maxResults=2");
    desk.control.createEvent("primary", { summary: "in between", ...hourAt(12) });
    desk.control.deleteEvent("primary", first.json.items[0]?.id ?? "");
    const second = await desk.list(`maxResults=2&pageToken=${first.json.nextPageToken}`);
    expect(summaries(second)).toEqual(["at 10"]);
    const increment = await desk.list(`syncToken=${second.json.nextSyncToken}`);
    expect(increment.json.items.map(({ status, summary }) => [status, summary])).toEqual([
      ["cancelled", undefined],
      ["confirmed", "in between"],
    ]);
  });

  it("may hold nothing and still point to a next page", async () => {
    const desk = await openDesk({ switches: { emptyPages: "first" } });
    await desk.insert({ summary: "A", ...hourAt(8) });
    const first = await desk.list();
    expect(first.json.items).toEqual([]);
    expect(summaries(await desk.list(`pageToken=${first.json.nextPageToken}`))).toEqual(["A"]);
  });

  it("cuts maxResults to 2500 and refuses less than 1", async () => {
    const desk = await openDesk();
    expect((await desk.list("maxResults=99999")).status).toBe(200);
    expect((await desk.list("maxResults=0")).status).toBe(400);
  });

  it("refuses a page token of another query", async () => {
    const desk = await openDesk();
    for (const hour of [8, 9]) await desk.insert(hourAt(hour));
    const { json } = await desk.list("maxResults=1");
    expect((await desk.list(`pageToken=${json.nextPageToken}&timeZone=UTC`)).status).toBe(400);
    expect((await desk.list("pageToken=nonsense")).status).toBe(400);
  });
});

describe("the time window", () => {
  it("takes events that end after timeMin and start before timeMax, both exclusive", async () => {
    const desk = await openDesk();
    await desk.insert({ summary: "9 to 10", ...hourAt(9) });
    const within = async (from: string, to: string): Promise<unknown[]> =>
      summaries(await desk.list(`timeMin=2026-11-25T${from}:00Z&timeMax=2026-11-25T${to}:00Z`));
    expect(await within("09:00", "12:00")).toEqual([]);
    expect(await within("08:59", "12:00")).toEqual(["9 to 10"]);
    expect(await within("06:00", "08:00")).toEqual([]);
    expect(await within("06:00", "08:01")).toEqual(["9 to 10"]);
  });

  it("ignores parts of a second and demands an offset", async () => {
    const desk = await openDesk();
    await desk.insert(hourAt(9));
    expect((await desk.list("timeMin=2026-11-25T08:59:59.999Z")).json.items).toHaveLength(1);
    expect((await desk.list("timeMin=2026-11-25T08:00:00")).status).toBe(400);
  });

  it("refuses a window that is empty", async () => {
    const desk = await openDesk();
    const at = "2026-11-25T08:00:00Z";
    const answer = await desk.list(`timeMin=${at}&timeMax=${at}`);
    expect(firstError(answer)).toMatchObject({
      domain: "calendar",
      reason: "timeRangeEmpty",
      location: "timeMax",
    });
  });

  it("counts an all-day event in the calendar's zone", async () => {
    const desk = await openDesk();
    await desk.insert({ summary: "Closed", ...allDay("2026-11-26", "2026-11-27") });
    expect(summaries(await desk.list("timeMax=2026-11-25T23:00:00Z"))).toEqual([]);
    expect(summaries(await desk.list("timeMax=2026-11-25T23:00:01Z"))).toEqual(["Closed"]);
  });

  it("lists a master when any part of its series meets the window", async () => {
    const desk = await openDesk();
    await desk.insert({
      summary: "Weekly",
      ...hourAt(9),
      recurrence: ["RRULE:FREQ=WEEKLY;COUNT=3"],
    });
    expect(summaries(await desk.list("timeMin=2026-12-08T00:00:00Z"))).toEqual(["Weekly"]);
    expect(summaries(await desk.list("timeMin=2026-12-10T00:00:00Z"))).toEqual([]);
  });
});

describe("order and filters", () => {
  it("refuses orderBy=startTime without singleEvents, in Google's words", async () => {
    const desk = await openDesk();
    expect(firstError(await desk.list("orderBy=startTime"))).toEqual({
      domain: "global",
      reason: "invalid",
      locationType: "parameter",
      location: "orderBy",
      message: "The requested ordering is not available for the particular query.",
    });
  });

  it("orders instances by start and gives no sync token for it", async () => {
    const desk = await openDesk();
    await desk.insert({ summary: "late", ...hourAt(15) });
    await desk.insert({ summary: "early", ...hourAt(8) });
    const answer = await desk.list("orderBy=startTime&singleEvents=true");
    expect(summaries(answer)).toEqual(["early", "late"]);
    expect(answer.json.nextSyncToken).toBeUndefined();
  });

  it("omits cancelled rows unless showDeleted or updatedMin asks for them", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert({ summary: "gone", ...hourAt(9) });
    await desk.send("DELETE", `calendars/primary/events/${id}`);
    expect(summaries(await desk.list())).toEqual([]);
    expect(summaries(await desk.list("showDeleted=true"))).toEqual(["gone"]);
    expect(summaries(await desk.list("updatedMin=2026-11-25T08:59:00Z"))).toEqual(["gone"]);
  });

  it("refuses an updatedMin too long ago with 410", async () => {
    const desk = await openDesk();
    const answer = await desk.list("updatedMin=2026-01-01T00:00:00Z");
    expect(answer.status).toBe(410);
    expect(firstError(answer)).toMatchObject({
      domain: "calendar",
      reason: "updatedMinTooLongAgo",
    });
  });

  it("finds by iCalUID, by private property and by words", async () => {
    const desk = await openDesk();
    const extendedProperties = { private: { booking: "7", installation: "a" } };
    await desk.insert({ summary: "Haircut Ada", ...hourAt(9), extendedProperties });
    const other = await desk.insert({ summary: "Colour", ...hourAt(10) });
    expect(summaries(await desk.list("privateExtendedProperty=booking%3D7"))).toEqual([
      "Haircut Ada",
    ]);
    expect(summaries(await desk.list("q=ada"))).toEqual(["Haircut Ada"]);
    expect(
      summaries(await desk.list(`iCalUID=${encodeURIComponent(other.iCalUID ?? "")}`)),
    ).toEqual(["Colour"]);
  });

  it("joins repeated properties by AND or OR, as the switch says", async () => {
    const desk = await openDesk();
    await desk.insert({ ...hourAt(9), extendedProperties: { private: { a: "1" } } });
    const query = "privateExtendedProperty=a%3D1&privateExtendedProperty=b%3D2";
    expect((await desk.list(query)).json.items).toHaveLength(0);
    desk.control.setSwitches({ repeatedProperties: "or" });
    expect((await desk.list(query)).json.items).toHaveLength(1);
  });

  it("gives only the fields asked for", async () => {
    const desk = await openDesk();
    await desk.insert({ summary: "A", ...hourAt(9) });
    const { json } = await desk.list("fields=items(summary,start/timeZone)");
    expect(json).toEqual({ items: [{ summary: "A", start: { timeZone: "Europe/Berlin" } }] });
    expect((await desk.list("fields=items(")).status).toBe(400);
  });

  it("shows only the own row of events with more guests than asked for", async () => {
    const desk = await openDesk();
    const attendees = ["desk@salon.example", "a@x.example", "b@x.example"].map((email) => ({
      email,
    }));
    await desk.insert({ ...hourAt(9), attendees });
    const [event] = (await desk.list("maxAttendees=1")).json.items;
    expect(event).toMatchObject({ attendeesOmitted: true, attendees: [{ self: true }] });
  });

  it("renders times in the zone asked for, leaving timeZone alone", async () => {
    const desk = await openDesk();
    await desk.insert(hourAt(9));
    const [event] = (await desk.list("timeZone=America/New_York")).json.items;
    expect(event?.start).toEqual({
      dateTime: "2026-11-25T03:00:00-05:00",
      timeZone: "Europe/Berlin",
    });
  });
});

describe("calendars one may not fully see", () => {
  it("expands and strips events where only busy times are shared", async () => {
    const desk = await openDesk();
    desk.control.createEvent(BUSY_ONLY, {
      summary: "Secret",
      ...hourAt(9),
      recurrence: ["RRULE:FREQ=DAILY;COUNT=2"],
    });
    const { json } = await desk.list("", BUSY_ONLY);
    expect(json.items).toHaveLength(2);
    expect(json.items[0]).toMatchObject({
      status: "confirmed",
      start: { timeZone: "Europe/Berlin" },
    });
    expect(JSON.stringify(json.items)).not.toContain("Secret");
  });

  it("hides the details of private events from readers", async () => {
    const desk = await openDesk();
    desk.control.createEvent(HOLIDAYS, { summary: "Hush", ...hourAt(9), visibility: "private" });
    desk.control.createEvent(HOLIDAYS, { summary: "Open", ...hourAt(10) });
    expect(summaries(await desk.list("", HOLIDAYS))).toEqual([undefined, "Open"]);
  });

  it("answers 404 for calendars that do not exist, were deleted or are not shared", async () => {
    const desk = await openDesk();
    expect((await desk.list("", "nobody@x.example")).status).toBe(404);
    desk.control.setRole("desk@salon.example", HOLIDAYS, "none");
    expect((await desk.list("", HOLIDAYS)).status).toBe(404);
  });
});
