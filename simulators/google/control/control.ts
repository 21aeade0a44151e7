import { deleteCalendar } from "../calendars/calendars.ts";
import { renderEntry } from "../calendars/list.ts";
import { notFound } from "../errors.ts";
import { lookUp, versionOf } from "../events/find.ts";
import { renderEvent } from "../events/render.ts";
import { expandRow } from "../events/rows.ts";
import type { ConsentPlan, RefreshToken } from "../oauth/grants.ts";
import { issueAccessToken, issueRefreshToken, revokeGrants } from "../oauth/grants.ts";
import type { FaultSpec } from "../server/faults.ts";
import { addFault } from "../server/faults.ts";
import type { Quotas } from "../server/quotas.ts";
import type { LoggedRequest, RequestFilter } from "../server/request-log.ts";
import { matchesFilter } from "../server/request-log.ts";
import type { Simulation } from "../simulation.ts";
import type { Switches } from "../switches.ts";
import type {
  AccessRole,
  Account,
  AccountSeed,
  CalendarSeed,
  EventInput,
  WireEvent,
} from "../types.ts";
import type { Channel, Delivery } from "../watch.ts";
import { addAccount, addCalendar, touchEntry } from "../world.ts";
import { createPerson, personContext } from "./person.ts";

/** The clock of the simulated world. All values are epoch ms. */
export interface SimClock {
  readonly now: () => number;
  readonly advance: (ms: number) => void;
  readonly set: (ms: number) => void;
}

export interface ControlParts {
  readonly simulation: Simulation;
  readonly clock: SimClock;
  readonly releaseHung: () => void;
}

/** The hand behind the curtain: a person in Google, the truth, the faults, the clock. */
export function createControl(parts: ControlParts) {
  return {
    ...createPerson(parts.simulation.world),
    ...truthControl(parts.simulation),
    ...calendarControl(parts.simulation),
    ...grantControl(parts.simulation),
    ...faultControl(parts),
    ...limitControl(parts.simulation),
    clock: parts.clock,
  };
}

export type GoogleControl = ReturnType<typeof createControl>;

export interface Counts {
  readonly calendars: number;
  /** Events by calendar id; cancelled ones apart. */
  readonly events: Readonly<Record<string, { readonly live: number; readonly cancelled: number }>>;
  readonly requests: number;
  readonly writes: number;
  readonly channels: number;
}

function truthControl({ world, log, channels }: Simulation) {
  return {
    /** Every row of a calendar, cancelled ones included, instances not expanded. */
    events: (calendarId: string): readonly WireEvent[] => {
      const context = personContext(world, calendarId);
      return [...context.calendar.events.values()].map((stored) => renderEvent(context, stored));
    },
    /** One event or instance; undefined where there is none. */
    event: (calendarId: string, id: string): WireEvent | undefined => {
      const context = personContext(world, calendarId);
      const found = lookUp(context, id);
      return found === undefined ? undefined : renderEvent(context, versionOf(found));
    },
    /** What a person sees between two instants (RFC 3339): singles and instances, nothing cancelled. */
    eventsBetween: (calendarId: string, from: string, to: string): readonly WireEvent[] => {
      const context = personContext(world, calendarId);
      const window = { fromMs: Date.parse(from), toMs: Date.parse(to) };
      return [...context.calendar.events.values()]
        .filter(({ event }) => event.status !== "cancelled")
        .flatMap((stored) => expandRow(context, stored, window))
        .map((stored) => renderEvent(context, stored));
    },
    /** Every entry of every account's calendar list. */
    calendars: (email?: string): readonly Readonly<Record<string, unknown>>[] =>
      [...world.accounts.values()]
        .filter((account) => email === undefined || account.email === email)
        .flatMap((account) => [...account.entries.values()])
        .flatMap((entry) => {
          const calendar = world.calendars.get(entry.calendarId);
          return calendar === undefined ? [] : [renderEntry(calendar, entry)];
        }),
    counts: (): Counts => ({
      calendars: [...world.calendars.values()].filter((calendar) => !calendar.deleted).length,
      events: Object.fromEntries(
        [...world.calendars.values()].map(({ id, events }) => {
          const rows = [...events.values()];
          const cancelled = rows.filter(({ event }) => event.status === "cancelled").length;
          return [id, { live: rows.length - cancelled, cancelled }];
        }),
      ),
      requests: log.entries.length,
      writes: log.entries.filter(
        ({ kind, method }) => method !== "GET" && kind.includes(".") && !kind.startsWith("oauth"),
      ).length,
      channels: channels.open.size,
    }),
    /** Grows with every change of the world. */
    revision: (): number => world.revision,
  };
}

