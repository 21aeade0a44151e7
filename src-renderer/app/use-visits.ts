import { useEffect, useState } from "react";
import type { CustomerHit, Visit } from "../../src-shared/domain/customer.ts";
import type { Id } from "../../src-shared/domain/primitives.ts";
import { addDays } from "../../src-shared/time/zones.ts";
import { call } from "../bridge.ts";
import { formatsNow, staffName } from "../schedule/labels.ts";

const PAST_SHOWN = 3;

interface Answer {
  readonly of: Id | null;
  readonly visits: readonly Visit[];
}

const NONE: readonly Visit[] = [];

/** The booking that a customer comes for next. */
async function nextVisitOf({ id, nextVisit }: CustomerHit): Promise<readonly Visit[]> {
  if (nextVisit === null) return NONE;
  const day = formatsNow().dateOf(nextVisit);
  const { bookings } = await call("schedule.get", { from: day, to: addDays(day, 1) });
  return bookings
    .filter(({ customerId, start }) => customerId === id && start === nextVisit)
    .map((booking) => ({
      bookingId: booking.id,
      originalStart: booking.occurrence?.originalStart ?? null,
      start: booking.start,
      serviceName: booking.serviceName,
      staffName: staffName(booking.staffId),
      status: booking.status,
    }));
}

async function visitsOf(hit: CustomerHit): Promise<readonly Visit[]> {
  const [next, { lastVisits }] = await Promise.all([
    nextVisitOf(hit),
    call("customer.get", { id: hit.id }),
  ]);
  return [...next, ...lastVisits.slice(0, PAST_SHOWN)];
}

/** The next booking of a customer and the last ones; none while nobody is asked for or the answer is on its way. */
export function useVisits(hit: CustomerHit | null): readonly Visit[] {
  const [answer, setAnswer] = useState<Answer>({ of: null, visits: NONE });
  useEffect(() => {
    if (hit === null) return undefined;
    let current = true;
    visitsOf(hit).then(
      (visits) => current && setAnswer({ of: hit.id, visits }),
      () => current && setAnswer({ of: hit.id, visits: NONE }),
    );
    return () => {
      current = false;
    };
  }, [hit]);
  return answer.of === hit?.id ? answer.visits : NONE;
}
