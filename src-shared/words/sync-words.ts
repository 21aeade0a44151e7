import type { Instant } from "../domain/primitives.ts";
import { goesOn, type SyncPresentation } from "../sync-status.ts";
import type { Words } from "./index.ts";

type Line = keyof Words["sync"]["line"];

/** One sentence about the sync: a key of the catalogue and the values it names, times already written out. */
export interface SyncSentence {
  readonly key:
    | `sync.line.${Line}`
    | "sync.waitSafely"
    | "sync.waitAndGo"
    | "sync.parked"
    | "sync.notShown";
  readonly values: Readonly<Record<string, string | number>>;
}

export interface SyncMoments {
  /** Writes an instant as a person reads it, in the business's zone. */
  readonly time: (at: Instant) => string;
  /** End of a pause, if it has one. */
  readonly pausedUntil?: Instant | null;
  /** The connected calendar by its name, where that is known. */
  readonly calendar?: string | null;
}

type Known = Pick<SyncMoments, "pausedUntil" | "calendar">;

function lineOf(shown: SyncPresentation, { pausedUntil = null, calendar = null }: Known): Line {
  switch (shown.words) {
    case "calendarGone":
    case "calendarReadOnly":
      return calendar === null ? shown.words : `${shown.words}Named`;
    case "offline":
    case "offlineWaiting":
      return shown.asOf === null ? "offlineNever" : "offline";
    case "paused":
      return pausedUntil === null ? "paused" : "pausedUntil";
    default:
      return shown.words;
  }
}

function waitingSentence(shown: SyncPresentation): readonly SyncSentence[] {
  if (shown.waiting === 0) return [];
  return [
    {
      key: goesOn(shown) ? "sync.waitAndGo" : "sync.waitSafely",
      values: { count: shown.waiting },
    },
  ];
}

function notShownSentence(
  shown: SyncPresentation,
  time: SyncMoments["time"],
): readonly SyncSentence[] {
  const alreadySaid = shown.words === "stale" || shown.shape === "offline";
  if (shown.asOf === null || alreadySaid || shown.tone === "disconnected") return [];
  return [{ key: "sync.notShown", values: { asOf: time(shown.asOf) } }];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A difference as a person says it: its unit, as a key below `sync.clockOff`, and how many of it. */
export function differenceOf(ms: number): {
  readonly clockUnit: "minutes" | "hours" | "days";
  readonly clockAmount: number;
} {
  const size = Math.abs(ms);
  if (size < 90 * MINUTE_MS)
    return { clockUnit: "minutes", clockAmount: Math.round(size / MINUTE_MS) };
  if (size < 2 * DAY_MS) return { clockUnit: "hours", clockAmount: Math.round(size / HOUR_MS) };
  return { clockUnit: "days", clockAmount: Math.round(size / DAY_MS) };
}

/**
 * What there is to say about the sync, most important first: the state, what waits, what is not shown.
 * Tray, panel and help say the same because they all read this.
 */
export function syncSentences(
  shown: SyncPresentation,
  moments: SyncMoments,
): readonly SyncSentence[] {
  const { time, pausedUntil = null, calendar = null } = moments;
  const written = (at: Instant | null): string => (at === null ? "" : time(at));
  const values = {
    lastSync: written(shown.lastCompleteAt),
    asOf: written(shown.asOf),
    retryAt: written(shown.retryAt),
    until: written(pausedUntil),
    calendar: calendar ?? "",
    ...differenceOf(shown.clockOffMs),
  };
  const parked: readonly SyncSentence[] =
    shown.parked > 0 ? [{ key: "sync.parked", values: { count: shown.parked } }] : [];
  return [
    { key: `sync.line.${lineOf(shown, moments)}`, values },
    ...waitingSentence(shown),
    ...notShownSentence(shown, time),
    ...parked,
  ];
}
