import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { create } from "zustand";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { currentTime } from "../../store/now.ts";
import { useWindow } from "../../store/window.ts";
import { type Anchor, anchorAt, type ListLayout, offsetOfNow, yOfAnchor } from "./list-layout.ts";

/** The stretch of the list that is in sight; pixels. */
export interface Sight {
  readonly top: number;
  readonly height: number;
}

/**
 * Keeps the list where it is while days come in above, goes to a day that is chosen elsewhere, and tells the window
 * which day it was taken to.
 */
export function useListScroll(
  scroller: RefObject<HTMLElement | null>,
  layout: ListLayout,
  date: CalendarDate,
  today: CalendarDate,
) {
  const anchor = useRef<Anchor | null>(null);
  /** Where the list was put by us: the scrolling that follows is not a person's. */
  const put = useRef(0);
  const [seen] = useState(() => create<Sight>()(() => ({ top: 0, height: 0 })));

  useLayoutEffect(() => {
    const element = scroller.current;
    const day = layout.days.find((one) => one.date === date);
    if (element === null || day === undefined) return;
    if (anchor.current?.date !== date)
      anchor.current = { date, offset: date === today ? offsetOfNow(day, currentTime()) : 0 };
    element.scrollTo({ top: yOfAnchor(layout, anchor.current), behavior: "instant" });
    put.current = element.scrollTop;
    seen.setState({ top: element.scrollTop, height: element.clientHeight });
  }, [scroller, seen, layout, date, today]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() =>
      seen.setState({ top: element.scrollTop, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, seen]);

  const onScroll = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, clientHeight } = element;
    seen.setState({ top: scrollTop, height: clientHeight });
    if (Math.abs(scrollTop - put.current) < 1) return;
    put.current = scrollTop;
    anchor.current = anchorAt(layout, scrollTop);
    const at = anchor.current?.date ?? date;
    if (at !== date) useWindow.setState({ date: at === today ? null : at });
  };
  return { sight: seen(), onScroll };
}
