import { addDays, dateAt, spanOfDays } from "../../../src-shared/time/zones.ts";

const HOUR_MS = 3_600_000;

/**
 * When a pause that begins now ends by itself, in epoch milliseconds; null for one that a person ends. "Today" ends at
 * midnight of the business's zone. Pure.
 */
export function pauseEnd(
  length: "hour" | "today" | "untilResumed",
  now: number,
  zone: string,
): number | null {
  if (length === "untilResumed") return null;
  if (length === "hour") return now + HOUR_MS;
  const today = dateAt(now, zone);
  return spanOfDays(today, addDays(today, 1), zone).end;
}
