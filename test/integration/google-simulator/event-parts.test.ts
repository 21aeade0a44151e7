import { describe, expect, it } from "vitest";
import type { Answer } from "./harness.ts";
import { BOOKINGS, allDay, firstError, hourAt, openDesk } from "./harness.ts";

const EVENTS = "calendars/primary/events";

describe("extended properties and reminders", () => {
  it("drops long keys, cuts long values and refuses more than 300", async () => {
    const desk = await openDesk();
    const write = (properties: Record<string, string>): Promise<Answer> =>
      desk.send("POST", EVENTS, {
        body: { ...hourAt(9), extendedProperties: { private: properties } },
      });
    const { json } = await write({ ["k".repeat(45)]: "x", short: "v".repeat(1100) });
    expect(json["extendedProperties"]).toEqual({ private: { short: "v".repeat(1024) } });
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, n) => [`k${n}`, "v"]));
    expect((await write(many)).status).toBe(400);
  });

  it("knows the rules of reminders", async () => {
    const desk = await openDesk();
    const write = (reminders: object, times: object = hourAt(9)): Promise<Answer> =>
      desk.send("POST", EVENTS, { body: { ...times, reminders } });
    const popup = (minutes: number): object => ({ method: "popup", minutes });
    const six = await write({ useDefault: false, overrides: [1, 2, 3, 4, 5, 6].map(popup) });
    expect(firstError(six)).toMatchObject({
      domain: "calendar",
      reason: "eventRemindersCountExceedsLimit",
    });
    const both = await write({ useDefault: true, overrides: [popup(1)] });
    expect(firstError(both)).toMatchObject({
      reason: "cannotUseDefaultRemindersAndSpecifyOverride",
    });
    const untidy = [popup(99_999), popup(10), popup(10), { method: "sms", minutes: 1 }];
    expect((await write({ useDefault: false, overrides: untidy })).json["reminders"]).toEqual({
      useDefault: false,
      overrides: [popup(10), popup(40_320)],
    });
    const whole = await write({ useDefault: true }, allDay("2026-11-25", "2026-11-26"));
    expect(whole.json["reminders"]).toEqual({ useDefault: false, overrides: [popup(10)] });
  });

  it("refuses to go back to the defaults over overrides without clearing them", async () => {
    const desk = await openDesk();
    const overrides = [{ method: "popup", minutes: 5 }];
    const { id } = await desk.insert({ ...hourAt(9), reminders: { useDefault: false, overrides } });
    const patch = (reminders: object): Promise<Answer> =>
      desk.send("PATCH", `${EVENTS}/${id}`, { body: { reminders } });
    expect((await patch({ useDefault: true })).status).toBe(400);
    expect((await patch({ useDefault: true, overrides: [] })).status).toBe(200);
  });
});

describe("move and import", () => {
  it("moves an event under its id and leaves a bare tombstone", async () => {
    const desk = await openDesk();
    const { id } = await desk.insert({ summary: "A", ...hourAt(9) });
    const moved = await desk.send("POST", `${EVENTS}/${id}/move?destination=${BOOKINGS}`);
    expect(moved.json).toMatchObject({ id, summary: "A", organizer: { email: BOOKINGS } });
    const left = await desk.send("GET", `${EVENTS}/${id}`);
    expect(Object.keys(left.json).toSorted()).toEqual(["etag", "id", "kind", "status"]);
  });

  it("imports under an iCalUID with a foreign organizer, and updates it the second time", async () => {
    const desk = await openDesk();
    const body = { iCalUID: "u@x.example", organizer: { email: "host@x.example" }, ...hourAt(9) };
    const first = await desk.send("POST", `${EVENTS}/import`, { body });
    const second = await desk.send("POST", `${EVENTS}/import`, { body: { ...body, summary: "B" } });
    expect(second.json).toMatchObject({
      id: first.json.id,
      summary: "B",
      organizer: { email: "host@x.example" },
    });
    expect((await desk.list()).json.items).toHaveLength(1);
  });

  it("refuses status events outside primary calendars, all-day absence and a change of type", async () => {
    const desk = await openDesk();
    const away = { eventType: "outOfOffice", ...hourAt(9) };
    expect((await desk.send("POST", `calendars/${BOOKINGS}/events`, { body: away })).status).toBe(
      403,
    );
    const whole = { eventType: "outOfOffice", ...allDay("2026-11-25", "2026-11-26") };
    const refused = await desk.send("POST", EVENTS, { body: whole });
    expect(refused.json.error.message).toBe("An out of office event must not be an all-day event");
    const { id } = await desk.insert(away);
    const body = { eventType: "focusTime" };
    expect((await desk.send("PATCH", `${EVENTS}/${id}`, { body })).status).toBe(400);
  });
});
