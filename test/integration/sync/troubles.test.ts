import { describe, expect, onTestFinished, test } from "vitest";
import { createDesk } from "../../../src-main/core/desk.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { createTranslator, describeSync } from "../../../src-shared/words/translator.ts";
import { canMakeCertificates, makeCertificate, serveWith } from "../../fixtures/certificate.ts";
import {
  connectedDesk,
  refuseNewEvents,
  shownOf,
  staffed,
} from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon, type SyncedSalon } from "../../fixtures/synced-salon.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const ACCOUNT = "desk@salon.example";
const { t } = createTranslator();

/** What a person reads first. */
async function said(salon: SyncedSalon): Promise<string> {
  return describeSync(t, await shownOf(salon), { time: (at) => at.slice(11, 16) })[0] ?? "";
}

/** A keychain that answers every question with one refusal, from now on. */
function refuse(salon: SyncedSalon, code: "KEYCHAIN_LOCKED" | "KEYCHAIN_UNAVAILABLE"): () => void {
  const { secrets } = salon.ports;
  const { get } = secrets;
  secrets.get = () => Promise.reject(new AppError(code, "No."));
  return () => {
    secrets.get = get;
  };
}

describe("the keychain", () => {
  test.each([
    ["KEYCHAIN_LOCKED", "keychainLocked"],
    ["KEYCHAIN_UNAVAILABLE", "keychainSilent"],
  ] as const)(
    "that answers %s has a state of its own; what waits goes out when it opens",
    async (code, words) => {
      const { salon, desk } = await connectedDesk();
      const open = refuse(salon, code);
      salon.google.expireAccessTokens();
      await desk.book(FRIDAY_14);
      await salon.sync();
      expect(await shownOf(salon)).toMatchObject({
        tone: "error",
        words,
        fix: "retry",
        waiting: 1,
      });
      open();
      await salon.sync();
      expect(await shownOf(salon)).toMatchObject({ words: "upToDate", waiting: 0 });
      expect(await salon.live()).toHaveLength(1);
    },
  );

  test("that is locked is not asked again and again: each question may open a window of the system", async () => {
    const { salon } = await connectedDesk();
    let asked = 0;
    salon.ports.secrets.get = () => {
      asked += 1;
      return Promise.reject(new AppError("KEYCHAIN_LOCKED", "Locked."));
    };
    salon.google.expireAccessTokens();
    await salon.sync();
    salon.time.forward(3_600_000);
    expect(asked).toBe(1);
  });

  test("that lost the sign-in says so, and not that Google took it away", async () => {
    const { salon } = await connectedDesk();
    salon.ports.kept.clear();
    salon.google.expireAccessTokens();
    await salon.sync();
    expect(await shownOf(salon)).toMatchObject({ words: "signInLost", fix: "signIn" });
  });

  test("that is locked while somebody signs in connects nothing and says why", async () => {
    const salon = await openSyncedSalon();
    salon.ports.secrets.set = () => Promise.reject(new AppError("KEYCHAIN_LOCKED", "Locked."));
    await salon.signIn();
    const { connection, progress } = await salon.call("google.connection", {});
    expect(connection).toBeNull();
    expect(progress).toMatchObject({ is: "failed", code: "KEYCHAIN_LOCKED" });
  });
});

describe("the clock", () => {
  test("two hours behind: the sync goes on, and it is said until the clock is right", async () => {
    const { salon, desk } = await connectedDesk();
    salon.google.clock.advance(2 * 3_600_000);
    await desk.book(FRIDAY_14);
    await salon.sync();
    expect(await salon.live()).toHaveLength(1);
    expect(await shownOf(salon)).toMatchObject({ tone: "error", words: "clockWrong", fix: "help" });
    expect(await said(salon)).toContain("clock is 2 hours off");
    salon.google.clock.advance(-2 * 3_600_000);
    await salon.sync();
    expect(await shownOf(salon)).toMatchObject({ tone: "active", words: "upToDate" });
  });

  test("a proxy's page is no witness of the time", async () => {
    const { salon } = await connectedDesk();
    salon.google.clock.advance(2 * 3_600_000);
    salon.google.addFault({ path: "/calendar/v3", times: 1, effect: { kind: "html" } });
    await salon.sync();
    expect(await shownOf(salon)).toMatchObject({ words: "retrying" });
    expect((await salon.call("sync.status", {})).counts.clockOffMs).toBe(0);
  });
});

