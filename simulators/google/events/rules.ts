import type { Options, RRule as Rule } from "rrule";
import rrule from "rrule";
import { invalid } from "../errors.ts";
import type { Switches } from "../switches.ts";
import { isZone, parseDateTime, wallOfDate, wallOfInstant } from "../zone.ts";

/** A date or time as a recurrence line writes it. */
export interface ListedDate {
  readonly kind: "date" | "floating" | "utc" | "zoned";
  readonly zone: string | undefined;
  /** Wall milliseconds of its own digits. */
  readonly wallMs: number;
}

export interface RecurrenceLine {
  readonly name: "RRULE" | "EXRULE" | "RDATE" | "EXDATE";
  readonly options: Partial<Options> | undefined;
  readonly until: ListedDate | undefined;
  readonly dates: readonly ListedDate[];
}

const LINE = /^(RRULE|EXRULE|RDATE|EXDATE)((?:;[A-Za-z-]+=[^:;]+)*):(.+)$/;

export interface SeriesAnchor {
  readonly allDay: boolean;
  readonly switches: Switches;
}

/** Reads the lines of `recurrence`; 400 `invalid` for anything RFC 5545 or Google does not allow. */
export function readRecurrence(
  lines: readonly string[],
  anchor: SeriesAnchor,
): readonly RecurrenceLine[] {
  const parsed = lines.map((line) => readLine(line, anchor));
  if (!parsed.some((line) => line.name === "RRULE" || line.name === "RDATE")) {
    throw badRule();
  }
  return parsed;
}

const badRule = (): Error => invalid("Invalid recurrence rule.");

function readLine(line: unknown, anchor: SeriesAnchor): RecurrenceLine {
  const match = typeof line === "string" ? LINE.exec(line) : null;
  const [, name, parameters = "", value] = match ?? [];
  switch (name) {
    case "RRULE":
    case "EXRULE":
      return readRule(name, value ?? "", anchor);
    case "RDATE":
    case "EXDATE":
      return {
        name,
        options: undefined,
        until: undefined,
        dates: (value ?? "").split(",").map((date) => readDate(date, parameters)),
      };
    default:
      throw badRule();
  }
}

function readRule(name: "RRULE" | "EXRULE", text: string, anchor: SeriesAnchor): RecurrenceLine {
  const parts = new Map(
    text.split(";").map((part) => {
      const [key = "", value = ""] = part.split("=");
      return [key.toUpperCase(), value] as const;
    }),
  );
  if (!isPlausible(parts)) throw badRule();
  const untilText = parts.get("UNTIL");
  const until = untilText === undefined ? undefined : readUntil(untilText, anchor);
  parts.delete("UNTIL");
  const rest = [...parts].map(([key, value]) => `${key}=${value}`).join(";");
  return { name, options: parseOptions(rest), until, dates: [] };
}

const listOf = (one: string): RegExp => new RegExp(`^${one}(,${one})*$`);
const upTo = (max: string): RegExp => listOf(`[+-]?(${max})`);
const POSITIVE = /^[1-9]\d{0,5}$/;
const DAY = "(MO|TU|WE|TH|FR|SA|SU)";
const YEAR_DAY = "[1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6]";

/** What each part of a rule may hold (RFC 5545, 3.3.10); rules finer than hourly are refused. */
const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY)$/,
  UNTIL: /^\d{8}/,
  COUNT: POSITIVE,
  INTERVAL: POSITIVE,
  WKST: new RegExp(`^${DAY}$`),
  BYDAY: listOf(`([+-]?[1-9]\\d?)?${DAY}`),
  BYMONTH: listOf("([1-9]|1[0-2])"),
  BYMONTHDAY: upTo("[1-9]|[12]\\d|3[01]"),
  BYYEARDAY: upTo(YEAR_DAY),
  BYSETPOS: upTo(YEAR_DAY),
  BYWEEKNO: upTo("[1-9]|[1-4]\\d|5[0-3]"),
  BYHOUR: listOf("([0-9]|1\\d|2[0-3])"),
  BYMINUTE: listOf("([0-9]|[1-5]\\d)"),
  BYSECOND: listOf("([0-9]|[1-5]\\d)"),
};

function isPlausible(parts: ReadonlyMap<string, string>): boolean {
  if (!parts.has("FREQ") || (parts.has("COUNT") && parts.has("UNTIL"))) return false;
  return [...parts].every(([key, value]) => PARTS[key]?.test(value) === true);
}

function parseOptions(text: string): Partial<Options> {
  try {
    return rrule.RRule.parseString(text);
  } catch {
    throw badRule();
  }
}

function readUntil(text: string, anchor: SeriesAnchor): ListedDate {
  const until = readDate(text, "");
  const wanted = anchor.allDay ? "date" : "utc";
  if (anchor.switches.untilKind === "strict" && until.kind !== wanted) throw badRule();
  return until;
}

function readDate(text: string, parameters: string): ListedDate {
  const zone = /;TZID=([^;]+)/i.exec(parameters)?.[1];
  if (zone !== undefined && !isZone(zone)) throw badRule();
  const digits = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(text);
  if (digits === null) throw badRule();
  const [, year, month, day, hour, minute, second, utc] = digits;
  const date = `${year}-${month}-${day}`;
  const wallMs =
    hour === undefined
      ? wallOfDate(date)
      : parseDateTime(`${date}T${hour}:${minute}:${second}`)?.wallMs;
  if (wallMs === undefined) throw badRule();
  if (hour === undefined) return { kind: "date", zone: undefined, wallMs };
  if (utc !== undefined) return { kind: "utc", zone: undefined, wallMs };
  return { kind: zone === undefined ? "floating" : "zoned", zone, wallMs };
}

/** The generator of one RRULE or EXRULE on floating wall time, anchored at `startWallMs` in `zone`. */
export function generatorOf(line: RecurrenceLine, startWallMs: number, zone: string): Rule {
  const until = line.until === undefined ? {} : { until: new Date(untilWall(line.until, zone)) };
  return new rrule.RRule({ ...line.options, ...until, dtstart: new Date(startWallMs) });
}

function untilWall(until: ListedDate, zone: string): number {
  return until.kind === "utc" ? wallOfInstant(until.wallMs, zone) : until.wallMs;
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether a rule names only days that its months never have, such as 30 February. Such a rule is
 * legal and empty; its generator would look for a match until the year 9999.
 */
export function neverMatches({ options }: RecurrenceLine): boolean {
  const days = [options?.bymonthday ?? []].flat();
  const months = [options?.bymonth ?? []].flat();
  if (days.length === 0 || months.length === 0) return false;
  return months.every((month) =>
    days.every((day) => Math.abs(day) > (LONGEST_MONTHS[month - 1] ?? 31)),
  );
}
