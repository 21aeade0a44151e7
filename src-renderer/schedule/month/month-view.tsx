import { BookOpen, Lock } from "lucide-react";
import { type KeyboardEvent, memo, type RefObject, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Block } from "../../../src-shared/domain/block.ts";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { addDays, isoWeekday } from "../../../src-shared/time/zones.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { followRange, useRange, useAnswered } from "../../store/range.ts";
import type { Period } from "../../store/schedule.ts";
import { useWindow } from "../../store/window.ts";
import { type Formats, useFormats } from "../../ui/formats.ts";
import { keyByReading } from "../../ui/reading.ts";
import { Icon } from "../../ui/icon.tsx";
import { joinClass } from "../../ui/join-class.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { stepped } from "../period.ts";
import { datesFrom, weekNumber } from "../dates.ts";
import { showDay } from "../views.ts";
import { type Fullness, type MonthDay, monthOf } from "./month-days.ts";
import { useShownStaff } from "../shown-staff.ts";
import "./month.css";

interface MonthViewProps {
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  readonly period: Period;
}

/** Six weeks at a glance: how many bookings, how full each person is, and when it is closed. Nothing is made here. */
export function MonthView({ date, today, period }: MonthViewProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const asked = useRange();
  useEffect(() => followRange(period), [period]);
  const days = useMonth(period);
  const grid = useRef<HTMLDivElement>(null);
  const goByKey = useDayKeys(grid, date);
  const weeks = Array.from({ length: days.length / 7 }, (_, i) => days.slice(i * 7, i * 7 + 7));
  if (asked.value === null && asked.failure !== null) return <LoadFailed of={asked} />;
  return (
    <div
      className="month"
      role="grid"
      tabIndex={-1}
      ref={grid}
      aria-label={t("schedule.monthLabel", { month: formats.month(date) })}
      onKeyDown={goByKey}
    >
      <div className="month-head" role="row">
        <span className="month-wn" role="columnheader">
          <span className="unseen">{t("schedule.weekColumn")}</span>
        </span>
        {(weeks[0] ?? []).map((day) => (
          <span key={day.date} role="columnheader">
            {formats.weekday(day.date)}
          </span>
        ))}
      </div>
      {weeks.map((week) => (
        <div className="month-week" role="row" key={week[0]?.date}>
          <span className="month-wn num" role="rowheader">
            {weekNumber(week[0]?.date ?? date)}
          </span>
          {week.map((day) => (
            <DayCell
              key={day.date}
              day={day}
              out={day.date.slice(0, 7) !== date.slice(0, 7)}
              chosen={day.date === date}
              past={day.date < today}
              today={day.date === today}
              formats={formats}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

const NO_ROWS: readonly never[] = [];

/** The days of the period; before the desk has answered they are empty, so that nothing jumps. */
function useMonth({ first, days }: Period): readonly MonthDay[] {
  const business = useCatalogue((s) => s.business);
  const staff = useShownStaff();
  const range = useRange((s) => s.value);
  return useMemo(() => {
    if (business === null) return NO_ROWS;
    const { bookings = NO_ROWS, blocks = NO_ROWS } = range ?? {};
    return monthOf(datesFrom(first, days), { staff, business, bookings, blocks });
  }, [business, staff, range, first, days]);
}

/** The keys of the grid. The focus goes with the day, into the next month too, where its cell is another element. */
function useDayKeys(grid: RefObject<HTMLElement | null>, date: CalendarDate) {
  const going = useRef(false);
  useEffect(() => {
    if (going.current) grid.current?.querySelector<HTMLElement>(`[data-day="${date}"]`)?.focus();
    going.current = false;
  }, [grid, date]);
  return (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const weekStart = useCatalogue.getState().business?.weekStart ?? 1;
    const next = dayByKey(keyByReading(event.key), date, weekStart);
    if (next === null) return;
    event.preventDefault();
    going.current = true;
    useWindow.setState({ date: next });
  };
}

/** The day that a key leads to from another; null for a key that means nothing here. */
export function dayByKey(
  key: string,
  date: CalendarDate,
  weekStart: 1 | 2 | 3 | 4 | 5 | 6 | 7,
): CalendarDate | null {
  const inWeek = (isoWeekday(date) - weekStart + 7) % 7;
  switch (key) {
    case "ArrowLeft":
      return addDays(date, -1);
    case "ArrowRight":
      return addDays(date, 1);
    case "ArrowUp":
      return addDays(date, -7);
    case "ArrowDown":
      return addDays(date, 7);
    case "Home":
      return addDays(date, -inWeek);
    case "End":
      return addDays(date, 6 - inWeek);
    case "PageUp":
      return stepped("month", date, -1);
    case "PageDown":
      return stepped("month", date, 1);
    default:
      return null;
  }
}

interface CellProps {
  readonly day: MonthDay;
  /** In another month. */
  readonly out: boolean;
  readonly chosen: boolean;
  readonly past: boolean;
  readonly today: boolean;
  readonly formats: Formats;
}

const DayCell = memo(function DayCell({ day, out, chosen, past, today, formats }: CellProps) {
  const { date, count, closure, works } = day;
  const classes = joinClass(
    "month-day",
    out && "out",
    past && "past",
    today && "td",
    !works && "idle",
    chosen && !today && "pk",
  );
  const label = useDayLabel(day, formats);
  return (
    // Its button names it; a name of its own would have to hold all that is drawn in it.
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label
    <div role="gridcell" aria-selected={chosen} className="month-cell">
      <button
        type="button"
        className={classes}
        data-day={date}
        tabIndex={chosen ? 0 : -1}
        aria-current={today ? "date" : undefined}
        onClick={() => showDay(date)}
      >
        <span className="unseen">{label}</span>
        <span className="month-in" aria-hidden>
          <span className="month-top">
            <b>{Number(date.slice(8))}</b>
            {count === 0 ? null : <span className="num">{count}</span>}
          </span>
          <Why closure={closure} works={works} wholeDay={day.wholeDay} />
          {works ? <Lines lines={day.lines} /> : null}
        </span>
      </button>
    </div>
  );
});

function useDayLabel({ date, count, closure, works, share }: MonthDay, formats: Formats): string {
  const { t } = useTranslation();
  const known = useAnswered(date);
  const bookings = t("schedule.bookings", { count });
  const state =
    closure !== null || !works
      ? t("schedule.closedPlain")
      : t("schedule.monthFull", { percent: Math.round((share ?? 0) * 100) });
  const day = formats.weekdayAndDay(date);
  return known ? t("schedule.monthDay", { day, bookings, state }) : day;
}

interface WhyProps {
  readonly closure: string | null;
  readonly works: boolean;
  readonly wholeDay: Block | null;
}

/** Why there is little or nothing to book on a day. */
function Why({ closure, works, wholeDay }: WhyProps) {
  const { t } = useTranslation();
  if (closure !== null || !works)
    return (
      <span className="month-why cut">
        {closure === null || closure === "" ? t("schedule.closedPlain") : closure}
      </span>
    );
  if (wholeDay === null) return null;
  const google = wholeDay.source === "google";
  const title = google
    ? t("schedule.googleBusy", { what: t("schedule.busy") })
    : wholeDay.title || t("schedule.blockedTime");
  return (
    <span className="month-why">
      <Icon of={google ? Lock : BookOpen} size={12} />
      <span className="cut">{title}</span>
    </span>
  );
}

/** A line for each person: how full the day is. */
function Lines({ lines }: { readonly lines: readonly Fullness[] }) {
  return (
    <span className="month-lines">
      {lines.map(({ staffId, share }) => (
        <i key={staffId} className={joinClass(share === null && "none")}>
          {share === null ? null : <u style={{ width: `${Math.min(1, share) * 100}%` }} />}
        </i>
      ))}
    </span>
  );
}
