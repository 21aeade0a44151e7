import type { Language } from "../../src-shared/words/companion/index.ts";
import type { Companion } from "../http/env.ts";
import { asLanguage } from "../http/language.ts";
import { wordsOf } from "../pages/words.ts";
import type { BookingRequestTable, BusinessTable } from "../store/schema.ts";
import type { Writing } from "../store/store.ts";
import { calendarFile } from "./calendar.ts";
import type { Mail } from "./outbox.ts";
import { mailHtml, mailText } from "./template.ts";

type Row = BookingRequestTable;
type Business = Pick<BusinessTable, "name" | "slug" | "zone" | "address"> & {
  readonly accent: string | null;
};
type Tells = Pick<Companion, "outbox" | "settings">;

/** What a customer is told; each name is a group of the words catalogue. */
export type BookingNews = "confirmed" | "changed" | "declined" | "cancelled";

/** A booking that was confirmed once stands in the customer's calendar. */
const wasConfirmed = ({ desk_booking_id }: Row): boolean => desk_booking_id !== null;

/** What the step from one state to the next means to the customer; null: nothing. */
function newsOf(before: Row, after: Row): BookingNews | null {
  switch (after.status) {
    case "waiting":
      return null;
    case "confirmed":
      return wasConfirmed(before) ? "changed" : "confirmed";
    case "declined":
    case "cancelled":
      return before.status === after.status ? null : after.status;
  }
}

const languageOf = (row: Row): Language => asLanguage(row.language) ?? "en";

/** `Thursday, 3 December 2026 at 11:00–11:45 (Europe/Berlin)`, in the language of the booking. */
function timeOf({ start_at, end_at }: Row, zone: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: zone,
  });
  return `${format.formatRange(start_at, end_at)} (${zone.replaceAll("_", " ")})`;
}

function untilOf({ cutoff_at }: Row, zone: string, language: Language): string {
  const format = { dateStyle: "medium", timeStyle: "short", timeZone: zone } as const;
  return new Intl.DateTimeFormat(language, format).format(cutoff_at);
}

/** The address in `Bellhop <bookings@book.example>`, or the whole of one without a name. */
const bareAddress = (from: string): string => /<([^>]*)>/.exec(from)?.[1] ?? from;

interface Telling {
  readonly row: Row;
  readonly business: Business;
  readonly news: BookingNews;
  readonly to: string;
}

function fileOf({ settings }: Tells, { row, business, news }: Telling): string | null {
  const isOn = news === "confirmed" || news === "changed";
  if (!isOn && !wasConfirmed(row)) return null;
  return calendarFile({
    uid: `${row.id}@${new URL(settings.baseUrl).hostname}`,
    sequence: row.sequence,
    is: isOn ? "on" : "off",
    start: row.start_at,
    end: row.end_at,
    stamp: row.updated_at,
    summary: `${row.service_name}, ${business.name}`,
    description: row.staff_name,
    location: business.address,
    url: `${settings.baseUrl}/bookings/${row.id}`,
    organizer: { name: business.name, email: bareAddress(settings.mailFrom) },
  });
}

/** Change and cancel where that is possible, else a way to another booking. */
function waysOf({ settings }: Tells, { row, business, news }: Telling) {
  const language = languageOf(row);
  const t = wordsOf(language);
  const own = `${settings.baseUrl}/bookings/${row.id}`;
  if (news === "declined" || news === "cancelled") {
    const url = `${settings.baseUrl}/b/${business.slug}`;
    return { button: { label: t("bookingMail.again"), url } };
  }
  return {
    button: { label: t("bookingMail.change"), url: `${own}/change` },
    link: { label: t("bookingMail.cancel"), url: `${own}/cancel` },
    note: t("bookingMail.until", { time: untilOf(row, business.zone, language) }),
  };
}

async function bookingMail(parts: Tells, telling: Telling): Promise<Mail> {
  const { row, business, news, to } = telling;
  const language = languageOf(row);
  const t = wordsOf(language);
  const { name: businessName, zone, address } = business;
  const service = t("bookingMail.with", { service: row.service_name, staff: row.staff_name });
  const content = {
    language,
    subject: t(`bookingMail.${news}.subject`, { businessName }),
    sender: businessName,
    accent: business.accent,
    heading: t(`bookingMail.${news}.heading`),
    lead: t(`bookingMail.${news}.lead`, { businessName }),
    card: [timeOf(row, zone, language), service, ...address.split("\n")].filter(
      (line) => line !== "",
    ),
    ...waysOf(parts, telling),
    reason: t("bookingMail.reason", { businessName }),
    signature: t("accountMail.signature"),
  };
  return {
    to,
    kind: `booking.${news}`,
    subject: content.subject,
    text: mailText(content),
    html: await mailHtml(content),
    calendar: fileOf(parts, telling),
  };
}

/** Writes the mail in the caller's transaction. Who deleted the account has no address any more and is told nothing. */
export async function mailCustomer(
  trx: Writing,
  parts: Tells,
  row: Row,
  news: BookingNews,
): Promise<void> {
  if (row.customer_id === null) return;
  const found = await trx
    .selectFrom("business")
    .innerJoin("customer", (join) => join.on("customer.id", "=", row.customer_id))
    .where("business.id", "=", row.business_id)
    .select([
      "business.name",
      "business.slug",
      "business.zone",
      "business.address",
      "business.accent",
      "customer.email",
    ])
    .executeTakeFirst();
  if (found === undefined) return;
  const { email: to, ...business } = found;
  await parts.outbox.add(trx, await bookingMail(parts, { row, business, news, to }));
}

/** Tells the customer what became of a booking, in the transaction in which it became that. */
export async function tellCustomer(
  trx: Writing,
  parts: Tells,
  before: Row,
  after: Row,
): Promise<void> {
  const news = newsOf(before, after);
  if (news !== null) await mailCustomer(trx, parts, after, news);
}
