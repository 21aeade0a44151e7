/** A booking as the other calendars take it: instants, shown in the browser's zone, which is the salon's. */
export interface BenchEvent {
  readonly id: string;
  readonly staffId: string;
  readonly start: string;
  readonly end: string;
  readonly title: string;
}

export interface BenchData {
  readonly staff: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  /** The day that is shown first, `2026-11-28`. */
  readonly date: string;
  /** The first and the last hour that is shown. */
  readonly hours: { readonly from: number; readonly to: number };
  readonly events: readonly BenchEvent[];
  /** Which one `change` moves to and fro. */
  readonly changedId: string;
}

/** What is done to a calendar while it is watched. Each returns once the calendar was told. */
export interface BenchCalendar {
  mount(): void;
  unmount(): void;
  nextDay(): void;
  change(): void;
}

declare global {
  interface Window {
    /** Laid down by the bench before the page's own script runs. */
    benchData?: BenchData;
    bench?: BenchCalendar;
  }
}

export function theData(): BenchData {
  if (window.benchData === undefined) throw new Error("The bench gave the page no bookings.");
  return window.benchData;
}

export function theRoot(): HTMLElement {
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no place for a calendar.");
  return root;
}

const QUARTER_MS = 15 * 60_000;

/** Moves an event a quarter of an hour later, and back the next time. */
export function createMover() {
  let later = false;
  return ({ start, end }: { readonly start: Date; readonly end: Date }) => {
    later = !later;
    const by = later ? QUARTER_MS : -QUARTER_MS;
    return { start: new Date(start.getTime() + by), end: new Date(end.getTime() + by) };
  };
}
