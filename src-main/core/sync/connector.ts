import type { BridgeOutput, BridgeParsed } from "../../../src-shared/bridge/contract.ts";
import type {
  CalendarPreview,
  ConnectProgress,
  Farewell,
  GoogleConnection,
  SyncRules,
} from "../../../src-shared/bridge/contract/sync.ts";
import { AppError } from "../../../src-shared/errors.ts";
import type { SyncState } from "../../../src-shared/sync-status.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { AccountCalendar, CalendarAccount } from "../calendars/calendar-account.ts";
import type {
  CalendarProvider,
  SignInAttempt,
  SignInResult,
} from "../calendars/calendar-provider.ts";
import type { RemoteCalendar } from "../calendars/remote-calendar.ts";
import type { Logger, SecretStore } from "../ports.ts";
import type { Connection } from "../store/sync/connections.ts";
import { removeEvents } from "./disconnect.ts";
import { WINDOW_BACK_MS } from "./event-of-booking.ts";
import type { SomeRules } from "./rules.ts";
import type { SyncMemory } from "./memory.ts";
import type { Pacer } from "./pacer.ts";
import { previewCalendar } from "./preview.ts";
import { type ConnectionProbe, probeConnection } from "./probe.ts";
import { withAppErrors } from "./remote-errors.ts";
import type { Runner } from "./runner.ts";
import { bookingsToSend } from "./unlinked.ts";

export interface ConnectorDeps {
  readonly memory: SyncMemory;
  readonly provider: CalendarProvider;
  readonly secrets: SecretStore;
  readonly log: Logger;
  readonly pacer: Pacer;
  readonly runner: () => Runner;
  /** Whether a disconnect waits for the network. */
  readonly isLeaving: () => boolean;
  readonly onConnectionChanged: () => void;
  readonly onScheduleChanged: () => void;
  /** The owner decides otherwise about the sync with the connected calendar. */
  readonly changeRules: (changes: SomeRules) => void;
}

const NONE: ConnectProgress = { is: "none" };

