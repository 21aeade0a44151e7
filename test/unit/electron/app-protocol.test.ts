import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { announceAppScheme, createAppHandler } from "../../../src-main/electron/app-protocol.ts";
import { createElectronDouble } from "../../fixtures/electron/double.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

let ask: (url: string, method?: string) => Promise<Response>;

beforeEach(() => {
  const folder = tempFolder();
  mkdirSync(join(folder, "page", "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.js"), "outside");
  writeFileSync(join(folder, "page", "index.html"), "<title>Bellhop</title>");
  writeFileSync(join(folder, "page", "assets", "index-1.js"), "1;");
  const handler = createAppHandler(join(folder, "page"));
  ask = (url, method = "GET") => handler({ url, method });
});

describe("the protocol of the page", () => {
  it.each([
    ["app://bellhop/", "text/html; charset=utf-8", "<title>Bellhop</title>"],
    ["app://bellhop", "text/html; charset=utf-8", "<title>Bellhop</title>"],
    ["app://bellhop/assets/index-1.js?v=1", "text/javascript; charset=utf-8", "1;"],
  ])("serves %s as %s", async (url, type, text) => {
    const response = await ask(url);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(await response.text()).toBe(text);
  });

  it("sends its policy with every answer, also with a refusal", async () => {
    for (const url of [
      "app://bellhop/",
      "app://bellhop/none.js",
      "app://evil/",
      "app://bellhop/%00",
    ]) {
      const { headers } = await ask(url);
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it.each([
    "app://bellhop/../secret.js",
    "app://bellhop/%2e%2e/secret.js",
    "app://bellhop/..%2fsecret.js",
    "app://bellhop/%252e%252e%252fsecret.js",
    "app://bellhop/..\\secret.js",
    "app://bellhop/..%5csecret.js",
    "app://bellhop/C:/Windows/win.js",
    "app://bellhop/C%3A%5CWindows%5Cwin.js",
    "app://bellhop//server/share.js",
    "app://bellhop/index.html%00.js",
    "app://bellhop\\..\\secret.js",
    "file:///etc/passwd",
    "nonsense",
  ])("refuses %j", async (url) => {
    const { status } = await ask(url);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it("knows one host", async () => {
    expect((await ask("app://evil/index.html")).status).toBe(404);
    expect((await ask("app://bellhop.evil/index.html")).status).toBe(404);
    expect((await ask("app://evil@bellhop/index.html")).status).toBe(404);
  });

  it("knows files of the page only", async () => {
    expect((await ask("app://bellhop/none.js")).status).toBe(404);
    expect((await ask("app://bellhop/assets")).status).toBe(404);
  });

  it.each(["POST", "HEAD", "PUT", "DELETE", "OPTIONS"])("does not take %s", async (method) => {
    expect((await ask("app://bellhop/", method)).status).toBe(405);
  });

  it("is announced as a standard, secure scheme without a way past the policy", () => {
    const electron = createElectronDouble();
    announceAppScheme(electron.api.protocol);
    expect(electron.schemes).toEqual([
      { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });
});
