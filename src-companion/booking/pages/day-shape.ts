import { html } from "hono/html";
import { type Html, NOTHING } from "../../pages/layout.ts";
import type { DayOfChoice } from "../choice.ts";

/** A stretch of an open day, both ends as a share of it from 0 to 1. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a day has time for what was chosen: its free times laid over one another. */
export function freeStretches({ open, times }: Pick<DayOfChoice, "open" | "times">): Stretch[] {
  if (open === null) return [];
  const [first, last] = open;
  const share = (at: number): number => Math.min(1, Math.max(0, (at - first) / (last - first)));
  const stretches: Stretch[] = [];
  for (const { start, end } of times) {
    const next = { from: share(start), to: share(end) };
    const before = stretches.at(-1);
    if (before !== undefined && next.from <= before.to)
      stretches[stretches.length - 1] = { from: before.from, to: Math.max(before.to, next.to) };
    else stretches.push(next);
  }
  return stretches;
}

/** How much of a day is free for it, from 0 to 1. */
export function freeShare(day: Pick<DayOfChoice, "open" | "times">): number {
  return freeStretches(day).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Attributes instead of styles: the policy of the pages knows no inline style. */
const WIDE = 1_000;
const inUnits = (share: number): string => (share * WIDE).toFixed(0);

/** The bar below a day in the picker. Says nothing that the words do not. */
export function dayBar(day: DayOfChoice): Html {
  if (day.open === null) return NOTHING;
  return html`<svg
    class="day-bar"
    viewBox="0 0 ${WIDE} 1"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect width="${inUnits(freeShare(day))}" height="1" />
  </svg>`;
}

/** The chosen day from opening to closing: what is free for it, the rest striped. */
export function dayRibbon(day: DayOfChoice, clock: (ms: number) => string): Html {
  if (day.open === null || day.times.length === 0) return NOTHING;
  const [first, last] = day.open;
  const part = ({ from, to }: Stretch): Html =>
    html`<rect x="${inUnits(from)}" width="${inUnits(to - from)}" height="1" />`;
  return html`<div class="ribbon" aria-hidden="true">
    <svg viewBox="0 0 ${WIDE} 1" preserveAspectRatio="none">${freeStretches(day).map(part)}</svg>
    <span>${clock(first)}</span><span>${clock(last)}</span>
  </div>`;
}
