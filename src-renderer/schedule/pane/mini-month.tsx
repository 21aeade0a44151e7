import { ChevronLeft, ChevronRight } from "lucide-react";
import { memo, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate, Zone } from "../../../src-shared/domain/primitives.ts";
import { occupiesTime, type ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { addDays, spanOfDays, toInstant } from "../../../src-shared/time/zones.ts";
import { call } from "../../bridge.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { after } from "../../store/now.ts";
import { useSchedule } from "../../store/schedule.ts";
import { openDay } from "../../store/window.ts";
import { IconButton } from "../../ui/button.tsx";
import { type Formats, useFormats } from "../../ui/formats.ts";
import { joinClass } from "../../ui/join-class.ts";
import { addMonths, monthDays, weekNumber } from "../dates.ts";

interface MiniMonthProps {
  readonly date: CalendarDate;
  readonly today: CalendarDate;
}

/** The month of the shown day; a line under each day tells how full it is. */
export const MiniMonth = memo(function MiniMonth({ date, today }: MiniMonthProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const weekStart = useCatalogue((s) => s.business?.weekStart ?? 1);
  const [turned, setTurned] = useState({ date, month: date });
  const month = turned.date === date ? turned.month : date;
  const turn = (by: number): void => setTurned({ date, month: addMonths(month, by) });
  const days = monthDays(month, weekStart);
  const counts = useCounts(days[0] ?? date, formats);
  const weeks = Array.from({ length: 6 }, (_, i) => days.slice(i * 7, i * 7 + 7));
  return (
    <>
      <header className="pane-head">
        <b className="grow">{formats.month(month)}</b>
        <IconButton
          size="small"
          label={t("schedule.pane.previousMonth")}
          icon={ChevronLeft}
          onPress={() => turn(-1)}
        />
        <IconButton
          size="small"
          label={t("schedule.pane.nextMonth")}
          icon={ChevronRight}
          onPress={() => turn(1)}
        />
      </header>
      <div className="mini" role="group" aria-label={formats.month(month)}>
        <span className="wn" />
        {(weeks[0] ?? []).map((day) => (
          <span key={day} className="wd" aria-hidden>
            {formats.weekdayLetters(day)}
          </span>
        ))}
        {weeks.map((week) => (
          <Week
            key={week[0]}
            {...{ week, month, date, today, counts, formats }}
            fullest={Math.max(1, ...counts.values())}
          />
        ))}
      </div>
    </>
  );
});

interface WeekProps extends MiniMonthProps {
  readonly week: readonly CalendarDate[];
  readonly month: CalendarDate;
  readonly counts: ReadonlyMap<CalendarDate, number>;
  /** Bookings of the fullest day of the shown weeks. */
  readonly fullest: number;
  readonly formats: Formats;
}

function Week({ week, month, date, today, counts, fullest, formats }: WeekProps) {
  const { t } = useTranslation();
  const number = weekNumber(week[0] ?? month);
  return (
    <>
      <span className="wn" aria-label={t("schedule.pane.week", { number })}>
        {number}
      </span>
      {week.map((day) => {
        const count = counts.get(day) ?? 0;
        return (
          <Day
            key={day}
            {...{ day, count, formats }}
            line={count === 0 ? 0 : Math.max(3, Math.round((count / fullest) * FULL_LINE))}
            out={day.slice(0, 7) !== month.slice(0, 7)}
            isToday={day === today}
            isShown={day === date}
          />
        );
      })}
    </>
  );
}

/** Widest line, in pixels, for the fullest day of the shown weeks. */
const FULL_LINE = 16;

interface DayProps {
  readonly day: CalendarDate;
  readonly count: number;
  /** Width of the line, in pixels; 0 for none. */
  readonly line: number;
  readonly out: boolean;
  readonly isToday: boolean;
  readonly isShown: boolean;
  readonly formats: Formats;
}

/** Drawn again only when something of that day changed. */
const Day = memo(function Day({ day, count, line, out, isToday, isShown, formats }: DayProps) {
  const { t } = useTranslation();
  const bookings = t("schedule.bookings", { count });
  return (
    <button
      type="button"
      className={joinClass("day", out && "out", isToday && "td", isShown && !isToday && "pk")}
      aria-current={isShown ? "date" : undefined}
      aria-label={t("schedule.pane.day", { day: formats.weekdayAndDay(day), bookings })}
      onClick={() => openDay(day)}
    >
      <b>{Number(day.slice(8))}</b>
      {line === 0 ? null : <u style={{ width: line }} />}
    </button>
  );
});

const NO_COUNTS: ReadonlyMap<CalendarDate, number> = new Map();
/** Counting six weeks is asked for when the desk has been quiet for so long. */
const QUIET_MS = 400;

const DAYS = 42;

/** How many begin on each of the days; midnights are worked out once a day, not once a booking. */
function countByDay(
  bookings: readonly ScheduledBooking[],
  first: CalendarDate,
  zone: Zone,
): ReadonlyMap<CalendarDate, number> {
  const counts = new Map<CalendarDate, number>();
  const starts = bookings.filter((b) => occupiesTime(b.status)).map((b) => b.start);
  for (let i = 0; i < DAYS; i += 1) {
    const day = addDays(first, i);
    const { start, end } = spanOfDays(day, addDays(day, 1), zone);
    const [from, to] = [toInstant(start), toInstant(end)];
    const count = starts.filter((at) => at >= from && at < to).length;
    if (count > 0) counts.set(day, count);
  }
  return counts;
}

/** Bookings per day of the six weeks from `first`. */
function useCounts(first: CalendarDate, formats: Formats): ReadonlyMap<CalendarDate, number> {
  const turn = useSchedule((s) => s.turn);
  const [counted, setCounted] = useState(NO_COUNTS);
  useEffect(() => {
    let current = true;
    const callOff = after(QUIET_MS, () => {
      call("schedule.get", { from: first, to: addDays(first, DAYS) }).then(
        ({ bookings }) => {
          if (!current) return;
          setCounted(countByDay(bookings, first, formats.zone));
        },
        () => undefined,
      );
    });
    return () => {
      current = false;
      callOff();
    };
  }, [first, formats, turn]);
  return counted;
}
