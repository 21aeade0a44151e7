import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { PASSWORD, signInBy, signUp, whoIs } from "../../../fixtures/companion/accounts.ts";
import { textOf } from "../../../../scripts/practice/web-client.ts";
import {
  type TestCompanion,
  startCompanion,
  startProviders,
} from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";

const MARA = "10201";
const SECRET = "facebook-app-secret-marker";

/** As Facebook sends it: no cookie, no Origin. */
async function call(companion: TestCompanion, path: string, signed: string | null) {
  const body = new URLSearchParams(signed === null ? {} : { signed_request: signed });
  const response = await companion.app.request(path, { method: "POST", body }, {});
  const answer: unknown = await response.json();
  return { status: response.status, answer };
}

const encode = (text: string): string => Buffer.from(text).toString("base64url");

function forged(payload: object, key: string): string {
  const encoded = encode(JSON.stringify(payload));
  return `${createHmac("sha256", key).update(encoded).digest("base64url")}.${encoded}`;
}

async function byFacebook(companion: TestCompanion) {
  const client = companion.browser();
  await signInBy(client, "facebook");
  const page = await client.go(await companion.linkTo("mara@facebook.example"));
  await client.submit(page, "/confirm");
  return client;
}

onEveryDatabase("Facebook's own calls", (newDatabase) => {
  it("are refused unless Facebook signed them, and change nothing", async () => {
    const { env, facebook } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = await byFacebook(companion);
    const payload = { algorithm: "HMAC-SHA256", user_id: MARA };
    const genuine = facebook.control.signedRequest(MARA);
    const [signature = ""] = genuine.split(".");
    const attempts = [
      null,
      "",
      ".",
      "nonsense",
      genuine.slice(0, -2),
      `${genuine}.x`,
      `.${encode(JSON.stringify(payload))}`,
      `${signature}.${encode(JSON.stringify({ ...payload, user_id: "10202" }))}`,
      forged(payload, "another secret"),
      forged(payload, ""),
      forged({ ...payload, algorithm: "none" }, SECRET),
      forged({ algorithm: "HMAC-SHA256" }, SECRET),
      forged([], SECRET),
    ];
    for (const path of ["/facebook/deauthorize", "/facebook/data-deletion"])
      for (const attempt of attempts) {
        const { status, answer } = await call(companion, path, attempt);
        expect([status, answer], `${path} ${attempt}`).toEqual([400, { error: "BAD_SIGNATURE" }]);
      }
    expect(await whoIs(client)).toBe("mara@facebook.example");
  });

  it("take Facebook off an account that was deauthorised, and end its sessions", async () => {
    const { env, facebook } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signUp(companion, client, "ben@mail.example");
    await client.submit(await client.go("/profile"), "/profile/link/facebook");
    const signed = facebook.control.signedRequest(MARA);
    const { status } = await call(companion, "/facebook/deauthorize", signed);
    expect(status).toBe(200);
    expect(await whoIs(client)).toBeNull();
    const methods = await companion.companion.store.db
      .selectFrom("sign_in_method")
      .select("provider")
      .execute();
    expect(methods).toEqual([{ provider: "credential" }]);
  });

  it("leave a way in for whoever had Facebook only: the address is proved, a password can be set", async () => {
    const { env, facebook } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = await byFacebook(companion);
    await call(companion, "/facebook/deauthorize", facebook.control.signedRequest(MARA));
    const email = "mara@facebook.example";
    await client.submit(await client.go("/reset"), "/reset", { email });
    const page = await client.go(await companion.linkTo(email));
    await client.submit(page, "/reset/new", { password: PASSWORD });
    const step = await client.submit(await client.go("/sign-in"), "/sign-in/email", { email });
    await client.submit(step, "/sign-in/password", { password: PASSWORD });
    expect(await whoIs(client)).toBe(email);
  });

  it("delete the account of whoever had Facebook only, with a status page and a code", async () => {
    const { env, facebook } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = await byFacebook(companion);
    const signed = facebook.control.signedRequest(MARA);
    const { status, answer } = await call(companion, "/facebook/data-deletion", signed);
    expect(status).toBe(200);
    expect(answer).toEqual({
      url: expect.stringMatching(
        /^https:\/\/book\.example\/facebook\/data-deletion\/[0-9a-f]{32}$/,
      ),
      confirmation_code: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(await whoIs(client)).toBeNull();
    const customers = await companion.companion.store.db
      .selectFrom("customer")
      .select("id")
      .execute();
    expect(customers).toEqual([]);
    const { url } = answer as { readonly url: string };
    const page = await companion.browser().go(url);
    expect(textOf(page)).toContain("What Facebook told us about you is deleted");
    const unknown = await companion.browser().go(`/facebook/data-deletion/${"0".repeat(32)}`);
    expect(unknown.status).toBe(404);
  });

  it("answer a deletion of somebody unknown in the same way", async () => {
    const { env, facebook } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const signed = facebook.control.signedRequest("99999");
    const { status, answer } = await call(companion, "/facebook/data-deletion", signed);
    expect(status).toBe(200);
    expect(Object.keys(answer as object)).toEqual(["url", "confirmation_code"]);
  });

  it("forget a sign-in by Facebook that still waits for its mail", async () => {
    const { env, facebook } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signInBy(client, "facebook");
    const link = await companion.linkTo("mara@facebook.example");
    await call(companion, "/facebook/data-deletion", facebook.control.signedRequest(MARA));
    expect((await client.go(link)).status).toBe(410);
  });
});
