import { z } from "zod";
import type { Channel } from "../../../src-shared/bridge/channels.ts";
import type { Handlers } from "../../../src-shared/bridge/contract.ts";
import type {
  GoogleConnection,
  SyncRules,
  SyncStatus,
} from "../../../src-shared/bridge/contract/sync.ts";
import { INTEGRATIONS, type syncChannels } from "../../../src-shared/bridge/contract/sync.ts";
import { Instant } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import {
  presentSync,
  type SyncCounts,
  type SyncPresentation,
} from "../../../src-shared/sync-status.ts";
import { dateAt, spanOfDays, toInstant, toMs, addDays } from "../../../src-shared/time/zones.ts";
import type { CalendarProvider } from "../calendars/calendar-provider.ts";
import type { Changes } from "../changes.ts";
import type { Ports } from "../ports.ts";
import type { Settings } from "../store/settings.ts";
import { createConnector } from "./connector.ts";
import type { SyncMemory } from "./memory.ts";
import type { ConnectionProbe } from "./probe.ts";
import { createPacer, PACE_WINDOW_MS } from "./pacer.ts";
import { createFarewell } from "./farewell.ts";
import { createForgetting } from "./forgetting.ts";
import { pauseEnd } from "./pause.ts";
import { createRunner } from "./runner.ts";
import type { RemoteCalendar } from "../calendars/remote-calendar.ts";
import { showForeignAgain } from "./apply.ts";
import { WINDOW_BACK_MS } from "./event-of-booking.ts";
import { answersTo } from "./guard.ts";
import { createQuestions, type Settlement } from "./questions.ts";
import { leftOutOf, mostKept, type Rules, showAlike } from "./rules.ts";
import { EVERYTHING } from "./scope.ts";
import { recordAnswer } from "./stops.ts";
import { createUpkeep } from "./upkeep.ts";

/** Below Google's 600 a minute per user, with room for what the windows ask for beside the cycles. */
export const REQUESTS_PER_MINUTE = 580;
/** Several edits in quick succession make one cycle. */
const COALESCE_MS = 200;
/** After waking up the network needs a moment (sync-engine.md, Triggers). */
const RESUME_MIN_MS = 3_000;
const RESUME_SPREAD_MS = 7_000;
/** Going back and forth between windows is no reason to look at the calendar each time. */
const GLANCE_MS = 60_000;

const PAUSED_KEY = "sync.paused";
const Paused = z.strictObject({ until: Instant.nullable() });

export interface SyncServiceDeps {
  readonly ports: Ports;
  readonly memory: SyncMemory;
  readonly settings: Settings;
  readonly rules: Rules;
  readonly changes: Changes;
  readonly provider: CalendarProvider;
  /** Spreads the weekly full lists of many desks, in milliseconds below a day. */
  readonly relistOffsetMs: number;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onConnectionChanged: () => void;
  /** Runs while the calendar can still be reached, before it is let go of. */
  readonly beforeDisconnect: () => Promise<void>;
}

type SyncChannel = Extract<Channel, keyof typeof syncChannels>;

/** The sync as the rest of the desk sees it: the handlers of its channels, its status, its start and its end. */
export interface SyncService {
  readonly handlers: Pick<Handlers, SyncChannel>;
  status(): SyncStatus;
  presentation(): SyncPresentation;
  connection(): GoogleConnection | null;
  /** Asks the connected account how it stands. */
  probe(): Promise<ConnectionProbe>;
  /** The connected calendar, or null. */
  calendar(): RemoteCalendar | null;
  /** Somebody says that the calendar changed: look now, unless the sync rests. */
  lookNow(): void;
  start(): void;
  /** Resolves when nothing is being sent any more. */
  stop(): Promise<void>;
}

