import { SyncRules } from "../../../src-shared/bridge/contract/sync.ts";
import type { RemoteEvent } from "../calendars/remote-calendar.ts";
import { given } from "../given.ts";
import type { Settings } from "../store/settings.ts";

const RULES_KEY = "sync.rules";

/**
 * Until the owner decides otherwise: both ways, events called by the customer's name, all-day events block, moves to
 * free times count, titles of others stay private, 1,000 events (S1, S5, S8, S10, S12, S19).
 */
export const DEFAULT_RULES: SyncRules = {
  direction: "both",
  titles: "name",
  allDay: "busy",
  moves: "accept",
  showDetails: false,
  maxEvents: 1_000,
};

export type SomeRules = { readonly [K in keyof SyncRules]?: SyncRules[K] | undefined };

/** Rules that were kept before there were so many. */
const KeptRules = SyncRules.partial();

/** How many bookings the calendar is to hold. */
export function mostKept({ direction, maxEvents }: SyncRules): number {
  return direction === "block" ? 0 : maxEvents;
}

/** How many bookings of the window there is no room for; where none is to be sent, none is left out. */
export function leftOutOf({ direction, maxEvents }: SyncRules, inWindow: number): number {
  return direction === "block" ? 0 : Math.max(0, inWindow - maxEvents);
}

/** What becomes of a move in the calendar: where nothing comes in, it is put back. */
export function moveRule({ direction, moves }: SyncRules): SyncRules["moves"] {
  return direction === "send" ? "putBack" : moves;
}

/** Whether an event of somebody else takes up time at the desk. */
export function takesTime({ direction, allDay }: SyncRules, event: RemoteEvent): boolean {
  if (!event.busy || direction === "send") return false;
  return allDay === "busy" || event.fields.time.is === "timed";
}

/** Whether two sets of rules show the events of others alike. */
export function showAlike(a: SyncRules, b: SyncRules): boolean {
  const isSend = (rules: SyncRules) => rules.direction === "send";
  return a.showDetails === b.showDetails && a.allDay === b.allDay && isSend(a) === isSend(b);
}

/** What the owner decided about the sync. */
export function createRules(settings: Settings) {
  const read = (): SyncRules => ({
    ...DEFAULT_RULES,
    ...given(settings.get(RULES_KEY, KeptRules) ?? {}),
  });
  const changed = (changes: SomeRules): SyncRules => ({ ...read(), ...given(changes) });
  return {
    read,
    /** The rules as they would be, not kept. */
    changed,
    change(changes: SomeRules): SyncRules {
      const after = changed(changes);
      settings.set(RULES_KEY, after);
      return after;
    },
  };
}
export type Rules = ReturnType<typeof createRules>;
