import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Env, SettingsError, readSettings } from "../../../src-companion/settings.ts";

const WORK = path.resolve("/srv");

function messagesOf(env: Env): readonly string[] {
  try {
    readSettings(env, WORK);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.messages;
    throw error;
  }
}

describe("Settings of the companion", () => {
  it("need nothing: SQLite in a folder, on this computer only, mails into a folder", () => {
    expect(readSettings({}, WORK)).toMatchObject({
      host: "127.0.0.1",
      port: 8787,
      baseUrl: "http://127.0.0.1:8787",
      secureCookies: false,
      dataFolder: path.join(WORK, "companion-data"),
      databaseUrl: null,
      google: null,
      facebook: null,
      smtpUrl: null,
      clientAddressHeader: null,
    });
  });

  it("count an empty variable as absent", () => {
    expect(messagesOf({ COMPANION_PORT: "", DATABASE_URL: "", GOOGLE_CLIENT_ID: "" })).toEqual([]);
  });

  it("make cookies secure wherever customers come over https", () => {
    const settings = readSettings({ COMPANION_URL: "https://book.example/" }, WORK);
    expect(settings).toMatchObject({ baseUrl: "https://book.example", secureCookies: true });
  });

  it.each([
    ["http://book.example", "must be https"],
    ["http://192.168.0.4:8787", "must be https"],
    ["ftp://book.example", "must be an http or https address"],
    ["book.example", "must be an http or https address"],
    ["https://book.example/salon", "must have no path"],
  ])("refuse %s as the address for customers", (url, message) => {
    expect(messagesOf({ COMPANION_URL: url }).join()).toContain(message);
  });

  it("take plain http for this computer", () => {
    expect(readSettings({ COMPANION_URL: "http://localhost:9000" }, WORK).secureCookies).toBe(
      false,
    );
  });

  it("say one clear thing for each setting that is wrong, all at once", () => {
    const messages = messagesOf({
      COMPANION_PORT: "eighty",
      COMPANION_SECRET: "short",
      DATABASE_URL: "mysql://db",
      SMTP_URL: "http://mail",
      FACEBOOK_VERSION: "24",
    });
    expect(messages).toEqual([
      "COMPANION_PORT must be a number between 0 and 65535.",
      "COMPANION_SECRET must have 32 characters or more.",
      "DATABASE_URL must start with postgres://.",
      "FACEBOOK_VERSION must be written like v24.0.",
      "SMTP_URL must start with smtp:// or smtps://.",
    ]);
  });

  it("name the half that is missing of what goes together", () => {
    expect(messagesOf({ GOOGLE_CLIENT_ID: "x" })).toEqual([
      "GOOGLE_CLIENT_SECRET is missing: GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET go together.",
    ]);
    expect(messagesOf({ FACEBOOK_APP_SECRET: "x" })).toEqual([
      "FACEBOOK_APP_ID is missing: FACEBOOK_APP_ID and FACEBOOK_APP_SECRET go together.",
    ]);
  });

  it("want a secret of their own where several servers may share a database", () => {
    const [message] = messagesOf({ DATABASE_URL: "postgres://db/companion" });
    expect(message).toContain("COMPANION_SECRET is missing");
  });

  it("want the public address as soon as others can reach the companion", () => {
    const [message] = messagesOf({ COMPANION_HOST: "0.0.0.0" });
    expect(message).toContain("COMPANION_URL is missing");
  });

  it("never repeat a secret in a message", () => {
    const messages = messagesOf({
      COMPANION_SECRET: "secret-marker",
      DATABASE_URL: "x:secret-marker",
    });
    expect(messages.join()).not.toContain("secret-marker");
  });
});
