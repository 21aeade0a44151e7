import { createServer } from "@emulators/core";
import { googlePlugin, seedFromConfig } from "@emulators/google";
import { serve } from "@hono/node-server";
import { expect, it, onTestFinished } from "vitest";
import { freePort } from "../../../../scripts/practice/free-port.ts";
import { formOf } from "../../../../scripts/practice/web-client.ts";
import { whoIs } from "../../../fixtures/companion/accounts.ts";
import { BASE_URL, startCompanion } from "../../../fixtures/companion/companion.ts";

const CLIENT = { client_id: "bellhop", client_secret: "emulated-client-secret" };

/**
 * Google's sign-in as somebody else understood it: `@emulators/google`, which signs its own tokens and publishes the
 * keys. It carries its core within itself, so that the core beside it only serves it (package.json, `overrides`).
 */
async function startEmulator(emailVerified: boolean) {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const { app, store } = createServer(googlePlugin, { port, baseUrl });
  seedFromConfig(store, baseUrl, {
    users: [{ email: "ada@emulated.example", name: "Ada Lovelace", email_verified: emailVerified }],
    oauth_clients: [{ ...CLIENT, redirect_uris: [`${BASE_URL}/auth/callback/google`] }],
  });
  const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" });
  onTestFinished(() => void server.close());
  return {
    GOOGLE_CLIENT_ID: CLIENT.client_id,
    GOOGLE_CLIENT_SECRET: CLIENT.client_secret,
    GOOGLE_ISSUER: baseUrl,
    GOOGLE_AUTHORIZE_URL: `${baseUrl}/o/oauth2/v2/auth`,
    GOOGLE_TOKEN_URL: `${baseUrl}/oauth2/token`,
    GOOGLE_JWKS_URL: `${baseUrl}/oauth2/v3/certs`,
  };
}

/** Presses the button of the one account on its page. Returns the address that leads back to us. */
async function chooseAccount(start: string): Promise<string> {
  const page = await (await fetch(start)).text();
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? "";
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = "", value = ""]) => [name, value.replaceAll("&amp;", "&")] as [string, string],
  );
  const answer = await fetch(new URL(action, start), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
  });
  const location = answer.headers.get("location");
  if (location === null) throw new Error(`Stuck at its page: ${answer.status}.`);
  return location;
}

async function signInThere(emailVerified: boolean) {
  const companion = await startCompanion(null, await startEmulator(emailVerified));
  const client = companion.browser();
  const form = formOf(await client.go("/sign-in"), "/sign-in/google");
  const begun = await client.post("/sign-in/google", form);
  const back = await chooseAccount(begun.headers.get("location") ?? "");
  return { client, page: await client.go(back) };
}

it("signs in with an emulator of Google that was written by somebody else", async () => {
  const { client } = await signInThere(true);
  expect(await whoIs(client)).toBe("ada@emulated.example");
});

it("lets nobody in whose address that emulator has not verified", async () => {
  const { client, page } = await signInThere(false);
  expect(page.url).toContain("/sign-in/trouble/unverified");
  expect(await whoIs(client)).toBeNull();
});
