import { describe, expect, it } from "vitest";
import { guardNavigation } from "../../../src-main/electron/navigation.ts";
import { isOwnPage, PAGE_URL } from "../../../src-main/electron/own-page.ts";
import { createElectronDouble } from "../../fixtures/electron/double.ts";
import { ContentsDouble } from "../../fixtures/electron/parts.ts";
import { listLog } from "../../fixtures/ports.ts";

const OURS = [PAGE_URL, "app://bellhop/index.html", "app://bellhop/#schedule", "app://bellhop?x=1"];
const FOREIGN = [
  "app://x.evil/",
  "app://bellhop.evil/",
  "app://bellhop@evil/",
  "app://bellhop:8080/",
  "app://user:pw@bellhop/",
  "app:bellhop",
  "app:///bellhop/",
  "http://bellhop/",
  "https://evil.example/?next=app://bellhop/",
  "https://evil.example/#app://bellhop/",
  "apps://bellhop/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "blob:app://bellhop/1",
  "about:blank",
  "view-source:app://bellhop/",
  "",
];

describe("our own page", () => {
  it.each(OURS)("is %s", (url) => expect(isOwnPage(url)).toBe(true));
  it.each(FOREIGN)("is not %j", (url) => expect(isOwnPage(url)).toBe(false));
});

describe("a window", () => {
  function guarded() {
    const electron = createElectronDouble();
    const log = listLog();
    guardNavigation(electron.api.app, log);
    const contents = new ContentsDouble();
    electron.app.emit("web-contents-created", {}, contents);
    return { contents, log };
  }

  it.each(["will-navigate", "will-redirect", "will-frame-navigate"])(
    "goes nowhere else by %s",
    (event) => {
      const { contents } = guarded();
      for (const url of OURS) expect(contents.attempt(event, url), url).toBe(true);
      for (const url of FOREIGN) expect(contents.attempt(event, url), url).toBe(false);
    },
  );

  it("opens no other window, whatever the address", () => {
    const { contents, log } = guarded();
    for (const url of [...OURS, ...FOREIGN]) {
      expect(contents.openHandler?.({ url })).toEqual({ action: "deny" });
    }
    expect(JSON.stringify(log.lines)).not.toContain("evil.example");
  });

  it("attaches no webview", () => {
    expect(guarded().contents.attempt("will-attach-webview", PAGE_URL)).toBe(false);
  });
});
