import { expect, it } from "vitest";
import {
  PASSWORD,
  askForAccount,
  signInBy,
  signInByPassword,
  signUp,
  whoIs,
} from "../../../fixtures/companion/accounts.ts";
import { textOf } from "../../../../scripts/practice/web-client.ts";
import { PEOPLE, startCompanion, startProviders } from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";

onEveryDatabase("Ways in", (newDatabase) => {
  it("signs somebody up by e-mail once the mailed link was opened and confirmed", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    const sent = await askForAccount(client, "mara@mail.example");
    expect(textOf(sent)).toContain("Look into your mail");
    expect(await whoIs(client)).toBeNull();
    const link = await companion.linkTo("mara@mail.example");
    const page = await client.go(link);
    expect(await whoIs(client)).toBeNull();
    await client.submit(page, "/confirm");
    expect(await whoIs(client)).toBe("mara@mail.example");
  });

  it("lets a customer in again with the password, from any browser", async () => {
    const companion = await startCompanion(newDatabase());
    await signUp(companion, companion.browser(), "mara@mail.example");
    const other = companion.browser();
    await signInByPassword(other, "Mara@Mail.Example");
    expect(await whoIs(other)).toBe("mara@mail.example");
  });

  it("signs a customer out for good", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    await signUp(companion, client, "mara@mail.example");
    const old = new Map(client.jar);
    await client.submit(await client.go("/profile"), "/sign-out");
    expect(await whoIs(client)).toBeNull();
    for (const [name, value] of old) client.jar.set(name, value);
    expect(await whoIs(client)).toBeNull();
  });

  it("remembers the language in which somebody first came, whichever way it was", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const browser = () => companion.browser({ headers: { "accept-language": "de-AT,de;q=0.9" } });
    await signInBy(browser(), "google");
    await signUp(companion, browser(), "mara@mail.example");
    const customers = await companion.companion.store.db
      .selectFrom("customer")
      .select(["email", "language"])
      .orderBy("email")
      .execute();
    expect(customers).toEqual([
      { email: PEOPLE.mara.email, language: "de" },
      { email: "mara@mail.example", language: "de" },
    ]);
  });

  it("signs in with Google in one step and keeps name and address", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signInBy(client, "google");
    expect(await whoIs(client)).toBe(PEOPLE.mara.email);
    const customers = await companion.companion.store.db
      .selectFrom("customer")
      .select(["first_name", "last_name", "name"])
      .execute();
    expect(customers).toEqual([
      { first_name: "Mara", last_name: "Lindqvist", name: "Mara Lindqvist" },
    ]);
  });

  it("asks Google for openid, email and profile only, with PKCE and a nonce", async () => {
    const { env, google } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    await signInBy(companion.browser(), "google");
    const [asked] = google.control.requests({ kind: "oauth.authorize" });
    expect(asked?.query).toMatchObject({
      scope: "openid email profile",
      code_challenge_method: "S256",
    });
    expect(asked?.query["nonce"]).toMatch(/\S{20,}/);
    expect(asked?.query["state"]).toMatch(/\S{20,}/);
  });

  it("signs in with Facebook after its address was proved by mail, and from then on at once", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    const sent = await signInBy(client, "facebook");
    expect(textOf(sent)).toContain("Facebook does not tell us whether your address is confirmed");
    expect(await whoIs(client)).toBeNull();
    await client.submit(
      await client.go(await companion.linkTo("mara@facebook.example")),
      "/confirm",
    );
    expect(await whoIs(client)).toBe("mara@facebook.example");
    const other = companion.browser();
    await signInBy(other, "facebook");
    expect(await whoIs(other)).toBe("mara@facebook.example");
  });

  it("asks Facebook for public_profile and email only, in the configured version", async () => {
    const { env, facebook } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    await signInBy(companion.browser(), "facebook");
    const [dialog] = facebook.control.requests();
    expect(dialog?.path).toBe("/v24.0/dialog/oauth");
    expect(dialog?.query["scope"]).toBe("public_profile,email");
  });

  it("keeps no token of any provider", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signInBy(client, "google");
    await signInBy(companion.browser(), "google");
    const rows = await companion.companion.store.db
      .selectFrom("sign_in_method")
      .select(["provider", "access_token", "refresh_token", "id_token", "scope"])
      .execute();
    expect(rows).toEqual([
      { provider: "google", access_token: null, refresh_token: null, id_token: null, scope: null },
    ]);
  });

  it("joins Google to the account that has the same verified address", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    await signUp(companion, companion.browser(), PEOPLE.mara.email);
    const client = companion.browser();
    await signInBy(client, "google");
    expect(await whoIs(client)).toBe(PEOPLE.mara.email);
    const customers = await companion.companion.store.db
      .selectFrom("customer")
      .select("id")
      .execute();
    expect(customers).toHaveLength(1);
  });

  it("sets a new password by a mailed link, once, and ends every session", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    await signUp(companion, client, "mara@mail.example");
    const other = companion.browser();
    await other.submit(await other.go("/reset"), "/reset", { email: "mara@mail.example" });
    const link = await companion.linkTo("mara@mail.example");
    const page = await other.go(link);
    const done = await other.submit(page, "/reset/new", { password: "another quiet bell" });
    expect(textOf(done)).toContain("The new password is saved");
    expect(await whoIs(client)).toBeNull();
    await signInByPassword(other, "mara@mail.example", PASSWORD);
    expect(await whoIs(other)).toBeNull();
    await signInByPassword(other, "mara@mail.example", "another quiet bell");
    expect(await whoIs(other)).toBe("mara@mail.example");
    const again = await other.submit(page, "/reset/new", { password: "a third quiet bell" });
    expect(again.status).toBe(410);
  });
});
