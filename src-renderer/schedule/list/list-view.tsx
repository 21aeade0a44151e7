import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { agenda, type Side } from "../../store/agenda.ts";
import type { BookingKey } from "../../store/booking-key.ts";
import { useWindow } from "../../store/window.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { idOf } from "../day-grid/grid-keys.ts";
import { FilterBar } from "./filter-bar.tsx";
import { ListDayGroup } from "./list-day.tsx";
import { ListEnd, NothingListed } from "./list-ends.tsx";
import { keyByReading } from "../../ui/reading.ts";
import { firstFrom, placeByKey } from "./list-keys.ts";
import { daysWithin, HEAD_PX, ROW_PX, rowPlace, type RowPlace, yOfRow } from "./list-layout.ts";
import { type List, useList, useLoading } from "./use-list.ts";
import { type Sight, useListScroll } from "./use-list-scroll.ts";
import "./list.css";

interface ListViewProps {
  readonly date: CalendarDate;
  readonly today: CalendarDate;
}

/** Drawn beyond the edges of what is in sight, so that nothing is missing while it moves; pixels. */
const BEYOND_PX = 240;

/** All bookings in a row, day after day, from the shown one on in both directions. */
export function ListView({ date, today }: ListViewProps) {
  const { t } = useTranslation();
  const list = useList(date, today);
  const scroller = useRef<HTMLDivElement>(null);
  const { sight, onScroll } = useListScroll(scroller, list.layout, date, today);
  useLoading(list, sight);
  const { focused, setFocused, onKeyDown } = useListKeys(scroller, list);
  const again = (): void => agenda.changed();
  const nothing = list.nothing && list.ended.before && list.ended.after;
  return (
    <div className="agenda">
      <FilterBar />
      {list.failure === null ? null : (
        <LoadFailed of={{ value: null, failure: list.failure, again }} />
      )}
      {nothing ? <NothingListed /> : null}
      <div
        ref={scroller}
        className="agenda-scroll"
        role="group"
        aria-label={t("schedule.list.label")}
        hidden={nothing}
        onScroll={onScroll}
      >
        <Days {...{ list, sight, today, focused, setFocused, onKeyDown }} />
      </div>
    </div>
  );
}

/** Walks by keys. The focus goes to a booking once it is drawn, which may be after the list was moved to it. */
function useListKeys(scroller: RefObject<HTMLElement | null>, { layout }: List) {
  const [focused, setFocused] = useState<BookingKey | null>(null);
  const going = useRef(false);
  useLayoutEffect(() => {
    if (!going.current || focused === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"]`);
    row?.focus({ preventScroll: true });
    going.current = false;
  }, [scroller, focused]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const from = rowPlace(layout, idOf({ target: event.target }));
    if (from === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Delete") useWindow.setState({ cancelling: from.key });
    const next = placeByKey(keyByReading(event.key), layout, from);
    // An arrow that leads nowhere turns no page either.
    if (next === null && event.key !== "Delete" && !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    if (next === null || scroller.current === null) return;
    going.current = true;
    setFocused(next.key);
    bringIntoSight(scroller.current, yOfRow(layout, next));
  };
  return { focused, setFocused, onKeyDown };
}

/** Moves the list no more than it takes to show a row below the heading that sticks to its top. */
function bringIntoSight(element: HTMLElement, y: number): void {
  const { scrollTop, clientHeight } = element;
  if (y - HEAD_PX < scrollTop) element.scrollTo({ top: y - HEAD_PX, behavior: "instant" });
  else if (y + ROW_PX > scrollTop + clientHeight)
    element.scrollTo({ top: y + ROW_PX - clientHeight, behavior: "instant" });
}

interface DaysProps {
  readonly list: List;
  readonly sight: Sight;
  readonly today: CalendarDate;
  readonly focused: BookingKey | null;
  readonly setFocused: (key: BookingKey) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Of all days only what is in sight, and the booking with the focus wherever it is. */
function Days({ list, sight, today, focused, setFocused, onKeyDown }: DaysProps) {
  const { layout, ended } = list;
  const [from, to] = [sight.top - BEYOND_PX, sight.top + sight.height + BEYOND_PX];
  const seen = daysWithin(layout, from, to);
  const held = rowPlace(layout, focused);
  const stop = held ?? firstOf(layout, seen[0]?.date);
  const holding = held === null ? undefined : layout.days[held.day];
  const shown = holding === undefined || seen.includes(holding) ? seen : [...seen, holding];
  const last = layout.days.at(-1);
  // The last day can be brought to the top like every other.
  const height = Math.max(layout.height, (last?.top ?? 0) + sight.height);
  const end = (side: Side, top: number) =>
    ended[side] ? <ListEnd side={side} top={top} list={list} /> : null;
  return (
    <div className="agenda-all" style={{ height }}>
      {end("before", 0)}
      {shown.map((day) => (
        <ListDayGroup
          key={day.date}
          day={day}
          isToday={day.date === today}
          from={from}
          to={to}
          held={day === holding ? (held?.row ?? null) : null}
          stop={stop?.key ?? null}
          onFocus={setFocused}
          onKeyDown={onKeyDown}
        />
      ))}
      {end("after", layout.height)}
    </div>
  );
}

function firstOf(layout: List["layout"], date: CalendarDate | undefined): RowPlace | null {
  const day = layout.days.findIndex((one) => one.date === date);
  return day === -1 ? null : firstFrom(layout, day);
}
