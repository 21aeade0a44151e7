import { useEffect, useMemo, useState } from "react";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { agenda, followAgenda, nextDays, type Side } from "../../store/agenda.ts";
import { daysOf, daysWithoutRows } from "./list-days.ts";
import { useListFilter } from "./list-filter.ts";
import { daysWithin, END_PX, layoutDays } from "./list-layout.ts";
import type { Sight } from "./use-list-scroll.ts";

/** So many days without anything are looked through before somebody is asked whether to go on. */
const PATIENCE_DAYS = 366;
/** More is loaded when so little is left out of sight; pixels. */
const AHEAD_PX = 900;

/** The days of the list as loaded and filtered, with their places. */
export function useList(date: CalendarDate, today: CalendarDate) {
  const { chunks, failure } = agenda.use();
  const filter = useListFilter();
  const [patience, setPatience] = useState({ before: PATIENCE_DAYS, after: PATIENCE_DAYS });
  useEffect(followAgenda, []);
  useEffect(() => agenda.show(date), [date]);
  return useMemo(() => {
    const days = daysOf(chunks, filter, [date, today]);
    const without = (side: Side): number => daysWithoutRows(chunks, days, side);
    const [before, after] = [without("before"), without("after")];
    const ended = { before: before >= patience.before, after: after >= patience.after };
    return {
      chunks,
      failure,
      layout: layoutDays(days, ended.before ? END_PX : 0),
      without: { before, after },
      /** Whether there is nothing more to be expected on a side. */
      ended,
      nothing: days.every(({ bookings }) => bookings.length === 0),
      lookFurther: (side: Side): void =>
        setPatience((now) => ({ ...now, [side]: now[side] + PATIENCE_DAYS })),
    };
  }, [chunks, failure, filter, date, today, patience]);
}
export type List = ReturnType<typeof useList>;

/** Loads days as the list is walked through, and asks again for what changed in sight. */
export function useLoading({ layout, without, ended }: List, { top, height }: Sight): void {
  useEffect(() => {
    if (height === 0) return;
    if (top < AHEAD_PX && !ended.before) agenda.extend("before", nextDays(without.before));
    if (top + height > layout.height - AHEAD_PX && !ended.after)
      agenda.extend("after", nextDays(without.after));
    const seen = daysWithin(layout, top, top + height);
    const [first, last] = [seen[0], seen.at(-1)];
    if (first !== undefined && last !== undefined) agenda.refresh(first.date, last.date);
  }, [layout, without, ended, top, height]);
}
