import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { useFormats } from "../../ui/formats.ts";
import { joinClass } from "../../ui/join-class.ts";
import type { DayColumn } from "../day-columns.ts";
import { DayGrid } from "../day-grid/day-grid.tsx";
import { type HeadProps, Strip } from "../day-grid/heads.tsx";
import { closedWords } from "../labels.ts";
import { showDay } from "../views.ts";
import { bookedMinutes } from "./booked-minutes.ts";
import "./week.css";

interface WeekViewProps {
  readonly columns: readonly DayColumn[];
  readonly today: CalendarDate;
}

/** The week of one person, by the same rules as the day. */
export function WeekView({ columns, today }: WeekViewProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [first] = columns;
  const last = columns.at(-1);
  if (first === undefined || last === undefined) return null;
  const days = formats.days(first.date, last.date);
  return (
    <DayGrid
      by="day"
      label={t("schedule.weekLabel", { name: first.staff.name, days })}
      Head={WeekdayHead}
      {...{ columns, today }}
    />
  );
}

/** Keeps the line while the day is not known. */
const NO_WORDS = "\u00a0";

/** Weekday, date and what is booked; leads to the day. */
const WeekdayHead = memo(function WeekdayHead({ column, strip, today, formats }: HeadProps) {
  const { t } = useTranslation();
  const { date, working, known } = column;
  const count = column.bookings.length;
  const hours = formats.hours(bookedMinutes(column.bookings));
  const booked =
    count === 0
      ? t("schedule.free")
      : t("schedule.dayHead", { bookings: t("schedule.bookings", { count }), hours });
  const off = column.dayOff === null || column.dayOff === "" ? t("schedule.off") : column.dayOff;
  const idle = column.closure === null ? off : closedWords(t, column.closure);
  return (
    <>
      <button
        type="button"
        className={joinClass("weekday-head", date === today && "td")}
        aria-label={formats.weekdayAndDay(date)}
        aria-current={date === today ? "date" : undefined}
        onClick={() => showDay(date)}
      >
        {formats.shortWeekday(date)} <b>{Number(date.slice(8))}</b>
      </button>
      <small className="cut">
        {working.length === 0 && count === 0 ? idle : known ? booked : NO_WORDS}
      </small>
      <Strip column={column} strip={strip} />
    </>
  );
});
