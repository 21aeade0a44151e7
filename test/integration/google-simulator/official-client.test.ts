import type { calendar_v3 } from "@googleapis/calendar";
import { calendar } from "@googleapis/calendar";
import { CodeChallengeMethod, OAuth2Client } from "google-auth-library";
import { describe, expect, it } from "vitest";
import type { GoogleSimulator } from "../../../simulators/google/index.ts";
import { BOOKINGS, EMAIL, hourAt, openDesk, scope } from "./harness.ts";

const REDIRECT = "http://127.0.0.1:54321/callback";

function clientFor(simulator: GoogleSimulator): OAuth2Client {
  const { authorize, token, revoke, tokeninfo, pemKeys, jwks } = simulator.endpoints;
  return new OAuth2Client({
    clientId: "1000-desk.apps.googleusercontent.com",
    clientSecret: "GOCSPX-simulated",
    redirectUri: REDIRECT,
    endpoints: {
      oauth2AuthBaseUrl: authorize,
      oauth2TokenUrl: token,
      oauth2RevokeUrl: revoke,
      tokenInfoUrl: tokeninfo,
      oauth2FederatedSignonPemCertsUrl: pemKeys,
      oauth2FederatedSignonJwkCertsUrl: jwks,
    },
    issuers: [simulator.issuer],
  });
}

/** Signs in the way an installed app does, without a page to look at. */
async function signIn(simulator: GoogleSimulator): Promise<OAuth2Client> {
  const auth = clientFor(simulator);
  const { codeVerifier, codeChallenge } = await auth.generateCodeVerifierAsync();
  const url = auth.generateAuthUrl({
    scope: ["openid", "email", scope("calendar")],
    state: "s",
    code_challenge_method: CodeChallengeMethod.S256,
    ...(codeChallenge === undefined ? {} : { code_challenge: codeChallenge }),
  });
  const response = await fetch(url, { redirect: "manual" });
  const code = new URL(response.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const { tokens } = await auth.getToken({ code, codeVerifier });
  auth.setCredentials(tokens);
  return auth;
}

async function connect(): Promise<{
  simulator: GoogleSimulator;
  auth: OAuth2Client;
  api: calendar_v3.Calendar;
}> {
  const { simulator } = await openDesk({ consent: "approve", now: Date.now });
  const auth = await signIn(simulator);
  const api = calendar({
    version: "v3",
    auth,
    rootUrl: simulator.endpoints.calendarRoot,
    retry: false,
  });
  return { simulator, auth, api };
}

describe("the official client", () => {
  it("signs in with PKCE, verifies the id_token, refreshes and revokes", async () => {
    const { auth } = await connect();
    const ticket = await auth.verifyIdToken({
      idToken: auth.credentials.id_token ?? "",
      audience: "1000-desk.apps.googleusercontent.com",
    });
    expect(ticket.getPayload()?.email).toBe(EMAIL);
    const info = await auth.getTokenInfo(auth.credentials.access_token ?? "");
    expect(info.scopes).toContain(scope("calendar"));
    const before = auth.credentials.access_token;
    const { credentials } = await auth.refreshAccessToken();
    expect(credentials.access_token).not.toBe(before);
    await auth.revokeToken(credentials.access_token ?? "");
    await expect(auth.refreshAccessToken()).rejects.toThrow("invalid_grant");
  });

  it("makes, reads, changes and deletes an event", async () => {
    const { api } = await connect();
    const calendarId = BOOKINGS;
    const made = await api.events.insert({
      calendarId,
      requestBody: { summary: "A", ...hourAt(9) },
    });
    const eventId = made.data.id ?? "";
    const patched = await api.events.patch(
      { calendarId, eventId, requestBody: { summary: "B" } },
      { headers: { "If-Match": made.data.etag ?? "" } },
    );
    expect(patched.data.summary).toBe("B");
    await expect(
      api.events.update(
        { calendarId, eventId, requestBody: { ...hourAt(10) } },
        { headers: { "If-Match": made.data.etag ?? "" } },
      ),
    ).rejects.toMatchObject({ status: 412 });
    expect((await api.events.delete({ calendarId, eventId })).status).toBe(204);
    await expect(api.events.delete({ calendarId, eventId })).rejects.toMatchObject({ status: 410 });
    expect((await api.events.get({ calendarId, eventId })).data.status).toBe("cancelled");
  });

  it("walks pages, syncs by token, expands a series and lists calendars", async () => {
    const { api, simulator } = await connect();
    const calendarId = "primary";
    const recurrence = ["RRULE:FREQ=WEEKLY;COUNT=3"];
    const master = await api.events.insert({
      calendarId,
      requestBody: { ...hourAt(9), recurrence },
    });
    await api.events.insert({ calendarId, requestBody: hourAt(12) });
    const first = await api.events.list({ calendarId, maxResults: 1 });
    const pageToken = first.data.nextPageToken ?? "";
    const second = await api.events.list({ calendarId, maxResults: 1, pageToken });
    const syncToken = second.data.nextSyncToken ?? "";
    const instances = await api.events.instances({ calendarId, eventId: master.data.id ?? "" });
    await api.events.delete({ calendarId, eventId: instances.data.items?.[1]?.id ?? "" });
    const increment = await api.events.list({ calendarId, syncToken });
    expect(increment.data.items?.map(({ status }) => status)).toEqual(["cancelled"]);
    simulator.control.expireSyncTokens();
    await expect(api.events.list({ calendarId, syncToken })).rejects.toMatchObject({ status: 410 });
    expect((await api.calendarList.list()).data.items).toHaveLength(4);
  });
});
