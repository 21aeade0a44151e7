import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import {
  type IsoWeekday,
  nthWeekday,
  type Repeat,
  repeatOf,
  weekdaysOn,
} from "../../../src-shared/time/recurrence/repeat.ts";
import { type Formats, useFormats } from "../../ui/formats.ts";

export const WEEKDAY_NAMES = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export function weekdayName(t: TFunction, weekday: IsoWeekday): string {
  return t(`common.weekdaysShort.${WEEKDAY_NAMES[weekday - 1] ?? "monday"}`);
}

function nthName(t: TFunction, date: CalendarDate): string {
  const name = (["first", "second", "third", "fourth"] as const)[nthWeekday(date) - 1] ?? "last";
  return t(`repeat.nth.${name}`);
}

function whenWords(t: TFunction, formats: Formats, repeat: Repeat, date: CalendarDate): string {
  const every = t(`repeat.every.${repeat.every}`, { count: repeat.interval });
  switch (repeat.every) {
    case "week": {
      const days = weekdaysOn(repeat, date).map((day) => weekdayName(t, day));
      return t("repeat.onDays", { every, days: days.join(", ") });
    }
    case "month":
      return t("repeat.onDate", { every, day: Number(date.slice(8)) });
    case "monthWeekday":
      return t("repeat.onNth", { every, nth: nthName(t, date), weekday: formats.weekday(date) });
    case "day":
    case "year":
      return every;
  }
}

/** `every 2 weeks on Tue until 3 Mar`, for a booking on a day. */
export function repeatWords(
  t: TFunction,
  formats: Formats,
  repeat: Repeat,
  date: CalendarDate,
): string {
  const what = whenWords(t, formats, repeat, date);
  switch (repeat.end.is) {
    case "never":
      return what;
    case "until":
      return t("repeat.until", { what, date: formats.shortDay(repeat.end.date) });
    case "count":
      return t("repeat.times", { what, count: repeat.end.count });
  }
}

/** Says a rule as it is stored, for an occurrence that the rule puts on `date`. */
export function useRuleWords(): (rule: string, date: CalendarDate) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (rule, date) => {
    const repeat = repeatOf(rule, date, formats.zone);
    return repeat === null ? t("repeat.inItsOwnWay") : repeatWords(t, formats, repeat, date);
  };
}
