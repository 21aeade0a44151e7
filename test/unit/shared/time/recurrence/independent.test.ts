import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { occurrencesBetween } from "../../../../../src-shared/time/recurrence/expand.ts";

/** One rule with what others make of it; lists are joined by spaces, in the basic form of RFC 5545. */
interface Case {
  readonly name: string;
  readonly zone: string;
  readonly startInstant: string;
  readonly rule: string;
  readonly most: number;
  readonly horizonDays: number;
  readonly walls: string;
  readonly instants: string;
}

const folder = path.resolve(import.meta.dirname, "../../../../fixtures/recurrence");
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
const { cases } = read("cases.json") as { readonly cases: readonly Case[] };
const ical = read("ical.json") as { readonly walls: Readonly<Record<string, string | null>> };

const iso = (basic: string): string =>
  basic.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6.000Z");

function ours({ startInstant, zone, rule, most, horizonDays }: Case): readonly string[] {
  const start = iso(startInstant);
  const end = new Date(Date.parse(start) + 1_800_000).toISOString();
  const to = new Date(Date.parse(start) + horizonDays * 86_400_000).toISOString();
  const series = { start: { is: "timed", start, end, zone }, lines: [`RRULE:${rule}`] } as const;
  return occurrencesBetween(series, start, to, most).occurrences.map((one) => one.originalStart);
}

/** The start of a series always occurs here; the others list it only where the rule gives it. */
function withStart({ startInstant, instants, most }: Case): readonly string[] {
  const all = new Set([startInstant, ...instants.split(" ").filter((one) => one !== "")]);
  return [...all].slice(0, most).map(iso);
}

/**
 * Where ical.js 2.2.1 differs from dateutil, dateutil has the days of RFC 5545: ical.js turns days that a month
 * doesn't have into others, takes BYWEEKNO and 20MO for every week, passes over BYSETPOS in a week, and misses sets
 * in which a negative BYSETPOS names the first member.
 */
const ICAL_DIFFERS = [
  "20th Monday of the year",
  "Monday of week 20",
  "29 February",
  "week 53",
  "a negative set position that some months don't have",
  "a set position within a week",
  "30 February",
  "86: FREQ=YEARLY;BYMONTH=10,12,4,6;BYMONTHDAY=15,31",
];

describe("the expansion beside other implementations", () => {
  it.each(cases)("gives what dateutil and zoneinfo give: $name, $zone", (one) => {
    expect(ours(one)).toEqual(withStart(one));
  });

  it("has the second opinion of ical.js for all but a few of these cases", () => {
    const differing = cases.filter((one) => ical.walls[one.name] !== one.walls);
    expect(differing.map((one) => one.name)).toEqual(ICAL_DIFFERS);
    expect(cases.length).toBeGreaterThan(300);
  });
});
