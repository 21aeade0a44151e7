import { lazy, Suspense, useEffect, useState } from "react";
import { useWindow } from "../../store/window.ts";
import { heldBooking } from "../moving/held.ts";
import { followRest } from "./follow-rest.ts";

const HoverCard = lazy(async () => ({
  default: (await import("./hover-card.tsx")).HoverCard,
}));

/** Nothing comes in between while something is held or written, and the pane says all of what it shows already. */
function isWanted(booking: HTMLElement): boolean {
  const { draft, selection } = useWindow.getState();
  const open = selection?.is === "booking" && selection.id === booking.dataset["id"];
  return !open && draft === null && heldBooking() === null;
}

/** The card of the booking on which the pointer or the focus rests. */
export function HoverCards() {
  const [booking, setBooking] = useState<HTMLElement | null>(null);
  useEffect(() => followRest(isWanted, setBooking), []);
  const id = booking?.dataset["id"];
  if (booking === null || id === undefined) return null;
  return (
    <Suspense fallback={null}>
      <HoverCard key={id} id={id} cell={booking} />
    </Suspense>
  );
}
