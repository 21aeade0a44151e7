import { describe, expect, it } from "vitest";
import { BOOKINGS, EMAIL, HOLIDAYS, firstError, hourAt, openDesk } from "./harness.ts";

const LIST = "users/me/calendarList";

describe("the calendar list", () => {
  it("shows each calendar with the caller's role", async () => {
    const desk = await openDesk();
    const { json } = await desk.send("GET", LIST);
    expect(json["items"]).toMatchObject([
      { id: EMAIL, primary: true, accessRole: "owner", timeZone: "Europe/Berlin", selected: true },
      { id: BOOKINGS, summary: "Salon bookings", accessRole: "owner", dataOwner: EMAIL },
      { id: HOLIDAYS, accessRole: "reader" },
      { id: "owner@salon.example", accessRole: "freeBusyReader" },
    ]);
    expect(JSON.stringify(json["items"]).match(/"primary"/g)).toHaveLength(1);
  });

  it("filters by least role and pages", async () => {
    const desk = await openDesk();
    const writable = await desk.send("GET", `${LIST}?minAccessRole=writer`);
    expect(writable.json.items).toHaveLength(2);
    const first = await desk.send("GET", `${LIST}?maxResults=3`);
    const second = await desk.send(
      "GET",
      `${LIST}?maxResults=3&pageToken=${first.json.nextPageToken}`,
    );
    expect([first.json.items.length, second.json.items.length]).toEqual([3, 1]);
    expect(second.json.nextSyncToken).toEqual(expect.any(String));
  });

  it("reports new, changed and deleted entries in increments, but no mere change of role", async () => {
    const desk = await openDesk();
    const { nextSyncToken } = (await desk.send("GET", LIST)).json;
    desk.control.setRole(EMAIL, HOLIDAYS, "freeBusyReader");
    const increment = () => desk.send("GET", `${LIST}?syncToken=${nextSyncToken}`);
    expect((await increment()).json.items).toEqual([]);
    const added = desk.control.addCalendar(EMAIL, { summary: "New" });
    desk.control.deleteCalendar(BOOKINGS);
    expect((await increment()).json["items"]).toMatchObject([
      { id: BOOKINGS, deleted: true },
      { id: added, summary: "New" },
    ]);
    const restricted = await desk.send(
      "GET",
      `${LIST}?syncToken=${nextSyncToken}&minAccessRole=owner`,
    );
    expect(restricted.status).toBe(400);
    desk.control.expireSyncTokens();
    expect((await increment()).status).toBe(410);
  });

  it("keeps a person's own title and colour", async () => {
    const desk = await openDesk();
    const path = `${LIST}/${BOOKINGS}`;
    await desk.send("PATCH", path, { body: { summaryOverride: "Ours", colorId: "7" } });
    expect((await desk.send("GET", path)).json).toMatchObject({
      summaryOverride: "Ours",
      colorId: "7",
      backgroundColor: "#42d692",
    });
  });
});

describe("calendars", () => {
  it("are made with nothing but a title, each time anew", async () => {
    const desk = await openDesk();
    const make = () => desk.send("POST", "calendars", { body: { summary: "Bookings" } });
    const [first, second] = [await make(), await make()];
    expect(first.json).toMatchObject({
      kind: "calendar#calendar",
      summary: "Bookings",
      timeZone: "Europe/Berlin",
    });
    expect(first.json.id).toMatch(/@group\.calendar\.google\.com$/);
    expect(second.json.id).not.toBe(first.json.id);
    await desk.insert(hourAt(9), first.json.id);
    expect((await desk.send("POST", "calendars", { body: {} })).status).toBe(400);
  });

  it("can be renamed, and deleted unless primary", async () => {
    const desk = await openDesk();
    await desk.send("PATCH", `calendars/${BOOKINGS}`, { body: { summary: "Renamed" } });
    expect((await desk.send("GET", `calendars/${BOOKINGS}`)).json["summary"]).toBe("Renamed");
    expect((await desk.send("DELETE", `calendars/${BOOKINGS}`)).status).toBe(204);
    expect(firstError(await desk.list("", BOOKINGS))).toMatchObject({ reason: "notFound" });
    expect((await desk.send("DELETE", "calendars/primary")).status).toBe(403);
  });

  it("that are primary can be cleared", async () => {
    const desk = await openDesk();
    await desk.insert(hourAt(9));
    const token = (await desk.list()).json.nextSyncToken;
    expect((await desk.send("POST", "calendars/primary/clear")).status).toBe(204);
    expect((await desk.list(`syncToken=${token}`)).json.items).toMatchObject([
      { status: "cancelled" },
    ]);
  });

  it("lose their writers' rights at once when a role is lowered", async () => {
    const desk = await openDesk();
    desk.control.setRole(EMAIL, BOOKINGS, "reader");
    await expect(desk.insert(hourAt(9), BOOKINGS)).rejects.toThrow("writer access");
    expect((await desk.list("", BOOKINGS)).json["accessRole"]).toBe("reader");
  });
});

describe("the rest of the API", () => {
  it("has the classic palettes", async () => {
    const desk = await openDesk();
    const { json } = await desk.send("GET", "colors");
    expect(json).toMatchObject({
      kind: "calendar#colors",
      event: { 1: { background: "#a4bdfc", foreground: "#1d1d1d" }, 11: { background: "#dc2127" } },
      calendar: { 24: { background: "#a47ae2" } },
    });
  });

  it("has settings as strings", async () => {
    const desk = await openDesk();
    expect((await desk.send("GET", "users/me/settings/timezone")).json).toMatchObject({
      id: "timezone",
      value: "Europe/Berlin",
    });
    expect((await desk.send("GET", "users/me/settings/none")).status).toBe(404);
  });

  it("merges busy times and leaves out what does not block", async () => {
    const desk = await openDesk();
    await desk.insert(hourAt(9));
    await desk.insert(hourAt(10));
    await desk.insert({ ...hourAt(13), transparency: "transparent" });
    const declined = [{ email: EMAIL, responseStatus: "declined" }];
    await desk.insert({ ...hourAt(15), attendees: declined });
    const body = {
      timeMin: "2026-11-25T00:00:00Z",
      timeMax: "2026-11-26T00:00:00Z",
      items: [{ id: EMAIL }],
    };
    expect((await desk.send("POST", "freeBusy", { body })).json["calendars"]).toEqual({
      [EMAIL]: { busy: [{ start: "2026-11-25T08:00:00Z", end: "2026-11-25T10:00:00Z" }] },
    });
  });

  it("answers 404 for anything else", async () => {
    const desk = await openDesk();
    expect((await desk.send("GET", "nothing")).status).toBe(404);
  });
});
