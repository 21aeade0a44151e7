import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { PASSWORD, signInBy, signInByPassword, signUp } from "../../fixtures/companion/accounts.ts";
import { startCompanion, startProviders } from "../../fixtures/companion/companion.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const EMAIL = "mara.marker@mail.example";

/** Everything in the data folder as text, and the permissions of each file. */
function contents(folder: string): readonly { name: string; mode: number; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({
      name: file,
      mode: statSync(file).mode & 0o777,
      text: readFileSync(file, "latin1"),
    }));
}

it("no password, provider token, link, cookie or secret of a provider lies in the database, and no person in the log", async () => {
  const { env, google } = await startProviders();
  const folder = tempFolder();
  const companion = await startCompanion(null, { ...env, COMPANION_DATA: folder });
  const client = companion.browser();
  await signUp(companion, client, EMAIL);
  await signInByPassword(companion.browser(), EMAIL, "a wrong password-marker");
  await signInBy(companion.browser(), "google");
  await signInBy(companion.browser(), "facebook");
  await client.submit(await client.go("/reset"), "/reset", { email: EMAIL });
  const resetLink = await companion.linkTo(EMAIL);
  const store = companion.companion.store;
  await store.db.deleteFrom("outbox_mail").execute();

  const token = new URL(resetLink).searchParams.get("token") ?? "";
  const browser = client.jar.get("__Host-bellhop-browser") ?? "";
  const code = google.control.requests({ kind: "oauth.token" }).map(({ body }) => body);
  const secrets = [
    PASSWORD,
    "a wrong password-marker",
    token,
    browser,
    "google-client-secret-marker",
  ];
  expect(code.length).toBeGreaterThan(0);
  const rows: unknown[] = [];
  for (const table of ["customer", "customer_session", "sign_in_method", "verification"] as const)
    rows.push(await store.db.selectFrom(table).selectAll().execute());
  for (const table of ["pending_sign_up", "rate_limit"] as const)
    rows.push(await store.db.selectFrom(table).selectAll().execute());
  const dump = JSON.stringify(rows);
  expect(dump).toContain(EMAIL);
  for (const secret of [...secrets, "ya29.", "EAA"]) expect(dump, secret).not.toContain(secret);

  const log = companion.logLines.join("\n");
  for (const word of [...secrets, EMAIL, "203.0.113", "Lindqvist", "secret-marker"])
    expect(log, word).not.toContain(word);
});

it("files of the data folder are for the companion's own user only", async () => {
  const folder = path.join(tempFolder(), "data");
  const companion = await startCompanion(null, { COMPANION_DATA: folder });
  await signUp(companion, companion.browser(), EMAIL);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const { name, mode } of contents(folder)) expect(mode, name).toBe(0o600);
});
