import { expect, it } from "vitest";
import { signInBy, signUp, whoIs } from "../../../fixtures/companion/accounts.ts";
import { type Client, formOf } from "../../../../scripts/practice/web-client.ts";
import {
  BASE_URL,
  PEOPLE,
  startCompanion,
  startProviders,
} from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";

/** Begins a sign-in and stops where Google sends the browser back: the address with code and state. */
async function callbackAddress(client: Client, provider: "google" | "facebook"): Promise<URL> {
  const page = await client.go("/sign-in?next=/profile");
  const begun = await client.post(`/sign-in/${provider}`, formOf(page, `/sign-in/${provider}`));
  const consent = await fetch(begun.headers.get("location") ?? "", { redirect: "manual" });
  return new URL(consent.headers.get("location") ?? "");
}

const ELSEWHERE = [
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "/\t/evil.example/",
  "javascript:alert(1)",
  "https:/evil.example",
  "/..//evil.example/",
  "/%0d%0aLocation:https://evil.example",
];

onEveryDatabase("Redirects", (newDatabase) => {
  for (const provider of ["google", "facebook"] as const) {
    it(`an attacker's ${provider} answer signs nobody else's browser in`, async () => {
      const { env } = await startProviders();
      const companion = await startCompanion(newDatabase(), env);
      const attackers = await callbackAddress(companion.browser(), provider);
      const victim = companion.browser();
      await callbackAddress(victim, provider);
      const page = await victim.go(attackers.toString());
      expect(page.url).toContain("/sign-in/trouble/expired");
      expect(await whoIs(victim)).toBeNull();
    });

    it(`a swapped state ends a ${provider} sign-in`, async () => {
      const { env } = await startProviders();
      const companion = await startCompanion(newDatabase(), env);
      const [client, attacker] = [companion.browser(), companion.browser()];
      const own = await callbackAddress(client, provider);
      const other = await callbackAddress(attacker, provider);
      own.searchParams.set("state", other.searchParams.get("state") ?? "");
      await client.go(own.toString());
      expect(await whoIs(client)).toBeNull();
    });

    it(`a ${provider} answer that was used can't be used again`, async () => {
      const { env } = await startProviders();
      const companion = await startCompanion(newDatabase(), env);
      const client = companion.browser();
      const address = await callbackAddress(client, provider);
      const cookies = new Map(client.jar);
      await client.go(address.toString());
      const thief = companion.browser();
      for (const [name, value] of cookies) thief.jar.set(name, value);
      const page = await thief.go(address.toString());
      expect(page.url).toContain("/sign-in/trouble/expired");
      expect(await whoIs(thief)).toBeNull();
    });

    it(`a stolen ${provider} code is refused in another sign-in`, async () => {
      const { env } = await startProviders();
      const companion = await startCompanion(newDatabase(), env);
      const stolen = await callbackAddress(companion.browser(), provider);
      const thief = companion.browser();
      const own = await callbackAddress(thief, provider);
      // The provider itself can't tell on its own: PKCE does with Google, a spent code with Facebook.
      await companion.browser().go(stolen.toString());
      own.searchParams.set("code", stolen.searchParams.get("code") ?? "");
      await thief.go(own.toString());
      expect(await whoIs(thief)).toBeNull();
    });
  }

  it("a code of Google's is bound to the browser's own proof key", async () => {
    const { env, google } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const stolen = await callbackAddress(companion.browser(), "google");
    const thief = companion.browser();
    const own = await callbackAddress(thief, "google");
    own.searchParams.set("code", stolen.searchParams.get("code") ?? "");
    const page = await thief.go(own.toString());
    expect(page.url).toContain("/sign-in/trouble/expired");
    expect(google.control.requests({ kind: "oauth.token" }).map(({ status }) => status)).toEqual([
      400,
    ]);
  });

  it("an issuer other than Google's is not believed", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    const address = await callbackAddress(client, "google");
    address.searchParams.set("iss", "https://evil.example");
    await client.go(address.toString());
    expect(await whoIs(client)).toBeNull();
  });

  it("nobody is sent anywhere but to a page of ours after signing in", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    for (const next of ELSEWHERE) {
      const client = companion.browser();
      const page = await client.go("/sign-in");
      const fields = { ...formOf(page, "/sign-in/google"), next, callbackURL: next };
      const begun = await client.post("/sign-in/google", fields);
      const back = await fetch(begun.headers.get("location") ?? "", { redirect: "manual" });
      const ended = await client.ask(back.headers.get("location") ?? "");
      const location = ended.headers.get("location") ?? "";
      expect(location, next).toMatch(/^\/[^/\\]/);
      expect(new URL(location, BASE_URL).origin, next).toBe(BASE_URL);
    }
  });

  it("the address that Google returns to is ours, whatever the request says", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser({
      headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
    });
    const page = await client.go("/sign-in");
    const begun = await client.post("/sign-in/google", formOf(page, "/sign-in/google"));
    const target = new URL(begun.headers.get("location") ?? "");
    expect(target.searchParams.get("redirect_uri")).toBe(`${BASE_URL}/auth/callback/google`);
  });

  it("a session cookie that was planted before is worth nothing afterwards", async () => {
    const companion = await startCompanion(newDatabase());
    const attacker = companion.browser();
    await signUp(companion, attacker, "mallory@mail.example");
    const planted = attacker.jar.get("__Host-bellhop.session_token") ?? "";
    const victim = companion.browser();
    victim.jar.set("__Host-bellhop.session_token", planted);
    await signUp(companion, victim, "mara@mail.example");
    expect(await whoIs(victim)).toBe("mara@mail.example");
    expect(victim.jar.get("__Host-bellhop.session_token")).not.toBe(planted);
    expect(await whoIs(attacker)).toBeNull();
  });

  it("signing in again ends the session before it", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signInBy(client, "google");
    const old = companion.browser();
    for (const [name, value] of client.jar) old.jar.set(name, value);
    const page = await client.go("/sign-in?remark=again&next=/profile");
    await client.submit(page, "/sign-in/google");
    expect(await whoIs(client)).toBe(PEOPLE.mara.email);
    expect(await whoIs(old)).toBeNull();
  });

  it("none of the library's own routes is reachable", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    const routes = [
      "sign-up/email",
      "sign-in/email",
      "sign-in/social",
      "link-social",
      "ok",
      "error",
    ];
    for (const route of [...routes, "get-session", "list-accounts", "callback/github"]) {
      const read = await client.ask(`/auth/${route}`);
      expect(read.status, route).toBe(404);
      const body = JSON.stringify({ email: "a@b.example", password: "x", name: "x" });
      const headers = { origin: BASE_URL, "content-type": "application/json" };
      const sent = await client.ask(`/auth/${route}`, { method: "POST", body, headers });
      expect([403, 404], route).toContain(sent.status);
    }
  });
});
