import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { addDays } from "../../src-shared/time/zones.ts";
import type { Formats } from "../ui/formats.ts";

const DATE = String.raw`(\d{4}-\d\d-\d\d)`;
const TIME = String.raw`(\d\d):(\d\d)`;
/** As the engine writes times into the activity: `2026-11-19 14:00–14:45`, or over midnight with a second date. */
const TIMED = new RegExp(`${DATE} ${TIME}–(?:${DATE} )?${TIME}`, "g");
/** Whole days, the last one exclusive. */
const DAYS = new RegExp(`${DATE} – ${DATE}`, "g");

type Shown = Pick<Formats, "weekdayAndDay" | "wall">;

/** The same text with its times as the business writes them; a date that does not exist stays as it was. */
export function timesInText(text: string, formats: Shown): string {
  const day = (date: string): string => formats.weekdayAndDay(date as CalendarDate);
  const wall = (hours: string, minutes: string): string =>
    formats.wall(Number(hours) * 60 + Number(minutes));
  return text
    .replaceAll(
      TIMED,
      (whole, from: string, h: string, m: string, to: string | undefined, ...end) => {
        if (!isDate(from) || (to !== undefined && !isDate(to))) return whole;
        const until = to === undefined ? "" : `${day(to)}, `;
        return `${day(from)}, ${wall(h, m)}–${until}${wall(String(end[0]), String(end[1]))}`;
      },
    )
    .replaceAll(DAYS, (whole, from: string, to: string) => {
      if (!isDate(from) || !isDate(to)) return whole;
      const last = addDays(to as CalendarDate, -1);
      return last <= from ? day(from) : `${day(from)} – ${day(last)}`;
    });
}

function isDate(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
