import { describe, expect, it } from "vitest";
import { readSettings } from "../../../src-main/node/settings.ts";
import { AppError } from "../../../src-shared/errors.ts";

const FACTS = { host: "browser", version: "1.2.3" } as const;

function read(env: Record<string, string>): ReturnType<typeof readSettings> {
  return readSettings(env, FACTS);
}

function fieldsOf(env: Record<string, string>): AppError["fields"] {
  try {
    read(env);
  } catch (error) {
    if (error instanceof AppError && error.code === "BAD_SETTING") return error.fields;
    throw error;
  }
  throw new Error("The settings were expected to be refused.");
}

describe("settings from the environment", () => {
  it("has Google's own addresses, no client and no practice by default", () => {
    expect(read({})).toMatchObject({
      dataDir: null,
      port: 0,
      desk: {
        google: {
          client: null,
          endpoints: {
            authorize: "https://accounts.google.com/o/oauth2/v2/auth",
            token: "https://oauth2.googleapis.com/token",
            revoke: "https://oauth2.googleapis.com/revoke",
            calendarRoot: "https://www.googleapis.com/",
          },
        },
        practice: false,
        version: "1.2.3",
        host: "browser",
      },
    });
  });

  it("takes every variable, trimmed", () => {
    const settings = read({
      BELLHOP_DATA_DIR: " /srv/desk ",
      BELLHOP_PORT: "8123",
      BELLHOP_PRACTICE: "1",
      BELLHOP_GOOGLE_CLIENT_ID: "id",
      BELLHOP_GOOGLE_CLIENT_SECRET: "secret",
      BELLHOP_GOOGLE_AUTH_URL: "http://127.0.0.1:9/auth",
      BELLHOP_GOOGLE_TOKEN_URL: "http://localhost:9/token",
      BELLHOP_GOOGLE_REVOKE_URL: "http://[::1]:9/revoke",
      BELLHOP_GOOGLE_API_URL: "http://127.0.0.1:9/",
    });
    expect(settings).toMatchObject({
      dataDir: "/srv/desk",
      port: 8_123,
      desk: {
        practice: true,
        google: {
          client: { id: "id", secret: "secret" },
          endpoints: { authorize: "http://127.0.0.1:9/auth", calendarRoot: "http://127.0.0.1:9/" },
        },
      },
    });
  });

  it("treats an empty variable like none and ignores what isn't ours", () => {
    const settings = read({ BELLHOP_PORT: "", BELLHOP_GOOGLE_CLIENT_ID: "  ", PATH: "/bin" });
    expect(settings).toEqual(read({}));
  });

  it.each([
    ["BELLHOP_PORT", "http"],
    ["BELLHOP_PORT", "70000"],
    ["BELLHOP_PORT", "-1"],
    ["BELLHOP_PRACTICE", "maybe"],
    ["BELLHOP_GOOGLE_AUTH_URL", "accounts.google.com"],
    ["BELLHOP_GOOGLE_AUTH_URL", "javascript:alert(1)"],
    ["BELLHOP_GOOGLE_TOKEN_URL", "http://stand-in.example/token"],
    ["BELLHOP_GOOGLE_TOKEN_URL", "http://127.0.0.1.evil.example/"],
    ["BELLHOP_GOOGLE_REVOKE_URL", "ftp://127.0.0.1/"],
    ["BELLHOP_GOOGLE_API_URL", "http://127.0.0.1:9/calendar/v3"],
    ["BELLHOP_GOOGLE_CLIENT_ID", "x".repeat(201)],
  ])("refuses %s=%s by name, without repeating the value", (name, value) => {
    const fields = fieldsOf({ [name]: value });
    expect(Object.keys(fields ?? {})).toEqual([name]);
    expect(fields?.[name]).toMatch(/has to|may use|is too long/);
    expect(fields?.[name]).not.toContain(value);
  });

  it("names every wrong variable at once", () => {
    const fields = fieldsOf({ BELLHOP_PORT: "x", BELLHOP_PRACTICE: "x" });
    expect(Object.keys(fields ?? {}).toSorted()).toEqual(["BELLHOP_PORT", "BELLHOP_PRACTICE"]);
  });

  it("misses the id beside a secret", () => {
    expect(fieldsOf({ BELLHOP_GOOGLE_CLIENT_SECRET: "s" })).toEqual({
      BELLHOP_GOOGLE_CLIENT_ID: "is needed beside BELLHOP_GOOGLE_CLIENT_SECRET",
    });
  });
});
