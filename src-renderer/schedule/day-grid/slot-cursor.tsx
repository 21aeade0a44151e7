import { type CSSProperties, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { firstName } from "../labels.ts";
import { columnAt } from "../day-columns.ts";
import { yOf } from "../grid/axis.ts";
import type { Slot } from "../grid/slots.ts";
import { heldBooking, useHeld } from "../moving/held.ts";
import { type SlotGrid, useSlot } from "./use-slot.ts";
import "./slot-cursor.css";

interface SlotCursorProps extends SlotGrid {
  /** Books at a time, or places what is held there. */
  readonly onChosen: (slot: Slot) => void;
}

/** One time of the grid that can have the focus: arrow keys walk over the times, Enter takes one. */
export function SlotCursor({ onChosen, ...grid }: SlotCursorProps) {
  const { t } = useTranslation();
  const hint = useId();
  const held = useHeld((s) => s.held);
  const button = useRef<HTMLButtonElement>(null);
  const { slot, focused, label, onKey, ...focus } = useSlot(grid, button);
  if (slot === null) return null;
  // What is held is drawn here with its time.
  const name = columnAt(grid.columns, slot)?.staff.name ?? "";
  return (
    <button
      type="button"
      ref={button}
      data-slot
      className="slot-cursor"
      style={boxOf(slot, grid)}
      aria-label={label}
      aria-describedby={hint}
      {...focus}
      onClick={() => onChosen(slot)}
      onKeyDown={(event) => {
        const { altKey, ctrlKey, metaKey, shiftKey } = event;
        if (altKey || ctrlKey || metaKey || shiftKey) return;
        if (onKey(event.key) || leave(event.key, event.currentTarget)) event.preventDefault();
      }}
    >
      {focused && held === null ? `${grid.formats.wall(slot.from)} ${firstName(name)}` : null}
      <span id={hint} hidden>
        {t("moving.slotHint")}
      </span>
    </button>
  );
}

/** Escape leads back to the booking that had the focus; with something held it is the window's, to put it back. */
function leave(key: string, cursor: HTMLElement): boolean {
  if (key !== "Escape" || heldBooking() !== null) return false;
  const cell = cursor.closest(".sheet")?.querySelector<HTMLElement>("[data-id][tabindex='0']");
  if (cell === undefined || cell === null) cursor.blur();
  else cell.focus();
  return true;
}

function boxOf(slot: Slot, { columns, axis, step }: SlotGrid): CSSProperties {
  const index = columns.findIndex((c) => c.staff.id === slot.staffId && c.date === slot.date);
  return {
    insetInlineStart: `${(index / columns.length) * 100}%`,
    width: `${100 / columns.length}%`,
    top: yOf(slot.from, axis),
    height: Math.max(step * axis.pxPerMinute, 24),
  };
}
