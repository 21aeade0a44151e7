import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ensureBuilt } from "../../../scripts/tools/build.ts";
import { defaultClients, startGoogleSimulator } from "../../../simulators/google/index.ts";
import { type Booted, bootMain } from "../../fixtures/electron/booted.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { until } from "../../fixtures/until.ts";

const OWNER = "owner@salon.example";
const CALENDAR = "salon";
const [CLIENT] = defaultClients;

beforeAll(() => ensureBuilt());

/** The built main bundle beside a Google of its own, connected to it and up to date. */
async function connected() {
  const google = await startGoogleSimulator({
    consent: "approve",
    accounts: [
      {
        email: OWNER,
        calendars: [{ id: OWNER }, { id: CALENDAR, summary: "Salon" }],
      },
    ],
  });
  onTestFinished(() => google.close());
  const { authorize, token, revoke, calendarRoot } = google.endpoints;
  const dataDir = join(tempFolder(), "data");
  const env = {
    BELLHOP_GOOGLE_CLIENT_ID: CLIENT?.clientId ?? "",
    BELLHOP_GOOGLE_CLIENT_SECRET: CLIENT?.clientSecret ?? "",
    BELLHOP_GOOGLE_AUTH_URL: authorize,
    BELLHOP_GOOGLE_TOKEN_URL: token,
    BELLHOP_GOOGLE_REVOKE_URL: revoke,
    BELLHOP_GOOGLE_API_URL: calendarRoot,
  };
  const booted = await bootMain(dataDir, env);
  await until("the tray is there", async () => (await booted.facts()).tray !== null);
  await booted.invoke("google.connect", { makeCalendar: false });
  await until("the browser was opened", async () => (await booted.facts()).opened.length > 0);
  await (await fetch((await booted.facts()).opened.at(-1) ?? "")).text();
  await until("the sign-in has ended", async () => {
    const reply = await booted.invoke("google.connection", {});
    return reply.ok && reply.value.connection !== null && reply.value.progress.is === "none";
  });
  await booted.invoke("google.chooseCalendar", { is: "existing", calendarId: CALENDAR });
  await shows(booted, "Up to date");
  return { google, booted, dataDir };
}

function shows(booted: Booted, words: string): Promise<void> {
  return until(`the tray says “${words}”`, async () =>
    (await booted.facts()).tooltip.endsWith(words),
  );
}

const lists = (google: Awaited<ReturnType<typeof startGoogleSimulator>>): number =>
  google.control.requests({ kind: "events.list" }).length;

describe("the built app, connected", () => {
  it("is paused and resumed from the tray", async () => {
    const { booted } = await connected();
    expect(await booted.ask({ ask: "press", label: "Until resumed" })).toBe(true);
    await shows(booted, "Paused");
    expect((await booted.facts()).trayLabels).not.toContain("Pause sync");
    expect(await booted.ask({ ask: "press", label: "Resume sync" })).toBe(true);
    await shows(booted, "Up to date");
  });

  it("asks Google when the computer wakes up, and when “Sync now” is chosen in the tray", async () => {
    const { booted, google } = await connected();
    let before = lists(google);
    await booted.ask({ ask: "wake" });
    await until("Google was asked after waking", () => lists(google) > before);
    await shows(booted, "Up to date");
    before = lists(google);
    expect(await booted.ask({ ask: "press", label: "Sync now" })).toBe(true);
    await until("Google was asked by hand", () => lists(google) > before);
  });

  it("hands a command of its menu to the window", async () => {
    const { booted } = await connected();
    expect(await booted.ask({ ask: "choose", label: "New booking" })).toBe(true);
    const { windows } = await booted.facts();
    expect(windows[0]?.sent.map(({ event }) => event)).toContain("command.chosen");
    expect(await booted.invoke("app.chosenCommand", {})).toEqual({
      ok: true,
      value: { chosen: { command: "create", byKey: false } },
    });
  });

  it("ends in the middle of a sync, and the next start finds its data free and whole", async () => {
    const { booted, google, dataDir } = await connected();
    google.control.addFault({ kind: "events.list", effect: { kind: "hang" } });
    const before = lists(google);
    await booted.ask({ ask: "press", label: "Sync now" });
    await until("a request hangs", () => lists(google) > before);
    await booted.ask({ ask: "quit" });
    await until("it has ended", async () => (await booted.facts()).ended !== null);
    expect((await booted.facts()).ended).toEqual({ code: 0 });
    const again = await bootMain(dataDir);
    await until("the tray is there", async () => (await again.facts()).tray !== null);
    expect((await again.facts()).boxes).toEqual([]);
  });
});
