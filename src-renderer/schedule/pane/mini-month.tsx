import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { occupiesTime } from "../../../src-shared/domain/booking.ts";
import { addDays } from "../../../src-shared/time/zones.ts";
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
export function MiniMonth({ date, today }: MiniMonthProps) {
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
          <Week key={week[0]} {...{ week, month, date, today, counts, formats }} />
        ))}
      </div>
    </>
  );
}

interface WeekProps extends MiniMonthProps {
  readonly week: readonly CalendarDate[];
  readonly month: CalendarDate;
  readonly counts: ReadonlyMap<CalendarDate, number>;
  readonly formats: Formats;
}

function Week({ week, ...rest }: WeekProps) {
  const { t } = useTranslation();
  const number = weekNumber(week[0] ?? rest.month);
  return (
    <>
      <span className="wn" aria-label={t("schedule.pane.week", { number })}>
        {number}
      </span>
      {week.map((day) => (
        <Day key={day} day={day} {...rest} />
      ))}
    </>
  );
}

/** Widest line, in pixels, for the fullest day of the shown weeks. */
const FULL_LINE = 16;

function Day({
  day,
  month,
  date,
  today,
  counts,
  formats,
}: Omit<WeekProps, "week"> & { day: string }) {
  const { t } = useTranslation();
  const count = counts.get(day) ?? 0;
  const fullest = Math.max(1, ...counts.values());
  const classes = joinClass(
    "day",
    day.slice(0, 7) !== month.slice(0, 7) && "out",
    day === today && "td",
    day === date && day !== today && "pk",
  );
  const bookings = t("schedule.bookings", { count });
  return (
    <button
      type="button"
      className={classes}
      aria-current={day === date ? "date" : undefined}
      aria-label={t("schedule.pane.day", { day: formats.weekdayAndDay(day), bookings })}
      onClick={() => openDay(day)}
    >
      <b>{Number(day.slice(8))}</b>
      {count === 0 ? null : (
        <u style={{ width: Math.max(3, Math.round((count / fullest) * FULL_LINE)) }} />
      )}
    </button>
  );
}

const NO_COUNTS: ReadonlyMap<CalendarDate, number> = new Map();
/** Counting six weeks is asked for when the desk has been quiet for so long. */
const QUIET_MS = 400;

/** Bookings per day of the six weeks from `first`. */
function useCounts(first: CalendarDate, formats: Formats): ReadonlyMap<CalendarDate, number> {
  const turn = useSchedule((s) => s.turn);
  const [counted, setCounted] = useState(NO_COUNTS);
  useEffect(() => {
    let current = true;
    const callOff = after(QUIET_MS, () => {
      call("schedule.get", { from: first, to: addDays(first, 42) }).then(
        ({ bookings }) => {
          if (!current) return;
          const counts = new Map<CalendarDate, number>();
          for (const booking of bookings.filter((b) => occupiesTime(b.status))) {
            const day = formats.dateOf(booking.start);
            counts.set(day, (counts.get(day) ?? 0) + 1);
          }
          setCounted(counts);
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
