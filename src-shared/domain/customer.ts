import { z } from "zod";
import { Id, Instant, LongText, Revision, ShortText } from "./primitives.ts";

export const CustomerFields = z.strictObject({
  name: ShortText.min(1, "A customer needs a name."),
  phone: z.string().trim().max(40, "This is too long: at most 40 characters."),
  email: z.union([
    z.literal(""),
    z.email("This is not an e-mail address.").max(254, "This is too long."),
  ]),
  notes: LongText,
  /** Shown at every booking of this customer, such as an allergy. */
  alert: z.string().max(500, "This is too long: at most 500 characters."),
});
export type CustomerFields = z.infer<typeof CustomerFields>;

export const Customer = CustomerFields.extend({ id: Id, revision: Revision });
export type Customer = z.infer<typeof Customer>;

/** What a search row shows beside the name. */
export const CustomerHit = z.strictObject({
  id: Id,
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  alert: z.string(),
  visits: z.int(),
  noShows: z.int(),
  nextVisit: Instant.nullable(),
  lastVisit: Instant.nullable(),
});
export type CustomerHit = z.infer<typeof CustomerHit>;

/** One line of a customer's history, newest first. */
export const Visit = z.strictObject({
  bookingId: Id,
  /** Which occurrence of a series it was; null for a single booking. */
  originalStart: Instant.nullable(),
  start: Instant,
  serviceName: z.string(),
  staffName: z.string(),
  status: z.string(),
});
export type Visit = z.infer<typeof Visit>;
