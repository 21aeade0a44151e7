import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { clientAddressOf } from "../../../src-companion/http/address.ts";
import type { AppEnv } from "../../../src-companion/http/env.ts";
import { negotiate } from "../../../src-companion/http/language.ts";
import { safePath } from "../../../src-companion/http/paths.ts";

describe("Paths to go on to", () => {
  it.each(["/", "/bookings", "/b/atelier?service=1&day=2026-11-20", "/r/a-b_c", "/profile?x=%2F"])(
    "keep %s",
    (path) => {
      expect(safePath(path, "/start")).toBe(path);
    },
  );

  it.each([
    undefined,
    "",
    "bookings",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/a\nb",
    "/a\tb",
    "/a b",
    " /a",
    "/\u00a0a",
    "/..//evil.example",
    "/./%2e//evil.example",
    `/${"x".repeat(501)}`,
  ])("replace %j by the way back", (path) => {
    expect(safePath(path, "/start")).toBe("/start");
  });
});

describe("The language of the pages", () => {
  it.each([
    ["de-AT,de;q=0.9,en;q=0.5", "de"],
    ["fr-FR,es;q=0.8,de;q=0.7", "es"],
    ["en-GB", "en"],
    ["fr,it", "en"],
    ["es;q=0,de", "de"],
    ["de;q=0.1,es;q=0.2", "es"],
    ["", "en"],
    ["*", "en"],
    [";;;,,,q=", "en"],
  ])("is, for %j, %s", (header, language) => {
    expect(negotiate(header)).toBe(language);
  });
});

async function addressOf(
  header: string | null,
  remoteAddress: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const app = new Hono<AppEnv>();
  app.get("/", (c) => c.text(clientAddressOf(c, header)));
  const response = await app.fetch(new Request("http://x/", { headers }), { remoteAddress });
  return response.text();
}

describe("The client's address", () => {
  it("is the other end of the connection while no proxy is set up", async () => {
    const forwarded = { "x-forwarded-for": "198.51.100.1", "x-real-ip": "198.51.100.1" };
    expect(await addressOf(null, "203.0.113.7", forwarded)).toBe("203.0.113.7");
  });

  it("is what the proxy says where one is", async () => {
    expect(await addressOf("x-real-ip", "10.0.0.1", { "x-real-ip": "198.51.100.1" })).toBe(
      "198.51.100.1",
    );
  });

  it.each(["198.51.100.1, 203.0.113.9", "evil", "", "198.51.100.1:80"])(
    "is one and the same for all whose header is %j",
    async (value) => {
      expect(await addressOf("x-real-ip", "10.0.0.1", { "x-real-ip": value })).toBe("unknown");
    },
  );

  it.each([
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
  ])("of %s counts as %s: a household has all the rest", async (address, network) => {
    expect(await addressOf(null, address)).toBe(network);
  });
});
