import { occurrencesBetween } from "../../src-shared/time/recurrence/expand.ts";
import type { Series } from "../../src-shared/time/recurrence/series.ts";
import { inMs, medianMs, type Result } from "./measure.ts";

const SERIES = 200;
const FROM = "2026-09-01T00:00:00.000Z";
/** Ninety days, with the end of summer time among them. */
const TO = "2026-11-30T00:00:00.000Z";

const RULES = [
  "FREQ=WEEKLY",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
  "FREQ=DAILY",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=WEEKLY;BYDAY=TU,FR;COUNT=300",
] as const;

function seriesNo(i: number): Series {
  const start = Date.UTC(2024, 0, 1 + (i % 28), 8 + (i % 10));
  const time = {
    start: new Date(start).toISOString(),
    end: new Date(start + 3_600_000).toISOString(),
  };
  const rule = RULES[i % RULES.length] ?? RULES[0];
  return { start: { is: "timed", ...time, zone: "Europe/Berlin" }, lines: [`RRULE:${rule}`] };
}

function occurrencesOf(all: readonly Series[]): number {
  return all.reduce((sum, one) => sum + occurrencesBetween(one, FROM, TO).occurrences.length, 0);
}

export async function benchRecurrence(): Promise<Result[]> {
  const all = Array.from({ length: SERIES }, (_, i) => seriesNo(i));
  const count = occurrencesOf(all);
  const ms = await medianMs(20, () => occurrencesOf(all));
  const hostile: Series = { ...seriesNo(0), lines: ["RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30"] };
  const worst = await medianMs(10, () =>
    occurrencesBetween(hostile, FROM, "9999-12-31T00:00:00.000Z"),
  );
  return [
    { name: `${SERIES} series over 90 days (${count} occurrences)`, value: inMs(ms) },
    { name: "a rule without matches, until it is given up", value: inMs(worst) },
  ];
}