/** Connects an account, chooses its calendar, and ends the connection again. */
export function createConnector(deps: ConnectorDeps) {
  const { memory, provider } = deps;
  let progress: ConnectProgress = NONE;
  let account: CalendarAccount | null = null;
  let calendar: RemoteCalendar | null = null;
  let attemptNumber = 0;

  const nowInstant = () => toInstant(memory.clock.now());

  function tell(next: ConnectProgress): void {
    progress = next;
    deps.onConnectionChanged();
  }

  function toOutput(connection: Connection): GoogleConnection {
    const chosen = connection.calendar;
    return {
      account: connection.account,
      connectedAt: connection.connectedAt,
      scopes: [...connection.scopes],
      calendar: chosen === null ? null : { id: chosen.id, name: chosen.name, zone: chosen.zone },
      secretKeptIn: deps.secrets.keptIn,
      appId: provider.appId,
      leaving: deps.isLeaving(),
    };
  }

  /** Takes up the connection that the store knows. */
  function resume(): Connection | undefined {
    const connection = memory.connections.find();
    account =
      connection === undefined ? null : provider.account(connection.account, connection.scopes);
    calendar =
      connection?.calendar && account !== null ? account.open(connection.calendar.id) : null;
    return connection;
  }

  function needConnection(): Connection {
    const connection = memory.connections.find();
    if (connection === undefined)
      throw new AppError("NOT_CONNECTED", "No calendar account is connected.");
    return connection;
  }

  function needAccount(): CalendarAccount {
    needConnection();
    if (account === null) throw new AppError("NOT_CONNECTED", "No calendar account is connected.");
    return account;
  }

  async function connect({
    makeCalendar,
  }: BridgeParsed<"google.connect">): Promise<ConnectProgress> {
    const before = deps.runner().state();
    const known = memory.connections.find();
    const attempt = await provider.beginSignIn({ makeCalendar, loginHint: known?.account ?? null });
    attemptNumber += 1;
    if (known === undefined) deps.runner().takeOver({ type: "connectBegun" });
    tell({ is: "waiting", url: attempt.url, until: toInstant(attempt.until) });
    void follow(attempt, attemptNumber, before);
    return progress;
  }

  async function follow(attempt: SignInAttempt, number: number, before: SyncState): Promise<void> {
    const result = await attempt.outcome;
    if (number !== attemptNumber) return;
    try {
      finish(result, before);
    } catch (error) {
      deps.log.error("connect.failed", {
        detail: error instanceof Error ? error.message : "unknown",
      });
      fail(new AppError("CONNECT_FAILED", "The sign-in could not be kept."), [], before);
    }
  }

  function fail(error: AppError, missingScopes: readonly string[], before: SyncState): void {
    if (memory.connections.find() === undefined)
      deps.runner().takeOver({ type: "connectEnded", back: { is: "disconnected" } });
    else if (deps.runner().state().is === "connecting")
      deps.runner().takeOver({ type: "connectEnded", back: before });
    deps.log.warn("connect.ended", { code: error.code });
    tell({
      is: "failed",
      code: error.code,
      message: error.message,
      missingScopes: [...missingScopes],
    });
  }

  function finish(result: SignInResult, before: SyncState): void {
    if (result.is === "ended") {
      if (result.error.code === "CONNECT_CANCELLED") {
        fail(result.error, [], before);
        return tell(NONE);
      }
      return fail(result.error, [], before);
    }
    if (result.missingScopes.length > 0) {
      const error = new AppError("SCOPE_MISSING", "A permission that the sync needs was left out.");
      return fail(error, result.missingScopes, before);
    }
    signedIn(result);
  }

  function signedIn(result: Extract<SignInResult, { is: "signedIn" }>): void {
    const known = memory.connections.find();
    const same = known !== undefined && known.account === result.account;
    memory.db.write("connect.save", () => {
      if (known !== undefined && !same) forgetCalendar(known);
      memory.connections.save({
        provider: provider.name,
        account: result.account,
        scopes: result.scopes,
        connectedAt: same ? known.connectedAt : nowInstant(),
        calendar: same ? known.calendar : null,
      });
      const action = same ? "signedInAgain" : "connected";
      const reason = same ? "You signed in again." : "You signed in.";
      memory.journal.add(nowInstant(), {
        direction: "none",
        action,
        subject: result.account,
        reason,
        bookingId: null,
        eventId: null,
      });
    });
    const connection = resume();
    const hasCalendar = connection?.calendar !== null;
    const lastCompleteAt = hasCalendar ? memory.runs.lastCompleteAt() : null;
    deps.runner().takeOver({ type: "signedIn", hasCalendar, lastCompleteAt });
    tell(NONE);
    void deps.runner().wake();
  }

  /** Blocks and cursor of a calendar that is no longer the connected one; links stay for a return to it. */
  function forgetCalendar(connection: Connection): void {
    const key = connection.calendar?.key;
    if (key === undefined) return;
    memory.cursors.drop(key);
    memory.foreign.dropAll(key);
    memory.blocks.removeAllOfGoogle();
    memory.runs.clear();
  }

  async function choose(input: BridgeParsed<"google.chooseCalendar">): Promise<GoogleConnection> {
    const signedInAccount = needAccount();
    const zone = memory.business.find()?.zone ?? "UTC";
    const chosen = await withAppErrors(() =>
      input.is === "new"
        ? signedInAccount.makeCalendar(input.name, zone)
        : find(signedInAccount, input.calendarId),
    );
    if (!chosen.usable)
      throw new AppError("CALENDAR_READ_ONLY", "This calendar is read-only for the account.");
    await deps.runner().settled();
    if (input.oldEvents === "remove") await clearOld(chosen);
    return start(chosen, input.rules);
  }

  async function find(from: CalendarAccount, calendarId: string): Promise<AccountCalendar> {
    const found = (await from.listCalendars()).find((entry) => entry.id === calendarId);
    if (found === undefined)
      throw new AppError("CALENDAR_GONE", "The account has no such calendar any more.");
    return found;
  }

  /** Takes our events out of the calendar that is given up; interrupted, a second choice goes on with it. */
  async function clearOld(chosen: AccountCalendar): Promise<void> {
    const old = calendar;
    if (old === null || old.key === needAccount().open(chosen.id).key) return;
    const turn = () => deps.pacer.turn();
    await withAppErrors(() => removeEvents({ memory, calendar: old, turn, which: "removeAll" }));
  }

  function start(chosen: AccountCalendar, rules: SomeRules): GoogleConnection {
    const before = needConnection();
    const opened = needAccount().open(chosen.id);
    const next: Connection = {
      ...before,
      calendar: { id: chosen.id, name: chosen.name, zone: chosen.zone, key: opened.key },
    };
    memory.db.write("connect.choose", () => {
      if (before.calendar !== null && before.calendar.key !== opened.key) forgetCalendar(before);
      memory.connections.save(next);
      queueDiffering(opened);
    });
    calendar = opened;
    deps.runner().takeOver({ type: "calendarChosen" });
    // Not before: the calendar that is given up is none of theirs.
    deps.changeRules(rules);
    deps.onConnectionChanged();
    deps.onScheduleChanged();
    void deps.runner().wake();
    return toOutput(next);
  }

  /** Bookings of the window that this calendar does not hold yet, or holds otherwise than it should. */
  function queueDiffering(chosen: RemoteCalendar): void {
    const since = toInstant(memory.clock.now() - WINDOW_BACK_MS);
    for (const bookingId of bookingsToSend({ memory, calendar: chosen }, since))
      memory.pending.requeue(bookingId, nowInstant());
  }

  async function disconnect(
    input: Farewell,
  ): Promise<Omit<BridgeOutput<"google.disconnect">, "waits">> {
    const connection = needConnection();
    const runner = deps.runner();
    const before = runner.state();
    runner.takeOver({ type: "disconnected" });
    await runner.settled();
    let removedEvents = 0;
    if (input.events !== "leave" && calendar !== null) {
      try {
        removedEvents = await removeEvents({
          memory,
          calendar,
          turn: () => deps.pacer.turn(),
          which: input.events,
        });
      } catch (error) {
        // Nothing else was done yet: the connection stays and the removal goes on from here at the next try.
        runner.takeOver({
          type: "connectEnded",
          back: before.is === "syncing" ? idleAgain() : before,
        });
        void runner.wake();
        return withAppErrors(() => Promise.reject(error));
      }
    }
    const revoked = await revoke();
    end(connection, input.blocks);
    return { removedEvents, revoked };
  }

  function idleAgain(): SyncState {
    return { is: "idle", lastCompleteAt: memory.runs.lastCompleteAt() };
  }

  /** Offline or refused: the grant is forgotten here all the same. */
  async function revoke(): Promise<boolean> {
    try {
      return (await account?.revoke()) ?? false;
    } catch (error) {
      deps.log.warn("disconnect.revokeFailed", {
        detail: error instanceof Error ? error.message : "unknown",
      });
      return false;
    }
  }

  function end(connection: Connection, blocks: "remove" | "keep"): void {
    memory.db.write("connect.end", () => {
      if (blocks === "keep") memory.blocks.keepAllOfGoogle();
      forgetCalendar(connection);
      memory.connections.drop();
      memory.journal.add(nowInstant(), {
        direction: "none",
        action: "disconnected",
        subject: connection.account,
        reason: "You ended the connection.",
        bookingId: null,
        eventId: null,
      });
    });
    account = null;
    calendar = null;
    tell(NONE);
    deps.onScheduleChanged();
  }

  /** Looks at the account now; a calendar that was renamed goes by its new name from here on. */
  async function probe(): Promise<ConnectionProbe> {
    const connection = memory.connections.find();
    const seen = await probeConnection(connection, account);
    const isRenamed = seen.is === "seen" && seen.calendar.is === "renamed";
    if (isRenamed && connection?.calendar != null) {
      const renamed = { ...connection.calendar, name: seen.calendar.name };
      memory.connections.save({ ...connection, calendar: renamed });
      deps.onConnectionChanged();
    }
    return seen;
  }

  return {
    resume,
    probe,
    calendar: () => calendar,
    connect,
    choose,
    disconnect,
    connection(): BridgeOutput<"google.connection"> {
      const connection = memory.connections.find();
      return { connection: connection === undefined ? null : toOutput(connection), progress };
    },
    cancel(): void {
      provider.cancelSignIn();
    },
    /** The page of the sign-in under way. */
    waitingUrl: (): string | null => (progress.is === "waiting" ? progress.url : null),
    /** Events are to be called otherwise: those that the calendar holds under another title go out again. */
    queueDiffering(): void {
      const connected = calendar;
      if (connected === null) return;
      memory.db.write("connect.differing", () => queueDiffering(connected));
    },
    /** @param calendarId null for a calendar that is still to be made */
    previewOf(calendarId: string | null, rules: SyncRules): Promise<CalendarPreview> {
      const opened = calendarId === null ? null : needAccount().open(calendarId);
      const turn = () => deps.pacer.turn();
      return withAppErrors(() => previewCalendar({ memory, calendar: opened, turn, rules }));
    },
    calendars: () => withAppErrors(() => needAccount().listCalendars()),
    preview(): BridgeOutput<"google.disconnectPreview"> {
      const key = needConnection().calendar?.key ?? "";
      return {
        linked: memory.links.count(key),
        upcoming: memory.links.live(key, nowInstant()).length,
        blocks: memory.blocks.countOfGoogle(),
      };
    },
  };
}
export type Connector = ReturnType<typeof createConnector>;
