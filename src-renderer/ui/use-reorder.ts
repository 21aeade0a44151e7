import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { moveTo, rowsPulled } from "./reorder.ts";

interface Pull {
  readonly from: number;
  readonly startY: number;
  readonly rowHeight: number;
  /** How many rows it stands away from its place. */
  readonly by: number;
}

export interface Reorder {
  /** Handlers for the grip of a row. */
  readonly grip: (index: number) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
  /** How far a row is shifted while one is pulled, in rows. */
  readonly shiftOf: (index: number) => number;
  readonly pulled: number | null;
}

/** Where a row gives way for the one that is pulled. */
function giveWay(index: number, { from, by }: Pull): number {
  if (index === from) return by;
  if (by > 0 && index > from && index <= from + by) return -1;
  if (by < 0 && index < from && index >= from + by) return 1;
  return 0;
}

/**
 * Changes the order of a list by pulling a row at its grip, or with the arrow keys while the grip has the focus.
 * @param reordered gets the whole list in its new order
 */
export function useReorder<T>(
  items: readonly T[],
  reordered: (items: readonly T[], moved: number) => void,
): Reorder {
  const [pull, setPull] = useState<Pull | null>(null);
  const move = (from: number, to: number): void => {
    if (to === from || to < 0 || to >= items.length) return;
    reordered(moveTo(items, from, to), to);
  };
  return {
    pulled: pull?.from ?? null,
    shiftOf: (index) => (pull === null ? 0 : giveWay(index, pull)),
    grip: (index) => ({
      onPointerDown: (event) => {
        const row = event.currentTarget.closest("tr, li");
        event.currentTarget.setPointerCapture(event.pointerId);
        setPull({
          from: index,
          startY: event.clientY,
          rowHeight: row?.getBoundingClientRect().height ?? 40,
          by: 0,
        });
      },
      onPointerMove: (event) => {
        if (pull === null) return;
        const by = rowsPulled(event.clientY - pull.startY, pull.rowHeight, pull.from, items.length);
        if (by !== pull.by) setPull({ ...pull, by });
      },
      onPointerUp: () => {
        if (pull !== null) move(pull.from, pull.from + pull.by);
        setPull(null);
      },
      onPointerCancel: () => setPull(null),
      onKeyDown: (event) => {
        const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        move(index, index + step);
      },
    }),
  };
}
