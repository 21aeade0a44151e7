import { request as httpRequest } from "node:http";
import { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import {
  CALENDAR_LIST_SCOPE,
  EVENTS_SCOPE,
  MAKE_CALENDAR_SCOPE,
} from "../../../src-main/core/calendars/google/scopes.ts";
import type { StartedSignIn } from "../../../src-main/core/calendars/google/sign-in.ts";
import {
  ACCOUNT,
  type GoogleDesk,
  browse,
  signIn,
  startGoogleDesk,
} from "../../fixtures/google-desk.ts";

const PLAIN = { makeCalendar: false, loginHint: null } as const;

function asked(started: StartedSignIn): URLSearchParams {
  return new URL(started.url).searchParams;
}

function callbackOf(started: StartedSignIn): string {
  return asked(started).get("redirect_uri") ?? "";
}

/** Lets Google answer without following its redirect: the address the browser would be sent to. */
async function answerOf(started: StartedSignIn): Promise<URL> {
  const answer = await fetch(started.url, { redirect: "manual" });
  return new URL(answer.headers.get("location") ?? "");
}

async function isRefused(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true,
  );
}

/** A request with a `Host` of its own choice, which fetch doesn't allow. */
async function statusWithHost(url: string, host: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  httpRequest(url, { headers: { host }, agent: false }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  })
    .on("error", reject)
    .end();
  return promise;
}

async function begin(desk: GoogleDesk): Promise<StartedSignIn> {
  return desk.google.signIn.begin(PLAIN);
}

