import { describe, expect, it } from "vitest";
import { pageFileOf } from "../../../../src-main/core/page/files.ts";
import { BROWSER_POLICY, ELECTRON_POLICY } from "../../../../src-main/core/page/headers.ts";

describe("the path of a file of the page", () => {
  it.each([
    ["/", "index.html", "text/html; charset=utf-8"],
    ["/index.html?x=1", "index.html", "text/html; charset=utf-8"],
    ["/assets/index-abc.js", "assets/index-abc.js", "text/javascript; charset=utf-8"],
    ["/assets/a.css#x", "assets/a.css", "text/css; charset=utf-8"],
    ["/assets/hanken.woff2", "assets/hanken.woff2", "font/woff2"],
    ["/bell.svg", "bell.svg", "image/svg+xml"],
  ])("%s is the file %s", (raw, path, contentType) => {
    expect(pageFileOf(raw)).toEqual({ is: "file", path, contentType });
  });

  it.each([
    "/../package.json",
    "/assets/../../package.json",
    "/./index.html",
    "/%2e%2e/package.json",
    "/%2e%2e%2fpackage.json",
    "/..%2fpackage.json",
    "/%252e%252e%252fpackage.json",
    "/..\\package.json",
    "/..%5cpackage.json",
    "/C:/Windows/win.ini",
    "/C%3a/Windows/win.ini",
    "/c|/windows/x.js",
    "/index.html%00.js",
    "/index.html::$DATA",
    "//evil.example/x.js",
    "/assets//x.js",
    "/assets/",
    "/%",
    "/%ff.js",
    "/a%0ab.js",
    "index.html",
    "",
  ])("%j is refused as not well formed", (raw) => {
    expect(pageFileOf(raw)).toEqual({ is: "refused", status: 400 });
  });

  it.each(["/desk.sqlite", "/index.js.map", "/noextension", "/.env.js", "/assets/.hidden/a.js"])(
    "%s is not a file of the page",
    (raw) => {
      expect(pageFileOf(raw)).toEqual({ is: "refused", status: 404 });
    },
  );
});

describe("the policy of the page", () => {
  it("is word for word the agreed one in Electron", () => {
    expect(ELECTRON_POLICY).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    );
  });

  it("differs in the browser host only in that the page may reach its own origin", () => {
    expect(BROWSER_POLICY).toBe(
      ELECTRON_POLICY.replace("connect-src 'none'", "connect-src 'self'"),
    );
  });
});
