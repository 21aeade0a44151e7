import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { announce } from "../../app/live.tsx";
import { keyOf } from "../../store/booking-key.ts";
import { currentTime } from "../../store/now.ts";
import type { Formats } from "../../ui/formats.ts";
import { words } from "../../words/i18n.ts";
import { wallClockAt } from "../../../src-shared/time/zones.ts";
import { placementOf } from "../actions/bookings.ts";
import { stepPeriod, usualLength } from "../actions/drafting.ts";
import { columnAt, type DayColumn } from "../day-columns.ts";
import type { Axis } from "../grid/axis.ts";
import { obstacleAt } from "../grid/conflicts.ts";
import type { Place } from "../grid/gestures.ts";
import { type Slot, slotAmong, slotBeside } from "../grid/slots.ts";
import type { Direction } from "../grid/neighbours.ts";
import { heldBooking, useHeld } from "../moving/held.ts";
import { heldAt, NO_DRAG, useDrag } from "./drag-store.ts";
import { obstacleWords } from "./obstacle-words.ts";

export interface SlotGrid {
  readonly columns: readonly DayColumn[];
  readonly axis: Axis;
  /** Minutes. */
  readonly step: number;
  readonly formats: Formats;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

function named(columns: readonly DayColumn[]) {
  return columns.map(({ staff, date }) => ({ staffId: staff.id, date }));
}

/** Where somebody who comes to the grid by key begins: at what is held, else at now in the first column. */
function firstSlot({ columns, formats }: SlotGrid): Slot | null {
  const [first] = columns;
  if (first === undefined) return null;
  const held = heldBooking();
  const at = wallClockAt(held === null ? currentTime() : Date.parse(held.start), formats.zone);
  const staffId = held?.staffId ?? first.staff.id;
  const from = held === null && first.date !== at.date ? (first.working[0]?.from ?? 0) : at.minutes;
  return { staffId, date: first.date, from };
}

/** What would lie there: the booking that is held, or a booking as long as usual. */
export function placeAtSlot(slot: Slot): Place {
  const held = heldBooking();
  const length = held === null ? usualLength(slot.staffId) : placementOf(held).durationMinutes;
  return { ...slot, to: slot.from + length };
}

/** `Thursday 4 June, 6:00, Anna, free`; with something held, whether it would fit. */
export function slotWords(slot: Slot, { columns, step, formats }: SlotGrid): string {
  const column = columnAt(columns, slot);
  if (column === undefined) return "";
  const held = heldBooking();
  const span = held === null ? { from: slot.from, to: slot.from + step } : placeAtSlot(slot);
  const obstacle = obstacleAt(span, column, held === null ? null : keyOf(held));
  return words.t("moving.slot", {
    day: `${formats.weekday(slot.date)} ${formats.dayAndMonth(slot.date)}`,
    time: formats.wall(slot.from),
    name: column.staff.name,
    state: obstacle === null ? words.t("moving.free") : obstacleWords(obstacle, formats),
  });
}

/** Shows what is held at a slot, with what stands in its way. */
function preview(slot: Slot): void {
  const held = heldBooking();
  if (held !== null) useDrag.setState({ drag: heldAt(held, placeAtSlot(slot)) });
}

/** The slot that the keyboard points at, kept while days and persons change below it. */
export function useSlot(grid: SlotGrid, cursor: RefObject<HTMLElement | null>) {
  const [wanted, setWanted] = useState<Slot | null>(null);
  const [focused, setFocused] = useState(false);
  const { columns, axis, step } = grid;
  const steps = { from: axis.from, to: axis.to, step };
  const base = wanted ?? firstSlot(grid);
  const slot = base === null ? null : slotAmong(named(columns), base, steps);
  const label = slot === null ? "" : slotWords(slot, grid);
  useSaid(label, focused, slot, cursor);
  useHeldFocus(cursor, setWanted);
  return {
    slot,
    focused,
    label,
    onFocus: () => {
      if (slot !== null) setWanted(slot);
      setFocused(true);
    },
    onBlur: () => {
      setFocused(false);
      if (useDrag.getState().drag.is === "hold") useDrag.setState({ drag: NO_DRAG });
    },
    /** Whether the key was the cursor's own. */
    onKey: (key: string): boolean => {
      const direction = DIRECTIONS[key];
      if (slot === null) return false;
      if (direction !== undefined) setWanted(slotBeside(named(columns), slot, direction, steps));
      else if (key === "PageDown") stepPeriod(1);
      else if (key === "PageUp") stepPeriod(-1);
      else return false;
      return true;
    },
  };
}

/** Each time that is reached is said, shown and scrolled to; the focus itself stays on one element. */
function useSaid(
  label: string,
  focused: boolean,
  slot: Slot | null,
  cursor: RefObject<HTMLElement | null>,
): void {
  const said = useRef("");
  const held = useHeld((s) => s.held);
  useLayoutEffect(() => {
    if (!focused || slot === null) {
      said.current = "";
      return;
    }
    preview(slot);
    const name = `${slot.staffId} ${slot.date} ${slot.from}`;
    if (said.current === name) return;
    // The first one is read with the focus.
    if (said.current !== "") announce(label);
    said.current = name;
    cursor.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  useEffect(() => {
    if (held === null && useDrag.getState().drag.is === "hold") useDrag.setState({ drag: NO_DRAG });
  }, [held]);
}

/** What is picked up is carried by the cursor: it takes the focus, also in a view that comes later. */
function useHeldFocus(
  cursor: RefObject<HTMLElement | null>,
  setWanted: (slot: Slot | null) => void,
): void {
  const held = useHeld((s) => s.held);
  useEffect(() => {
    if (held === null) return;
    setWanted(null);
    cursor.current?.focus({ preventScroll: true });
  }, [held, cursor, setWanted]);
}
