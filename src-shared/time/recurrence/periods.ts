import type { Frequency, WeekdayIndex } from "./rule.ts";
import type { WallMs } from "./series.ts";
import { DAY_MS, HOUR_MS } from "./series.ts";

/**
 * The periods that a rule walks through: years, months, weeks, days or hours, each with a number that goes up by one.
 * INTERVAL counts them, and BYSETPOS picks within one.
 */
export interface Periods {
  numberAt(wall: WallMs): number;
  startOf(number: number): WallMs;
}

/** 1970-01-01 was a Thursday, the day 3 when Monday is 0. */
const EPOCH_WEEKDAY = 3;

/** Monday is 0. */
export function weekdayAt(wall: WallMs): WeekdayIndex {
  const day = Math.floor(wall / DAY_MS) + EPOCH_WEEKDAY;
  return (((day % 7) + 7) % 7) as WeekdayIndex;
}

export function periodsOf(frequency: Frequency, weekStart: WeekdayIndex): Periods {
  switch (frequency) {
    case "YEARLY":
      return {
        numberAt: (wall) => new Date(wall).getUTCFullYear(),
        startOf: (number) => Date.UTC(number, 0),
      };
    case "MONTHLY":
      return {
        numberAt: (wall) => new Date(wall).getUTCFullYear() * 12 + new Date(wall).getUTCMonth(),
        startOf: (number) => Date.UTC(Math.floor(number / 12), number % 12),
      };
    case "WEEKLY": {
      const shift = (weekStart - EPOCH_WEEKDAY) * DAY_MS;
      return evenPeriods(7 * DAY_MS, shift);
    }
    case "DAILY":
      return evenPeriods(DAY_MS, 0);
    case "HOURLY":
      return evenPeriods(HOUR_MS, 0);
  }
}

function evenPeriods(lengthMs: number, shiftMs: number): Periods {
  return {
    numberAt: (wall) => Math.floor((wall - shiftMs) / lengthMs),
    startOf: (number) => number * lengthMs + shiftMs,
  };
}
