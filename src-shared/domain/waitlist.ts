import { z } from "zod";
import { CalendarDate, Id, Instant, LongText, Revision } from "./primitives.ts";

/** When a time would suit somebody, on the business's wall clock. */
export const Wish = z.strictObject({
  /** ISO weekdays, 1 is Monday; empty means any. */
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  /** Minutes since midnight, within which all of the visit has to lie. */
  between: z
    .strictObject({ from: z.int().min(0).max(1_439), to: z.int().min(1).max(1_440) })
    .refine((span) => span.from < span.to, "The end must come after the start."),
});
export type Wish = z.infer<typeof Wish>;

/** Somebody who would come if a time became free. */
export const WaitingFields = z.strictObject({
  customerId: Id,
  serviceId: Id,
  /** Null is content with anyone who does the service. */
  staffId: Id.nullable(),
  /** First and last day that would suit; the last one counts. */
  from: CalendarDate,
  to: CalendarDate,
  wish: Wish,
  note: LongText,
});
export type WaitingFields = z.infer<typeof WaitingFields>;

export const Waiting = WaitingFields.extend({ id: Id, revision: Revision, createdAt: Instant });
export type Waiting = z.infer<typeof Waiting>;