export function createSyncService(deps: SyncServiceDeps): SyncService {
  const { ports, memory, changes, settings, rules } = deps;
  const { clock, scheduler } = ports;
  const endings: (() => void)[] = [];
  let ownChange = false;
  let cancelWake: (() => void) | null = null;
  let cancelPause: () => void = () => undefined;

  function tellScheduleChanged(): void {
    ownChange = true;
    changes.scheduleChanged();
    ownChange = false;
  }

  // After a quick restart the last minute of the process before still counts.
  const lastMinute = memory.journal.sentSince(toInstant(clock.now() - PACE_WINDOW_MS));
  const pacer = createPacer(clock, scheduler, REQUESTS_PER_MINUTE, lastMinute.map(toMs));
  const connector = createConnector({
    memory,
    provider: deps.provider,
    secrets: ports.secrets,
    log: ports.log,
    pacer,
    runner: () => runner,
    isLeaving: () => farewell.isWaiting(),
    changeRules,
    onConnectionChanged: deps.onConnectionChanged,
    onScheduleChanged: tellScheduleChanged,
  });
  const farewell = createFarewell({
    settings,
    scheduler,
    log: ports.log,
    async disconnect(how) {
      await deps.beforeDisconnect();
      const result = await connector.disconnect(how);
      settings.set(PAUSED_KEY, null);
      return result;
    },
    onChange: deps.onConnectionChanged,
  });
  const forgetOld = createForgetting(memory);
  const runner = createRunner({
    memory,
    ports,
    pacer,
    calendar: connector.calendar,
    rules: () => rules.read(),
    relistOffsetMs: deps.relistOffsetMs,
    onStatus: () => deps.onStatus(status()),
    onScheduleChanged: tellScheduleChanged,
    onComplete: () => {
      forgetOld();
      farewell.onComplete();
    },
  });

  function counts(): SyncCounts {
    const key = memory.connections.find()?.calendar?.key ?? "";
    const zone = memory.business.find()?.zone ?? "UTC";
    const today = dateAt(memory.clock.now(), zone);
    const done = memory.journal.countSince(
      toInstant(spanOfDays(today, addDays(today, 1), zone).start),
    );
    return {
      ...memory.pending.counts(),
      leftOut: key === "" ? 0 : leftOut(),
      attention: memory.attention.countOpen(),
      linked: memory.links.count(key),
      blocks: memory.blocks.countOfGoogle(),
      sentToday: done.out,
      takenInToday: done.in,
      clockOffMs: deps.provider.clockOffMs(),
    };
  }

  function leftOut(): number {
    const since = toInstant(memory.clock.now() - WINDOW_BACK_MS);
    return leftOutOf(rules.read(), memory.window.count(since));
  }

  function status(): SyncStatus {
    const next = runner.nextCycleAt();
    const tried = runner.lastTryAt();
    return {
      state: runner.state(),
      counts: counts(),
      nextCycleAt: next === null ? null : toInstant(next),
      lastTryAt: tried === null ? null : toInstant(tried),
    };
  }

  function presentation(): SyncPresentation {
    return presentSync(runner.state(), counts(), clock.now());
  }

  /** Somebody edited something: send it within seconds (S9), unless trouble already plans its own next try. */
  function wakeSoon(): void {
    if (ownChange) return;
    const { is } = runner.state();
    if (memory.pending.counts().waiting === 0 || is === "backoff") return deps.onStatus(status());
    deps.onStatus(status());
    cancelWake ??= scheduler.after(COALESCE_MS, () => {
      cancelWake = null;
      void runner.wake();
    });
  }

  function wakeAfterSleep(): void {
    endings.push(
      scheduler.after(
        RESUME_MIN_MS + ports.random.next() * RESUME_SPREAD_MS,
        () => void runner.wake(),
      ),
    );
  }

  function needCalendar(): RemoteCalendar {
    const calendar = connector.calendar();
    if (calendar === null) throw new AppError("NOT_CONNECTED", "No calendar is connected.");
    return calendar;
  }

  function enterPause(until: Instant | null): void {
    cancelPause();
    runner.takeOver({ type: "paused", until });
    if (until !== null)
      cancelPause = scheduler.after(Math.max(0, toMs(until) - clock.now()), () => resume());
  }

  function resume(): void {
    cancelPause();
    settings.set(PAUSED_KEY, null);
    if (runner.state().is !== "paused") return;
    runner.takeOver({ type: "resumed" });
    void runner.wake();
  }

  const questions = createQuestions(memory, connector.calendar);
  const upkeep = createUpkeep({
    memory,
    runner,
    pacer,
    rules,
    calendar: needCalendar,
    status,
    onScheduleChanged: tellScheduleChanged,
  });

  function settleAttention(id: string, how: Settlement): void {
    questions.settle(id, how);
    tellScheduleChanged();
    deps.onStatus(status());
    void runner.wake();
  }

  function changeRules(changes: Parameters<Rules["change"]>[0]): SyncRules {
    const before = rules.read();
    const [after, calendar] = [rules.change(changes), connector.calendar()];
    if (calendar !== null && !showAlike(before, after)) {
      showForeignAgain({ memory, calendar, rules: after, scope: EVERYTHING, vanished: null });
      tellScheduleChanged();
    }
    if (after.titles !== before.titles) connector.queueDiffering();
    if (after.titles !== before.titles || mostKept(after) !== mostKept(before)) {
      // While the sync rests no cycle tells it.
      deps.onStatus(status());
      void runner.wake();
    }
    return after;
  }

  const handlers: SyncService["handlers"] = {
    "integrations.list": () =>
      INTEGRATIONS.map((id) => ({
        id,
        availability: id === "google" ? ("works" as const) : ("coming" as const),
      })),
    "google.connection": () => connector.connection(),
    "google.connect": (input) => connector.connect(input),
    "google.connectCancel": () => {
      connector.cancel();
      return {};
    },
    "google.signInReopen": async () => {
      const url = connector.waitingUrl();
      if (url === null) throw new AppError("NOT_FOUND", "No sign-in is waiting.");
      await ports.links.open(url);
      return {};
    },
    "google.calendars": async () =>
      (await connector.calendars()).map(({ zone: _zone, ...entry }) => entry),
    "google.preview": ({ calendarId, rules: changed }) =>
      connector.previewOf(calendarId, rules.changed(changed)),
    "google.chooseCalendar": (input) => connector.choose(input),
    "google.disconnectPreview": () => connector.preview(),
    "google.disconnect": (input) => farewell.bid(input),
    "google.stay": () => {
      needCalendar();
      farewell.takeBack();
      return {};
    },
    "sync.status": status,
    "sync.now": async () => {
      needCalendar();
      if (runner.state().is === "paused") resume();
      await runner.runNow();
      return status();
    },
    "sync.glance": () => {
      const tried = runner.lastTryAt();
      if (tried === null || Math.abs(clock.now() - tried) >= GLANCE_MS) void runner.wake();
      return {};
    },
    "sync.pause": ({ length }) => {
      needCalendar();
      const end = pauseEnd(length, clock.now(), memory.business.find()?.zone ?? "UTC");
      const until = end === null ? null : toInstant(end);
      settings.set(PAUSED_KEY, { until });
      enterPause(until);
      return status();
    },
    "sync.resume": () => {
      needCalendar();
      resume();
      return status();
    },
    "sync.answerGuard": ({ answer }) => {
      const state = runner.state();
      if (state.is !== "needsDecision") throw new AppError("NOT_FOUND", "Nothing is being asked.");
      const { kind } = state.guard;
      recordAnswer(memory, kind, answer);
      if (kind === "eventsDeleted" && answer === "keep") memory.pending.skipDeletions();
      runner.answer(answersTo(kind, answer));
      runner.takeOver({ type: "resumed" });
      void runner.wake();
      return status();
    },
    "sync.guarded": () => [...runner.asksAbout()],
    "sync.sendSkipped": () => {
      needCalendar();
      const queued = memory.pending.unskip();
      tellScheduleChanged();
      deps.onStatus(status());
      void runner.wake();
      return { queued };
    },
    "sync.attention": () => questions.list(),
    "sync.compare": ({ id }) => questions.compare(id),
    "sync.settleAttention": ({ id, how }) => {
      settleAttention(id, how);
      return {};
    },
    "sync.journal": (filter) => memory.journal.list(filter),
    "sync.rules": () => rules.read(),
    "sync.setRules": changeRules,
    "sync.full": () => {
      if (runner.state().is === "paused") resume();
      return upkeep.full();
    },
    "sync.duplicates": () => upkeep.duplicates(),
    "sync.removeDuplicates": ({ eventIds }) => upkeep.removeDuplicates(eventIds),
  };

  function restorePause(): boolean {
    const paused = settings.get(PAUSED_KEY, Paused);
    if (paused === undefined || (paused.until !== null && toMs(paused.until) <= clock.now()))
      return false;
    enterPause(paused.until);
    return true;
  }

  return {
    handlers,
    status,
    presentation,
    connection: () => connector.connection().connection,
    async probe() {
      const seen = await connector.probe();
      // What was found out is shown everywhere, not in Help alone.
      if (seen.is === "failed") void runner.wake();
      return seen;
    },
    calendar: () => connector.calendar(),
    lookNow: () => void runner.wake(),
    start() {
      const connection = connector.resume();
      endings.push(changes.onSchedule(wakeSoon), changes.onCatalogue(wakeSoon));
      endings.push(ports.power.onResume(wakeAfterSleep));
      endings.push(
        ports.connectivity.onChange((online) =>
          online ? void runner.wake() : runner.networkLost(),
        ),
      );
      if (connection === undefined) return;
      const lastCompleteAt = memory.runs.lastCompleteAt();
      runner.takeOver({
        type: "signedIn",
        hasCalendar: connection.calendar !== null,
        lastCompleteAt,
      });
      if (connection.calendar !== null && !restorePause()) void runner.wake();
    },
    async stop() {
      for (const end of endings) end();
      cancelWake?.();
      cancelPause();
      deps.provider.cancelSignIn();
      await runner.stop();
    },
  };
}
