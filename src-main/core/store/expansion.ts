import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { MAX_BOOKING_MINUTES } from "../../../src-shared/domain/booking.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { RuleOccurrence, SeriesRow } from "./occurrences.ts";
import { ruleOccurrences } from "./occurrences.ts";

/** Occurrences of a series that touch [from, to), in order. */
export type Expand = (row: SeriesRow, from: Instant, to: Instant) => readonly RuleOccurrence[];

const BLOCK_MS = 64 * 86_400_000;
const LONGEST_MS = MAX_BOOKING_MINUTES * 60_000;

/** A year of some hundreds of series, in a few megabytes. */
const MOST_BLOCKS = 4_000;

/**
 * Expands series and remembers what it found, in blocks of 64 days: going through the schedule from day to day, the
 * same rules are asked for over and over. A block is known by everything it is made of, so it never goes stale; the
 * longest unused goes first.
 */
export function createExpansion(): Expand {
  const blocks = new Map<string, readonly RuleOccurrence[]>();

  /** The occurrences that begin in a block. */
  function block(row: SeriesRow, number: number): readonly RuleOccurrence[] {
    const key = `${number} ${row.start} ${row.end} ${row.zone} ${row.rrule}`;
    const known = blocks.get(key);
    blocks.delete(key);
    const [from, to] = [toInstant(number * BLOCK_MS), toInstant((number + 1) * BLOCK_MS)];
    const found = known ?? ruleOccurrences(row, from, to).filter(({ start }) => start >= from);
    blocks.set(key, found);
    const [oldest] = blocks.keys();
    if (blocks.size > MOST_BLOCKS && oldest !== undefined) blocks.delete(oldest);
    return found;
  }

  return (row, from, to) => {
    const found: RuleOccurrence[] = [];
    const first = Math.floor((toMs(from) - LONGEST_MS) / BLOCK_MS);
    for (let number = first; number * BLOCK_MS < toMs(to); number += 1)
      found.push(...block(row, number).filter((one) => one.start < to && one.end > from));
    return found;
  };
}
