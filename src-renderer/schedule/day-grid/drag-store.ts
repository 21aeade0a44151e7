import { create } from "zustand";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { BookingKey } from "../../store/booking-key.ts";
import type { Place } from "../grid/gestures.ts";
import { keyOfStanding, type Standing } from "../grid/standing.ts";

/** What the pointer is doing on the grid; `hold` is what was picked up, where it would be placed. Changes with each step of the grid, not with each pixel. */
export type Drag =
  | { readonly is: "none" }
  | { readonly is: "hover"; readonly place: Place }
  | { readonly is: "draw"; readonly place: Place }
  | {
      readonly is: "move" | "resize" | "hold";
      readonly what: Standing;
      /** From whose column it is taken. */
      readonly from: Id;
      readonly place: Place;
    };

/** What was picked up, shown where it would be placed. */
export function heldAt(booking: ScheduledBooking, place: Place): Drag {
  return { is: "hold", what: { is: "booking", booking }, from: booking.staffId, place };
}

export const NO_DRAG: Drag = { is: "none" };

export const useDrag = create<{ readonly drag: Drag }>()(() => ({ drag: NO_DRAG }));

/** Whether this is what is dragged or held now. */
export function useLifted(key: BookingKey): boolean {
  return useDrag(({ drag }) => "what" in drag && keyOfStanding(drag.what) === key);
}
