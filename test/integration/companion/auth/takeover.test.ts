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

const VICTIM = "mara@facebook.example";
const STOLEN = "the attacker's own password";

onEveryDatabase("Takeover", (newDatabase) => {
  it("an address that somebody else registered first is still free for its owner", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    await askForAccount(companion.browser(), PEOPLE.mara.email, STOLEN);
    const owner = companion.browser();
    await signInBy(owner, "google");
    expect(await whoIs(owner)).toBe(PEOPLE.mara.email);
    const attacker = companion.browser();
    await signInByPassword(attacker, PEOPLE.mara.email, STOLEN);
    expect(await whoIs(attacker)).toBeNull();
  });

  it("the owner who opens an attacker's confirmation link confirms nothing", async () => {
    const companion = await startCompanion(newDatabase());
    await askForAccount(companion.browser(), VICTIM, STOLEN);
    const owner = companion.browser();
    const page = await owner.go(await companion.linkTo(VICTIM));
    const refused = await owner.submit(page, "/confirm", { password: PASSWORD });
    expect(refused.status).toBe(422);
    expect(await whoIs(owner)).toBeNull();
    const attacker = companion.browser();
    await signInByPassword(attacker, VICTIM, STOLEN);
    expect(await whoIs(attacker)).toBeNull();
  });

  it("the link alone, without the mailed secret, is worth nothing to the browser that asked", async () => {
    const companion = await startCompanion(newDatabase());
    const attacker = companion.browser();
    await askForAccount(attacker, VICTIM, STOLEN);
    const page = await attacker.go(`/confirm?token=${"a".repeat(43)}`);
    expect(page.status).toBe(410);
  });

  it("a password chosen in another browser finishes the sign-up there", async () => {
    const companion = await startCompanion(newDatabase());
    await askForAccount(companion.browser(), VICTIM);
    const phone = companion.browser();
    const page = await phone.go(await companion.linkTo(VICTIM));
    await phone.submit(page, "/confirm", { password: PASSWORD });
    expect(await whoIs(phone)).toBe(VICTIM);
  });

  it("a confirmation link works once", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    await askForAccount(client, VICTIM);
    const link = await companion.linkTo(VICTIM);
    const page = await client.go(link);
    await client.submit(page, "/confirm");
    expect((await client.submit(page, "/confirm")).status).toBe(410);
  });

  it("a confirmation link ends after an hour", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    await askForAccount(client, VICTIM);
    const link = await companion.linkTo(VICTIM);
    companion.wait(61 * 60_000);
    expect((await client.go(link)).status).toBe(410);
  });

  it("of two links for one address the second one opens nothing", async () => {
    const companion = await startCompanion(newDatabase());
    const [first, second] = [companion.browser(), companion.browser()];
    await askForAccount(first, VICTIM);
    const firstPage = await first.go(await companion.linkTo(VICTIM));
    await askForAccount(second, VICTIM, STOLEN);
    const secondPage = await second.go(await companion.linkTo(VICTIM));
    await first.submit(firstPage, "/confirm");
    const refused = await second.submit(secondPage, "/confirm");
    expect(textOf(refused)).toContain("Please sign in the way you always do");
    expect(await whoIs(second)).toBeNull();
    await signInByPassword(second, VICTIM, STOLEN);
    expect(await whoIs(second)).toBeNull();
  });

  it("a Facebook account that claims a customer's address does not open that customer's account", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    await signUp(companion, companion.browser(), VICTIM);
    const attacker = companion.browser();
    await signInBy(attacker, "facebook");
    expect(await whoIs(attacker)).toBeNull();
    const mails = await companion.mailsTo(VICTIM);
    expect(mails.at(-1)?.kind).toBe("account.knownFacebook");
    const methods = await companion.companion.store.db
      .selectFrom("sign_in_method")
      .select("provider")
      .execute();
    expect(methods).toEqual([{ provider: "credential" }]);
  });

  it("the owner who opens the link of somebody else's Facebook sign-in confirms nothing", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    await signInBy(companion.browser(), "facebook");
    const owner = companion.browser();
    const link = await companion.linkTo(VICTIM);
    const page = await owner.go(link);
    expect(textOf(page)).toContain("only in the browser where you chose Facebook");
    const other = await owner.go("/sign-up");
    const token = new URL(link).searchParams.get("token") ?? "";
    const fields = /name="_token" value="([^"]+)"/.exec(other.html)?.[1] ?? "";
    const forced = await owner.post("/confirm", { _token: fields, token, password: "anything" });
    expect(forced.status).toBe(422);
    expect(await whoIs(owner)).toBeNull();
  });

  it("a provider's account that belongs to one customer can't be linked by another", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    await signInBy(companion.browser(), "google");
    const other = companion.browser();
    await signUp(companion, other, "ben@mail.example");
    const page = await other.submit(await other.go("/profile"), "/profile/link/google");
    expect(textOf(page)).toContain("This account can’t be linked");
    const again = companion.browser();
    await signInBy(again, "google");
    expect(await whoIs(again)).toBe(PEOPLE.mara.email);
  });

  it("a Facebook account of one customer can't be linked by another either", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const owner = companion.browser();
    await signInBy(owner, "facebook");
    await owner.submit(await owner.go(await companion.linkTo(VICTIM)), "/confirm");
    const other = companion.browser();
    await signUp(companion, other, "ben@mail.example");
    const page = await other.submit(await other.go("/profile"), "/profile/link/facebook");
    expect(textOf(page)).toContain("This account can’t be linked");
    const again = companion.browser();
    await signInBy(again, "facebook");
    expect(await whoIs(again)).toBe(VICTIM);
  });

  it("a signed-in customer links Google and Facebook, also under other addresses, and keeps the own", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signUp(companion, client, "ben@mail.example");
    for (const provider of ["google", "facebook"] as const) {
      const page = await client.submit(await client.go("/profile"), `/profile/link/${provider}`);
      expect(textOf(page)).toContain("Linked.");
      const other = companion.browser();
      await signInBy(other, provider);
      expect(await whoIs(other)).toBe("ben@mail.example");
    }
  });

  it("a link that was begun is not finished after signing out", async () => {
    const { env, google } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signUp(companion, client, "ben@mail.example");
    const profile = await client.go("/profile");
    const token = /name="_token" value="([^"]+)"/.exec(profile.html)?.[1] ?? "";
    const begun = await client.post("/profile/link/google", { _token: token });
    await client.submit(profile, "/sign-out");
    await client.follow("https://book.example/profile", begun);
    expect(google.control.requests({ kind: "oauth.token" })).toHaveLength(1);
    const methods = await companion.companion.store.db
      .selectFrom("sign_in_method")
      .select("provider")
      .execute();
    expect(methods).toEqual([{ provider: "credential" }]);
  });

  it("a reset makes the address count as verified and keeps what is linked", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signInBy(client, "google");
    const { store } = companion.companion;
    await store.db
      .updateTable("customer")
      .set({ email_verified: store.kind === "sqlite" ? 0 : false })
      .execute();
    await client.submit(await client.go("/reset"), "/reset", { email: PEOPLE.mara.email });
    const page = await client.go(await companion.linkTo(PEOPLE.mara.email));
    await client.submit(page, "/reset/new", { password: PASSWORD });
    await signInByPassword(client, PEOPLE.mara.email);
    expect(await whoIs(client)).toBe(PEOPLE.mara.email);
    const mails = await companion.mailsTo(PEOPLE.mara.email);
    expect(mails.map(({ kind }) => kind)).toEqual(["account.reset", "account.passwordChanged"]);
  });
});
