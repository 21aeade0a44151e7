import { create } from "zustand";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Place } from "../grid/gestures.ts";

/** What the pointer is doing on the grid; `hold` is what was picked up, where it would be placed. Changes with each step of the grid, not with each pixel. */
export type Drag =
  | { readonly is: "none" }
  | { readonly is: "hover"; readonly place: Place }
  | { readonly is: "draw"; readonly place: Place }
  | {
      readonly is: "move" | "resize" | "hold";
      readonly booking: ScheduledBooking;
      readonly place: Place;
    };

export const NO_DRAG: Drag = { is: "none" };

export const useDrag = create<{ readonly drag: Drag }>()(() => ({ drag: NO_DRAG }));
