import type { Zone } from "../../../src-shared/domain/primitives.ts";
import { wallClockAt } from "../../../src-shared/time/zones.ts";
import type { Span } from "./spans.ts";

const MINUTE_MS = 60_000;

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}

/** Spans that touch or overlap become one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted(byStart)) {
    const last = all.at(-1);
    if (last === undefined || span.start > last.end) all.push(span);
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return all;
}

/** What is left of the working time; in order. */
export function gapsOf(working: readonly Span[], taken: readonly Span[]): readonly Span[] {
  const blocked = joined(taken);
  return joined(working).flatMap((work) => {
    const gaps: Span[] = [];
    let from = work.start;
    for (const block of blocked) {
      if (block.end <= from) continue;
      if (block.start >= work.end) break;
      if (block.start > from) gaps.push({ start: from, end: block.start });
      from = block.end;
    }
    if (from < work.end) gaps.push({ start: from, end: work.end });
    return gaps;
  });
}

/** The parts that lie in both. */
export function commonSpans(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  return some.flatMap((a) =>
    others
      .map((b) => ({ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) }))
      .filter(({ start, end }) => start < end),
  );
}

/** The next time at or after `ms` that the clock on the wall shows in whole steps since midnight. */
function roundedUp(ms: number, step: number, zone: Zone): number {
  const { minutes } = wallClockAt(ms, zone);
  const over = minutes % step;
  return over === 0 ? ms : ms + (step - over) * MINUTE_MS;
}

export interface Search {
  /** Starts are looked for in it; epoch milliseconds. */
  readonly within: Span;
  /** Milliseconds. */
  readonly length: number;
  /** Starts lie on such steps of the clock on the wall; minutes. */
  readonly step: number;
  readonly zone: Zone;
}

/**
 * Starts from which `length` is free within one of the gaps. Those of one gap follow one another without overlapping:
 * so many could be booked, and a person chooses among times and not among neighbours.
 */
export function startsWithin(gaps: readonly Span[], search: Search): readonly number[] {
  const { within, length, step, zone } = search;
  const starts: number[] = [];
  for (const gap of gaps) {
    let start = roundedUp(Math.max(gap.start, within.start), step, zone);
    while (start + length <= gap.end && start < within.end) {
      starts.push(start);
      start = roundedUp(start + length, step, zone);
    }
  }
  return starts;
}
