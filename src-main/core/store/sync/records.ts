import type { JournalEntry } from "../../../../src-shared/bridge/contract/sync.ts";
import type { Id, Instant } from "../../../../src-shared/domain/primitives.ts";
import type { EventFields } from "../../calendars/remote-calendar.ts";
import type { Ids } from "../../ids.ts";
import type { Database } from "../database.ts";

/** How long the journal and the records of runs are kept (sync-engine.md). */
export const KEEP_DAYS = 90;

export type JournalLine = Omit<JournalEntry, "id" | "at"> & { readonly eventId: string | null };

/** One finished cycle. */
export interface Run {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly kind: "changes" | "full";
  readonly outcome: string;
  readonly requests: number;
  readonly rowsRead: number;
  readonly writes: number;
}

interface JournalRow {
  readonly id: string;
  readonly at: string;
  readonly direction: "out" | "in" | "none";
  readonly action: string;
  readonly subject: string;
  readonly reason: string;
  readonly booking_id: string | null;
}

function toEntry(row: JournalRow): JournalEntry {
  return {
    id: row.id,
    at: row.at,
    direction: row.direction,
    action: row.action,
    subject: row.subject,
    reason: row.reason,
    bookingId: row.booking_id,
  };
}

/** What somebody may have to look at, whichever way it went: refusals, conflicts, questions. */
const TROUBLES =
  "('parked', 'malformed', 'stopped', 'putBack', 'restored', 'leftDeleted', 'askedAboutMove', 'kept', 'settled')";

const WHICH = {
  all: "1",
  out: "direction = 'out'",
  in: "direction = 'in'",
  trouble: `action IN ${TROUBLES}`,
} as const;

