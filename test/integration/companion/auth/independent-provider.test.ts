import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { expect, it, onTestFinished } from "vitest";
import { whoIs } from "../../../fixtures/companion/accounts.ts";
import { formOf } from "../../../../scripts/practice/web-client.ts";
import { BASE_URL, startCompanion } from "../../../fixtures/companion/companion.ts";

/**
 * A certified OpenID provider that nobody of this project wrote, in Google's place: what our own stand-in takes for
 * granted (PKCE, nonce, signature, audience, issuer) is judged by somebody else's reading of the standards.
 */
async function startIndependentProvider(emailVerified: boolean) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "bellhop",
        client_secret: "independent-client-secret",
        redirect_uris: [`${BASE_URL}/auth/callback/google`],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ["test"] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id}@independent.example`,
        email_verified: emailVerified,
        name: "Ada Lovelace",
      }),
    }),
  });
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    env: {
      GOOGLE_CLIENT_ID: "bellhop",
      GOOGLE_CLIENT_SECRET: "independent-client-secret",
      GOOGLE_ISSUER: issuer,
      GOOGLE_AUTHORIZE_URL: `${issuer}/auth`,
      GOOGLE_TOKEN_URL: `${issuer}/token`,
      GOOGLE_JWKS_URL: `${issuer}/jwks`,
    },
  };
}

/** Its pages for developers: any name signs in, one button agrees. Returns the address that leads back to us. */
async function passThrough(start: string): Promise<string> {
  const cookies = new Map<string, string>();
  const visit = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/s) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  let url = start;
  for (let step = 0; step < 12 && !url.startsWith(BASE_URL); step += 1) {
    const response = await visit(url);
    const location = response.headers.get("location");
    const page = location === null ? await response.text() : "";
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
    const fields = { prompt, ...(prompt === "login" ? { login: "ada", password: "any" } : {}) };
    const answer =
      action === undefined ? location : (await visit(action, fields)).headers.get("location");
    if (answer === null) throw new Error(`Stuck at ${url}: ${response.status}.`);
    url = new URL(answer, url).toString();
  }
  return url;
}

async function signInThere(emailVerified: boolean) {
  const { env } = await startIndependentProvider(emailVerified);
  const companion = await startCompanion(null, env);
  const client = companion.browser();
  const form = formOf(await client.go("/sign-in"), "/sign-in/google");
  const begun = await client.post("/sign-in/google", form);
  const back = await passThrough(begun.headers.get("location") ?? "");
  const page = await client.go(back);
  return { client, page };
}

it("signs in with a provider that was written by somebody else", async () => {
  const { client } = await signInThere(true);
  expect(await whoIs(client)).toBe("ada@independent.example");
});

it("lets nobody in whose address that provider has not verified", async () => {
  const { client, page } = await signInThere(false);
  expect(page.url).toContain("/sign-in/trouble/unverified");
  expect(await whoIs(client)).toBeNull();
});
