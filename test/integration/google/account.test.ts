import { describe, expect, it } from "vitest";
import type { CalendarAccount } from "../../../src-main/core/calendars/calendar-account.ts";
import type { SignInRequest } from "../../../src-main/core/calendars/google/sign-in.ts";
import { CALENDAR_LIST_SCOPE } from "../../../src-main/core/calendars/google/scopes.ts";
import {
  ACCOUNT,
  CALENDAR,
  type GoogleDesk,
  INSTALLATION,
  failureOf,
  grantedBy,
  startGoogleDesk,
} from "../../fixtures/google-desk.ts";

const SECRET = `google/${INSTALLATION}/${ACCOUNT}`;

async function connect(
  request: Partial<SignInRequest> = {},
  options: Parameters<typeof startGoogleDesk>[0] = {},
): Promise<{ readonly desk: GoogleDesk; readonly account: CalendarAccount }> {
  const desk = await startGoogleDesk(options);
  const account = await desk.google.adopt(await grantedBy(desk, request));
  desk.sim.control.clearRequests();
  return { desk, account };
}

/** The same connection after a restart: nothing but the keychain is left. */
function restart(desk: GoogleDesk): CalendarAccount {
  return desk.google.open(ACCOUNT, []);
}

function tokenRequests(desk: GoogleDesk): number {
  return desk.sim.control.requests({ kind: "oauth.token" }).length;
}

describe("calendars", () => {
  it("lists what the account sees, with what may be done in each", async () => {
    const { account } = await connect();
    const calendars = await account.listCalendars();
    expect(
      calendars.map(({ id, access, usable, primary }) => ({ id, access, usable, primary })),
    ).toEqual(
      expect.arrayContaining([
        { id: ACCOUNT, access: "owner", usable: true, primary: true },
        { id: CALENDAR, access: "owner", usable: true, primary: false },
        {
          id: "holidays@group.v.calendar.google.com",
          access: "reader",
          usable: false,
          primary: false,
        },
        { id: "owner@salon.example", access: "freeBusy", usable: false, primary: false },
      ]),
    );
    expect(calendars.every(({ zone }) => zone === "Europe/Berlin")).toBe(true);
  });

  it("makes a calendar with one reminder, in the zone of the business", async () => {
    const { desk, account } = await connect({ makeCalendar: true });
    const made = await account.makeCalendar("Bookings", "Asia/Kolkata");
    expect(made).toMatchObject({ name: "Bookings", usable: true, zone: "Asia/Kolkata" });
    const entry = desk.sim.control.calendars().find(({ id }) => id === made.id);
    expect(entry).toMatchObject({ defaultReminders: [{ method: "popup", minutes: 10 }] });
  });

  it("finds its calendar again when the answer to making it was lost", async () => {
    const { desk, account } = await connect({ makeCalendar: true });
    desk.sim.control.addFault({ kind: "calendars.insert", effect: { kind: "lostResponse" } });
    expect(await failureOf(account.makeCalendar("Bookings", "UTC"))).toEqual({ is: "noNetwork" });
    await account.makeCalendar("Bookings", "UTC");
    const made = desk.sim.control.calendars().filter(({ summary }) => summary === "Bookings");
    expect(made).toHaveLength(1);
  });

  it("keeps the calendar when only its reminder could not be set", async () => {
    const { desk, account } = await connect({ makeCalendar: true });
    desk.sim.control.addFault({
      kind: "calendarList.patch",
      effect: { kind: "status", status: 500 },
    });
    await expect(account.makeCalendar("Bookings", "UTC")).resolves.toMatchObject({
      name: "Bookings",
    });
  });

  it("says which permission is missing instead of trying", async () => {
    const { desk, account } = await connect();
    expect(await failureOf(account.makeCalendar("Bookings", "UTC"))).toEqual({
      is: "scopeMissing",
    });
    expect(desk.sim.control.requests({ kind: "calendars.insert" })).toHaveLength(0);
  });

  it("says scopeMissing when a box was left empty", async () => {
    const desk = await startGoogleDesk();
    desk.sim.control.setConsent({ untick: [CALENDAR_LIST_SCOPE] });
    const account = await desk.google.adopt(await grantedBy(desk));
    expect(await failureOf(account.listCalendars())).toEqual({ is: "scopeMissing" });
  });
});

