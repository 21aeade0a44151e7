import type { ListedMoment } from "./moments.ts";
import { basicDate, basicInstant } from "./moments.ts";
import type { Rule, RuleDay } from "./rule.ts";
import { partsOfRule, readRule, WEEKDAYS } from "./rule.ts";

/** Why a rule can't be one of the desk's own; a stable key for the words catalogue. */
export const DESK_RULE_PROBLEMS = [
  /** Not written as a rule at all. */
  "unreadable",
  /** A part that the desk doesn't offer, such as BYWEEKNO, or one that doesn't go with the frequency. */
  "unsupported",
  "intervalOutOfRange",
  "countOutOfRange",
  /** COUNT and UNTIL together. */
  "twoEnds",
] as const;
export type DeskRuleProblem = (typeof DESK_RULE_PROBLEMS)[number];

export type DeskRule =
  | { readonly ok: true; readonly rule: string }
  | { readonly ok: false; readonly problem: DeskRuleProblem };

const OFFERED = new Set(["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYSETPOS", "COUNT", "UNTIL"]);
export const MAX_DESK_INTERVAL = 99;
/** Two years of every day. */
export const MAX_DESK_COUNT = 730;

/**
 * Reads a repetition that was made at the desk and writes it in one fixed way, so that equal rules are equal texts:
 * DAILY, WEEKLY, MONTHLY or YEARLY, INTERVAL 1–99, BYDAY, BYMONTHDAY, BYSETPOS, and COUNT 1–730 or UNTIL or no end.
 * @param value of an RRULE, without its prefix
 */
export function parseDeskRule(value: string): DeskRule {
  const parts = partsOfRule(value);
  const rule = readRule(value);
  if (parts === null || rule === null) return { ok: false, problem: "unreadable" };
  const offered = [...parts.keys()].every((name) => OFFERED.has(name));
  const problem = offered ? problemOf(rule) : "unsupported";
  return problem === null ? { ok: true, rule: written(rule) } : { ok: false, problem };
}

function problemOf(rule: Rule): DeskRuleProblem | null {
  if (rule.interval > MAX_DESK_INTERVAL) return "intervalOutOfRange";
  if (rule.count !== null && rule.count > MAX_DESK_COUNT) return "countOutOfRange";
  if (rule.count !== null && rule.until !== null) return "twoEnds";
  return fitsFrequency(rule) ? null : "unsupported";
}

/** RFC 5545, 3.3.10: which parts go with which frequency; BYSETPOS needs a set to pick from. */
function fitsFrequency({ frequency, byDay, byMonthDay, bySetPos }: Rule): boolean {
  if (bySetPos.length > 0 && byDay.length === 0 && byMonthDay.length === 0) return false;
  const counted = byDay.some((day) => day.nth !== null);
  switch (frequency) {
    case "HOURLY":
      return false;
    case "DAILY":
      return !counted;
    case "WEEKLY":
      return !counted && byMonthDay.length === 0;
    case "MONTHLY":
      return byDay.every((day) => Math.abs(day.nth ?? 1) <= 5);
    case "YEARLY":
      return true;
  }
}

function written(rule: Rule): string {
  const list = (name: string, items: readonly (string | number)[]) =>
    items.length === 0 ? [] : [`${name}=${items.join(",")}`];
  return [
    `FREQ=${rule.frequency}`,
    ...list("INTERVAL", rule.interval === 1 ? [] : [rule.interval]),
    ...list("BYDAY", rule.byDay.toSorted(byPlace).map(dayText)),
    ...list("BYMONTHDAY", rule.byMonthDay.toSorted(fromFirstToLast)),
    ...list("BYSETPOS", rule.bySetPos.toSorted(fromFirstToLast)),
    ...list("COUNT", rule.count === null ? [] : [rule.count]),
    ...list("UNTIL", rule.until === null ? [] : [momentText(rule.until)]),
  ].join(";");
}

/** 1, 2, 3 … -3, -2, -1. */
function fromFirstToLast(a: number, b: number): number {
  return Math.sign(b) - Math.sign(a) || a - b;
}

function byPlace(a: RuleDay, b: RuleDay): number {
  return fromFirstToLast(a.nth ?? 0, b.nth ?? 0) || a.weekday - b.weekday;
}

function dayText({ weekday, nth }: RuleDay): string {
  return `${nth ?? ""}${WEEKDAYS[weekday] ?? ""}`;
}

function momentText(moment: ListedMoment): string {
  switch (moment.is) {
    case "date":
      return basicDate(moment.wall);
    case "local":
      return basicInstant(moment.wall).slice(0, -1);
    case "utc":
      return basicInstant(moment.wall);
  }
}
