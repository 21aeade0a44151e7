import type { DuplicateGroup } from "../../src-shared/bridge/contract/sync.ts";

/** One event that looks like a double. `of` is the customer's name, empty where there is none. */
export interface Double {
  readonly id: string;
  readonly kind: DuplicateGroup["kind"];
  readonly of: string;
  /** Null where it is not to be shown. */
  readonly title: string | null;
  readonly start: string;
  readonly end: string;
  /** A whole series, which goes as a whole; the time is its next one. */
  readonly repeats: boolean;
}

/** As many as one removal takes; the others follow after it. */
const MOST = 500;

/** The doubles one by one, soonest first, without those that a person chose to keep. */
export function doublesOf(
  groups: readonly DuplicateGroup[],
  kept: ReadonlySet<string>,
): readonly Double[] {
  return groups
    .flatMap(({ kind, customerName, events }) =>
      events.map((event) => ({ ...event, kind, of: customerName })),
    )
    .filter(({ id }) => !kept.has(id))
    .toSorted((a, b) => a.start.localeCompare(b.start) || a.id.localeCompare(b.id))
    .slice(0, MOST);
}

/** Whether each of them repeats a booking; else some repeat only each other. */
export function isAllOfBookings(doubles: readonly Double[]): boolean {
  return doubles.every(({ kind }) => kind !== "sameTitleAndTime");
}
