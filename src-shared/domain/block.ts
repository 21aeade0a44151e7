import { z } from "zod";
import { CalendarDate, Id, Instant, Revision } from "./primitives.ts";

/**
 * Time that can't be booked. `staffIds` empty means everyone.
 * An all-day block also carries its dates; `start` and `end` are then the whole local days of the business.
 */
export const Block = z.strictObject({
  id: Id,
  revision: Revision,
  source: z.enum(["desk", "google"]),
  staffIds: z.array(Id),
  start: Instant,
  /** Exclusive. */
  end: Instant,
  /** First day and first day after, or null for a timed block. */
  allDay: z.strictObject({ from: CalendarDate, to: CalendarDate }).nullable(),
  /** Our own reason; for a Google block its title if the owner opted in, else empty. */
  title: z.string(),
  /** RRULE value without its prefix for a series of the desk's own, null for a single block. */
  rrule: z.string().max(500).nullable(),
  /** Which occurrence of a series this is: the start that the rule gives it. Null for a single block. */
  originalStart: Instant.nullable(),
});
export type Block = z.infer<typeof Block>;
