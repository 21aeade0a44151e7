import { toInstant } from "../../../src-shared/time/zones.ts";
import {
  type RemoteCalendar,
  RemoteError,
  type RemoteFailure,
} from "../calendars/remote-calendar.ts";
import { applyPulled } from "./apply.ts";
import type { Cursor } from "../store/sync/cursors.ts";
import { WINDOW_BACK_MS } from "./event-of-booking.ts";
import { describeDeleted, type GuardAnswers, type GuardAsks, mustAsk } from "./guard.ts";
import type { SyncMemory } from "./memory.ts";
import { Abandoned } from "./pacer.ts";
import { beganTooLate, isUsable, pull, type Pulled } from "./pull.ts";
import { push } from "./push.ts";
import type { SyncRules } from "../../../src-shared/bridge/contract/sync.ts";
import { scopeOfCycle, type SyncScope } from "./scope.ts";
import { mostKept } from "./rules.ts";
import { queueForgotten } from "./unlinked.ts";

export interface CycleDeps {
  readonly memory: SyncMemory;
  readonly calendar: RemoteCalendar;
  readonly turn: () => Promise<void>;
  readonly rules: SyncRules;
  /** Spreads the weekly full lists of many desks, in milliseconds below a day. */
  readonly relistOffsetMs: number;
  readonly answers: GuardAnswers;
  /** True while the calendar's account-level limit lasts: reading goes on, writes wait. */
  readonly writesRest: boolean;
  readonly onProgress: (phase: "pull" | "push", done: number, total: number) => void;
  readonly onScheduleChanged: () => void;
  readonly onUnexpected: (error: unknown) => void;
  readonly stopRequested: () => boolean;
}

export type CycleResult =
  | { readonly is: "complete" }
  | GuardAsks
  | { readonly is: "trouble"; readonly failure: RemoteFailure }
  /** Ended early because the desk is closing or was paused; nothing is half done. */
  | { readonly is: "stopped" };

/** What holds for the whole of one cycle, once the calendar was read. */
interface InCycle extends CycleDeps {
  readonly scope: SyncScope;
}

interface Tally {
  requests: number;
  rowsRead: number;
  sent: number;
  kind: "changes" | "full";
}

/** The share of our events that sending the queue would delete, if it is unusual (S21). */
function deletingTooMany({ memory, calendar, answers }: CycleDeps): GuardAsks | null {
  if (answers.deleteAnyway) return null;
  const going = memory.links.toDelete(calendar.key);
  const known = memory.links.count(calendar.key);
  if (!mustAsk(going.length, known)) return null;
  const guard = { kind: "eventsDeleted", remove: going.length, known } as const;
  return { is: "asks", guard, about: describeDeleted(memory, going) };
}

/** What was read, and the cursor it was read from. */
interface Read {
  readonly pulled: Pulled;
  readonly cursor: Cursor | undefined;
}

/** A list that began by a clock that was wrong may lack what it should hold: it is made again by the right one. */
async function pullInWindow(
  { memory, calendar }: CycleDeps,
  cursor: Cursor | undefined,
  turn: () => Promise<void>,
): Promise<Pulled> {
  const windowStart = () => toInstant(memory.clock.now() - WINDOW_BACK_MS);
  const pulled = await pull(calendar, cursor, windowStart(), turn);
  if (!beganTooLate(pulled.windowStart, memory.clock.now())) return pulled;
  return pull(calendar, undefined, windowStart(), turn);
}

async function readChanges(deps: CycleDeps, tally: Tally): Promise<Read> {
  const { memory, calendar } = deps;
  const saved = memory.cursors.find(calendar.key);
  const cursor =
    saved !== undefined &&
    isUsable(saved, calendar, memory.clock.now(), deps.relistOffsetMs) &&
    deps.answers.vanished === null
      ? saved
      : undefined;
  const turn = () => {
    tally.requests += 1;
    return deps.turn();
  };
  const pulled = await pullInWindow(deps, cursor, turn);
  tally.kind = pulled.kind;
  tally.rowsRead = pulled.rows.length;
  return { pulled, cursor };
}

function applyChanges(deps: InCycle, { pulled, cursor }: Read): CycleResult | null {
  const { memory, calendar, rules, scope } = deps;
  if (pulled.kind === "full") queueForgotten(deps, pulled.windowStart);
  const { vanished } = deps.answers;
  const applied = applyPulled({ memory, calendar, rules, scope, vanished }, pulled, cursor);
  if (applied.is === "asks") return applied;
  if (applied.scheduleChanged) deps.onScheduleChanged();
  return null;
}

async function sendChanges(deps: InCycle, tally: Tally): Promise<CycleResult> {
  const { memory } = deps;
  const { waiting } = memory.pending.counts();
  if (waiting === 0) return { is: "complete" };
  if (deps.writesRest) return { is: "trouble", failure: { is: "quotaExceeded" } };
  const guard = deletingTooMany(deps);
  if (guard !== null) return guard;
  const turn = () => {
    tally.requests += 1;
    return deps.turn();
  };
  deps.onProgress("push", 0, waiting);
  const result = await push(
    { ...deps, turn },
    (done) => deps.onProgress("push", done, Math.max(done, waiting)),
    deps.stopRequested,
  );
  tally.sent = result.sent;
  deps.onScheduleChanged();
  if (result.failure !== null) return { is: "trouble", failure: result.failure };
  return deps.stopRequested() ? { is: "stopped" } : { is: "complete" };
}

async function readAndSend(deps: CycleDeps, tally: Tally): Promise<CycleResult> {
  const { memory, calendar, rules } = deps;
  try {
    const read = await readChanges(deps, tally);
    // Only now: the calendar's answer may have put the clock right, by which the nearest bookings are chosen.
    const inCycle = { ...deps, scope: scopeOfCycle(memory, calendar.key, mostKept(rules)) };
    const ended = applyChanges(inCycle, read);
    if (ended !== null) return ended;
    return deps.stopRequested() ? { is: "stopped" } : await sendChanges(inCycle, tally);
  } catch (error) {
    if (error instanceof RemoteError) return { is: "trouble", failure: error.failure };
    if (error instanceof Abandoned) return { is: "stopped" };
    throw error;
  }
}

/**
 * One cycle: pull, reconcile, push (sync-engine.md, One cycle), and its record. Rejects only for faults of the
 * program or the store, never for anything the network or the calendar does.
 */
export async function runCycle(deps: CycleDeps): Promise<CycleResult> {
  const { memory } = deps;
  const startedAt = toInstant(memory.clock.now());
  const tally: Tally = { requests: 0, rowsRead: 0, sent: 0, kind: "changes" };
  const result = await readAndSend(deps, tally);
  memory.runs.add({
    startedAt,
    endedAt: toInstant(memory.clock.now()),
    kind: tally.kind,
    outcome: result.is === "trouble" ? result.failure.is : result.is,
    requests: tally.requests,
    rowsRead: tally.rowsRead,
    writes: tally.sent,
  });
  return result;
}
