import { type RefObject, useLayoutEffect } from "react";
import { wallClockAt } from "../../../src-shared/time/zones.ts";
import { useNow } from "../../store/now.ts";
import type { Formats } from "../../ui/formats.ts";
import type { DayColumn } from "../day-columns.ts";
import { type Axis, yOf } from "../grid/axis.ts";
import type { Span } from "../grid/span.ts";

interface NowProps {
  readonly columns: readonly Pick<DayColumn, "date">[];
  readonly axis: Axis;
  readonly formats: Formats;
}

/** Now, if one of the columns stands for today: the minute of the day, and which columns those are. */
function useNowOn({ columns, formats }: Pick<NowProps, "columns" | "formats">) {
  const now = wallClockAt(useNow(), formats.zone);
  const first = columns.findIndex((c) => c.date === now.date);
  if (first === -1) return null;
  const count = columns.filter((c) => c.date === now.date).length;
  return { minute: now.minutes, first, count };
}

function useNowInSight(props: NowProps) {
  const { axis } = props;
  const now = useNowOn(props);
  return now !== null && now.minute >= axis.from && now.minute <= axis.to ? now : null;
}

/** The brass line across today; a faint one leads to it over the other days of a week. */
export function NowLine(props: NowProps) {
  const now = useNowInSight(props);
  if (now === null) return null;
  const all = props.columns.length;
  const top = yOf(now.minute, props.axis);
  const style = {
    top,
    insetInlineStart: `${(now.first / all) * 100}%`,
    width: `${(now.count / all) * 100}%`,
  };
  return (
    <>
      {now.count === all ? null : <div className="now far" style={{ top }} aria-hidden />}
      <div className="now" style={style} aria-hidden />
    </>
  );
}

/** The time at the left of the line. */
export function NowTag(props: NowProps) {
  const now = useNowInSight(props);
  if (now === null) return null;
  return (
    <b className="now-tag" style={{ top: yOf(now.minute, props.axis) }}>
      {props.formats.wall(now.minute)}
    </b>
  );
}

const NOWHERE = "-9999px";

/** Tells the style sheet where now is, so that the notches and the bars of the blocks follow without being drawn anew. */
export function useNowInStyle(
  element: RefObject<HTMLElement | null>,
  props: NowProps,
  strip: Span,
): void {
  const { axis } = props;
  const minute = useNowOn(props)?.minute ?? null;
  // Before anything is measured: every block inherits it, and each would be styled a second time.
  useLayoutEffect(() => {
    const style = element.current?.style;
    style?.setProperty("--now", minute === null ? NOWHERE : `${yOf(minute, axis)}px`);
    const part = minute === null ? -1 : (minute - strip.from) / (strip.to - strip.from);
    style?.setProperty("--now-part", part >= 0 && part <= 1 ? `${part * 100}%` : NOWHERE);
  }, [element, minute, axis, strip.from, strip.to]);
}
