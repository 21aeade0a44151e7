import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt } from "../../../scripts/tools/build.ts";
import { type Booted, bootMain } from "../../fixtures/electron/booted.ts";
import {
  CALENDAR,
  chooseCalendar,
  connectedApp,
  type ConnectedApp,
  listsOf,
  OWNER,
  ownGoogle,
  shows,
  signIn,
  staffedApp,
  withTray,
} from "../../fixtures/electron/connected.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { until } from "../../fixtures/until.ts";

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const SOON_MS = Math.ceil(Date.now() / QUARTER_MS) * QUARTER_MS + 26 * 60 * MINUTE_MS;
const SOON = new Date(SOON_MS).toISOString();

beforeAll(() => ensureBuilt());

/** An app with a Google of its own that nobody signed in to. */
async function unconnectedApp() {
  const own = await ownGoogle();
  const dataDir = join(tempFolder(), "data");
  return { ...own, dataDir, booted: await withTray(await bootMain(dataDir, own.env)) };
}

async function drawn(booted: Booted): Promise<string> {
  return basename((await booted.facts()).tray?.icon ?? "");
}

const everyCall = (effect: { status: number; reason: string }) =>
  ({ path: "/calendar/v3", times: Infinity, effect: { kind: "error", ...effect } }) as const;

interface TrayState {
  readonly words: string;
  readonly drawing: string;
  readonly stage: (app: ConnectedApp) => unknown;
}

/** The cable is pulled: the system knows, and nothing answers. */
async function pullCable({ booted, google }: ConnectedApp): Promise<void> {
  google.control.addFault({ path: "/", times: Infinity, effect: { kind: "reset" } });
  await booted.ask({ ask: "online", online: false });
}

/** What happens to an app that is up to date, and how the bell beside the clock then looks. */
const STATES: readonly TrayState[] = [
  {
    words: "Syncing",
    drawing: "syncing",
    stage: ({ google }) =>
      google.control.addFault({ kind: "events.list", effect: { kind: "hang" } }),
  },
  {
    words: "Offline",
    drawing: "offline",
    stage: pullCable,
  },
  {
    words: "Offline, 1 waiting",
    drawing: "offline",
    async stage(app) {
      const { book } = await staffedApp(app.booted);
      await pullCable(app);
      await book(SOON);
    },
  },
  {
    words: "Trying again",
    drawing: "offline",
    stage: ({ google }) =>
      google.control.addFault(everyCall({ status: 503, reason: "backendError" })),
  },
  {
    words: "Google does not answer",
    drawing: "error",
    async stage({ google, booted }) {
      google.control.addFault(everyCall({ status: 503, reason: "backendError" }));
      await booted.ask({ ask: "press", label: "Sync now" });
      await shows(booted, "Trying again");
      google.control.clock.advance(16 * MINUTE_MS);
      await booted.ask({ ask: "pass", ms: 16 * MINUTE_MS });
    },
  },
  {
    words: "Google limits requests",
    drawing: "offline",
    stage: ({ google }) =>
      google.control.addFault(everyCall({ status: 429, reason: "rateLimitExceeded" })),
  },
  {
    words: "1 needs attention",
    drawing: "error",
    async stage({ google, booted }) {
      google.control.addFault({
        kind: "events.insert",
        times: Infinity,
        effect: { kind: "error", status: 400, reason: "invalid" },
      });
      const { book } = await staffedApp(booted);
      await book(SOON);
    },
  },
  {
    words: "Sign in again",
    drawing: "error",
    stage: ({ google }) => google.control.revokeGrant(OWNER),
  },
  {
    words: "Not known to Google",
    drawing: "error",
    stage({ google }) {
      google.control.expireAccessTokens();
      google.control.addFault({
        kind: "oauth.token",
        times: Infinity,
        effect: { kind: "status", status: 401, body: { error: "invalid_client" } },
      });
    },
  },
  {
    words: "Permission missing",
    drawing: "error",
    stage: ({ google }) =>
      google.control.addFault(everyCall({ status: 403, reason: "insufficientPermissions" })),
  },
  {
    words: "Calendar is gone",
    drawing: "error",
    stage: ({ google }) => google.control.deleteCalendar(CALENDAR),
  },
  {
    words: "Calendar is read-only",
    drawing: "error",
    async stage({ google, booted }) {
      google.control.setRole(OWNER, CALENDAR, "reader");
      const { book } = await staffedApp(booted);
      await book(SOON);
    },
  },
  {
    words: "Access blocked",
    drawing: "error",
    stage: ({ google }) =>
      google.control.addFault(everyCall({ status: 403, reason: "domainPolicy" })),
  },
  {
    words: "Clock is wrong",
    drawing: "error",
    stage: ({ google }) => google.control.clock.advance(120 * MINUTE_MS),
  },
  {
    words: "Stopped to ask",
    drawing: "error",
    async stage({ google, booted }) {
      const made = Array.from({ length: 8 }, (_, hour) =>
        google.control.createEvent(CALENDAR, {
          start: { dateTime: new Date(SOON_MS + hour * 60 * MINUTE_MS).toISOString() },
          end: { dateTime: new Date(SOON_MS + (hour + 1) * 60 * MINUTE_MS).toISOString() },
        }),
      );
      await booted.call("sync.now", {});
      for (const { id } of made) google.control.deleteEvent(CALENDAR, id ?? "");
    },
  },
];

