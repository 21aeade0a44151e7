import { describe, expect, it } from "vitest";
import { redactFields, redactText } from "../../../src-main/node/redact.ts";

describe("secrets in free text", () => {
  it.each([
    ["an access token", "sent ya29.a0AfH6SNx_y-z now", "sent [secret] now"],
    ["a refresh token", "kept 1//0gAbCdEfGhIjKl", "kept [secret]"],
    ["an authorization code", "got 4/0AX4XfWhAbCdEfGh", "got [secret]"],
    ["a header", "Authorization: Bearer abc.DEF-1", "Authorization: Bearer [secret]"],
    ["a query", "GET /?code=4/0AX&state=xyz&scope=a", "GET /?code=[secret]&state=[secret]&scope=a"],
    [
      "a form",
      "grant_type=x&refresh_token=abc&client_secret=def",
      "grant_type=x&refresh_token=[secret]&client_secret=[secret]",
    ],
    [
      "JSON",
      '{"access_token": "abc", "expires_in": 3599}',
      '{"access_token": "[secret]", "expires_in": 3599}',
    ],
    ["a JSON web token", "id eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2ln", "id [secret]"],
    ["a client secret", "GOCSPX-abc_DEF-1", "[secret]"],
    ["an address", "for anna.li+1@salon.example.", "for [e-mail]."],
    [
      "an address in a path",
      "/calendars/desk%40salon.example/events",
      "/calendars/[e-mail]/events",
    ],
  ])("masks %s", (_what, text, masked) => {
    expect(redactText(text)).toBe(masked);
  });

  it.each([
    "error code: STORE_FULL",
    "403 rateLimitExceeded",
    "2026-11-19T09:00:00.000Z",
    "syncing 3/120",
    "noNetwork (list ECONNRESET)",
  ])("leaves %j alone", (text) => {
    expect(redactText(text)).toBe(text);
  });

  it("takes no long time over a long line without spaces", () => {
    const started = performance.now();
    redactText("a".repeat(200_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("fields of a log line", () => {
  it("masks secrets and people by their names, and what hides in the rest", () => {
    const fields = {
      refreshToken: "short",
      customerName: "Ada Lovelace",
      account: "desk",
      detail: "for a@b.example",
      code: "BAD_INPUT",
      state: "idle",
      requests: 3,
      online: true,
      phone: null,
    };
    expect(redactFields(fields)).toEqual({
      refreshToken: "[secret]",
      customerName: "[person]",
      account: "[person]",
      detail: "for [e-mail]",
      code: "BAD_INPUT",
      state: "idle",
      requests: 3,
      online: true,
      phone: null,
    });
  });
});
