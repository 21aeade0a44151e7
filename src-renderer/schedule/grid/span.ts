/** A stretch of a day in minutes on the business's wall clock, end exclusive: 0 to 1440. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** What lies in both, or null. */
export function commonOf(a: Span, b: Span): Span | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** Puts spans in order and joins those that touch. */
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: { from: number; to: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ from: span.from, to: span.to });
  }
  return joined;
}

/** What is left of a stretch when others are taken out of it. */
export function gapsIn(whole: Span, taken: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let from = whole.from;
  for (const span of joinSpans(taken)) {
    const to = Math.min(span.from, whole.to);
    if (from < to) gaps.push({ from, to });
    from = Math.max(from, span.to);
  }
  if (from < whole.to) gaps.push({ from, to: whole.to });
  return gaps;
}
