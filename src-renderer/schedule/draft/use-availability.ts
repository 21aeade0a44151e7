import { useEffect, useState } from "react";
import type { Availability } from "../../../src-shared/bridge/contract/schedule.ts";
import { call } from "../../bridge.ts";
import { type BookingKey, partsOfKey } from "../../store/booking-key.ts";
import { useSchedule } from "../../store/schedule.ts";
import type { Placement } from "../actions/bookings.ts";

const NOTHING = { id: null, originalStart: null } as const;

/**
 * What the desk says about a place, asked again whenever the place or the schedule changes. Null while it has not
 * answered for this place; an answer for another one is never shown.
 */
export function useAvailability(
  placement: Placement | null,
  ignoreKey: BookingKey | null,
): Availability | null {
  const turn = useSchedule((s) => s.turn);
  const key = placement === null ? "" : JSON.stringify([placement, ignoreKey]);
  const [answer, setAnswer] = useState<{
    readonly key: string;
    readonly value: Availability;
  } | null>(null);
  useEffect(() => {
    if (key === "") return undefined;
    let current = true;
    const [asked, ignored] = JSON.parse(key) as [Placement, BookingKey | null];
    const { id: ignoreBookingId, originalStart: ignoreOriginalStart } =
      ignored === null ? NOTHING : partsOfKey(ignored);
    call("booking.check", { ...asked, ignoreBookingId, ignoreOriginalStart }).then(
      (value) => current && setAnswer({ key, value }),
      () => current && setAnswer(null),
    );
    return () => {
      current = false;
    };
  }, [key, turn]);
  return answer !== null && answer.key === key ? answer.value : null;
}
