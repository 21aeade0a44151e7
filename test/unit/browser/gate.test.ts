import { describe, expect, it } from "vitest";
import { judge, type Knock } from "../../../src-main/browser/gate.ts";
import { CHANNELS } from "../../../src-shared/bridge/channels.ts";

const door = { port: 4_711, tokenFits: (token: string) => token === "right" };
const call: Knock = {
  method: "POST",
  target: "/bridge/booking.create",
  hosts: ["127.0.0.1:4711"],
  origin: "http://127.0.0.1:4711",
  fetchSite: "same-origin",
  token: "right",
  contentType: "application/json",
  contentEncoding: undefined,
};
const events: Knock = { ...call, method: "GET", target: "/events", contentType: undefined };
const page: Knock = { ...events, target: "/", token: undefined, fetchSite: "none" };

function reasonFor(knock: Knock): string {
  const verdict = judge(knock, door);
  return verdict.is === "refused" ? verdict.reason : verdict.is;
}

describe("the gate of the browser host", () => {
  it("lets the page, its calls and its event stream in", () => {
    expect(judge(page, door)).toEqual({ is: "page", target: "/" });
    expect(judge(call, door)).toEqual({ is: "call", channel: "booking.create" });
    expect(judge(events, door)).toEqual({ is: "events" });
  });

  it("lets a script in, which sends neither Origin nor Sec-Fetch-Site", () => {
    expect(reasonFor({ ...call, origin: undefined, fetchSite: undefined })).toBe("call");
  });

  it("answers to localhost too, with the same origin", () => {
    const named = { ...call, hosts: ["localhost:4711"], origin: "http://localhost:4711" };
    expect(reasonFor(named)).toBe("call");
    expect(reasonFor({ ...named, origin: "http://127.0.0.1:4711" })).toBe("origin");
  });

  it.each([
    ["a rebound name", ["evil.example:4711"]],
    ["another port", ["127.0.0.1:4712"]],
    ["no port", ["127.0.0.1"]],
    ["a name that only begins alike", ["127.0.0.1:4711.evil.example"]],
    ["no Host at all", []],
    ["two Hosts", ["127.0.0.1:4711", "evil.example"]],
    ["the other loopback address", ["[::1]:4711"]],
  ])("refuses %s as Host, for page, calls and events", (_name, hosts) => {
    for (const knock of [page, call, events]) expect(reasonFor({ ...knock, hosts })).toBe("host");
  });

  it.each([
    "https://evil.example",
    "http://127.0.0.1:4712",
    "https://127.0.0.1:4711",
    "http://127.0.0.1",
    "null",
    "",
  ])("refuses the origin %j", (origin) => {
    for (const knock of [page, call, events])
      expect(reasonFor({ ...knock, origin })).toBe("origin");
  });

  it.each(["cross-site", "same-site", "none"])("refuses a %s call even with the token", (site) => {
    expect(reasonFor({ ...call, fetchSite: site })).toBe("site");
    expect(reasonFor({ ...events, fetchSite: site })).toBe("site");
  });

  it.each([undefined, "", "wrong", "right "])("refuses the token %j on every channel", (token) => {
    expect(reasonFor({ ...events, token })).toBe("token");
    for (const channel of CHANNELS)
      expect(reasonFor({ ...call, target: `/bridge/${channel}`, token })).toBe("token");
  });

  it.each([
    undefined,
    "",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain; application/json",
    "application/json; charset=utf-16",
    "application/jsonp",
  ])("refuses the body type %j", (contentType) => {
    expect(reasonFor({ ...call, contentType })).toBe("contentType");
  });

  it("refuses a compressed body, whose size nobody knows", () => {
    expect(reasonFor({ ...call, contentEncoding: "gzip" })).toBe("contentType");
  });

  it.each(["GET", "OPTIONS", "PUT", "DELETE", "HEAD"])("refuses %s on a channel", (method) => {
    expect(reasonFor({ ...call, method })).toBe("method");
  });

  it.each(["POST", "OPTIONS", "PUT", "TRACE"])("refuses %s on page and events", (method) => {
    expect(reasonFor({ ...page, method })).toBe("method");
    expect(reasonFor({ ...events, method })).toBe("method");
  });

  it("refuses a target that is a whole address, as sent to a proxy", () => {
    expect(reasonFor({ ...page, target: "http://127.0.0.1:4711/" })).toBe("target");
  });
});