describe("the tray of the built app", () => {
  it("is the empty bell before anything is connected, while somebody signs in and chooses, and after a disconnect", async () => {
    const { booted } = await unconnectedApp();
    const bell = "disconnected-light.png";
    expect(await drawn(booted)).toBe(bell);
    expect((await booted.facts()).trayLabels).not.toContain("Sync now");
    await booted.call("google.connect", { makeCalendar: false });
    await shows(booted, "Waiting for Google");
    expect(await drawn(booted)).toBe(bell);
    await booted.call("google.connectCancel", {});
    await shows(booted, "Not connected");
    await signIn(booted);
    await shows(booted, "Choose a calendar");
    expect(await drawn(booted)).toBe(bell);
    await chooseCalendar(booted);
    await shows(booted, "Up to date");
    expect(await drawn(booted)).toBe("active-light.png");
    await booted.call("google.disconnect", { events: "leave", blocks: "remove" });
    await shows(booted, "Not connected");
    expect(await drawn(booted)).toBe(bell);
  });

  it("turns while the first sync is under way", async () => {
    const { booted, google } = await unconnectedApp();
    await signIn(booted);
    google.control.addFault({ kind: "events.list", effect: { kind: "hang" } });
    const chosen = booted.call("google.chooseCalendar", { is: "existing", calendarId: CALENDAR });
    await shows(booted, "First sync");
    expect(await drawn(booted)).toBe("syncing-light.png");
    google.control.clearFaults();
    await chosen;
  });

  it("says that the sign-in is lost where no keychain kept it over a restart", async () => {
    const { booted, dataDir, env } = await connectedApp();
    await booted.ask({ ask: "quit" });
    await until("it has ended", async () => (await booted.facts()).ended !== null);
    const again = await withTray(await bootMain(dataDir, env));
    await shows(again, "Sign in again");
    expect(await drawn(again)).toBe("error-light.png");
  });

  it.each(STATES)("says “$words”, drawn as $drawing", async ({ words, drawing, stage }) => {
    const app = await connectedApp();
    await stage(app);
    await app.booted.ask({ ask: "press", label: "Sync now" });
    await app.booted.ask({ ask: "pass", ms: 3_000 });
    await shows(app.booted, words);
    expect(await drawn(app.booted)).toBe(`${drawing}-light.png`);
    const { tray, trayLabels } = await app.booted.facts();
    expect(tray?.missing).toBe(false);
    expect([trayLabels[0], trayLabels.at(-1)]).toEqual(["Open Bellhop", "Quit Bellhop"]);
  });

  it.each([
    { label: "For an hour", ms: 60 * MINUTE_MS },
    { label: "Until tomorrow", ms: 24 * 60 * MINUTE_MS },
  ])("“$label” ends by itself", async ({ label, ms }) => {
    const { booted, google } = await connectedApp();
    expect(await booted.ask({ ask: "press", label })).toBe(true);
    await shows(booted, "Paused");
    expect(await drawn(booted)).toBe("paused-light.png");
    const before = listsOf(google);
    google.control.clock.advance(ms);
    await booted.ask({ ask: "pass", ms });
    await shows(booted, "Up to date");
    expect(listsOf(google)).toBeGreaterThan(before);
  });

  it("brings a closed window back, and quits", async () => {
    const { booted } = await unconnectedApp();
    expect(await booted.ask({ ask: "press", label: "Open Bellhop" })).toBe(true);
    expect((await booted.facts()).windows[0]?.focused).toBe(1);
    expect(await booted.ask({ ask: "press", label: "Quit Bellhop" })).toBe(true);
    await until("it has ended", async () => (await booted.facts()).ended !== null);
  });
});
