import { describe, expect, it } from "vitest";
import { BOOKINGS, EMAIL, firstError, hourAt, openDesk, scope } from "./harness.ts";

describe("scopes", () => {
  it("that do not open a method answer 403 with the front end's details", async () => {
    const desk = await openDesk({ scopes: [scope("calendar.calendarlist.readonly")] });
    const { status, json } = await desk.list();
    expect(status).toBe(403);
    expect(json.error).toMatchObject({
      status: "PERMISSION_DENIED",
      message: "Request had insufficient authentication scopes.",
      errors: [{ reason: "insufficientPermissions" }],
      details: [{ reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT" }],
    });
  });

  it.each([
    ["calendar.events", "users/me/calendarList", 403],
    ["calendar.events", "colors", 403],
    ["calendar.events", "calendars/primary/events", 200],
    ["calendar.calendarlist.readonly", "users/me/calendarList", 200],
    ["calendar.calendarlist.readonly", "colors", 200],
    ["calendar.app.created", "users/me/calendarList", 403],
    ["calendar.app.created", "calendars/primary/events", 404],
    ["calendar.readonly", "users/me/settings", 200],
  ])("%s on %s answers %i", async (name, path, status) => {
    const desk = await openDesk({ scopes: [scope(name)] });
    expect((await desk.send("GET", path)).status).toBe(status);
  });

  it("calendar.app.created reaches the calendars its project made", async () => {
    const desk = await openDesk({ scopes: [scope("calendar.app.created")] });
    const made = await desk.send("POST", "calendars", { body: { summary: "Bookings" } });
    expect((await desk.list("", made.json.id)).status).toBe(200);
    expect((await desk.list("", BOOKINGS)).status).toBe(404);
  });
});

describe("quotas", () => {
  it("let 600 requests a minute pass and slide on", async () => {
    const desk = await openDesk({ quotas: { perUserPerMinute: 3 } });
    const three = async (): Promise<number[]> =>
      (await Promise.all([desk.list(), desk.list(), desk.list()])).map(({ status }) => status);
    expect(await three()).toEqual([200, 200, 200]);
    const refused = await desk.list();
    expect(refused.status).toBe(403);
    expect(firstError(refused)).toEqual({
      domain: "usageLimits",
      reason: "userRateLimitExceeded",
      message: "User Rate Limit Exceeded",
    });
    desk.control.clock.advance(60_000);
    expect(await three()).toEqual([200, 200, 200]);
  });

  it("answer 429 with Retry-After where so configured, or each way in turn", async () => {
    const desk = await openDesk({
      quotas: { perUserPerMinute: 0, rateAnswer: "429", retryAfterSeconds: 7 },
    });
    const refused = await desk.list();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "7"]);
    expect(firstError(refused)).toMatchObject({ reason: "rateLimitExceeded" });
    desk.control.setQuotas({ rateAnswer: "alternate", retryAfterSeconds: null });
    const statuses = [(await desk.list()).status, (await desk.list()).status];
    expect(new Set(statuses)).toEqual(new Set([403, 429]));
  });

  it("limit the project as a whole, and writes to one calendar", async () => {
    const desk = await openDesk({ quotas: { perProjectPerMinute: 1 } });
    expect([(await desk.list()).status, (await desk.list()).status]).toEqual([200, 403]);
    desk.control.setQuotas({ perProjectPerMinute: 1000, writesPerCalendarPerMinute: 1 });
    await desk.insert(hourAt(9));
    await expect(desk.insert(hourAt(10))).rejects.toThrow("Rate Limit Exceeded");
    await desk.insert(hourAt(10), BOOKINGS);
    desk.control.resetQuotas();
    await desk.insert(hourAt(10));
  });

  it("of an exhausted account refuse writes for hours while reads go on", async () => {
    const desk = await openDesk();
    desk.control.exhaustAccount(EMAIL, 60_000);
    const refused = await desk.send("POST", "calendars/primary/events", { body: hourAt(9) });
    expect(refused.status).toBe(403);
    expect(firstError(refused)).toEqual({
      domain: "usageLimits",
      reason: "quotaExceeded",
      message: "Calendar usage limits exceeded.",
    });
    expect((await desk.list()).status).toBe(200);
    desk.control.clock.advance(60_000);
    await desk.insert(hourAt(9));
  });

  it("make the account read-only after too many new calendars", async () => {
    const desk = await openDesk({ quotas: { newCalendarsPerDay: 2 } });
    const make = async (): Promise<number> =>
      (await desk.send("POST", "calendars", { body: { summary: "x" } })).status;
    expect([await make(), await make(), await make()]).toEqual([200, 200, 403]);
    await expect(desk.insert(hourAt(9))).rejects.toThrow("Calendar usage limits exceeded.");
  });
});
