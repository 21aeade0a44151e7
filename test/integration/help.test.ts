import { describe, expect, test } from "vitest";
import { CHECKS, type HelpCheck } from "../../src-shared/bridge/contract/help.ts";
import { AppError } from "../../src-shared/errors.ts";
import { createTranslator, sayKey } from "../../src-shared/words/translator.ts";
import { connectedDesk, refuseNewEvents, staffed } from "../fixtures/synced-desk-steps.ts";
import { openSyncedSalon, type SyncedSalon } from "../fixtures/synced-salon.ts";
import { until } from "../fixtures/until.ts";

const ACCOUNT = "desk@salon.example";
const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const { t } = createTranslator();

async function check(salon: SyncedSalon): Promise<Readonly<Record<string, HelpCheck>>> {
  const { checks } = await salon.call("help.check", {});
  expect(checks.map(({ id }) => id)).toEqual(CHECKS);
  for (const { id, says, values } of checks) {
    const key = `help.check.${id}.${says}`;
    const words = sayKey(t, key, values);
    expect(words).not.toContain("help.check");
    expect(words).not.toContain("{{");
  }
  return Object.fromEntries(checks.map((one) => [one.id, one]));
}

function results(checks: Readonly<Record<string, HelpCheck>>): string {
  return CHECKS.map((id) => checks[id]?.result).join(" ");
}

/** What is amiss, and what ends it. */
async function troubles(salon: SyncedSalon): Promise<readonly string[]> {
  return Object.values(await check(salon))
    .filter(({ result }) => result === "trouble")
    .map(({ id, says, fix }) => `${id} ${says} ${fix ?? "-"}`);
}

describe("the checks of Help", () => {
  test("before anything is connected: what can be told is told, the rest waits for the sign-in", async () => {
    const salon = await openSyncedSalon();
    const checks = await check(salon);
    expect(results(checks)).toBe("fine fine fine notice notice later later later later later");
    expect(checks["signIn"]).toMatchObject({ says: "notConnected", fix: "connect" });
  });

  test("all is well: everything is fine, and nothing was changed by looking", async () => {
    const { salon, desk } = await connectedDesk();
    await desk.book(FRIDAY_14);
    await salon.sync();
    salon.google.clearRequests();
    const checks = await check(salon);
    // The keychain of the tests lasts for a session.
    expect(results(checks)).toBe("fine fine fine notice fine fine fine fine fine fine");
    expect(checks["store"]?.values).toEqual({ count: 1 });
    expect(salon.google.requests().every(({ method }) => method === "GET")).toBe(true);
  });

  test("no network is no trouble: what lies behind it is checked later", async () => {
    const { salon } = await connectedDesk();
    salon.google.addFault({ path: "/", times: Infinity, effect: { kind: "reset" } });
    const checks = await check(salon);
    expect(checks["network"]).toMatchObject({ result: "notice", says: "silent" });
    expect(checks["signIn"]?.result).toBe("later");
    expect(checks["calendar"]?.result).toBe("later");
  });

  test("a page that is not Google’s is named", async () => {
    const { salon } = await connectedDesk();
    salon.google.addFault({ path: "/calendar/v3", times: Infinity, effect: { kind: "html" } });
    expect(await troubles(salon)).toEqual(["network stranger -"]);
  });

  test("a clock that is two hours off is named, with how far", async () => {
    const { salon } = await connectedDesk();
    salon.google.clock.advance(2 * 3_600_000);
    const { clock } = await check(salon);
    expect(clock).toMatchObject({
      says: "wrong",
      values: { clockUnit: "hours", clockAmount: 2 },
    });
  });

  test.each([
    ["KEYCHAIN_LOCKED", "locked"],
    ["KEYCHAIN_UNAVAILABLE", "silent"],
  ] as const)("a keychain that answers %s is named", async (code, says) => {
    const { salon } = await connectedDesk();
    salon.ports.secrets.get = () => Promise.reject(new AppError(code, "No."));
    salon.google.expireAccessTokens();
    expect(await troubles(salon)).toEqual([`keychain ${says} retry`]);
  });

  test("a grant that was taken away: sign in again, and the rest is checked after it", async () => {
    const { salon } = await connectedDesk();
    salon.google.revokeGrant(ACCOUNT);
    expect(await troubles(salon)).toEqual(["signIn grantRevoked signIn"]);
    expect((await check(salon))["calendar"]).toMatchObject({ says: "afterSignIn" });
    await until("the sync says so too", async () => (await salon.state()) === "needsSignIn");
  });

  test("an organisation that forbids the app", async () => {
    const { salon } = await connectedDesk();
    salon.google.addFault({
      kind: "calendarList.list",
      times: Infinity,
      effect: { kind: "error", status: 403, reason: "domainPolicy" },
    });
    expect(await troubles(salon)).toEqual(["access blocked adminText"]);
  });

  test("a calendar that is gone, read-only or renamed", async () => {
    const { salon } = await connectedDesk();
    const calendarId = await salon.calendarId();
    salon.google.renameCalendar(calendarId, "Diary");
    const { calendar } = await check(salon);
    expect(calendar).toMatchObject({ result: "notice", says: "renamed" });
    expect(calendar?.values["name"]).toBe("Diary");
    const known = (await salon.call("google.connection", {})).connection?.calendar?.name;
    expect(known).toBe("Diary");
    expect((await check(salon))["calendar"]).toMatchObject({ result: "fine", says: "there" });

    salon.google.setRole(ACCOUNT, calendarId, "reader");
    expect(await troubles(salon)).toEqual(["calendar readOnly chooseCalendar"]);
    salon.google.setRole(ACCOUNT, calendarId, "owner");
    salon.google.deleteCalendar(calendarId);
    expect(await troubles(salon)).toEqual(["calendar gone chooseCalendar"]);
  });

  test("a booking that Google refuses is trouble, and leads to where it stands", async () => {
    const { salon, desk } = await connectedDesk();
    refuseNewEvents(salon);
    await desk.book(FRIDAY_14);
    await salon.sync();
    expect(await troubles(salon)).toEqual(["sync attention review"]);
  });

  test("limits are good to know and need nobody", async () => {
    const { salon, desk } = await connectedDesk();
    salon.google.exhaustAccount(ACCOUNT, 6 * 3_600_000);
    await desk.book(FRIDAY_14);
    await salon.sync();
    expect((await check(salon))["limit"]).toMatchObject({ result: "notice", says: "limited" });
    expect(await troubles(salon)).toEqual([]);
  });
});

