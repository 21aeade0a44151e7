import { after } from "../../store/now.ts";

/** A finger that rests so long takes what lies below it. */
const HOLD_MS = 450;
/** A resting finger trembles by so many pixels; beyond, it scrolls. */
const TREMBLE_PX = 8;

interface LongPress {
  readonly begin: (event: PointerEvent) => void;
  /** A finger that went too far scrolls, so nothing is taken. */
  readonly follow: (event: PointerEvent) => void;
  readonly end: () => void;
}

/** Tells a finger that rests from one that scrolls. */
export function longPress(onHeld: (event: PointerEvent) => void): LongPress {
  let end = (): void => undefined;
  let began = { x: 0, y: 0 };
  return {
    begin: (event) => {
      end();
      began = { x: event.clientX, y: event.clientY };
      end = after(HOLD_MS, () => onHeld(event));
    },
    follow: ({ clientX, clientY }) => {
      if (Math.hypot(clientX - began.x, clientY - began.y) > TREMBLE_PX) end();
    },
    end: () => end(),
  };
}
