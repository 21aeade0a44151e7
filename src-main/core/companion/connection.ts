import type { CompanionProblem } from "../../../src-shared/bridge/contract/companion.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { Ports } from "../ports.ts";
import { type LateAnswers, openAnswers } from "./answers.ts";
import type { CompanionMemory } from "./memory.ts";
import { wish } from "./pair.ts";
import type { Push } from "./push.ts";
import { publish, type RoundDeps, sendAnswers, takeChanges } from "./round.ts";
import { followWakes } from "./wake-stream.ts";
import { createWireClient, type WireClient, WireTrouble } from "./wire-client.ts";

/** The base: even a stream that died silently costs no more than this. */
const POLL_MS = 60_000;
/** While the owner types the code. */
const PAIRING_POLL_MS = 2_000;
/** A drag and its undo are one change; nobody is mailed twice for them. */
const COALESCE_MS = 3_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

export interface ConnectionDeps extends Omit<RoundDeps, "late"> {
  readonly ports: Ports;
  readonly late: LateAnswers;
  readonly push: Push;
  readonly secretName: string;
  readonly memory: CompanionMemory;
  readonly onChanged: () => void;
}

export interface ConnectionState {
  readonly problem: CompanionProblem | null;
  /** Epoch milliseconds. */
  readonly lastContactAt: number | null;
  readonly live: boolean;
}

/** What ends the pairing for good, so that trying again is of no use. */
function isOver(error: unknown): boolean {
  return (
    error instanceof WireTrouble &&
    error.failure.is === "refused" &&
    (error.failure.code === "REVOKED" || error.failure.code === "UNKNOWN_KEY")
  );
}

function problemOf(error: unknown): CompanionProblem {
  if (isOver(error)) return "revoked";
  if (error instanceof AppError) return "keychain";
  if (!(error instanceof WireTrouble)) return "badAnswer";
  return error.failure.is;
}

/**
 * One round after the other, never two at once: changes in, answers out, publications out. A wake-up during a round
 * makes one more follow it; a failure is tried again, later each time.
 */
