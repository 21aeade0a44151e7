import { describe, expect, it } from "vitest";
import type { WireEvent } from "../../../simulators/google/index.ts";
import type { Desk } from "./harness.ts";
import { allDay, hourAt, openDesk } from "./harness.ts";

const EVENTS = "calendars/primary/events";
const weekly = (rule = "RRULE:FREQ=WEEKLY;COUNT=4"): Partial<WireEvent> => ({
  summary: "Weekly",
  ...hourAt(15),
  recurrence: [rule],
});

async function instances(desk: Desk, id: string, query = ""): Promise<readonly WireEvent[]> {
  return (await desk.send("GET", `${EVENTS}/${id}/instances?${query}`)).json.items;
}

const starts = (items: readonly WireEvent[]): unknown[] =>
  items.map(({ start }) => start?.dateTime ?? start?.date);

describe("expansion", () => {
  it("keeps the wall clock time of the event's zone across both changes of the clock", async () => {
    const desk = await openDesk();
    const rule = "RRULE:FREQ=MONTHLY;COUNT=12";
    const { id } = await desk.insert(weekly(rule));
    const times = starts(await instances(desk, id)).map((start) => String(start).slice(10));
    expect(new Set(times)).toEqual(new Set(["T15:00:00+01:00", "T15:00:00+02:00"]));
  });

  it("understands UNTIL in UTC, EXDATE, RDATE, BYSETPOS and negative BYMONTHDAY", async () => {
    const desk = await openDesk();
    const count = async (...recurrence: string[]): Promise<number> => {
      const { id } = await desk.insert({ ...weekly(), recurrence });
      return (await instances(desk, id)).length;
    };
    expect(await count("RRULE:FREQ=DAILY;UNTIL=20261127T140000Z")).toBe(3);
    expect(await count("RRULE:FREQ=DAILY;UNTIL=20261127T135959Z")).toBe(2);
    expect(
      await count("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Europe/Berlin:20261126T150000"),
    ).toBe(2);
    expect(
      await count("RRULE:FREQ=DAILY;COUNT=3", "RDATE;TZID=Europe/Berlin:20261224T150000"),
    ).toBe(4);
    const { id } = await desk.insert(weekly("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2"));
    expect(starts(await instances(desk, id))).toEqual([
      "2026-11-25T15:00:00+01:00",
      "2026-11-30T15:00:00+01:00",
      "2026-12-31T15:00:00+01:00",
    ]);
    const last = await desk.insert(
      weekly("RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=1"),
    );
    expect(starts(await instances(desk, last.id))).toContain("2026-11-30T15:00:00+01:00");
  });

  it("takes a rule that never matches for what it is, at once", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert(weekly("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"));
    expect(starts(await instances(desk, id))).toEqual(["2026-11-25T15:00:00+01:00"]);
  }, 2000);

  it("ignores an EXDATE of another zone, unless the switch compares instants", async () => {
    const desk = await openDesk();
    const recurrence = ["RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261126T140000Z"];
    const { id } = await desk.insert({ ...weekly(), recurrence });
    expect(await instances(desk, id)).toHaveLength(3);
    desk.control.setSwitches({ exdateMatching: "instant" });
    expect(await instances(desk, id)).toHaveLength(2);
  });

  it("repeats all-day events by date", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert({
      ...allDay("2026-11-25", "2026-11-27"),
      recurrence: ["RRULE:FREQ=WEEKLY;UNTIL=20261202"],
    });
    const items = await instances(desk, id);
    expect(items.map((item) => [item.id, item.start, item.end])).toEqual([
      [`${id}_20261125`, { date: "2026-11-25" }, { date: "2026-11-27" }],
      [`${id}_20261202`, { date: "2026-12-02" }, { date: "2026-12-04" }],
    ]);
  });

  it("gives ids of the original start, whose case matters, or others by switch", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert(weekly());
    const classic = `${id}_20261125T140000Z`;
    const [first] = await instances(desk, id);
    expect(first).toMatchObject({
      id: classic,
      recurringEventId: id,
      iCalUID: `${id}@google.com`,
      originalStartTime: { dateTime: "2026-11-25T15:00:00+01:00" },
    });
    expect(first).not.toHaveProperty("recurrence");
    expect((await desk.send("GET", `${EVENTS}/${classic.toLowerCase()}`)).status).toBe(404);
    desk.control.setSwitches({ instanceIds: "documentedAlphabet" });
    const [renamed] = await instances(desk, id);
    expect(renamed?.id).toMatch(/^[a-v0-9]+$/);
    expect((await desk.send("GET", `${EVENTS}/${renamed?.id ?? ""}`)).status).toBe(200);
    expect((await desk.send("GET", `${EVENTS}/${classic}`)).status).toBe(200);
  });

  it("lists masters by default and instances with singleEvents, never both", async () => {
    const desk = await openDesk();
    await desk.insert(weekly());
    expect((await desk.list()).json.items.map(({ recurrence }) => recurrence)).toEqual([
      ["RRULE:FREQ=WEEKLY;COUNT=4"],
    ]);
    const expanded = (await desk.list("singleEvents=true")).json.items;
    expect(expanded.map(({ recurrence }) => recurrence)).toEqual(Array(4).fill(undefined));
  });

  it("finds one instance by its original start", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert(weekly());
    const found = await instances(desk, id, "originalStart=2026-12-02T14:00:00Z");
    expect(starts(found)).toEqual(["2026-12-02T15:00:00+01:00"]);
  });
});

