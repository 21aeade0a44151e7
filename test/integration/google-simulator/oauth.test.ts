import type { JsonWebKey } from "node:crypto";
import { createHash, createPublicKey, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { GoogleSimulator, SimulatorOptions } from "../../../simulators/google/index.ts";
import { EMAIL, openDesk, scope } from "./harness.ts";

const CLIENT = "1000-desk.apps.googleusercontent.com";
const SECRET = "GOCSPX-simulated";
const REDIRECT = "http://127.0.0.1:54321/callback";
const VERIFIER = "v".repeat(50);
const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");
const SCOPES = `openid email ${scope("calendar.events")} ${scope("calendar.calendarlist.readonly")}`;

type Fields = Readonly<Record<string, string>>;

const start = async (options: SimulatorOptions = {}): Promise<GoogleSimulator> =>
  (await openDesk({ consent: "approve", ...options })).simulator;

function authorizeUrl(simulator: GoogleSimulator, changes: Fields = {}): string {
  const query = new URLSearchParams({
    client_id: CLIENT,
    redirect_uri: REDIRECT,
    response_type: "code",
    scope: SCOPES,
    state: "s-1",
    code_challenge: CHALLENGE,
    code_challenge_method: "S256",
    ...changes,
  });
  return `${simulator.endpoints.authorize}?${query.toString()}`;
}

/** Where the browser is sent. */
async function authorize(
  simulator: GoogleSimulator,
  changes: Fields = {},
): Promise<URLSearchParams> {
  const response = await fetch(authorizeUrl(simulator, changes), { redirect: "manual" });
  return new URL(response.headers.get("location") ?? "").searchParams;
}

async function post(url: string, form: Fields): Promise<{ status: number; json: Fields }> {
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(form) });
  return { status: response.status, json: (await response.json()) as Fields };
}

const redeem = (simulator: GoogleSimulator, code: string, changes: Fields = {}) =>
  post(simulator.endpoints.token, {
    grant_type: "authorization_code",
    client_id: CLIENT,
    client_secret: SECRET,
    redirect_uri: REDIRECT,
    code_verifier: VERIFIER,
    code,
    ...changes,
  });

const refresh = (simulator: GoogleSimulator, token: string, changes: Fields = {}) =>
  post(simulator.endpoints.token, {
    grant_type: "refresh_token",
    client_id: CLIENT,
    client_secret: SECRET,
    refresh_token: token,
    ...changes,
  });

async function signIn(simulator: GoogleSimulator): Promise<Fields> {
  const { json } = await redeem(simulator, (await authorize(simulator)).get("code") ?? "");
  return json;
}

describe("the authorisation request", () => {
  it("comes back to any loopback port with code, state and issuer", async () => {
    const back = await authorize(await start());
    expect(back.get("state")).toBe("s-1");
    expect(back.get("iss")).toBe("https://accounts.google.com");
    expect(back.get("code")).toMatch(/^4\/0A/);
  });

  it.each([
    ["an unknown client", { client_id: "nobody" }, "invalid_client"],
    ["a foreign redirect", { redirect_uri: "https://evil.example/" }, "redirect_uri_mismatch"],
    ["another response type", { response_type: "token" }, "invalid_request"],
    ["no scope", { scope: "" }, "invalid_request"],
  ])("shows an error page instead of redirecting for %s", async (_name, changes, code) => {
    const simulator = await start();
    const response = await fetch(authorizeUrl(simulator, changes), { redirect: "manual" });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(code);
  });

  it.each(["access_denied", "admin_policy_enforced", "org_internal"] as const)(
    "comes back with %s when told to",
    async (error) => {
      const simulator = await start();
      simulator.control.setConsent({ error });
      const back = await authorize(simulator);
      expect([back.get("error"), back.get("state"), back.get("code")]).toEqual([
        error,
        "s-1",
        null,
      ]);
    },
  );
});