/** `%` and `_` of what was typed are taken literally. */
function likePattern(search: string): string {
  return `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

export function createJournal(db: Database, ids: Ids) {
  const add = db.statement(
    "journal.add",
    `INSERT INTO journal (id, at, direction, action, subject, reason, booking_id, event_id)
     VALUES (:id, :at, :direction, :action, :subject, :reason, :bookingId, :eventId)`,
  );
  const list = (which: string) =>
    db.statement<JournalRow>(
      "journal.list",
      `SELECT * FROM journal WHERE ${which}
         AND (subject LIKE :pattern ESCAPE '\\' OR reason LIKE :pattern ESCAPE '\\' OR action LIKE :pattern ESCAPE '\\')
       ORDER BY at DESC, id DESC LIMIT :limit`,
    );
  const lists = {
    all: list(WHICH.all),
    out: list(WHICH.out),
    in: list(WHICH.in),
    trouble: list(WHICH.trouble),
  };
  const today = db.statement<{ direction: string; n: number }>(
    "journal.today",
    "SELECT direction, count(*) AS n FROM journal WHERE at >= :from GROUP BY direction",
  );
  const actions = db.statement<{ action: string; count: number }>(
    "journal.actions",
    "SELECT action, count(*) AS count FROM journal WHERE at >= :from GROUP BY action ORDER BY action",
  );
  const sent = db.statement<{ at: Instant }>(
    "journal.sent",
    "SELECT at FROM journal WHERE at >= :from AND direction = 'out' ORDER BY at",
  );
  const prune = db.statement("journal.prune", "DELETE FROM journal WHERE at < :before");
  return {
    add(at: Instant, line: JournalLine): void {
      add.run({ id: ids.next(), at, ...line });
    },
    list: (filter: {
      direction: keyof typeof lists;
      search: string;
      limit: number;
    }): JournalEntry[] =>
      lists[filter.direction]
        .all({ pattern: likePattern(filter.search), limit: filter.limit })
        .map(toEntry),
    countSince(from: Instant): { readonly out: number; readonly in: number } {
      const rows = today.all({ from });
      const of = (direction: string): number =>
        rows.find((row) => row.direction === direction)?.n ?? 0;
      return { out: of("out"), in: of("in") };
    },
    /** How often what was done since then. */
    countActions: (from: Instant): { readonly action: string; readonly count: number }[] =>
      actions.all({ from }),
    /** When something was sent to the calendar from then on, in order. */
    sentSince: (from: Instant): readonly Instant[] => sent.all({ from }).map(({ at }) => at),
    prune: (before: Instant): number => prune.run({ before }),
  };
}
export type Journal = ReturnType<typeof createJournal>;

export function createRuns(db: Database, ids: Ids) {
  const add = db.statement(
    "run.add",
    `INSERT INTO sync_run (id, started_at, ended_at, kind, outcome, requests, rows_read, writes, detail)
     VALUES (:id, :startedAt, :endedAt, :kind, :outcome, :requests, :rowsRead, :writes, '')`,
  );
  const lastComplete = db.statement<{ ended_at: string }>(
    "run.lastComplete",
    `SELECT ended_at FROM sync_run WHERE outcome = 'complete' ORDER BY started_at DESC LIMIT 1`,
  );
  const lastId = db.statement<{ id: Id }>(
    "run.lastId",
    "SELECT id FROM sync_run ORDER BY id DESC LIMIT 1",
  );
  const totals = db.statement<{ rowsRead: number; writes: number }>(
    "run.totals",
    `SELECT coalesce(sum(rows_read), 0) AS rowsRead, coalesce(sum(writes), 0) AS writes
     FROM sync_run WHERE id > :id`,
  );
  const recent = db.statement<Run>(
    "run.recent",
    `SELECT started_at AS startedAt, ended_at AS endedAt, kind, outcome, requests, rows_read AS rowsRead, writes
     FROM sync_run ORDER BY id DESC LIMIT :limit`,
  );
  const prune = db.statement("run.prune", "DELETE FROM sync_run WHERE started_at < :before");
  const clear = db.statement("run.clear", "DELETE FROM sync_run");
  return {
    add(run: Run): void {
      add.run({ id: ids.next(), ...run });
    },
    lastCompleteAt: (): Instant | null => lastComplete.get()?.ended_at ?? null,
    /** The last cycles, newest first. */
    recent: (limit: number): readonly Run[] => recent.all({ limit }),
    /** Names the last cycle so far; empty before the first. */
    lastId: (): string => lastId.get()?.id ?? "",
    /** What the cycles after that one read and wrote together. */
    totalsAfter: (id: string): { readonly rowsRead: number; readonly writes: number } =>
      totals.get({ id }) ?? { rowsRead: 0, writes: 0 },
    prune: (before: Instant): number => prune.run({ before }),
    /** A new connection starts without a history, so that it is not called up to date by an older one. */
    clear(): void {
      clear.run();
    },
  };
}
export type Runs = ReturnType<typeof createRuns>;

export interface OpenAttention {
  readonly id: Id;
  readonly kind:
    | "movedOntoBusy"
    | "movedInGoogle"
    | "changedOnBothSides"
    | "deletedInGoogle"
    | "malformed";
  readonly bookingId: Id | null;
  readonly eventId: string | null;
  /** Which occurrence of a series; null for a whole booking. */
  readonly originalStart: Instant | null;
  /** What the calendar showed; null where there is nothing to compare. */
  readonly theirs: EventFields | null;
  readonly since: Instant;
  readonly reason: string;
}

interface AttentionRow {
  readonly id: string;
  readonly kind: OpenAttention["kind"];
  readonly booking_id: string | null;
  readonly event_id: string | null;
  readonly original_start: string | null;
  readonly theirs: string | null;
  readonly since: string;
  readonly reason: string;
}

function toOpen(row: AttentionRow): OpenAttention {
  return {
    id: row.id,
    kind: row.kind,
    bookingId: row.booking_id,
    eventId: row.event_id,
    originalStart: row.original_start,
    // Written by `ask` only, in the same shape.
    theirs: row.theirs === null ? null : (JSON.parse(row.theirs) as EventFields),
    since: row.since,
    reason: row.reason,
  };
}

/** Questions that wait for a person; one open row per kind and booking, occurrence or event. */
export function createAttention(db: Database, ids: Ids) {
  const ask = db.statement(
    "attention.ask",
    `INSERT INTO attention (id, kind, booking_id, event_id, original_start, theirs, since, reason)
     VALUES (:id, :kind, :bookingId, :eventId, :originalStart, :theirs, :since, :reason)
     ON CONFLICT DO UPDATE SET theirs = excluded.theirs, reason = excluded.reason
       WHERE theirs IS NOT excluded.theirs`,
  );
  const open = db.statement<AttentionRow>(
    "attention.open",
    `SELECT id, kind, booking_id, event_id, original_start, theirs, since, reason
     FROM attention WHERE settled_at IS NULL ORDER BY since DESC, id DESC`,
  );
  const countOpen = db.statement<{ n: number }>(
    "attention.countOpen",
    "SELECT count(*) AS n FROM attention WHERE settled_at IS NULL",
  );
  const settle = db.statement(
    "attention.settle",
    "UPDATE attention SET settled_at = :now, theirs = NULL WHERE id = :id AND settled_at IS NULL",
  );
  const settleEvent = db.statement(
    "attention.settleEvent",
    `UPDATE attention SET settled_at = :now, theirs = NULL
     WHERE event_id = :eventId AND kind = :kind AND settled_at IS NULL`,
  );
  return {
    /** An open question is asked once; what the calendar shows then is renewed. True if anything is new. */
    ask(since: Instant, item: Omit<OpenAttention, "id" | "since">): boolean {
      const theirs = item.theirs === null ? null : JSON.stringify(item.theirs);
      return ask.run({ id: ids.next(), since, ...item, theirs }) > 0;
    },
    open: (): OpenAttention[] => open.all().map(toOpen),
    countOpen: (): number => countOpen.get()?.n ?? 0,
    settle: (id: Id, now: Instant): boolean => settle.run({ id, now }) > 0,
    /** What was asked about an event of the calendar is answered by what it shows now. */
    settleEvent: (
      eventId: string,
      kind: Extract<OpenAttention["kind"], "malformed" | "movedInGoogle">,
      now: Instant,
    ): boolean => settleEvent.run({ eventId, kind, now }) > 0,
  };
}
export type Attention = ReturnType<typeof createAttention>;
