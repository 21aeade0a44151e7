import type { Companion } from "../http/env.ts";
import { asLanguage } from "../http/language.ts";
import { hashSecret } from "../secrets.ts";
import { type Auth, type AuthParts, createAuth } from "./auth.ts";
import { LIMITS } from "./limits.ts";
import { accountMail } from "./mails.ts";
import { claimAddress } from "./pending.ts";

type Before = Omit<Companion, "auth">;

const languageOf = async ({ store }: Before, customerId: string) => {
  const row = await store.db
    .selectFrom("customer")
    .where("id", "=", customerId)
    .select(["email", "language"])
    .executeTakeFirst();
  return row === undefined
    ? null
    : { email: row.email, language: asLanguage(row.language) ?? "en" };
};

/** Who reads this address proved it: it counts as verified, whoever registered it first. */
const afterReset =
  (companion: Before): AuthParts["afterReset"] =>
  async (customerId) => {
    const { store, outbox } = companion;
    const customer = await languageOf(companion, customerId);
    if (customer === null) return;
    const mail = await accountMail({
      kind: "passwordChanged",
      to: customer.email,
      language: customer.language,
    });
    await store.write(async (trx) => {
      await trx
        .updateTable("customer")
        .set({ email_verified: store.kind === "sqlite" ? 1 : true })
        .where("id", "=", customerId)
        .execute();
      await outbox.add(trx, mail);
    });
  };

const sendReset =
  (companion: Before): AuthParts["sendReset"] =>
  async (to, token) => {
    const { store, outbox, settings } = companion;
    const row = await store.db
      .selectFrom("customer")
      .where("email", "=", to)
      .select("language")
      .executeTakeFirst();
    const url = `${settings.baseUrl}/reset/new?token=${token}`;
    const language = asLanguage(row?.language) ?? "en";
    const mail = await accountMail({ kind: "reset", to, language, url });
    await store.write((trx) => outbox.add(trx, mail));
  };

const proveByMail =
  (companion: Before, auth: () => Auth): AuthParts["proveByMail"] =>
  async (profile, journey) => {
    const { id, email, first_name: first, last_name: last, name = "", picture } = profile;
    // Whoever chooses Facebook over and over must not fill somebody's mailbox.
    if (!(await companion.limits.allow([LIMITS.mailByEmail, email]))) return;
    const photo = picture?.data.is_silhouette === true ? undefined : picture?.data.url;
    await claimAddress(
      { ...companion, auth: auth() },
      {
        email,
        firstName: first ?? name,
        lastName: last ?? "",
        image: photo?.startsWith("https://") === true ? photo : null,
        language: journey.language,
        browserHash: journey.browserHash,
        next: journey.next,
        way: { provider: "facebook", subject: id },
      },
    );
  };

/** The library, wired to our tables and mails. */
export function createCompanionAuth(companion: Before): Auth {
  const { settings, secret, store, log } = companion;
  const auth: Auth = createAuth({
    settings,
    // One secret for the installation, another for each use of it.
    secret: hashSecret(`sign-in library\n${secret}`),
    store,
    log,
    sendReset: sendReset(companion),
    afterReset: afterReset(companion),
    proveByMail: proveByMail(companion, () => auth),
  });
  return auth;
}
