import { RRule, generatorOptions } from "./generator-options.ts";
import type { Periods } from "./periods.ts";
import { periodsOf } from "./periods.ts";
import type { Rule } from "./rule.ts";
import type { WallMs } from "./series.ts";
import { FIRST_WALL } from "./series.ts";

export interface WallList {
  /** Ascending. */
  readonly walls: readonly WallMs[];
  /** True if the bounds of work were met, so that there may be more. */
  readonly cut: boolean;
}

/** What one rule is generated for. */
export interface RuleWindow {
  readonly start: WallMs;
  readonly allDay: boolean;
  /** Both inclusive. */
  readonly from: WallMs;
  readonly to: WallMs;
  /** Whether a time is later than the rule's UNTIL. */
  readonly isOver: (wall: WallMs) => boolean;
}

const NOTHING: WallList = { walls: [], cut: false };

/**
 * The times that one rule gives within a window, whether or not the start of the series is one of them. The work is
 * bounded whatever the rule says: it walks only through the periods of the window, or from the start if it has a
 * COUNT.
 * @param budget how many periods it may walk through, and how many times it may name on the way
 */
export function wallsOfRule(rule: Rule, window: RuleWindow, budget: number): WallList {
  if (rule.frequency === "HOURLY" && (window.allDay || missesItsHours(rule, window.start)))
    return NOTHING;
  if (rule.count !== null && window.start < FIRST_WALL) return { walls: [], cut: true };
  const periods = periodsOf(rule.frequency, rule.weekStart);
  const first = firstPeriod(rule, window, periods);
  const steps = Math.floor((periods.numberAt(window.to) - first) / rule.interval) + 1;
  if (steps <= 0) return NOTHING;
  const generator = generatorFrom(rule, window, periods.startOf(first));
  const sieve = createSieve(rule, window, { periods, budget });
  const ended = walk(generator, Math.min(steps, budget), sieve.take);
  return sieve.result(ended === "steps" && steps > budget);
}

/** An interval that never meets the hours of BYHOUR, on which the package would search for ever. */
function missesItsHours({ interval, byHour }: Rule, start: WallMs): boolean {
  const own = new Date(start).getUTCHours();
  const stride = greatestDivisor(interval, 24);
  return byHour.length > 0 && byHour.every((hour) => (hour - own) % stride !== 0);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** The first period of the walk: as late as the window allows, and a whole number of intervals from the start. */
function firstPeriod(rule: Rule, window: RuleWindow, periods: Periods): number {
  const own = periods.numberAt(window.start);
  if (rule.count !== null) return own;
  const wanted = periods.numberAt(Math.max(window.from, window.start));
  const intervals = Math.floor((wanted - own) / rule.interval);
  return own + intervals * rule.interval;
}

function generatorFrom(rule: Rule, window: RuleWindow, from: WallMs) {
  const options = generatorOptions(rule, window.start, window.allDay);
  return new RRule({ ...options, dtstart: new Date(from) }, true);
}

class StepsSpent extends Error {}

/** How often the package reads the interval: once before its first period and twice in each. */
const READS_BEFORE = 1;
const READS_IN_STEP = 2;

/**
 * Runs a generator for a number of periods. The package stops by itself only at a match or in the year 9999, so a rule
 * without matches would run for seconds; the interval that it reads in each period ends the walk.
 */
function walk(
  generator: InstanceType<typeof RRule>,
  steps: number,
  take: (wall: WallMs) => boolean,
): "steps" | "taken" {
  const { interval } = generator.options;
  let reads = 0;
  const read = (): number => {
    reads += 1;
    if (reads > READS_BEFORE + READS_IN_STEP * steps) throw new StepsSpent();
    return interval;
  };
  Object.defineProperty(generator.options, "interval", { get: read });
  try {
    generator.all((date) => take(date.getTime()));
    return "taken";
  } catch (error) {
    if (error instanceof StepsSpent) return "steps";
    throw error;
  }
}

interface Sieve {
  /** False once nothing more is wanted. */
  readonly take: (wall: WallMs) => boolean;
  /** @param unfinished whether the walk ended before the window did */
  readonly result: (unfinished: boolean) => WallList;
}

/** Applies BYSETPOS, the start, UNTIL, COUNT and the window, in this order, to times that arrive in order. */
function createSieve(
  rule: Rule,
  window: RuleWindow,
  { periods, budget }: { readonly periods: Periods; readonly budget: number },
): Sieve {
  const walls: WallMs[] = [];
  let counted = 0;
  let seen = 0;
  let period: { readonly number: number; readonly walls: WallMs[] } | null = null;

  const pass = (wall: WallMs): boolean => {
    if (wall < window.start) return true;
    if (window.isOver(wall) || wall > window.to || counted === rule.count) return false;
    counted += 1;
    if (wall >= window.from) walls.push(wall);
    return true;
  };
  const passPicked = (): boolean => picked(period?.walls ?? [], rule.bySetPos).every(pass);
  const gather = (wall: WallMs): boolean => {
    const number = periods.numberAt(wall);
    if (period?.number === number) {
      period.walls.push(wall);
      return true;
    }
    const wanted = passPicked();
    period = { number, walls: [wall] };
    return wanted;
  };
  return {
    take: (wall) => {
      seen += 1;
      if (seen > budget) return false;
      return rule.bySetPos.length > 0 ? gather(wall) : pass(wall);
    },
    result: (unfinished) => {
      const cut = seen > budget || unfinished;
      if (!cut) passPicked();
      return { walls, cut };
    },
  };
}

/** The members of a set at its places, 1 for the first and -1 for the last, in order. */
function picked(set: readonly WallMs[], places: readonly number[]): readonly WallMs[] {
  const found = places.map((place) => set.at(place > 0 ? place - 1 : place));
  return [...new Set(found)].filter((wall) => wall !== undefined).toSorted((a, b) => a - b);
}
