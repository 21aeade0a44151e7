import { z } from "zod";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import type { Database } from "./database.ts";
import { readJson } from "./json.ts";

/** Shorter words stand inside of ordinary ones. */
const SHORTEST_MARK = 3;
/** What stands where a name was; the same as in a report without people. */
const NOBODY = "[person]";

const Details = z.record(z.string(), z.string());
/** Texts of a line of a booking's log that can name a person or say why. */
const PERSONAL: readonly string[] = ["customer", "reason"];

function statements(db: Database) {
  return {
    bookings: db.statement(
      "traces.bookings",
      `UPDATE booking SET customer_id = NULL, customer_notes = '', desk_notes = '', cancel_reason = '',
         revision = revision + 1, updated_at = :now
       WHERE customer_id = :id`,
    ),
    overrides: db.statement(
      "traces.overrides",
      `UPDATE booking_override SET customer_notes = NULL, desk_notes = NULL, cancel_reason = ''
       WHERE booking_id IN (SELECT value FROM json_each(:ids))`,
    ),
    logs: db.statement<{ id: Id; action: string; details: string }>(
      "traces.logs",
      "SELECT id, action, details FROM booking_log WHERE booking_id IN (SELECT value FROM json_each(:ids))",
    ),
    logsNaming: db.statement<{ id: Id; action: string; details: string }>(
      "traces.logsNaming",
      `SELECT id, action, details FROM booking_log
       WHERE action IN ('created', 'customer') AND :name IN (
         json_extract(details, '$.customer'), json_extract(details, '$.from'), json_extract(details, '$.to'))`,
    ),
    setLog: db.statement(
      "traces.setLog",
      "UPDATE booking_log SET details = :details WHERE id = :id",
    ),
    journal: db.statement<{ id: Id; subject: string }>(
      "traces.journal",
      "SELECT id, subject FROM journal WHERE booking_id IN (SELECT value FROM json_each(:ids))",
    ),
    setSubject: db.statement(
      "traces.setSubject",
      "UPDATE journal SET subject = :subject WHERE id = :id",
    ),
    markJournal: db.statement(
      "traces.markJournal",
      `UPDATE journal SET subject = replace(subject, :mark, '${NOBODY}'), reason = replace(reason, :mark, '${NOBODY}')
       WHERE instr(subject, :mark) > 0 OR instr(reason, :mark) > 0`,
    ),
    markAttention: db.statement(
      "traces.markAttention",
      `UPDATE attention SET reason = replace(reason, :mark, '${NOBODY}') WHERE instr(reason, :mark) > 0`,
    ),
    theirs: db.statement(
      "traces.theirs",
      "UPDATE attention SET theirs = NULL WHERE booking_id IN (SELECT value FROM json_each(:ids))",
    ),
    markParked: db.statement(
      "traces.markParked",
      `UPDATE pending_change SET parked_reason = replace(parked_reason, :mark, '${NOBODY}')
       WHERE instr(parked_reason, :mark) > 0`,
    ),
    // A request that waits is declined: nobody could say for whom it is.
    requests: db.statement(
      "traces.requests",
      `UPDATE online_request SET asked = json_set(asked, '$.customer', json('null'), '$.notes', ''),
         told = iif(decision = 'waiting', NULL, told),
         reason = iif(decision = 'waiting', 'desk', reason),
         decision = iif(decision = 'waiting', 'declined', decision)
       WHERE booking_id IN (SELECT value FROM json_each(:ids))
          OR lower(json_extract(asked, '$.customer.email')) IN (SELECT value FROM json_each(:emails))`,
    ),
    // Of calendars that are not connected; in the connected one the push writes title and description anew.
    links: db.statement(
      "traces.links",
      `UPDATE link SET fields = json_set(fields, '$.title', '', '$.description', '')
       WHERE booking_id IN (SELECT value FROM json_each(:ids))
         AND calendar_key IS NOT (SELECT calendar_key FROM connection)`,
    ),
    linkExceptions: db.statement(
      "traces.linkExceptions",
      `UPDATE link_exception SET fields = json_set(fields, '$.title', '', '$.description', '')
       WHERE booking_id IN (SELECT value FROM json_each(:ids))
         AND calendar_key IS NOT (SELECT calendar_key FROM connection)`,
    ),
    remove: db.statement("traces.remove", "DELETE FROM customer WHERE id = :id"),
    checkpoint: db.statement("traces.checkpoint", "PRAGMA wal_checkpoint(TRUNCATE)"),
  };
}

function emptied(text: string, isPersonal: (key: string, value: string) => boolean): string {
  const details = Object.entries(readJson(Details, text, "booking log"));
  return JSON.stringify(
    Object.fromEntries(
      details.map(([key, value]) => [key, isPersonal(key, value) ? "" : value] as const),
    ),
  );
}

/** Of the person's own booking: earlier names as well. */
function isPersonal(action: string, key: string): boolean {
  return action === "customer" ? key === "from" || key === "to" : PERSONAL.includes(key);
}

/** Of `Eva Berg, Cut, 2026-11-19 14:00–14:45` the service and the time stay. */
function subjectWithoutPerson(subject: string): string {
  const rest = /, [^,]*, \d{4}-\d{2}-\d{2} .*$/.exec(subject)?.[0] ?? "";
  return `${NOBODY}${rest}`;
}

/** How somebody is known beyond the card. */
export interface Marks {
  readonly name: string;
  readonly phone: string;
  readonly emails: readonly string[];
}

/** Takes a person out of everything that the desk keeps. Belongs into one transaction, but for `shredded`. */
export function createCustomerTraces(db: Database) {
  const sql = statements(db);

  function forgetInLogs(ids: string, name: string): void {
    for (const { id, action, details } of sql.logs.all({ ids }))
      sql.setLog.run({ id, details: emptied(details, (key) => isPersonal(action, key)) });
    // Bookings that were handed over to somebody else, whose name stays.
    for (const { id, details } of sql.logsNaming.all({ name }))
      sql.setLog.run({ id, details: emptied(details, (_key, value) => value === name) });
  }

  function forgetInJournal(ids: string): void {
    for (const { id, subject } of sql.journal.all({ ids }))
      sql.setSubject.run({ id, subject: subjectWithoutPerson(subject) });
  }

  return {
    /** @param bookingIds the person's bookings */
    forget(id: Id, bookingIds: readonly Id[], { name, phone, emails }: Marks, now: Instant): void {
      const ids = JSON.stringify(bookingIds);
      sql.bookings.run({ id, now });
      sql.overrides.run({ ids });
      forgetInLogs(ids, name);
      forgetInJournal(ids);
      for (const mark of [name, phone, ...emails].filter((text) => text.length >= SHORTEST_MARK))
        for (const one of [sql.markJournal, sql.markAttention, sql.markParked]) one.run({ mark });
      sql.requests.run({ ids, emails: JSON.stringify(emails) });
      sql.theirs.run({ ids });
      sql.links.run({ ids });
      sql.linkExceptions.run({ ids });
      sql.remove.run({ id });
    },
    /** After the commit: nothing of it stays in the journal file of the database either. */
    shredded(): void {
      sql.checkpoint.get();
    },
  };
}
export type CustomerTraces = ReturnType<typeof createCustomerTraces>;
