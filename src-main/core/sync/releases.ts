import type { Instant } from "../../../src-shared/domain/primitives.ts";
import type { EventTime } from "../calendars/remote-calendar.ts";
import { GUARD_COUNT } from "./guard.ts";
import type { SyncMemory } from "./memory.ts";

/** How many times would be free that were blocked, of how many. */
export interface Loss {
  readonly remove: number;
  readonly known: number;
  /** Which those are. */
  readonly times: readonly EventTime[];
  /** Of how many events and series they are. */
  readonly events: number;
}

const NO_LOSS: Loss = { remove: 0, known: 0, times: [], events: 0 };

/** What one event or series does not block any more, and how many times it blocks that it did not. */
interface OfEvent {
  readonly names: Set<string>;
  added: number;
}

export interface ReleaseOptions {
  readonly memory: SyncMemory;
  readonly calendarKey: string;
  readonly windowStart: Instant;
}

/**
 * Gathers the blocks that no event backs any more until the whole list was read: only then it is known how many times
 * would really be free. However they went counts the same: single events, whole series, the end of a trimmed one,
 * cancelled occurrences. What moved along with its series, what another event blocks now, and what only grew older
 * than the window is no loss.
 */
export function createReleases({ memory, calendarKey, windowStart }: ReleaseOptions) {
  const byEvent = new Map<string, OfEvent>();
  const released = new Map<string, OfEvent>();
  const { blocks } = memory;

  function of(id: string): OfEvent {
    const known = byEvent.get(id) ?? { names: new Set(), added: 0 };
    byEvent.set(id, known);
    return known;
  }

  function isLost(name: string): boolean {
    const span = blocks.spanOfGoogle(calendarKey, name);
    if (span === undefined || span.end <= windowStart) return false;
    return blocks.namesAt(calendarKey, span).every((one) => released.has(one));
  }

  function timeOf(name: string): readonly EventTime[] {
    const span = blocks.spanOfGoogle(calendarKey, name);
    if (span === undefined) return [];
    const { start, end, allDay } = span;
    return [
      allDay === null ? { is: "timed", start, end, zone: "UTC" } : { is: "allDay", ...allDay },
    ];
  }

  /** The names whose times would be free; none where as many came as went. */
  function lostOf({ names, added }: OfEvent): readonly string[] {
    if (names.size <= added) return [];
    const lost = [...names].filter(isLost);
    return lost.length > added ? lost : [];
  }

  return {
    /** Nothing backs these blocks of the event or series `id` any more; returns of how many that is new. */
    release(id: string, names: readonly string[]): number {
      const fresh = names.filter((name) => !released.has(name));
      for (const name of fresh) {
        released.set(name, of(id));
        of(id).names.add(name);
      }
      return fresh.length;
    },
    /** After all something backs this block. */
    retain(name: string): void {
      released.get(name)?.names.delete(name);
      released.delete(name);
    },
    /** The event or series `id` blocks so many times that it did not block. */
    add(id: string, count: number): void {
      of(id).added += count;
    },
    loss(): Loss {
      const touched = [...byEvent.values()];
      // So few ask for nothing, and need not be looked at one by one.
      if (released.size <= GUARD_COUNT) return NO_LOSS;
      const added = touched.reduce((sum, one) => sum + one.added, 0);
      const losing = touched
        .map((one) => ({ lost: lostOf(one), added: one.added }))
        .filter(({ lost }) => lost.length > 0);
      return {
        remove: losing.reduce((sum, one) => sum + one.lost.length - one.added, 0),
        known: blocks.countOfCalendar(calendarKey, windowStart) - added,
        times: losing.flatMap(({ lost }) => lost.flatMap(timeOf)),
        events: losing.length,
      };
    },
    /**
     * Frees the times, or keeps those that would be lost as blocks of the desk.
     * @returns the events and series of which something was kept
     */
    finish(keep: boolean): ReadonlySet<string> {
      const lost = new Map([...byEvent].map(([id, one]) => [id, keep ? lostOf(one) : []]));
      const kept = new Set<string>();
      for (const [id, { names }] of byEvent) {
        for (const name of lost.get(id) ?? [])
          if (blocks.keepOfGoogle(calendarKey, name)) kept.add(id);
        for (const name of names) blocks.removeOfGoogle(calendarKey, name);
      }
      return kept;
    },
  };
}