describe("the diagnostics", () => {
  const PEOPLE = /Marguerite|Marker|0171|marker@guest|salon\.example|Hush|Zanzibar|Salon bookings/;

  async function marked() {
    const salon = await openSyncedSalon();
    const desk = await staffed(salon);
    await salon.connect();
    const { call } = salon;
    const business = await call("business.get", {});
    await call("business.update", {
      revision: business.revision,
      fields: { name: "Zanzibar Hair" },
    });
    await desk.book(FRIDAY_14, {
      customer: {
        is: "new",
        fields: {
          name: "Marguerite Marker",
          phone: "+49 0171 234567",
          email: "marker@guest.example",
          notes: "Hush",
          alert: "Hush",
        },
      },
      customerNotes: "Hush",
      deskNotes: "Hush",
    });
    salon.google.addFault({
      kind: "events.insert",
      effect: { kind: "status", status: 400, body: { error: { message: "No Marguerite Marker" } } },
    });
    await salon.sync();
    return salon;
  }

  test("say what happened and name nobody", async () => {
    const salon = await marked();
    const { name, text } = await salon.call("help.diagnostics", {});
    expect(name).toBe("bellhop-report-2026-11-19.txt");
    for (const part of ["Bellhop", "Sync", "Checks", "Cycles", "Sizes", "Log"])
      expect(text).toContain(`## ${part}\n`);
    expect(text).toContain("network: fine, answers");
    expect(text).toContain("parked: 1");
    expect(text).not.toMatch(PEOPLE);
    for (const secret of salon.ports.kept.values())
      expect(text).not.toContain(JSON.parse(secret).refreshToken);
    expect(text).not.toMatch(/ya29\.|1\/\/|GOCSPX-/);
  });

  test("come although a part of them can’t be read", async () => {
    const salon = await marked();
    salon.tamper("ALTER TABLE sync_run RENAME TO sync_run_gone");
    const { text } = await salon.call("help.diagnostics", {});
    expect(text).toMatch(/## Cycles\ncould not be read/);
    expect(text).toContain("network: fine, answers");
    expect(text).not.toMatch(PEOPLE);
  });
});
