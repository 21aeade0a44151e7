import { describe, expect, it } from "vitest";
import { EMAIL, firstError, hourAt, openDesk } from "./harness.ts";

describe("an increment", () => {
  it("is empty when nothing changed, and gives the same token again", async () => {
    const desk = await openDesk();
    await desk.insert(hourAt(9));
    const { nextSyncToken } = (await desk.list()).json;
    const { json } = await desk.list(`syncToken=${nextSyncToken}`);
    expect([json.items, json.nextSyncToken]).toEqual([[], nextSyncToken]);
  });

  it("collapses several edits to the latest state, and an older token still works", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert({ summary: "one", ...hourAt(9) });
    const token = (await desk.list()).json.nextSyncToken;
    for (const summary of ["two", "three"]) desk.control.patchEvent("primary", id, { summary });
    for (const _try of [1, 2]) {
      const { items } = (await desk.list(`syncToken=${token}`)).json;
      expect(items.map(({ summary }) => summary)).toEqual(["three"]);
    }
  });

  it("names a deleted event by id and status only, or with details when showDeleted asks", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert({ summary: "gone", ...hourAt(9) });
    const token = (await desk.list()).json.nextSyncToken;
    desk.control.deleteEvent("primary", id);
    const [bare] = (await desk.list(`syncToken=${token}`)).json.items;
    expect(Object.keys(bare ?? {}).toSorted()).toEqual(["etag", "id", "kind", "status"]);
    const [full] = (await desk.list(`syncToken=${token}&showDeleted=true`)).json.items;
    expect(full).toMatchObject({ id, status: "cancelled", summary: "gone" });
  });

  it("has an event outside the first list's window, unless the switch remembers it", async () => {
    const desk = await openDesk();
    const token = (await desk.list("timeMin=2026-11-01T00:00:00Z")).json.nextSyncToken;
    desk.control.createEvent("primary", hourAt(9, "2025-01-01"));
    expect((await desk.list(`syncToken=${token}`)).json.items).toHaveLength(1);
    desk.control.setSwitches({ incrementWindow: "remembered" });
    expect((await desk.list(`syncToken=${token}`)).json.items).toHaveLength(0);
  });

  it("misses a reminder-only edit, whose updated stays but whose etag changes; a switch reports it", async () => {
    const desk = await openDesk();
    const before = await desk.insert(hourAt(9));
    const token = (await desk.list()).json.nextSyncToken;
    const remind = (minutes: number) =>
      desk.control.patchEvent("primary", before.id, {
        reminders: { useDefault: false, overrides: [{ method: "popup", minutes }] },
      });
    desk.control.clock.advance(60_000);
    const after = remind(5);
    expect([after.updated, after.etag === before.etag]).toEqual([before.updated, false]);
    expect((await desk.list(`syncToken=${token}`)).json.items).toHaveLength(0);
    desk.control.setSwitches({ reminderEditsInIncrements: true });
    remind(6);
    expect((await desk.list(`syncToken=${token}`)).json.items).toHaveLength(1);
  });
});

describe("restrictions", () => {
  it.each([
    "timeMin=2026-01-01T00:00:00Z",
    "q=x",
    "orderBy=updated",
    "iCalUID=x",
    "showDeleted=false",
  ])("refuses a sync token together with %s", async (restriction) => {
    const desk = await openDesk();
    const token = (await desk.list()).json.nextSyncToken;
    const answer = await desk.list(`syncToken=${token}&${restriction}`);
    expect(answer.status).toBe(400);
    expect(firstError(answer)).toMatchObject({
      reason: "syncTokenWithRequestRestrictions",
      message: "Sync token cannot be used with other request restrictions.",
    });
  });
});

describe("dead tokens", () => {
  it("answer 410 fullSyncRequired", async () => {
    const desk = await openDesk();
    const token = (await desk.list()).json.nextSyncToken;
    desk.control.expireSyncTokens("another@group.calendar.google.com");
    expect((await desk.list(`syncToken=${token}`)).status).toBe(200);
    desk.control.expireSyncTokens();
    const answer = await desk.list(`syncToken=${token}`);
    expect(answer.status).toBe(410);
    expect(firstError(answer)).toEqual({
      domain: "calendar",
      reason: "fullSyncRequired",
      locationType: "parameter",
      location: "syncToken",
      message: "Sync token is no longer valid, a full sync is required.",
    });
  });

  it("die of age, of a change of rights, and are good for one calendar only", async () => {
    const desk = await openDesk({ switches: { syncTokenLifeMs: 1000 } });
    const token = async (): Promise<string> => (await desk.list()).json.nextSyncToken;
    const status = async (value: string, calendarId?: string): Promise<number> =>
      (await desk.list(`syncToken=${value}`, calendarId)).status;
    const first = await token();
    expect(await status(first, "bookings@group.calendar.google.com")).toBe(410);
    desk.control.clock.advance(1001);
    expect(await status(first)).toBe(410);
    const second = await token();
    desk.control.setRole(EMAIL, "primary", "owner");
    expect(await status(second)).toBe(410);
  });

  it("answers garbage with 410 or 400, as the switch says", async () => {
    const desk = await openDesk();
    expect((await desk.list("syncToken=garbage")).status).toBe(410);
    desk.control.setSwitches({ garbageSyncToken: 400 });
    expect((await desk.list("syncToken=garbage")).status).toBe(400);
  });
});