describe("tokens", () => {
  it("keeps the refresh token in the keychain and nothing else", async () => {
    const { desk, account } = await connect();
    await account.listCalendars();
    const kept = JSON.parse((await desk.secrets.get(SECRET)) ?? "{}");
    expect(Object.keys(kept)).toEqual(["refreshToken", "endsAt"]);
  });

  it("needs no refresh right after the sign-in, one after a restart, none for the next call", async () => {
    const { desk, account } = await connect();
    await account.listCalendars();
    expect(tokenRequests(desk)).toBe(0);
    const again = restart(desk);
    await again.listCalendars();
    await again.listCalendars();
    expect(tokenRequests(desk)).toBe(1);
  });

  it("refreshes once for many calls at a time", async () => {
    const { desk } = await connect();
    const account = restart(desk);
    await Promise.all([1, 2, 3, 4].map(() => account.listCalendars()));
    expect(tokenRequests(desk)).toBe(1);
  });

  it("refreshes ahead of the end that Google named", async () => {
    const { desk, account } = await connect();
    desk.time.jump(3_599_000 - 59_000);
    await account.listCalendars();
    expect(tokenRequests(desk)).toBe(1);
    expect(desk.sim.control.requests({ status: 401 })).toHaveLength(0);
  });

  it("answers a 401 by one refresh and one repetition, for parallel calls too", async () => {
    const { desk, account } = await connect();
    desk.sim.control.expireAccessTokens();
    await Promise.all([account.listCalendars(), account.listCalendars()]);
    expect(tokenRequests(desk)).toBe(1);
  });

  it("is signed out when Google refuses a fresh token as well", async () => {
    const { desk, account } = await connect();
    const unauthorized = { kind: "error", status: 401, reason: "authError" } as const;
    desk.sim.control.addFault({ kind: "calendarList.list", times: 2, effect: unauthorized });
    expect(await failureOf(account.listCalendars())).toEqual({
      is: "signedOut",
      cause: "grantRevoked",
    });
    expect(desk.sim.control.requests({ kind: "calendarList.list" })).toHaveLength(2);
  });

  it("stores a new refresh token if one comes", async () => {
    const { desk } = await connect();
    const next = desk.sim.control.issueTokens(ACCOUNT, [CALENDAR_LIST_SCOPE]);
    const body = {
      access_token: next.accessToken,
      expires_in: 3599,
      refresh_token: next.refreshToken,
    };
    desk.sim.control.addFault({
      kind: "oauth.token",
      effect: { kind: "status", status: 200, body },
    });
    await restart(desk).listCalendars();
    expect(await desk.secrets.get(SECRET)).toContain(next.refreshToken);
  });

  it("is signed out for good when the person took the grant back, and asks no more", async () => {
    const { desk } = await connect();
    const account = restart(desk);
    desk.sim.control.revokeGrant(ACCOUNT);
    const revoked = { is: "signedOut", cause: "grantRevoked" };
    expect(await failureOf(account.listCalendars())).toEqual(revoked);
    expect(await failureOf(account.listCalendars())).toEqual(revoked);
    expect(tokenRequests(desk)).toBe(1);
    expect(await desk.secrets.get(SECRET)).toBeNull();
    expect(await failureOf(restart(desk).listCalendars())).toEqual({
      is: "signedOut",
      cause: "secretMissing",
    });
  });

  it("says expired where the grant was given for a limited time", async () => {
    const { desk } = await connect({}, { switches: { testingMode: true } });
    desk.time.jump(8 * 86_400_000);
    expect(await failureOf(restart(desk).listCalendars())).toEqual({
      is: "signedOut",
      cause: "grantExpired",
    });
  });

  it("does not sign anybody out because the client or the server is at fault", async () => {
    const { desk } = await connect();
    const account = restart(desk);
    const { addFault } = desk.sim.control;
    addFault({
      kind: "oauth.token",
      effect: { kind: "status", status: 500, body: { error: "internal_failure" } },
    });
    expect(await failureOf(account.listCalendars())).toMatchObject({ is: "serverError" });
    addFault({ kind: "oauth.token", effect: { kind: "reset" } });
    expect(await failureOf(account.listCalendars())).toEqual({ is: "noNetwork" });
    addFault({
      kind: "oauth.token",
      effect: { kind: "status", status: 401, body: { error: "invalid_client" } },
    });
    expect(await failureOf(account.listCalendars())).toEqual({
      is: "signedOut",
      cause: "clientRejected",
    });
    await expect(account.listCalendars()).resolves.toHaveLength(4);
  });

  it("works again after a new sign-in", async () => {
    const { desk } = await connect();
    desk.sim.control.revokeGrant(ACCOUNT);
    await failureOf(restart(desk).listCalendars());
    const account = await desk.google.adopt(await grantedBy(desk, { loginHint: ACCOUNT }));
    await expect(account.listCalendars()).resolves.toHaveLength(4);
  });
});

describe("giving the grant back", () => {
  it("revokes it at Google and forgets it here", async () => {
    const { desk, account } = await connect();
    expect(await account.revoke()).toBe(true);
    expect(desk.sim.control.requests({ kind: "oauth.revoke", status: 200 })).toHaveLength(1);
    expect(await desk.secrets.get(SECRET)).toBeNull();
    expect(await failureOf(account.listCalendars())).toEqual({
      is: "signedOut",
      cause: "secretMissing",
    });
  });

  it("counts as done when the grant was over already", async () => {
    const { desk, account } = await connect();
    desk.sim.control.revokeGrant(ACCOUNT);
    expect(await account.revoke()).toBe(true);
    expect(await account.revoke()).toBe(true);
  });

  it("forgets it here even if Google can't be reached, and says so", async () => {
    const { desk, account } = await connect();
    desk.sim.control.addFault({ kind: "oauth.revoke", effect: { kind: "reset" } });
    expect(await account.revoke()).toBe(false);
    expect(await desk.secrets.get(SECRET)).toBeNull();
  });
});
