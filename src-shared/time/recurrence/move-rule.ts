import { dateOfWall, midnightOf } from "./moments.ts";
import type { Rule, RuleDay } from "./rule.ts";
import { partsOfRule, WEEKDAYS } from "./rule.ts";
import type { WallMs } from "./series.ts";
import { DAY_MS } from "./series.ts";

/** From which time on the wall to which one occurrence of a series moves. */
export interface WallMove {
  readonly from: WallMs;
  readonly to: WallMs;
}

/** Whole days between the two dates. */
export function daysMoved({ from, to }: WallMove): number {
  return (midnightOf(to) - midnightOf(from)) / DAY_MS;
}

/**
 * The rule with its days moved, its end left as it is: weekdays turn by as many days; the one day of a month, by
 * date or by weekday, becomes that of the new date, counted from the end of the month if it was before. Any other
 * rule stays as it is written, and may not give the new day.
 * @param rule value of an RRULE, without its prefix; `read` is the same, read
 */
export function withDaysMoved(rule: string, read: Rule, move: WallMove): string {
  const days = daysMoved(move);
  if (days === 0) return rule;
  switch (read.frequency) {
    case "DAILY":
    case "WEEKLY":
      return withPart(rule, "BYDAY", read.byDay.map((day) => turned(day, days)).join(","));
    case "MONTHLY":
      return monthlyMoved(rule, read, move.to);
    case "HOURLY":
    case "YEARLY":
      return rule;
  }
}

/** The rule with one part written anew; one that it doesn't have, it doesn't get. */
export function withPart(rule: string, name: string, text: string): string {
  const parts = partsOfRule(rule) ?? new Map<string, string>();
  return [...parts].map(([part, old]) => `${part}=${part === name ? text : old}`).join(";");
}

function turned({ weekday }: RuleDay, days: number): string {
  return WEEKDAYS[(((weekday + days) % 7) + 7) % 7] ?? "";
}

function monthlyMoved(rule: string, { byDay, byMonthDay, bySetPos }: Rule, to: WallMs): string {
  if (bySetPos.length > 0 || byDay.length + byMonthDay.length !== 1) return rule;
  const [day] = byDay;
  const [monthDay = 0] = byMonthDay;
  const place = placeInMonth(to);
  if (day === undefined)
    return withPart(rule, "BYMONTHDAY", String(monthDay < 0 ? place.dayFromEnd : place.day));
  if (day.nth === null) return rule;
  const nth = day.nth < 0 ? -Math.ceil(-place.dayFromEnd / 7) : Math.ceil(place.day / 7);
  return withPart(rule, "BYDAY", `${nth}${WEEKDAYS[place.weekday] ?? ""}`);
}

function placeInMonth(wall: WallMs) {
  const date = new Date(wall);
  const day = date.getUTCDate();
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return { day, dayFromEnd: day - length - 1, weekday: (date.getUTCDay() + 6) % 7 };
}

/** Whether a rule of this kind keeps the distance between its days wherever it is moved. */
export function movesStiffly({ frequency }: Rule, move: WallMove): boolean {
  return frequency === "DAILY" || frequency === "WEEKLY" || daysMoved(move) === 0;
}

/** Midnight of the first day of the month that lies as many months from `wall` as the move does. */
export function monthMoved(wall: WallMs, move: WallMove): WallMs {
  const [year, month] = [new Date(wall).getUTCFullYear(), new Date(wall).getUTCMonth()];
  return Date.UTC(year, month + monthNumber(move.to) - monthNumber(move.from));
}

function monthNumber(wall: WallMs): number {
  const [year = 0, month = 0] = dateOfWall(wall).split("-").map(Number);
  return year * 12 + month;
}
