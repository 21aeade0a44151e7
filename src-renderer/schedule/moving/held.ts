import { create } from "zustand";
import { announce } from "../../app/live.tsx";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { keyOf } from "../../store/booking-key.ts";
import { seenBooking } from "../../store/schedule.ts";
import { openDayOnGrid, useWindow } from "../../store/window.ts";
import { words } from "../../words/i18n.ts";
import { customerLabel } from "../actions/bookings.ts";
import { shownView } from "../views.ts";
import { formatsNow } from "../labels.ts";

interface HeldState {
  /** As it was when it was picked up. */
  readonly held: ScheduledBooking | null;
}

/** The booking that was picked up and is carried to another day, person or time until it is placed. */
export const useHeld = create<HeldState>()(() => ({ held: null }));

export function heldBooking(): ScheduledBooking | null {
  return useHeld.getState().held;
}

/** Picks a booking up. It stays where it is until it is placed; every way of turning the schedule carries it along. */
export function pickUp(booking: ScheduledBooking): void {
  if (booking.status === "cancelled") return;
  const view = shownView();
  if (view === "month" || view === "list") openDayOnGrid(formatsNow().dateOf(booking.start));
  useWindow.setState({ draft: null, editing: false });
  useHeld.setState({ held: booking });
  announce(words.t("moving.pickedUp", { customer: customerLabel(booking) }));
}

/** Picks up what has the focus on the grid, else what is selected. Nothing without either, and no block. */
export function pickUpShown(): void {
  const focused = document.activeElement?.closest<HTMLElement>("[data-id]")?.dataset["id"];
  const { selection } = useWindow.getState();
  const key = focused ?? (selection?.is === "booking" ? selection.id : undefined);
  const booking = key === undefined ? undefined : seenBooking(key);
  if (booking !== undefined) pickUp(booking);
}

/** Lets go of it where it was. */
export function putBack(): void {
  const booking = heldBooking();
  if (booking === null) return;
  useHeld.setState({ held: null });
  document.querySelector<HTMLElement>(`[data-id="${CSS.escape(keyOf(booking))}"]`)?.focus();
  announce(words.t("moving.putBack", { customer: customerLabel(booking) }));
}

/** Takes it out of the hand to be placed, as the schedule shows it now. */
export function takeHeld(): ScheduledBooking | null {
  const booking = heldBooking();
  useHeld.setState({ held: null });
  return booking === null ? null : (seenBooking(keyOf(booking)) ?? booking);
}