describe("limits", () => {
  test("of the account are a note with a time, even hours later, and never red", async () => {
    const { salon, desk } = await connectedDesk();
    salon.google.exhaustAccount(ACCOUNT, 6 * 3_600_000);
    await desk.book(FRIDAY_14);
    await salon.sync();
    salon.time.forward(2 * 3_600_000);
    await salon.sync();
    expect(await shownOf(salon)).toMatchObject({ tone: "active", words: "limited", waiting: 1 });
    expect(await said(salon)).toMatch(/^Google is limiting requests\. Next try \d\d:\d\d\.$/);
  });
});

describe("a permission for a limited time", () => {
  test("that ran out is told apart from one that was taken away", async () => {
    const salon = await openSyncedSalon({ simulator: { switches: { testingMode: true } } });
    await staffed(salon);
    await salon.connect();
    salon.time.forward(8 * 86_400_000);
    salon.google.expireRefreshTokens();
    await salon.sync();
    expect(await shownOf(salon)).toMatchObject({ words: "signInExpired", fix: "signIn" });
  });
});

describe("an organisation that forbids the app", () => {
  test("is named, with a text for its administrator", async () => {
    const { salon } = await connectedDesk();
    salon.google.addFault({
      path: "/calendar/v3",
      times: Infinity,
      effect: { kind: "error", status: 403, reason: "domainPolicy" },
    });
    await salon.sync();
    expect(await shownOf(salon)).toMatchObject({ words: "accessBlocked", fix: "adminText" });
    const { connection } = await salon.call("google.connection", {});
    expect(connection?.appId).toBe(salon.settings.google.client?.id);
  });
});

test.skipIf(!canMakeCertificates())(
  "a proxy whose certificate nobody trusts is no lost network: it is named, and tried again",
  async () => {
    const { salon } = await connectedDesk();
    await salon.desk().stop();
    const { server, url } = await serveWith(makeCertificate(tempFolder()));
    onTestFinished(() => void server.close());
    const google = salon.settings.google;
    const settings = {
      ...salon.settings,
      google: { ...google, endpoints: { ...google.endpoints, calendarRoot: url } },
    };
    const desk = createDesk({ dataDir: salon.dataDir, ports: salon.ports, settings });
    onTestFinished(() => desk.stop());
    desk.start();
    await desk.handlers["sync.now"]({});
    expect(desk.presentation()).toMatchObject({ tone: "active", words: "notTrusted", fix: "help" });
    salon.time.jump(16 * 60_000);
    expect(desk.presentation()).toMatchObject({ tone: "error", words: "notTrusted", fix: "help" });
  },
);

test("a sync that stops until a person does something says so in the activity, once", async () => {
  const { salon } = await connectedDesk();
  salon.google.revokeGrant(ACCOUNT);
  await salon.sync();
  salon.time.forward(3_600_000);
  expect(await salon.state()).toBe("needsSignIn");
  const lines = await salon.call("sync.journal", {
    limit: 500,
    search: "stopped",
    direction: "trouble",
  });
  expect(lines).toMatchObject([
    { direction: "none", reason: "The permission was taken back; a new sign-in is needed." },
  ]);
});

test("what Google refused and somebody skipped asks for nothing, stays counted, and can be sent again", async () => {
  const { salon, desk } = await connectedDesk();
  refuseNewEvents(salon);
  await desk.book(FRIDAY_14);
  await salon.sync();
  expect(await shownOf(salon)).toMatchObject({ tone: "error", words: "needsAttention" });
  const [item] = await salon.call("sync.attention", {});
  await salon.call("sync.settleAttention", { id: item?.id ?? "", how: "dismiss" });
  await salon.sync();
  expect(await shownOf(salon)).toMatchObject({ tone: "active", words: "upToDate" });
  const counts = async () => (await salon.call("sync.status", {})).counts;
  expect(await counts()).toMatchObject({ waiting: 0, parked: 0, skipped: 1 });
  expect(await salon.live()).toHaveLength(0);

  salon.google.clearFaults();
  expect(await salon.call("sync.sendSkipped", {})).toEqual({ queued: 1 });
  await salon.sync();
  expect(await counts()).toMatchObject({ waiting: 0, parked: 0, skipped: 0, linked: 1 });
  expect(await salon.live()).toHaveLength(1);
});
