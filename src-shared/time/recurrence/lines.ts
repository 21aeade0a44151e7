import type { ListedMoment } from "./moments.ts";
import { readMoment } from "./moments.ts";
import type { Rule } from "./rule.ts";
import { readRule } from "./rule.ts";

/** A moment of an RDATE or EXDATE, with the zone its line names; null is the zone of the series. */
export interface ListedDate {
  readonly moment: ListedMoment;
  readonly zoneName: string | null;
}

/** The lines of a series, read; what could not be read stands in `problems`. */
export interface ReadLines {
  readonly rules: readonly Rule[];
  readonly exRules: readonly Rule[];
  readonly dates: readonly ListedDate[];
  readonly exDates: readonly ListedDate[];
  readonly problems: readonly string[];
}

/** More rules or dates than these in one series are passed over, so that one hostile event can't hold up the desk. */
const MOST_RULES = 10;
const MOST_DATES = 5_000;
const MOST_PROBLEMS = 20;
const LONGEST_PROBLEM = 120;

/** As much of a text as a journal needs to name it. */
export function shortened(text: string): string {
  return text.length <= LONGEST_PROBLEM ? text : `${text.slice(0, LONGEST_PROBLEM - 1)}…`;
}

interface Reading {
  readonly rules: Rule[];
  readonly exRules: Rule[];
  readonly dates: ListedDate[];
  readonly exDates: ListedDate[];
  readonly problems: string[];
}

/** Reads the lines of a series. Never throws, whatever they hold. */
export function readLines(lines: readonly string[]): ReadLines {
  const reading: Reading = { rules: [], exRules: [], dates: [], exDates: [], problems: [] };
  for (const line of lines) {
    if (!readLine(line, reading) && reading.problems.length < MOST_PROBLEMS)
      reading.problems.push(shortened(line));
  }
  return reading;
}

const LINE = /^(RRULE|EXRULE|RDATE|EXDATE)((?:;[^:;="]+=(?:"[^"]*"|[^:;"]*))*):(.*)$/is;

/** False if any of it was not understood. */
function readLine(line: string, reading: Reading): boolean {
  const unfolded = line.replaceAll(/\r?\n[ \t]/g, "").trim();
  const [, name = "", parameters = "", value = ""] = LINE.exec(unfolded) ?? [];
  switch (name.toUpperCase()) {
    case "RRULE":
      return addRule(value, reading.rules);
    case "EXRULE":
      return addRule(value, reading.exRules);
    case "RDATE":
      return addDates(value, parameters, reading.dates);
    case "EXDATE":
      return addDates(value, parameters, reading.exDates);
    default:
      return false;
  }
}

function addRule(value: string, rules: Rule[]): boolean {
  const rule = rules.length < MOST_RULES ? readRule(value) : null;
  if (rule === null) return false;
  rules.push(rule);
  return true;
}

function addDates(value: string, parameters: string, dates: ListedDate[]): boolean {
  const zoneName = /;TZID="?([^;"]+)/i.exec(parameters)?.[1] ?? null;
  const texts = value.split(",", MOST_DATES + 1 - dates.length);
  const moments = texts.map(readMoment).filter((moment) => moment !== null);
  const room = MOST_DATES - dates.length;
  for (const moment of moments.slice(0, room)) dates.push({ moment, zoneName });
  return moments.length === texts.length && moments.length <= room;
}
