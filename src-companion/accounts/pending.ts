import { browserHash } from "../http/browser.ts";
import type { Companion } from "../http/env.ts";
import { asLanguage } from "../http/language.ts";
import { equalSecrets, hashSecret, newSecret } from "../secrets.ts";
import type { PendingSignUpTable } from "../store/schema.ts";
import { accountMail } from "./mails.ts";

/** How long a mailed link is good for, in milliseconds. */
const PENDING_MS = 60 * 60_000;

export interface Claim {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly image: string | null;
  readonly language: string;
  readonly browserHash: string;
  readonly next: string;
  readonly way:
    | { readonly provider: "credential"; readonly passwordHash: string }
    | { readonly provider: "facebook"; readonly subject: string };
}

export type Pending = PendingSignUpTable;

/**
 * Keeps what somebody claims, and mails whoever reads that address: a link that proves it, or the news that there is an
 * account already. The same reads and writes either way, so that an answer's time doesn't tell which.
 */
export async function claimAddress(companion: Companion, claim: Claim): Promise<void> {
  const { store, clock, random, outbox, settings } = companion;
  const email = claim.email.toLowerCase();
  const language = asLanguage(claim.language) ?? "en";
  const token = newSecret(random);
  const facebook = claim.way.provider === "facebook";
  const known = await store.db
    .selectFrom("customer")
    .where("email", "=", email)
    .select("id")
    .executeTakeFirst();
  const mail = await accountMail(
    known === undefined
      ? {
          kind: facebook ? "confirmFacebook" : "confirm",
          to: email,
          language,
          url: `${settings.baseUrl}/confirm?token=${token}`,
        }
      : {
          kind: facebook ? "knownFacebook" : "known",
          to: email,
          language,
          url: `${settings.baseUrl}/sign-in`,
        },
  );
  const now = clock.now();
  await store.write(async (trx) => {
    await trx
      .insertInto("pending_sign_up")
      .values({
        token_hash: hashSecret(token),
        browser_hash: claim.browserHash,
        email,
        first_name: claim.firstName,
        last_name: claim.lastName,
        image: claim.image,
        language,
        provider: claim.way.provider,
        subject: claim.way.provider === "facebook" ? claim.way.subject : null,
        password: claim.way.provider === "credential" ? claim.way.passwordHash : null,
        next: claim.next,
        created_at: now,
        expires_at: now + PENDING_MS,
      })
      .execute();
    await outbox.add(trx, mail);
  });
}

/** The claim behind a mailed link, if it is still good. */
export async function findPending(
  { store, clock }: Companion,
  token: string,
): Promise<Pending | null> {
  const found = await store.db
    .selectFrom("pending_sign_up")
    .where("token_hash", "=", hashSecret(token))
    .where("expires_at", ">", clock.now())
    .selectAll()
    .executeTakeFirst();
  return found ?? null;
}

/** Whether the link came back to the browser that asked for it. */
export function isSameBrowser(pending: Pending, browser: string | null): boolean {
  return browser !== null && equalSecrets(pending.browser_hash, browserHash(browser));
}

/** Uses a claim up; false if somebody else just did. */
export async function spendPending({ store }: Companion, pending: Pending): Promise<boolean> {
  const used = await store.db
    .deleteFrom("pending_sign_up")
    .where("token_hash", "=", pending.token_hash)
    .executeTakeFirst();
  return used.numDeletedRows === 1n;
}
