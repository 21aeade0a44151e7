/** First step and ceiling of the waiting time; the ceiling is the normal poll, so that trouble is never asked less often. */
const BASE_MS = 1_000;
const CEILING_MS = 5 * 60_000;

/**
 * How long to wait before try number `attempt` (1 is the first repeat): exponential with full jitter, never
 * shorter than what the calendar asked for.
 * @param random uniform in [0, 1)
 */
export function backoffMs(attempt: number, random: number, retryAfterMs: number | null): number {
  const step = Math.min(CEILING_MS, BASE_MS * 2 ** Math.min(attempt, 20));
  return Math.max(Math.round(BASE_MS + random * step), retryAfterMs ?? 0);
}

/** Five minutes ±25 % (S9), so that the desks of the world do not ask in step. */
export function pollMs(random: number): number {
  return Math.round(5 * 60_000 * (0.75 + random * 0.5));
}

/** Writes rest this long after the calendar's account-level limit, which lasts for hours (facts, D). */
export const QUOTA_REST_MS = 60 * 60_000;