describe("validation", () => {
  it.each([
    ["DTSTART:20261125T140000Z"],
    ["RRULE:FREQ=SOMETIMES"],
    ["RRULE:FREQ=DAILY;COUNT=2;UNTIL=20261201T000000Z"],
    ["RRULE:FREQ=DAILY;UNTIL=20261201"],
    ["RRULE:FREQ=DAILY;INTERVAL=0"],
    ["RRULE:FREQ=WEEKLY;BYDAY=XX"],
    ["RRULE:FREQ=YEARLY;BYMONTH=13"],
    ["RRULE:FREQ=MINUTELY"],
    ["FREQ=DAILY"],
    ["EXDATE:20261126T140000Z"],
  ])("refuses %s", async (line) => {
    const desk = await openDesk();
    const answer = await desk.send("POST", EVENTS, { body: weekly(line) });
    expect(answer.status).toBe(400);
  });

  it("demands a zone for a recurring timed event, even beside an offset", async () => {
    const desk = await openDesk();
    const answer = await desk.send("POST", EVENTS, {
      body: {
        start: { dateTime: "2026-11-25T10:00:00+01:00" },
        end: { dateTime: "2026-11-25T11:00:00+01:00" },
        recurrence: ["RRULE:FREQ=DAILY"],
      },
    });
    expect(answer.json.error.message).toBe("Missing time zone definition for start time.");
  });
});

