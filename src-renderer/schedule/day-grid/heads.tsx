import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { keyOf, keyOfBlock } from "../../store/booking-key.ts";
import type { Formats } from "../../ui/formats.ts";
import { joinClass } from "../../ui/join-class.ts";
import type { DayColumn } from "../day-columns.ts";
import { isDayOff } from "../grid/place.ts";
import { commonOf, type Span } from "../grid/span.ts";

export interface HeadProps {
  readonly column: DayColumn;
  readonly today: CalendarDate;
  /** The stretch that the strip stands for: the hours of everybody. */
  readonly strip: Span;
  readonly formats: Formats;
}

/** Name, hours and count of a column, with the whole day as a strip: gaps show at a glance. */
export const StaffHead = memo(function StaffHead({ column, strip, formats }: HeadProps) {
  const { t } = useTranslation();
  const { staff, bookings, working, known, dayOff } = column;
  const hours = working.map((s) => `${formats.wall(s.from)}–${formats.wall(s.to)}`).join(", ");
  const count = bookings.length;
  const booked = count === 0 ? t("schedule.free") : t("schedule.bookings", { count });
  const off = dayOff === null || dayOff === "" ? t("schedule.off") : dayOff;
  const there = hours === "" ? off : hours;
  return (
    <>
      <b className="cut">{staff.name}</b>
      {known && (hours !== "" || count > 0) ? (
        <HoursAndCount hours={there} booked={booked} count={count} />
      ) : (
        <small className="cut">{there}</small>
      )}
      <Strip column={column} strip={strip} />
    </>
  );
});

interface HoursAndCountProps {
  readonly hours: string;
  readonly booked: string;
  readonly count: number;
}

/** A narrow column leaves the word out and keeps the number whole: "1…" would be another number. */
function HoursAndCount({ hours, booked, count }: HoursAndCountProps) {
  const [number, word] = splitAfter(booked, count === 0 ? booked : String(count));
  return (
    <small className="head-words">
      <span className="head-fits">
        <span className="cut">{hours}</span>
        <span>{` · ${number}`}</span>
      </span>
      <span>{word}</span>
    </small>
  );
}

function splitAfter(text: string, part: string): readonly [string, string] {
  const end = text.lastIndexOf(part) + part.length;
  return [text.slice(0, end), text.slice(end)];
}

/** What of a day is taken. */
export function Strip({ column, strip }: Pick<HeadProps, "column" | "strip">) {
  return (
    <div className="strip" aria-hidden>
      {column.bookings.map((p) => (
        <Piece key={keyOf(p.booking)} span={p} strip={strip} />
      ))}
      {column.blocks
        .filter(({ block }) => block.source === "desk" && !isDayOff(block))
        .map((p) => (
          <Piece key={keyOfBlock(p.block)} span={p} strip={strip} blocked />
        ))}
      <u />
    </div>
  );
}

interface PieceProps {
  readonly span: Span;
  readonly strip: Span;
  readonly blocked?: boolean;
}

function Piece({ span, strip, blocked = false }: PieceProps) {
  const shown = commonOf(span, strip);
  if (shown === null) return null;
  const percent = (minutes: number): string => `${(minutes / (strip.to - strip.from)) * 100}%`;
  const style = {
    insetInlineStart: percent(shown.from - strip.from),
    width: percent(shown.to - shown.from),
  };
  return <i className={joinClass(blocked && "bl")} style={style} />;
}

/** The stretch from the first to the last hour that anybody works. */
export function stripOf(columns: readonly DayColumn[], axis: Span): Span {
  const working = columns.flatMap((c) => c.working);
  if (working.length === 0) return axis;
  return {
    from: Math.min(...working.map((s) => s.from)),
    to: Math.max(...working.map((s) => s.to)),
  };
}
