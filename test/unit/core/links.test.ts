import { describe, expect, it } from "vitest";
import { createExternalLinks, mayOpen } from "../../../src-main/core/links.ts";
import { GOOGLE_ENDPOINTS } from "../../../src-main/core/settings.ts";
import { listLog } from "../../fixtures/ports.ts";

const STAND_IN = { authorize: "http://127.0.0.1:8123/o/oauth2/v2/auth" };

describe("an address that leaves the app", () => {
  it.each([
    "https://accounts.google.com/o/oauth2/v2/auth?client_id=x&state=y",
    "https://calendar.google.com/calendar/u/0/r",
    "https://myaccount.google.com/permissions",
    "https://support.google.com/calendar/answer/37082",
  ])("may be %s", (url) => {
    expect(mayOpen(url, GOOGLE_ENDPOINTS)).toBe(true);
  });

  it.each([
    "http://accounts.google.com/o/oauth2/v2/auth",
    "https://accounts.google.com.evil.example/",
    "https://evil.example/?next=https://accounts.google.com",
    "https://accounts.google.com@evil.example/",
    "https://user:secret@accounts.google.com/",
    "https://support.google.com:8443/",
    "http://127.0.0.1:8123/o/oauth2/v2/auth",
    "file:///etc/passwd",
    "smb://evil.example/share",
    "ms-settings:",
    "ms-msdt:/id PCWDiagnostic",
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@example.com",
    "vbscript:x",
    "\\\\evil.example\\share",
    "C:\\Windows\\System32\\calc.exe",
    "calc.exe",
    "",
  ])("may not be %j", (url) => {
    expect(mayOpen(url, GOOGLE_ENDPOINTS)).toBe(false);
  });

  it("may be plain http to the stand-in that the settings name, and to nothing beside it", () => {
    expect(mayOpen("http://127.0.0.1:8123/o/oauth2/v2/auth?state=x", STAND_IN)).toBe(true);
    expect(mayOpen("http://127.0.0.1:8124/o/oauth2/v2/auth", STAND_IN)).toBe(false);
    expect(mayOpen("https://127.0.0.1:8123/o/oauth2/v2/auth", STAND_IN)).toBe(false);
    expect(mayOpen("https://accounts.google.com/", STAND_IN)).toBe(false);
  });
});

describe("the door to the system browser", () => {
  it("opens what may be opened, and refuses the rest with a line in the log that holds no address", async () => {
    const opened: string[] = [];
    const log = listLog();
    const open = (url: string) => {
      opened.push(url);
      return Promise.resolve();
    };
    const links = createExternalLinks({ endpoints: GOOGLE_ENDPOINTS, log, open });
    await links.open("https://calendar.google.com/");
    await expect(links.open("file:///home/anna/secret")).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(links.open("nonsense")).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(opened).toEqual(["https://calendar.google.com/"]);
    expect(log.lines.map((line) => line.fields)).toEqual([{ scheme: "file:" }, { scheme: "none" }]);
  });
});