describe("the consent page", () => {
  const submit = async (simulator: GoogleSimulator, fields: [string, string][]) =>
    fetch(authorizeUrl(simulator), {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
    });

  it("asks for the account first, then shows a ticked box for each calendar scope", async () => {
    const simulator = await start({ consent: "page" });
    const chooser = await (await fetch(authorizeUrl(simulator))).text();
    expect(chooser).toContain(`name="account" value="${EMAIL}"`);
    const page = await (await submit(simulator, [["account", EMAIL]])).text();
    expect(page.match(/type="checkbox"[^>]* checked/g)).toHaveLength(2);
    expect(page).not.toContain('value="openid"');
  });

  it("skips the chooser for a login hint, and starts unticked by switch", async () => {
    const simulator = await start({ consent: "page", switches: { consentBoxesTicked: false } });
    const page = await (await fetch(authorizeUrl(simulator, { login_hint: EMAIL }))).text();
    expect(page.match(/type="checkbox"/g)).toHaveLength(2);
    expect(page).not.toContain("checked");
  });

  it("grants only what was ticked, and says so in the token answer", async () => {
    const simulator = await start({ consent: "page" });
    const response = await submit(simulator, [
      ["account", EMAIL],
      ["decision", "allow"],
      ["scope", scope("calendar.calendarlist.readonly")],
    ]);
    const code = new URL(response.headers.get("location") ?? "").searchParams.get("code") ?? "";
    const { json } = await redeem(simulator, code);
    expect(json["scope"]).toBe(
      `openid ${scope("userinfo.email")} ${scope("calendar.calendarlist.readonly")}`,
    );
  });

  it("sends access_denied back when the person denies", async () => {
    const simulator = await start({ consent: "page" });
    const response = await submit(simulator, [
      ["account", EMAIL],
      ["decision", "deny"],
    ]);
    expect(response.headers.get("location")).toContain("error=access_denied");
  });
});