export function createConnection(deps: ConnectionDeps) {
  const { memory, ports, push, late, secretName } = deps;
  const { clock, scheduler, secrets, log, random } = ports;
  let state: ConnectionState = { problem: null, lastContactAt: null, live: false };
  let wanted = false;
  let running: Promise<void> | null = null;
  /** When a wake-up during a round wants the next one, in milliseconds after it. */
  let againMs: number | null = null;
  let retryMs = FIRST_RETRY_MS;
  let planned: { readonly at: number; readonly cancel: () => void } | null = null;
  let endStream: (() => void) | null = null;

  function change(next: Partial<ConnectionState>): void {
    const before = state;
    state = { ...state, ...next };
    if (before.problem !== state.problem || before.live !== state.live) deps.onChanged();
  }

  async function client(): Promise<WireClient | null> {
    const pairing = memory.pairing.find();
    if (pairing === undefined) return null;
    const key = await secrets.get(secretName);
    if (key === null) return null;
    return createWireClient({ url: pairing.url, key, scheduler });
  }

  function follow(current: WireClient): void {
    endStream ??= followWakes({
      client: current,
      scheduler,
      onWake: () => plan(0),
      onLive: (live) => change({ live }),
    });
  }

  /** The owner has not typed the code yet, or just did. A code that ran out makes place for a new one. */
  async function awaitOwner(current: WireClient): Promise<void> {
    const pairing = memory.pairing.find();
    if (pairing === undefined) return;
    const ranOut = toMs(pairing.expiresAt) <= clock.now();
    const { code, state: shown } = ranOut
      ? await wish({ memory, random }, current)
      : { code: pairing.code, state: await current.pairing() };
    if (shown.is === "waiting") {
      if (code === pairing.code) return;
      const { confirmUrl, expiresAt } = shown;
      memory.pairing.put({ ...pairing, code, confirmUrl, expiresAt });
    } else {
      const { bookingUrl, methods } = shown;
      const pairedAt = toInstant(clock.now());
      memory.pairing.put({ ...pairing, state: "paired", code: "", bookingUrl, methods, pairedAt });
      log.info("companion.paired");
    }
    deps.onChanged();
  }

  async function keepPush(current: WireClient): Promise<void> {
    const before = push.until();
    await push.keep(current);
    if (push.until() !== before) deps.onChanged();
  }

  async function answer(current: WireClient): Promise<number | null> {
    const { inTime, nextInMs } = await sendAnswers(deps, current);
    if (!inTime) await takeChanges(deps, current);
    return nextInMs;
  }

  /** Resolves to the milliseconds after which there is something to send again, if that is known. */
  async function round(): Promise<number | null> {
    const current = await client();
    if (current === null) {
      if (memory.pairing.find() !== undefined) change({ problem: "keyMissing" });
      return null;
    }
    let nextInMs: number | null = null;
    if (memory.pairing.find()?.state === "waiting") await awaitOwner(current);
    if (memory.pairing.find()?.state === "paired") {
      follow(current);
      await takeChanges(deps, current);
      nextInMs = await answer(current);
      await publish(deps, current);
      await keepPush(current);
    }
    retryMs = FIRST_RETRY_MS;
    change({ problem: null, lastContactAt: clock.now() });
    return nextInMs;
  }

  function pauseAfter(error: unknown): number {
    const problem = problemOf(error);
    if (state.problem !== problem) log.warn("companion.trouble", { problem });
    change({ problem });
    const pause = retryMs * (0.75 + random.next() / 2);
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    return pause;
  }

  async function run(): Promise<void> {
    let pause: number;
    try {
      const nextInMs = await round();
      pause = memory.pairing.find()?.state === "waiting" ? PAIRING_POLL_MS : POLL_MS;
      pause = Math.min(pause, nextInMs ?? pause);
    } catch (error) {
      pause = pauseAfter(error);
    }
    running = null;
    const next = state.problem === null && againMs !== null ? Math.min(againMs, pause) : pause;
    againMs = null;
    if (wanted) plan(next);
  }

  /** Runs a round after so long, unless one is planned sooner. */
  function plan(delayMs: number): void {
    if (!wanted || memory.pairing.find() === undefined) return;
    if (running !== null) {
      againMs = Math.min(againMs ?? delayMs, delayMs);
      return;
    }
    const at = clock.now() + delayMs;
    if (planned !== null && planned.at <= at) return;
    planned?.cancel();
    const cancel = scheduler.after(delayMs, () => {
      planned = null;
      // With every look at the companion, what came too late may be said again.
      late.clear();
      running = run();
    });
    planned = { at, cancel };
  }

  return {
    client,
    isOver,
    state: () => state,
    begin(): void {
      wanted = true;
      change({ problem: null });
      plan(0);
    },
    end(): void {
      wanted = false;
      planned?.cancel();
      planned = null;
      endStream?.();
      endStream = null;
      change({ live: false, problem: null });
    },
    wakeSoon(): void {
      plan(0);
    },
    /** Something changed at the desk; while there is trouble, the next try finds it. */
    wakeLater(): void {
      if (state.problem === null) plan(COALESCE_MS);
    },
    /** Ends, once the round under way has: what was held back goes out now, as far as the companion can be reached. */
    async close(): Promise<void> {
      const isWell = wanted && state.problem === null;
      this.end();
      await running;
      if (!isWell || !openAnswers(memory, late).some(({ waitMs }) => waitMs > 0)) return;
      try {
        const current = await client();
        if (current !== null) await sendAnswers(deps, current, false);
      } catch (error) {
        // They are still open, and go out after the next start.
        log.warn("companion.notTold", { error: error instanceof Error ? error.name : "unknown" });
      }
    },
  };
}
export type Connection = ReturnType<typeof createConnection>;
