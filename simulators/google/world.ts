import { createHash } from "node:crypto";
import type { Switches } from "./switches.ts";
import type { Account, AccountSeed, Calendar, CalendarSeed, ListEntry } from "./types.ts";

/** Everything the simulated Google knows about calendars. Lives in memory, changes in place. */
export interface World {
  readonly accounts: Map<string, Account>;
  readonly calendars: Map<string, Calendar>;
  readonly changeListeners: Set<(change: Change) => void>;
  /** Epoch ms of the simulated clock. */
  readonly now: () => number;
  switches: Switches;
  revision: number;
  stamp: number;
  counter: number;
}

export type Change =
  | { readonly kind: "events"; readonly calendarId: string }
  | { readonly kind: "calendarList"; readonly email: string };

export function createWorld(
  now: () => number,
  switches: Switches,
  accounts: readonly AccountSeed[],
): World {
  const world: World = {
    accounts: new Map(),
    calendars: new Map(),
    changeListeners: new Set(),
    now,
    switches,
    revision: 1,
    stamp: 0,
    counter: 0,
  };
  for (const seed of accounts) addAccount(world, seed);
  return world;
}

export const defaultAccounts: readonly AccountSeed[] = [
  {
    email: "desk@salon.example",
    name: "Front Desk",
    zone: "Europe/Berlin",
    calendars: [
      { primary: true, accessRole: "owner" },
      { id: "bookings@group.calendar.google.com", summary: "Salon bookings", accessRole: "owner" },
      {
        id: "holidays@group.v.calendar.google.com",
        summary: "Public holidays",
        accessRole: "reader",
        dataOwner: "holidays@google.example",
      },
      {
        id: "owner@salon.example",
        summary: "Owner (busy times only)",
        accessRole: "freeBusyReader",
        dataOwner: "owner@salon.example",
      },
    ],
  },
];

/** Adds a person with their calendars; a primary calendar is made when the seed has none. */
export function addAccount(world: World, seed: AccountSeed): Account {
  const account: Account = {
    email: seed.email,
    name: seed.name ?? seed.email,
    sub: numericId(seed.email),
    zone: seed.zone ?? "UTC",
    entries: new Map(),
    settings: new Map([
      ["timezone", seed.zone ?? "UTC"],
      ["locale", "en"],
      ["format24HourTime", "true"],
      ["weekStart", "1"],
      ["dateFieldOrder", "DMY"],
    ]),
    listEpoch: 0,
    readOnlyUntil: 0,
  };
  world.accounts.set(seed.email, account);
  const calendars = seed.calendars ?? [];
  if (!calendars.some((calendar) => calendar.primary === true)) {
    addCalendar(world, account, { primary: true });
  }
  for (const calendar of calendars) addCalendar(world, account, calendar);
  return account;
}

/** Adds a calendar to a person's list, making the calendar itself unless the world has it already. */
export function addCalendar(
  world: World,
  account: Account,
  seed: CalendarSeed,
  madeByProject?: string,
): Calendar {
  const primary = seed.primary === true;
  const id = seed.id ?? (primary ? account.email : groupAddress(world));
  const calendar = world.calendars.get(id) ?? {
    id,
    dataOwner: seed.dataOwner ?? account.email,
    primary,
    madeByProject,
    events: new Map(),
    exceptions: new Map(),
    summary: seed.summary ?? (primary ? account.email : "Calendar"),
    description: seed.description,
    location: undefined,
    timeZone: seed.timeZone ?? account.zone,
    deleted: false,
    tokenEpoch: 0,
    revision: world.revision,
    stamp: nextStamp(world),
    updatedMs: world.now(),
  };
  world.calendars.set(id, calendar);
  account.entries.set(id, newEntry(world, calendar, seed, account.entries.size));
  announce(world, { kind: "calendarList", email: account.email });
  return calendar;
}

function newEntry(world: World, calendar: Calendar, seed: CalendarSeed, index: number): ListEntry {
  return {
    calendarId: calendar.id,
    accessRole: seed.accessRole ?? "owner",
    summaryOverride: undefined,
    colorId: String((index % 24) + 1),
    backgroundColor: undefined,
    foregroundColor: undefined,
    selected: true,
    hidden: false,
    deleted: false,
    defaultReminders:
      seed.defaultReminders ?? (calendar.primary ? [{ method: "popup", minutes: 10 }] : []),
    revision: nextRevision(world),
    stamp: nextStamp(world),
  };
}

/** Marks an entry of somebody's calendar list as changed. */
export function touchEntry(world: World, account: Account, entry: ListEntry): void {
  entry.revision = nextRevision(world);
  entry.stamp = nextStamp(world);
  announce(world, { kind: "calendarList", email: account.email });
}

export function nextRevision(world: World): number {
  world.revision += 1;
  return world.revision;
}

/** Microseconds of the simulated clock, forced to grow, so that no two versions share an etag. */
export function nextStamp(world: World): number {
  world.stamp = Math.max(Math.floor(world.now()) * 1000, world.stamp + 1);
  return world.stamp;
}

export function etagOf(stamp: number): string {
  return `"${stamp * 2}"`;
}

export function announce(world: World, change: Change): void {
  for (const listener of world.changeListeners) listener(change);
}

/** A number that this world has not given out yet. */
export function nextCount(world: World): number {
  world.counter += 1;
  return world.counter;
}

const BASE32_HEX = "0123456789abcdefghijklmnopqrstuv";

/** 26 characters of base32hex, like the ids Google makes; the same in every run. */
export function serverEventId(world: World): string {
  const digest = createHash("sha256")
    .update(`event ${nextCount(world)}`)
    .digest();
  return Array.from(digest.subarray(0, 26), (byte) => BASE32_HEX[byte % 32]).join("");
}

function groupAddress(world: World): string {
  const digest = createHash("sha256")
    .update(`calendar ${nextCount(world)}`)
    .digest("hex");
  return `c_${digest}@group.calendar.google.com`;
}

function numericId(text: string): string {
  const digest = createHash("sha256").update(text).digest();
  return `1${(digest.readBigUInt64BE() % 10n ** 20n).toString().padStart(20, "0")}`;
}

/** The calendar behind a path id (`primary` is the caller's own), if the caller's list has it and it lives. */
export function findCalendar(
  world: World,
  account: Account,
  pathId: string,
): { readonly calendar: Calendar; readonly entry: ListEntry } | undefined {
  const id = pathId === "primary" ? account.email : pathId;
  const calendar = world.calendars.get(id);
  const entry = account.entries.get(id);
  if (calendar === undefined || entry === undefined) return undefined;
  if (calendar.deleted || entry.deleted || entry.accessRole === "none") return undefined;
  return { calendar, entry };
}
