import { type RefObject, useEffect } from "react";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { wallClockAt } from "../../../src-shared/time/zones.ts";
import { useNow } from "../../store/now.ts";
import type { Formats } from "../../ui/formats.ts";
import { type Axis, yOf } from "../grid/axis.ts";
import type { Span } from "../grid/span.ts";

interface NowProps {
  readonly date: CalendarDate;
  readonly axis: Axis;
  readonly formats: Formats;
}

/** The minute of the day if the day is today, else null. */
function useNowMinute(date: CalendarDate, zone: string): number | null {
  const now = wallClockAt(useNow(), zone);
  return now.date === date ? now.minutes : null;
}

function useNowInSight({ date, axis, formats }: NowProps): number | null {
  const minute = useNowMinute(date, formats.zone);
  return minute !== null && minute >= axis.from && minute <= axis.to ? minute : null;
}

/** The brass line across the day. */
export function NowLine(props: NowProps) {
  const minute = useNowInSight(props);
  if (minute === null) return null;
  return <div className="now" style={{ top: yOf(minute, props.axis) }} aria-hidden />;
}

/** The time at the left of the line. */
export function NowTag(props: NowProps) {
  const minute = useNowInSight(props);
  if (minute === null) return null;
  return (
    <b className="now-tag" style={{ top: yOf(minute, props.axis) }}>
      {props.formats.wall(minute)}
    </b>
  );
}

const NOWHERE = "-9999px";

/** Tells the style sheet where now is, so that the notches and the bars of the blocks follow without being drawn anew. */
export function useNowInStyle(
  element: RefObject<HTMLElement | null>,
  { date, axis, formats }: NowProps,
  strip: Span,
): void {
  const minute = useNowMinute(date, formats.zone);
  useEffect(() => {
    const style = element.current?.style;
    style?.setProperty("--now", minute === null ? NOWHERE : `${yOf(minute, axis)}px`);
    const part = minute === null ? -1 : (minute - strip.from) / (strip.to - strip.from);
    style?.setProperty("--now-part", part >= 0 && part <= 1 ? `${part * 100}%` : NOWHERE);
  }, [element, minute, axis, strip.from, strip.to]);
}
