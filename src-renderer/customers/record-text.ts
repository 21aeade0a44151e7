import type { TFunction } from "i18next";
import type { CustomerRecord, RecordedBooking } from "../../src-shared/domain/customer-record.ts";
import type { Formats } from "../ui/formats.ts";

/** What says a rule of a repeating booking in words. */
type RuleWords = (rule: string, date: string) => string;

interface Writer {
  readonly t: TFunction;
  readonly formats: Formats;
  readonly ruleWords: RuleWords;
}

type Line = string | null;

function fact(label: string, value: string): Line {
  return value.trim() === "" ? null : `${label}: ${value}`;
}

function section(title: string, lines: readonly Line[]): readonly string[] {
  const said = lines.filter((line) => line !== null);
  return said.length === 0 ? [] : ["", title, "-".repeat(title.length), ...said];
}

function day({ formats }: Writer, at: string): string {
  const date = formats.dateOf(at);
  return `${formats.weekdayAndDay(date)}, ${formats.time(at)}`;
}

function exceptionLine(by: Writer, one: RecordedBooking["exceptions"][number]): string {
  const { t } = by;
  const parts = [
    one.cancelled ? t("schedule.status.cancelled") : "",
    one.cancelReason,
    one.status === null ? "" : t(`schedule.status.${one.status}`),
    one.start === null ? "" : t("customers.record.moved", { time: day(by, one.start) }),
    one.service ?? "",
    one.staff === null ? "" : t("customers.record.with", { staff: one.staff }),
    one.customerNotes ?? "",
    one.deskNotes ?? "",
  ].filter((part) => part !== "");
  const which = t("customers.record.differs", { day: day(by, one.originalStart) });
  return `    ${which}: ${parts.join(", ")}`;
}

function bookingLines(by: Writer, booking: RecordedBooking): readonly Line[] {
  const { t, formats, ruleWords } = by;
  const { start, end, status, rrule } = booking;
  const label = (key: "price" | "reason" | "customerNotes" | "deskNotes" | "repeats"): string =>
    `    ${t(`customers.record.${key}`)}`;
  const changed = booking.changes.length - 1;
  const date = formats.dateOf(start);
  return [
    `${formats.weekdayAndDay(date)}, ${formats.timeRange(start, end)}: ${booking.service}, ` +
      `${t("customers.record.with", { staff: booking.staff })}, ${t(`schedule.status.${status}`)}`,
    rrule === null ? null : fact(label("repeats"), ruleWords(rrule, date)),
    booking.priceMinor === null ? null : fact(label("price"), formats.money(booking.priceMinor)),
    fact(label("reason"), booking.cancelReason),
    fact(label("customerNotes"), booking.customerNotes),
    fact(label("deskNotes"), booking.deskNotes),
    ...booking.exceptions.map((one) => exceptionLine(by, one)),
    `    ${t("customers.record.made", { time: day(by, booking.createdAt) })}` +
      (changed > 0 ? `, ${t("customers.record.changes", { count: changed })}` : ""),
  ];
}

function waitingLine(by: Writer, one: CustomerRecord["waiting"][number]): string {
  const { t, formats } = by;
  const days = { from: formats.shortDay(one.from), to: formats.shortDay(one.to) };
  return [one.service, t("customers.record.waits", days), one.note]
    .filter((part) => part !== "")
    .join(", ");
}

function requestLine(by: Writer, one: CustomerRecord["requests"][number]): string {
  const decision = by.t(`customers.record.decision.${one.decision}`, { defaultValue: "" });
  return [day(by, one.start), one.name, one.email, decision, one.notes]
    .filter((part) => part !== "")
    .join(", ");
}

/** Everything that is kept about somebody, as a page of plain text in the language of the window. */
export function recordText(record: CustomerRecord, by: Writer): string {
  const { t } = by;
  const { name, phone, email, alert, notes } = record.customer;
  const title = t("customers.record.title", { name });
  const signIn = record.signIn.map((method) => t(`online.method.${method}`)).join(", ");
  const as = { time: day(by, record.at), business: record.business };
  const lines = [
    title,
    "=".repeat(title.length),
    t("customers.record.at", as),
    "",
    fact(t("customers.name"), name),
    fact(t("customers.phone"), phone),
    fact(t("customers.email"), email),
    fact(t("customers.record.otherEmails"), record.otherEmails.join(", ")),
    fact(t("online.signsIn"), signIn),
    fact(t("customers.alert"), alert),
    fact(t("customers.notes"), notes),
    ...section(
      t("customers.record.bookings"),
      record.bookings.flatMap((booking) => bookingLines(by, booking)),
    ),
    ...section(
      t("customers.record.waitlist"),
      record.waiting.map((one) => waitingLine(by, one)),
    ),
    ...section(
      t("customers.record.requests"),
      record.requests.map((one) => requestLine(by, one)),
    ),
  ];
  return `${lines.filter((line) => line !== null).join("\n")}\n`;
}
