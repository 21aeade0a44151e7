import { z } from "zod";
import { CalendarDate, Id, Instant, Revision } from "../../domain/primitives.ts";
import { Waiting, WaitingFields, Wish } from "../../domain/waitlist.ts";
import { channel } from "./define.ts";

/** A time at which somebody is free. */
export const Slot = z.strictObject({ staffId: Id, start: Instant });
export type Slot = z.infer<typeof Slot>;

/** Somebody who waits, with the names that a list shows. */
export const WaitingRow = Waiting.extend({
  customerName: z.string(),
  customerPhone: z.string(),
  serviceName: z.string(),
  /** The next free time that would suit, or null while there is none. */
  next: Slot.nullable(),
});
export type WaitingRow = z.infer<typeof WaitingRow>;

const Rows = z.strictObject({ waiting: z.array(WaitingRow) });

/** Finding a free time, and the people who wait for one. */
export const waitingChannels = {
  "slot.find": channel(
    "The next free times for a service, soonest first, from a day on and never in the past.",
    z.strictObject({
      serviceId: Id,
      /** Null for anyone who does the service. */
      staffId: Id.nullable(),
      from: CalendarDate,
      days: z.int().min(1).max(366),
      limit: z.int().min(1).max(100),
      /** Null or left out takes the service's. */
      durationMinutes: z.int().min(5).max(1_440).nullable().optional(),
      wish: Wish.nullable().optional(),
    }),
    z.strictObject({ slots: z.array(Slot) }),
    ["NOT_FOUND", "NOT_ALLOWED"],
  ),
  "waitlist.list": channel(
    "Everybody who waits for a time, longest first, with the next free time that would suit.",
    z.strictObject({}),
    Rows,
  ),
  "waitlist.fitting": channel(
    "Who waits and would fit into a time that became free; who has waited longest comes first.",
    z.strictObject({ staffId: Id, start: Instant, end: Instant }),
    Rows,
  ),
  "waitlist.save": channel(
    "Puts somebody on the waitlist, or changes what they wait for. The caller chooses the id.",
    z.strictObject({ id: Id, revision: Revision.nullable(), fields: WaitingFields }),
    Waiting,
    ["NOT_FOUND", "STALE"],
  ),
  "waitlist.remove": channel(
    "Takes somebody off the waitlist.",
    z.strictObject({ id: Id, revision: Revision }),
    z.strictObject({}),
    ["NOT_FOUND", "STALE"],
  ),
} as const;
