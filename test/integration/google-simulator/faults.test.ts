import { describe, expect, it } from "vitest";
import { NOW, firstError, hourAt, openDesk } from "./harness.ts";

const EVENTS = "calendars/primary/events";
const ID = "aaaaabbbbb";
const body = { id: ID, ...hourAt(9) };

describe("faults", () => {
  it("lose the response after the request took effect", async () => {
    const desk = await openDesk();
    desk.control.addFault({ kind: "events.insert", effect: { kind: "lostResponse" } });
    await expect(desk.send("POST", EVENTS, { body })).rejects.toThrow();
    expect(desk.control.event("primary", ID)).toMatchObject({ status: "confirmed" });
    expect((await desk.send("POST", EVENTS, { body })).status).toBe(409);
  });

  it("reset the connection before anything took effect", async () => {
    const desk = await openDesk();
    desk.control.addFault({ method: "POST", effect: { kind: "reset" } });
    await expect(desk.send("POST", EVENTS, { body })).rejects.toThrow();
    expect(desk.control.event("primary", ID)).toBeUndefined();
    expect((await desk.send("POST", EVENTS, { body })).status).toBe(200);
  });

  it("hang until released, applied or not", async () => {
    const desk = await openDesk();
    desk.control.addFault({ path: "/events", effect: { kind: "hang", apply: true } });
    const hanging = desk.send("POST", EVENTS, { body });
    await expect.poll(() => desk.control.event("primary", ID)).toBeDefined();
    desk.control.releaseHung();
    await expect(hanging).rejects.toThrow();
  });

  it("end with the simulator when they hang", async () => {
    const desk = await openDesk();
    desk.control.addFault({ effect: { kind: "hang" } });
    const hanging = desk.list();
    await expect.poll(() => desk.control.requests()).toHaveLength(1);
    await Promise.all([expect(hanging).rejects.toThrow(), desk.simulator.close()]);
  });

  it("delay an answer", async () => {
    const desk = await openDesk();
    desk.control.addFault({ effect: { kind: "delay", ms: 60 } });
    const began = performance.now();
    expect((await desk.list()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(55);
  });

  it("answer any status with any body, without effect", async () => {
    const desk = await openDesk();
    desk.control.addFault({
      effect: {
        kind: "status",
        status: 503,
        body: "<h1>down</h1>",
        headers: { "retry-after": "3" },
      },
    });
    const answer = await desk.send("POST", EVENTS, { body });
    expect([answer.status, answer.text, answer.headers.get("retry-after")]).toEqual([
      503,
      "<h1>down</h1>",
      "3",
    ]);
    expect(desk.control.event("primary", ID)).toBeUndefined();
  });

  it("answer in Google's own shape for a reason, or as a proxy's page", async () => {
    const desk = await openDesk();
    desk.control.addFault({
      effect: { kind: "error", status: 429, reason: "rateLimitExceeded", retryAfterSeconds: 2 },
    });
    const limited = await desk.list();
    expect(firstError(limited)).toMatchObject({
      domain: "usageLimits",
      reason: "rateLimitExceeded",
    });
    expect(limited.headers.get("retry-after")).toBe("2");
    desk.control.addFault({ effect: { kind: "html" } });
    const page = await desk.list();
    expect([page.status, page.headers.get("content-type")]).toEqual([
      502,
      "text/html; charset=UTF-8",
    ]);
  });

  it("cut a body in half, empty a list, or leave out the sync token", async () => {
    const desk = await openDesk();
    await desk.insert(hourAt(9));
    desk.control.addFault({ effect: { kind: "truncatedBody" } });
    const cut = await fetch(`${desk.simulator.url}/calendar/v3/${EVENTS}`, {
      headers: { authorization: `Bearer ${desk.accessToken}` },
    });
    await expect(cut.json()).rejects.toThrow(SyntaxError);
    desk.control.addFault({ effect: { kind: "emptyList" } });
    const empty = (await desk.list()).json;
    expect([empty.items, typeof empty.nextSyncToken]).toEqual([[], "string"]);
    desk.control.addFault({ effect: { kind: "missingSyncToken" } });
    const untokened = (await desk.list()).json;
    expect([untokened.items.length, untokened.nextSyncToken]).toEqual([1, undefined]);
    desk.control.addFault({ effect: { kind: "wrongContentType" } });
    expect((await desk.list()).headers.get("content-type")).toBe("text/plain");
  });

  it("strike the nth match, so many times, where a condition holds", async () => {
    const desk = await openDesk();
    desk.control.addFault({
      path: /events\?.*maxResults/,
      nth: 2,
      times: 2,
      when: (request) => request.query.get("maxResults") === "5",
      effect: { kind: "status", status: 500 },
    });
    const statuses: number[] = [];
    for (const query of [
      "",
      "maxResults=5",
      "maxResults=6",
      "maxResults=5",
      "maxResults=5",
      "maxResults=5",
    ]) {
      statuses.push((await desk.list(query)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 500, 500, 200]);
  });

  it("strike the sign-in endpoints too, and are gone when cleared", async () => {
    const desk = await openDesk();
    desk.control.addFault({
      kind: "oauth.token",
      times: 0,
      effect: { kind: "status", status: 500 },
    });
    const ask = async (): Promise<number> =>
      (await fetch(desk.simulator.endpoints.token, { method: "POST" })).status;
    expect([await ask(), await ask()]).toEqual([500, 500]);
    desk.control.clearFaults();
    expect(await ask()).toBe(401);
  });
});

describe("the request log", () => {
  it("tells what was asked, by whom, when and how it ended", async () => {
    const desk = await openDesk();
    const { id, etag } = await desk.insert({ summary: "A", ...hourAt(9) });
    await desk.send("PATCH", `${EVENTS}/${id}`, {
      body: { summary: "B" },
      headers: { "if-match": etag },
    });
    desk.control.addFault({ effect: { kind: "lostResponse" } });
    await desk.list("maxResults=7").catch(() => undefined);
    expect(desk.control.requests().map(({ kind, status, fault }) => [kind, status, fault])).toEqual(
      [
        ["events.insert", 200, undefined],
        ["events.patch", 200, undefined],
        ["events.list", 200, "lostResponse"],
      ],
    );
    expect(desk.control.requests({ kind: "events.patch" })).toMatchObject([
      {
        n: 2,
        at: NOW,
        method: "PATCH",
        body: { summary: "B" },
        ifMatch: etag,
        authAccount: "desk@salon.example",
      },
    ]);
    expect(desk.control.requests({ since: 2 })).toMatchObject([{ query: { maxResults: "7" } }]);
    expect(desk.control.counts()).toMatchObject({ requests: 3, writes: 2 });
    desk.control.clearRequests();
    expect(desk.control.requests()).toEqual([]);
  });
});