describe("exceptions", () => {
  it("become rows of their own, while the master stays as it was", async () => {
    const desk = await openDesk();
    const master = await desk.insert(weekly());
    const token = (await desk.list()).json.nextSyncToken;
    const target = `${master.id}_20261202T140000Z`;
    await desk.send("PATCH", `${EVENTS}/${target}`, { body: hourAt(17, "2026-12-02") });
    await desk.send("DELETE", `${EVENTS}/${master.id}_20261209T140000Z`);
    const { items } = (await desk.list(`syncToken=${token}`)).json;
    expect(items.map((item) => [item.id, item.status, item.originalStartTime?.dateTime])).toEqual([
      [target, "confirmed", "2026-12-02T15:00:00+01:00"],
      [`${master.id}_20261209T140000Z`, "cancelled", "2026-12-09T15:00:00+01:00"],
    ]);
    expect(starts(await instances(desk, master.id))).toEqual([
      "2026-11-25T15:00:00+01:00",
      "2026-12-02T17:00:00+01:00",
      "2026-12-16T15:00:00+01:00",
    ]);
    expect((await desk.send("GET", `${EVENTS}/${master.id}`)).json.etag).toBe(master.etag);
  });

  it("that are cancelled show in a plain list of a live series", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert(weekly());
    desk.control.deleteInstance("primary", id, "2026-12-02T14:00:00Z");
    const statuses = async (query: string): Promise<unknown[]> =>
      (await desk.list(query)).json.items.map(({ status }) => status);
    expect(await statuses("")).toEqual(["confirmed", "cancelled"]);
    expect(await statuses("singleEvents=true")).toEqual(["confirmed", "confirmed", "confirmed"]);
    desk.control.deleteEvent("primary", id);
    expect(await statuses("")).toEqual([]);
  });

  it("go with a deleted series; increments name master, exceptions or both", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert(weekly());
    desk.control.patchInstance("primary", id, "2026-12-02T14:00:00Z", { summary: "Changed" });
    const token = (await desk.list()).json.nextSyncToken;
    desk.control.deleteEvent("primary", id);
    const ids = async (): Promise<unknown[]> =>
      (await desk.list(`syncToken=${token}`)).json.items.map((item) => item.id);
    expect(await ids()).toEqual([id, `${id}_20261202T140000Z`]);
    desk.control.setSwitches({ deletedSeriesRows: "masterOnly" });
    expect(await ids()).toEqual([id]);
    desk.control.setSwitches({ deletedSeriesRows: "exceptionsOnly" });
    expect(await ids()).toEqual([`${id}_20261202T140000Z`]);
    desk.control.restoreEvent("primary", id);
    expect(desk.control.event("primary", `${id}_20261202T140000Z`)).toMatchObject({
      status: "confirmed",
      summary: "Changed",
    });
  });

  it("stay when the master is trimmed before them", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert(weekly());
    desk.control.patchInstance("primary", id, "2026-12-16T14:00:00Z", { summary: "Kept" });
    desk.control.patchEvent("primary", id, { recurrence: ["RRULE:FREQ=WEEKLY;COUNT=1"] });
    expect((await instances(desk, id)).map(({ summary }) => summary)).toEqual(["Weekly", "Kept"]);
  });

  it("of a re-anchored master are kept or dropped, as the switch says", async () => {
    const desk = await openDesk();
    for (const [choice, left] of [
      ["keep", 1],
      ["drop", 0],
    ] as const) {
      desk.control.setSwitches({ exceptionsAfterReanchor: choice });
      const { id } = await desk.insert(weekly());
      desk.control.patchInstance("primary", id, "2026-12-02T14:00:00Z", { summary: "Changed" });
      desk.control.patchEvent("primary", id, hourAt(11));
      const changed = (await instances(desk, id)).filter(({ summary }) => summary === "Changed");
      expect(changed).toHaveLength(left);
    }
  });

  it("make the whole series private when one instance is, and cannot loosen it", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert(weekly());
    const original = "2026-12-02T14:00:00Z";
    desk.control.patchInstance("primary", id, original, { visibility: "private" });
    expect(desk.control.event("primary", id)?.visibility).toBe("private");
    desk.control.patchInstance("primary", id, original, { visibility: "public" });
    expect(desk.control.event("primary", `${id}_20261202T140000Z`)?.visibility).toBe("private");
  });
});

describe("a person in Google", () => {
  it("splits a series into two, the second under an _R id, all in one increment", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert(weekly());
    desk.control.deleteInstance("primary", id, "2026-12-02T14:00:00Z");
    desk.control.patchInstance("primary", id, "2026-12-16T14:00:00Z", { summary: "Moved" });
    const token = (await desk.list()).json.nextSyncToken;
    const { tail } = desk.control.splitSeries("primary", id, "2026-12-09T14:00:00Z", {
      summary: "Tail",
    });
    expect(tail.id).toBe(`${id}_R20261209T140000`);
    expect(tail.recurrence).toEqual(["RRULE:FREQ=WEEKLY;COUNT=2"]);
    const { items } = (await desk.list(`syncToken=${token}`)).json;
    expect(items.map((item) => [item.id, item.status])).toEqual([
      [id, "confirmed"],
      [`${id}_20261216T140000Z`, "cancelled"],
      [tail.id, "confirmed"],
    ]);
    expect(starts(await instances(desk, id))).toEqual(["2026-11-25T15:00:00+01:00"]);
    expect((await instances(desk, tail.id ?? "")).map((item) => item.id)).toEqual([
      `${tail.id ?? ""}_20261209T140000Z`,
      `${tail.id ?? ""}_20261216T140000Z`,
    ]);
  });

  it("duplicates an event with its private properties under a new id", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert({
      ...hourAt(9),
      extendedProperties: { private: { booking: "7" } },
    });
    const copy = desk.control.duplicateEvent("primary", id, hourAt(10));
    expect(copy.id).not.toBe(id);
    expect(copy.extendedProperties).toEqual({ private: { booking: "7" } });
  });
});
