import type { GuardQuestion } from "../../../src-shared/sync-status.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import {
  type RemoteCalendar,
  RemoteError,
  type RemoteFailure,
} from "../calendars/remote-calendar.ts";
import { applyPulled, type VanishedAnswer } from "./apply.ts";
import { WINDOW_BACK_MS } from "./event-of-booking.ts";
import { mustAsk } from "./guard.ts";
import type { SyncMemory } from "./memory.ts";
import { Abandoned } from "./pacer.ts";
import { isUsable, pull } from "./pull.ts";
import { push } from "./push.ts";
import type { SyncRules } from "../../../src-shared/bridge/contract/sync.ts";
import { scopeOfCycle, type SyncScope } from "./scope.ts";
import { queueForgotten } from "./unlinked.ts";

export interface CycleDeps {
  readonly memory: SyncMemory;
  readonly calendar: RemoteCalendar;
  readonly turn: () => Promise<void>;
  readonly rules: SyncRules;
  /** Spreads the weekly full lists of many desks, in milliseconds below a day. */
  readonly relistOffsetMs: number;
  /** What a person answered to the guard since it asked. */
  readonly answers: { readonly vanished: VanishedAnswer | null; readonly deleteAnyway: boolean };
  /** True while the calendar's account-level limit lasts: reading goes on, writes wait. */
  readonly writesRest: boolean;
  readonly onProgress: (phase: "pull" | "push", done: number, total: number) => void;
  readonly onScheduleChanged: () => void;
  readonly onUnexpected: (error: unknown) => void;
  readonly stopRequested: () => boolean;
}

export type CycleResult =
  | { readonly is: "complete" }
  | { readonly is: "asks"; readonly guard: GuardQuestion }
  | { readonly is: "trouble"; readonly failure: RemoteFailure }
  /** Ended early because the desk is closing or was paused; nothing is half done. */
  | { readonly is: "stopped" };

/** What holds for the whole of one cycle. */
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
function deletingTooMany({ memory, calendar, answers }: CycleDeps): GuardQuestion | null {
  if (answers.deleteAnyway) return null;
  const remove = memory.links.toDelete(calendar.key);
  const known = memory.links.count(calendar.key);
  return mustAsk(remove, known) ? { kind: "eventsDeleted", remove, known } : null;
}

async function readChanges(deps: InCycle, tally: Tally): Promise<CycleResult | null> {
  const { memory, calendar } = deps;
  const now = memory.clock.now();
  const saved = memory.cursors.find(calendar.key);
  const cursor =
    saved !== undefined &&
    isUsable(saved, calendar, now, deps.relistOffsetMs) &&
    deps.answers.vanished === null
      ? saved
      : undefined;
  const turn = () => {
    tally.requests += 1;
    return deps.turn();
  };
  const pulled = await pull(calendar, cursor, toInstant(now - WINDOW_BACK_MS), turn);
  tally.kind = pulled.kind;
  tally.rowsRead = pulled.rows.length;
  if (pulled.kind === "full") queueForgotten(deps, pulled.windowStart);
  const applied = applyPulled(
    { memory, calendar, rules: deps.rules, scope: deps.scope, vanished: deps.answers.vanished },
    pulled,
    cursor,
  );
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
  if (guard !== null) return { is: "asks", guard };
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

async function readAndSend(deps: InCycle, tally: Tally): Promise<CycleResult> {
  try {
    const ended = await readChanges(deps, tally);
    if (ended !== null) return ended;
    return deps.stopRequested() ? { is: "stopped" } : await sendChanges(deps, tally);
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
  const scope = scopeOfCycle(memory, deps.calendar.key, deps.rules.maxEvents);
  const result = await readAndSend({ ...deps, scope }, tally);
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
