import { expect, it } from "vitest";
import {
  PASSWORD,
  signInBy,
  signInByPassword,
  signUp,
  whoIs,
} from "../../../fixtures/companion/accounts.ts";
import { type Client, textOf } from "../../../../scripts/practice/web-client.ts";
import { PEOPLE, startCompanion, startProviders } from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";

const QUARTER_AND_MORE = 16 * 60_000;

async function tokenOf(client: Client): Promise<string> {
  const page = await client.go("/profile");
  return /name="_token" value="([^"]+)"/.exec(page.html)?.[1] ?? "";
}

async function methodIds(client: Client): Promise<readonly string[]> {
  const { html } = await client.go("/profile");
  return [...html.matchAll(/name="method" value="([^"]+)"/g)].map(([, id]) => id ?? "");
}

onEveryDatabase("The profile", (newDatabase) => {
  it("saves name and language, and the pages follow the language", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    await signUp(companion, client, "mara@mail.example");
    const fields = { firstName: "Márta", lastName: "", language: "de" };
    const page = await client.submit(await client.go("/profile"), "/profile/details", fields);
    expect(textOf(page)).toContain("Gespeichert.");
    expect(page.html).toContain('<html lang="de">');
    expect(page.html).toContain('value="Márta"');
  });

  it("says which field is wrong and changes nothing", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    await signUp(companion, client, "mara@mail.example");
    const fields = { firstName: " ", lastName: "x".repeat(101) };
    const page = await client.submit(await client.go("/profile"), "/profile/details", fields);
    expect(page.status).toBe(422);
    expect(page.html).toContain('aria-describedby="firstName-wrong"');
    expect((await client.go("/profile")).html).toContain('value="Mara"');
  });

  it("adds a password after a recent sign-in and tells the owner by mail", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signInBy(client, "google");
    const page = await client.go("/profile/password");
    await client.submit(page, "/profile/password", { password: PASSWORD });
    const other = companion.browser();
    await signInByPassword(other, PEOPLE.mara.email);
    expect(await whoIs(other)).toBe(PEOPLE.mara.email);
    const mails = await companion.mailsTo(PEOPLE.mara.email);
    expect(mails.map(({ kind }) => kind)).toEqual(["account.passwordAdded"]);
  });

  it("adds no password, link or deletion to a session that is not recent, and none is lost by it", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signInBy(client, "google");
    const _token = await tokenOf(client);
    companion.wait(QUARTER_AND_MORE);
    const attempts = [
      ["/profile/password", { password: PASSWORD }],
      ["/profile/link/facebook", {}],
      ["/profile/unlink", { method: "x" }],
      ["/profile/delete", {}],
    ] as const;
    for (const [action, fields] of attempts) {
      const answer = await client.post(action, { _token, ...fields });
      expect(answer.status, action).toBe(303);
      expect(answer.headers.get("location"), action).toMatch(/^\/sign-in\?/);
    }
    const methods = await companion.companion.store.db
      .selectFrom("sign_in_method")
      .select("provider")
      .execute();
    expect(methods).toEqual([{ provider: "google" }]);
    expect(await whoIs(client)).toBe(PEOPLE.mara.email);
  });

  it("changes a password only for whoever knows the current one, and signs every other device out", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    await signUp(companion, client, "mara@mail.example");
    const other = companion.browser();
    await signInByPassword(other, "mara@mail.example");
    const page = await client.go("/profile/password");
    const fields = { current: "not the current one", password: "another quiet bell" };
    const refused = await client.submit(page, "/profile/password", fields);
    expect(textOf(refused)).toContain("This is not your current password");
    await client.submit(page, "/profile/password", { ...fields, current: PASSWORD });
    expect(await whoIs(client)).toBe("mara@mail.example");
    expect(await whoIs(other)).toBeNull();
    const mails = await companion.mailsTo("mara@mail.example");
    expect(mails.at(-1)?.kind).toBe("account.passwordChanged");
  });

  it("never removes the last way in", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signInBy(client, "google");
    expect(await methodIds(client)).toEqual([]);
    const [method] = await companion.companion.store.db
      .selectFrom("sign_in_method")
      .select("id")
      .execute();
    const _token = await tokenOf(client);
    await client.post("/profile/unlink", { _token, method: method?.id ?? "" });
    const again = companion.browser();
    await signInBy(again, "google");
    expect(await whoIs(again)).toBe(PEOPLE.mara.email);
  });

  it("keeps one way in even when all are removed at the same moment", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signUp(companion, client, "ben@mail.example");
    await client.submit(await client.go("/profile"), "/profile/link/google");
    await client.submit(await client.go("/profile"), "/profile/link/facebook");
    const _token = await tokenOf(client);
    const ids = await methodIds(client);
    expect(ids).toHaveLength(3);
    await Promise.all(ids.map((method) => client.post("/profile/unlink", { _token, method })));
    const left = await companion.companion.store.db
      .selectFrom("sign_in_method")
      .select("id")
      .execute();
    expect(left).toHaveLength(1);
  });

  it("removes nobody else's way in", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const victim = companion.browser();
    await signUp(companion, victim, "ben@mail.example");
    await victim.submit(await victim.go("/profile"), "/profile/link/google");
    const [method = ""] = await methodIds(victim);
    const attacker = companion.browser();
    await signUp(companion, attacker, "mallory@mail.example");
    await attacker.submit(await attacker.go("/profile"), "/profile/link/facebook");
    await attacker.post("/profile/unlink", { _token: await tokenOf(attacker), method });
    expect(await methodIds(victim)).toHaveLength(2);
  });

  it("deletes the account with everything that names the customer", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    await signUp(companion, client, "mara@mail.example");
    const page = await client.submit(await client.go("/profile/delete"), "/profile/delete");
    expect(textOf(page)).toContain("Your account is deleted");
    expect(await whoIs(client)).toBeNull();
    const { db } = companion.companion.store;
    for (const table of ["customer", "customer_session", "sign_in_method"] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    expect((await companion.mailsTo("mara@mail.example")).at(-1)?.kind).toBe("account.deleted");
  });

  it("sends whoever is not signed in to the sign-in page and back", async () => {
    const companion = await startCompanion(newDatabase());
    const answer = await companion.browser().ask("/profile/password");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/sign-in?next=%2Fprofile%2Fpassword");
  });

  it("removes the photo on request", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signInBy(client, "facebook");
    const link = await companion.linkTo("mara@facebook.example");
    await client.submit(await client.go(link), "/confirm");
    const page = await client.go("/profile");
    expect(textOf(page)).toContain("Your photo from the provider is kept");
    const after = await client.submit(page, "/profile/photo");
    expect(textOf(after)).not.toContain("Your photo");
  });
});