describe("a sign-in that is granted", () => {
  it("goes through the system browser and comes back with account, scopes and tokens", async () => {
    const desk = await startGoogleDesk();
    const { started, outcome, end } = await signIn(desk);
    expect(desk.opened).toEqual([started.url]);
    expect(started.until).toBe("2026-11-19T09:05:00.000Z");
    expect(outcome).toMatchObject({
      is: "granted",
      account: ACCOUNT,
      missingScopes: [],
      grantEndsAt: null,
    });
    expect(end).toMatchObject({ status: 200, page: expect.stringContaining("Signed in") });
  });

  it("ends with a page that leads back to the desk, by a link that holds nothing of the answer", async () => {
    const { end } = await signIn(await startGoogleDesk());
    expect(end.page.match(/href="[^"]*"/g)).toEqual(['href="bellhop://open"']);
  });

  it("uses PKCE with S256, a state, a free port of 127.0.0.1 and the two calendar scopes", async () => {
    const { started } = await signIn(await startGoogleDesk());
    const query = asked(started);
    expect(query.get("code_challenge_method")).toBe("S256");
    expect(query.get("code_challenge")).toMatch(/^[\w-]{43}$/);
    expect(query.get("state")).toMatch(/^[\w-]{43}$/);
    expect(query.get("redirect_uri")).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(query.get("scope")).toBe(`openid email ${EVENTS_SCOPE} ${CALENDAR_LIST_SCOPE}`);
    expect(query.get("prompt")).toBe("select_account consent");
  });

  it("asks for making a calendar only when told to, and names the account that signs in again", async () => {
    const desk = await startGoogleDesk();
    const { started } = await signIn(desk, { makeCalendar: true, loginHint: ACCOUNT });
    expect(asked(started).get("scope")).toContain(MAKE_CALENDAR_SCOPE);
    expect(asked(started).get("login_hint")).toBe(ACCOUNT);
    expect(asked(started).get("prompt")).toBe("consent");
  });

  it("never repeats its secrets from one sign-in to the next", async () => {
    const desk = await startGoogleDesk();
    const first = asked((await signIn(desk)).started);
    const second = asked((await signIn(desk)).started);
    expect(second.get("state")).not.toBe(first.get("state"));
    expect(second.get("code_challenge")).not.toBe(first.get("code_challenge"));
  });

  it("names the box that was left empty", async () => {
    const desk = await startGoogleDesk();
    desk.sim.control.setConsent({ untick: [EVENTS_SCOPE] });
    const { outcome, end } = await signIn(desk);
    expect(outcome).toMatchObject({ is: "granted", missingScopes: [EVENTS_SCOPE] });
    expect(end.page).toContain("A box was left empty");
  });

  it("knows when a grant for a limited time ends", async () => {
    const desk = await startGoogleDesk({ switches: { testingMode: true } });
    const { outcome } = await signIn(desk);
    expect(outcome).toMatchObject({ grantEndsAt: Date.parse("2026-11-26T09:00:00.000Z") });
  });

  it("works without a client secret where Google asks for none", async () => {
    const desk = await startGoogleDesk({
      client: { id: "1000-desk.apps.googleusercontent.com", secret: null },
      switches: { clientSecretOptional: true },
    });
    expect((await signIn(desk)).outcome.is).toBe("granted");
  });
});

describe("a sign-in that comes to nothing", () => {
  it("says denied when the person refuses", async () => {
    const desk = await startGoogleDesk();
    desk.sim.control.setConsent({ error: "access_denied" });
    const { outcome, end } = await signIn(desk);
    expect(outcome).toEqual({ is: "denied" });
    expect(end.page).toContain("Nothing was connected");
  });

  it("says accessBlocked when the organisation forbids the app", async () => {
    const desk = await startGoogleDesk();
    desk.sim.control.setConsent({ error: "admin_policy_enforced" });
    expect((await signIn(desk)).outcome).toMatchObject({ is: "failed", why: "accessBlocked" });
  });

  it("refuses an answer with a wrong state and never sends its code anywhere", async () => {
    const desk = await startGoogleDesk();
    const started = await begin(desk);
    const answer = await answerOf(started);
    answer.searchParams.set("state", "x".repeat(43));
    expect((await browse(answer.href)).page).toContain("This answer was refused");
    expect(await started.outcome).toEqual({ is: "stateMismatch" });
    expect(desk.sim.control.requests({ kind: "oauth.token" })).toHaveLength(0);
  });

  it("refuses two states, a foreign issuer and an answer without a code", async () => {
    const desk = await startGoogleDesk();
    const twice = await begin(desk);
    const state = asked(twice).get("state") ?? "";
    await browse(`${callbackOf(twice)}/?code=4/abc&state=${state}&state=${state}`);
    expect(await twice.outcome).toEqual({ is: "stateMismatch" });

    const issued = await begin(desk);
    const answer = await answerOf(issued);
    answer.searchParams.set("iss", "https://accounts.evil.example");
    await browse(answer.href);
    expect(await issued.outcome).toMatchObject({ is: "failed", why: "wrongIssuer" });

    const empty = await begin(desk);
    await browse(`${callbackOf(empty)}/?code=&state=${asked(empty).get("state")}`);
    expect(await empty.outcome).toMatchObject({ is: "failed", why: "badAnswer" });
  });

  it("ends after five minutes and closes its port", async () => {
    const desk = await startGoogleDesk();
    const started = await begin(desk);
    desk.time.forward(299_999);
    expect(await isRefused(callbackOf(started))).toBe(false);
    desk.time.forward(1);
    expect(await started.outcome).toEqual({ is: "timedOut" });
    await expect.poll(() => isRefused(callbackOf(started))).toBe(true);
    expect(desk.time.waiting()).toBe(0);
  });

  it("can be given up, closes its port at once, and makes room for the next", async () => {
    const desk = await startGoogleDesk();
    const started = await begin(desk);
    desk.google.signIn.cancel();
    const next = await begin(desk);
    expect(await started.outcome).toEqual({ is: "cancelled" });
    await expect.poll(() => isRefused(callbackOf(started))).toBe(true);
    await browse(next.url);
    expect((await next.outcome).is).toBe("granted");
  });

  it("can be given up while the code is being exchanged", async () => {
    const desk = await startGoogleDesk();
    const started = await begin(desk);
    desk.sim.control.addFault({ kind: "oauth.token", effect: { kind: "hang" } });
    const end = browse(started.url).catch(() => "dropped");
    await expect.poll(() => desk.sim.control.requests({ kind: "oauth.token" })).toHaveLength(1);
    desk.google.signIn.cancel();
    expect(await started.outcome).toEqual({ is: "cancelled" });
    expect(await end).toBe("dropped");
  });

  it("refuses a second sign-in while one waits", async () => {
    const desk = await startGoogleDesk();
    const started = await begin(desk);
    await expect(begin(desk)).rejects.toMatchObject({ code: "CONNECT_BUSY" });
    await browse(started.url);
    expect((await started.outcome).is).toBe("granted");
  });

  it("says that nothing is configured where no client id is set", async () => {
    const desk = await startGoogleDesk({ client: null });
    await expect(begin(desk)).rejects.toMatchObject({ code: "CONNECT_NOT_CONFIGURED" });
  });

  it("tells a wrong client, no network, a proxy and a hang apart when the code is exchanged", async () => {
    const wrong = await startGoogleDesk({
      client: { id: "1000-desk.apps.googleusercontent.com", secret: "wrong" },
    });
    expect((await signIn(wrong)).outcome).toMatchObject({ is: "failed", why: "clientRejected" });

    const desk = await startGoogleDesk();
    const { addFault } = desk.sim.control;
    addFault({ kind: "oauth.token", effect: { kind: "reset" } });
    expect((await signIn(desk)).outcome).toMatchObject({ is: "failed", why: "noNetwork" });
    addFault({ kind: "oauth.token", effect: { kind: "html", status: 200 } });
    expect((await signIn(desk)).outcome).toMatchObject({ is: "failed", why: "badAnswer" });
    addFault({ kind: "oauth.token", effect: { kind: "status", status: 500 } });
    expect((await signIn(desk)).outcome).toMatchObject({ is: "failed", why: "serverError" });

    addFault({ kind: "oauth.token", effect: { kind: "hang" } });
    desk.sim.control.clearRequests();
    const started = await begin(desk);
    const end = browse(started.url);
    await expect.poll(() => desk.sim.control.requests({ kind: "oauth.token" })).toHaveLength(1);
    desk.time.forward(30_000);
    expect(await started.outcome).toMatchObject({ is: "failed", why: "timeout" });
    expect((await end).page).toContain("did not work");
  });

  it("exchanges a code once, whatever happens to the answer", async () => {
    const desk = await startGoogleDesk();
    desk.sim.control.addFault({ kind: "oauth.token", effect: { kind: "status", status: 503 } });
    await signIn(desk);
    expect(desk.sim.control.requests({ kind: "oauth.token" })).toHaveLength(1);
  });

  it("says that the clock is wrong when the proof of the account was over before it came", async () => {
    const desk = await startGoogleDesk();
    const started = await begin(desk);
    const answer = await answerOf(started);
    const { href } = answer;
    desk.sim.control.addFault({
      kind: "oauth.token",
      effect: {
        kind: "status",
        status: 200,
        body: {
          access_token: "a",
          expires_in: 3600,
          refresh_token: "r",
          scope: "openid",
          id_token: idTokenOf({
            iss: desk.sim.issuer,
            aud: "1000-desk.apps.googleusercontent.com",
            email: ACCOUNT,
            exp: desk.time.clock.now() / 1000 - 3600,
          }),
        },
      },
    });
    await browse(href);
    expect(await started.outcome).toMatchObject({ is: "failed", why: "clockWrong" });
  });
});

function idTokenOf(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256" })}.${part(claims)}.c2ln`;
}

describe("the loopback port", () => {
  it("answers strangers without ending the sign-in", async () => {
    const desk = await startGoogleDesk();
    const started = await begin(desk);
    const base = callbackOf(started);
    expect((await browse(base)).status).toBe(404);
    expect((await browse(`${base}/favicon.ico`)).status).toBe(404);
    expect((await browse(`${base}/other?code=4/abc&state=x`)).status).toBe(404);
    expect((await fetch(base, { method: "POST", body: "code=1" })).status).toBe(405);
    expect(await statusWithHost(`${base}/?code=1&state=x`, "evil.example")).toBe(421);
    await browse(started.url);
    expect((await started.outcome).is).toBe("granted");
  });

  it("listens on no other address of this computer", async () => {
    const desk = await startGoogleDesk();
    const { port } = new URL(callbackOf(await begin(desk)));
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, address }) => family === "IPv4" && address !== "127.0.0.1")
      .map(({ address }) => address);
    for (const address of [...others, "127.0.0.2"]) {
      expect(await isRefused(`http://${address}:${port}/`)).toBe(true);
    }
    desk.google.signIn.cancel();
  });

  it("takes one answer; a second one while the first is worked on finds the sign-in used", async () => {
    const desk = await startGoogleDesk();
    const started = await begin(desk);
    const { href } = await answerOf(started);
    desk.sim.control.addFault({ kind: "oauth.token", effect: { kind: "hang" } });
    const first = browse(href);
    await expect.poll(() => desk.sim.control.requests({ kind: "oauth.token" })).toHaveLength(1);
    expect(await browse(href)).toMatchObject({
      status: 410,
      page: expect.stringContaining("is over"),
    });
    desk.time.forward(30_000);
    expect((await first).page).toContain("did not work");
    expect(await started.outcome).toMatchObject({ is: "failed", why: "timeout" });
    await expect.poll(() => isRefused(href)).toBe(true);
    expect(desk.sim.control.requests({ kind: "oauth.token" })).toHaveLength(1);
  });

  it("shows pages that load nothing, tell nobody the address, and hold nothing of the answer", async () => {
    const desk = await startGoogleDesk();
    const started = await begin(desk);
    const answer = await fetch(`${callbackOf(started)}/?error=%3Cscript%3E&state=%3Cscript%3E`);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.text()).not.toContain("script");
  });

  it("leaves no code, token or address in the log", async () => {
    const desk = await startGoogleDesk();
    await signIn(desk);
    expect(JSON.stringify(desk.log)).not.toMatch(/4\/0A|ya29|1\/\/|salon\.example/);
    expect(desk.log).toContainEqual(expect.objectContaining({ event: "google.signInEnded" }));
  });
});