function calendarControl({ world }: Simulation) {
  const account = (email: string): Account => {
    const found = world.accounts.get(email);
    if (found === undefined) throw notFound();
    return found;
  };
  const person = createPerson(world);
  return {
    addAccount: (seed: AccountSeed): void => {
      addAccount(world, seed);
    },
    /** The person closes the account: its tokens are worthless, its calendars unreachable. */
    deleteAccount: (email: string): void => {
      world.accounts.delete(email);
    },
    accounts: (): readonly string[] => [...world.accounts.keys()],
    addCalendar: (email: string, seed: CalendarSeed = {}): string =>
      addCalendar(world, account(email), seed).id,
    deleteCalendar: (calendarId: string): void => {
      deleteCalendar(world, personContext(world, calendarId).calendar);
    },
    renameCalendar: (calendarId: string, summary: string): void => {
      const { calendar, account: owner, entry } = personContext(world, calendarId);
      calendar.summary = summary;
      touchEntry(world, owner, entry);
    },
    /** Changes what an account may do with a calendar; by switch this kills its sync tokens. */
    setRole: (email: string, calendarId: string, role: AccessRole): void => {
      const entry = account(email).entries.get(calendarId === "primary" ? email : calendarId);
      const calendar = world.calendars.get(entry?.calendarId ?? "");
      if (entry === undefined || calendar === undefined) throw notFound();
      entry.accessRole = role;
      if (world.switches.aclChangeKillsSyncTokens) calendar.tokenEpoch += 1;
    },
    /** Adds many events at once. */
    seedEvents: (calendarId: string, events: readonly EventInput[]): number => {
      for (const event of events) person.createEvent(calendarId, event);
      return events.length;
    },
    /** Kills the sync tokens of one calendar, or of everything. */
    expireSyncTokens: (calendarId?: string): void => {
      for (const calendar of world.calendars.values()) {
        if (calendarId === undefined || calendar.id === calendarId) calendar.tokenEpoch += 1;
      }
      if (calendarId !== undefined) return;
      for (const one of world.accounts.values()) one.listEpoch += 1;
    },
  };
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

function grantControl({ world, grants }: Simulation) {
  const refreshTokens = (email?: string): readonly RefreshToken[] =>
    [...grants.refresh.values()].filter((one) => email === undefined || one.email === email);
  return {
    /** Grants scopes (full names) without the consent page. */
    issueTokens: (email: string, scopes: readonly string[], clientId?: string): Tokens => {
      const client = clientId ?? [...grants.clients.keys()][0] ?? "";
      const refresh = issueRefreshToken(
        grants,
        { email, scopes, clientId: client },
        world.now(),
        world.switches.testingMode,
      );
      const access = issueAccessToken(grants, refresh, world.now());
      return { accessToken: access.token, refreshToken: refresh.token };
    },
    /** How the next consents go: by page or at once, unticked boxes, who signs in, which error. */
    setConsent: (plan: Partial<ConsentPlan>): void => {
      grants.consent = { ...grants.consent, ...plan };
    },
    /** The person removes the app in their Google account. */
    revokeGrant: (email: string): void => {
      revokeGrants(grants, email);
    },
    expireAccessTokens: (): void => {
      for (const access of grants.access.values()) access.expiresAt = -Infinity;
    },
    expireRefreshTokens: (): void => {
      for (const refresh of refreshTokens()) refresh.alive = false;
    },
    /** Refreshing answers invalid_grant / invalid_rapt until somebody consents anew. */
    requireReconsent: (email?: string): void => {
      for (const refresh of refreshTokens(email)) refresh.needsReconsent = true;
    },
  };
}

function faultControl({ simulation, releaseHung }: ControlParts) {
  const { faults, log } = simulation;
  return {
    /** Arms a fault; returns its number. */
    addFault: (spec: FaultSpec): number => addFault(faults, spec),
    removeFault: (id: number): void => {
      faults.active.delete(id);
    },
    /** Disarms every fault and drops the connections that hang. */
    clearFaults: (): void => {
      faults.active.clear();
      releaseHung();
    },
    releaseHung,
    requests: (filter: RequestFilter = {}): readonly LoggedRequest[] =>
      log.entries.filter((entry) => matchesFilter(entry, filter)),
    clearRequests: (): void => {
      log.entries.length = 0;
    },
  };
}

function limitControl({ world, meter, channels }: Simulation) {
  return {
    setSwitches: (switches: Partial<Switches>): void => {
      world.switches = { ...world.switches, ...switches };
    },
    setQuotas: (quotas: Partial<Quotas>): void => {
      meter.limits = { ...meter.limits, ...quotas };
    },
    resetQuotas: (): void => {
      meter.used.clear();
      for (const account of world.accounts.values()) account.readOnlyUntil = 0;
    },
    /** The account-level limit: writes answer 403 quotaExceeded for `ms` of simulated time. */
    exhaustAccount: (email: string, ms: number): void => {
      const account = world.accounts.get(email);
      if (account === undefined) throw notFound();
      account.readOnlyUntil = world.now() + ms;
    },
    channels: (): readonly Channel[] => [...channels.open.values()],
    deliveries: (): readonly Delivery[] => channels.deliveries,
    /** Resolves when no notification is under way. */
    deliveriesSettled: async (): Promise<void> => {
      while (channels.pending.size > 0) await Promise.all(channels.pending);
    },
  };
}
