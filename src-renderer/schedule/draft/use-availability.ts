import { useEffect, useState } from "react";
import type { Availability } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { call } from "../../bridge.ts";
import { useSchedule } from "../../store/schedule.ts";
import type { Placement } from "../actions/bookings.ts";

/**
 * What the desk says about a place, asked again whenever the place or the schedule changes. Null while it has not
 * answered for this place; an answer for another one is never shown.
 */
export function useAvailability(
  placement: Placement | null,
  ignoreId: Id | null,
): Availability | null {
  const turn = useSchedule((s) => s.turn);
  const key = placement === null ? "" : JSON.stringify([placement, ignoreId]);
  const [answer, setAnswer] = useState<{
    readonly key: string;
    readonly value: Availability;
  } | null>(null);
  useEffect(() => {
    if (key === "") return undefined;
    let current = true;
    const [asked, ignoreBookingId] = JSON.parse(key) as [Placement, Id | null];
    call("booking.check", { ...asked, ignoreBookingId }).then(
      (value) => current && setAnswer({ key, value }),
      () => current && setAnswer(null),
    );
    return () => {
      current = false;
    };
  }, [key, turn]);
  return answer !== null && answer.key === key ? answer.value : null;
}