describe("the code", () => {
  it("gives tokens once; a second use is invalid_grant", async () => {
    const simulator = await start();
    const code = (await authorize(simulator)).get("code") ?? "";
    const first = await redeem(simulator, code);
    expect(first.status).toBe(200);
    expect(first.json).toMatchObject({ expires_in: 3599, token_type: "Bearer" });
    expect(first.json["refresh_token"]).toMatch(/^1\/\//);
    const second = await redeem(simulator, code);
    expect([second.status, second.json["error"]]).toEqual([400, "invalid_grant"]);
  });

  it("ends after ten minutes", async () => {
    const simulator = await start();
    const code = (await authorize(simulator)).get("code") ?? "";
    simulator.control.clock.advance(10 * 60_000 + 1);
    expect((await redeem(simulator, code)).json["error"]).toBe("invalid_grant");
  });

  it.each([
    ["a wrong verifier", { code_verifier: "w".repeat(50) }, 400, "invalid_grant"],
    ["a verifier too short", { code_verifier: "short" }, 400, "invalid_grant"],
    ["another redirect", { redirect_uri: "http://127.0.0.1:1/" }, 400, "redirect_uri_mismatch"],
    ["an unknown client", { client_id: "nobody" }, 401, "invalid_client"],
    ["a wrong secret", { client_secret: "wrong" }, 401, "invalid_client"],
    ["an unknown grant type", { grant_type: "password" }, 400, "unsupported_grant_type"],
  ])("is refused with %s", async (_name, changes, status, error) => {
    const simulator = await start();
    const code = (await authorize(simulator)).get("code") ?? "";
    const answer = await redeem(simulator, code, changes);
    expect([answer.status, answer.json["error"]]).toEqual([status, error]);
  });

  it("accepts a plain challenge, which is what leaving out the method means", async () => {
    const simulator = await start();
    const query = new URLSearchParams(authorizeUrl(simulator).split("?")[1]);
    query.set("code_challenge", VERIFIER);
    query.delete("code_challenge_method");
    const response = await fetch(`${simulator.endpoints.authorize}?${query.toString()}`, {
      redirect: "manual",
    });
    const code = new URL(response.headers.get("location") ?? "").searchParams.get("code") ?? "";
    expect((await redeem(simulator, code)).status).toBe(200);
  });
});

describe("tokens", () => {
  it("are refreshed without a new refresh token", async () => {
    const simulator = await start();
    const tokens = await signIn(simulator);
    const { status, json } = await refresh(simulator, tokens["refresh_token"] ?? "");
    expect(status).toBe(200);
    expect(json).not.toHaveProperty("refresh_token");
    expect(json["access_token"]).not.toBe(tokens["access_token"]);
    expect(json["scope"]).toBe(tokens["scope"]);
  });

  it("stop working after 3599 seconds, and answer 401 in the front end's shape", async () => {
    const desk = await openDesk();
    expect((await desk.list()).status).toBe(200);
    desk.control.clock.advance(3_599_000);
    const { status, json } = await desk.list();
    expect(status).toBe(401);
    expect(json.error).toMatchObject({
      status: "UNAUTHENTICATED",
      message: "Invalid Credentials",
      errors: [{ domain: "global", reason: "authError", location: "Authorization" }],
    });
  });

  it("die with a revocation of either of them, together; the second answers 400", async () => {
    const simulator = await start();
    const tokens = await signIn(simulator);
    const token = tokens["access_token"] ?? "";
    expect((await post(simulator.endpoints.revoke, { token })).status).toBe(200);
    expect((await post(simulator.endpoints.revoke, { token })).status).toBe(400);
    const { status, json } = await refresh(simulator, tokens["refresh_token"] ?? "");
    expect(status).toBe(400);
    expect(json).toEqual({
      error: "invalid_grant",
      error_description: "Token has been expired or revoked.",
    });
  });

  it("end seven days after consent in testing mode, and only then name the end", async () => {
    const simulator = await start({ switches: { testingMode: true } });
    const tokens = await signIn(simulator);
    expect(tokens["refresh_token_expires_in"]).toBe(7 * 86_400);
    simulator.control.clock.advance(7 * 86_400_000);
    expect((await refresh(simulator, tokens["refresh_token"] ?? "")).json["error"]).toBe(
      "invalid_grant",
    );
  });

  it("can be ended by hand: refresh tokens, the whole grant, or until a new consent", async () => {
    const simulator = await start();
    const error = async (token: string): Promise<unknown> => (await refresh(simulator, token)).json;
    const first = (await signIn(simulator))["refresh_token"] ?? "";
    simulator.control.requireReconsent();
    expect(await error(first)).toMatchObject({
      error: "invalid_grant",
      error_subtype: "invalid_rapt",
    });
    const second = (await signIn(simulator))["refresh_token"] ?? "";
    expect(await error(second)).not.toHaveProperty("error");
    simulator.control.revokeGrant(EMAIL);
    expect(await error(second)).toMatchObject({ error: "invalid_grant" });
    const third = (await signIn(simulator))["refresh_token"] ?? "";
    simulator.control.expireRefreshTokens();
    expect(await error(third)).toMatchObject({ error: "invalid_grant" });
  });

  it("of the 101st sign-in kill the oldest silently", async () => {
    const desk = await openDesk();
    const issued = Array.from({ length: 101 }, () =>
      desk.control.issueTokens(EMAIL, [scope("calendar")]),
    );
    const status = async (index: number): Promise<number> =>
      (await refresh(desk.simulator, issued[index]?.refreshToken ?? "")).status;
    expect([await status(0), await status(1), await status(100)]).toEqual([400, 200, 200]);
  });
});

describe("who signed in", () => {
  it("is told by an id_token signed with the published key", async () => {
    const simulator = await start();
    const [head = "", body = "", signature = ""] = (
      (await signIn(simulator))["id_token"] ?? ""
    ).split(".");
    const { keys } = (await (await fetch(simulator.endpoints.jwks)).json()) as {
      keys: [JsonWebKey];
    };
    const key = createPublicKey({ key: keys[0], format: "jwk" });
    const signed = Buffer.from(`${head}.${body}`);
    expect(verify("RSA-SHA256", signed, key, Buffer.from(signature, "base64url"))).toBe(true);
    expect(JSON.parse(Buffer.from(body, "base64url").toString())).toMatchObject({
      iss: "https://accounts.google.com",
      aud: CLIENT,
      email: EMAIL,
      email_verified: true,
    });
  });

  it("is told by tokeninfo, with what was granted and for how long", async () => {
    const simulator = await start();
    const tokens = await signIn(simulator);
    const url = `${simulator.endpoints.tokeninfo}?access_token=${tokens["access_token"] ?? ""}`;
    expect(await (await fetch(url)).json()).toMatchObject({
      aud: CLIENT,
      email: EMAIL,
      scope: tokens["scope"],
      expires_in: "3599",
    });
    expect((await fetch(`${simulator.endpoints.tokeninfo}?access_token=x`)).status).toBe(400);
  });

  it("is forgotten with the account: its refresh token is invalid_grant", async () => {
    const simulator = await start();
    const token = (await signIn(simulator))["refresh_token"] ?? "";
    simulator.control.deleteAccount(EMAIL);
    expect((await refresh(simulator, token)).json["error"]).toBe("invalid_grant");
  });

  it("is told by userinfo as far as the scopes allow", async () => {
    const simulator = await start();
    const authorization = `Bearer ${(await signIn(simulator))["access_token"] ?? ""}`;
    const response = await fetch(simulator.endpoints.userinfo, { headers: { authorization } });
    const claims = (await response.json()) as Fields;
    expect(claims["email"]).toBe(EMAIL);
    expect(claims).not.toHaveProperty("name");
  });
});
