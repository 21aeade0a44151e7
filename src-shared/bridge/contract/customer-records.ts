import { z } from "zod";
import { Customer, CustomerFields } from "../../domain/customer.ts";
import { CustomerRecord } from "../../domain/customer-record.ts";
import { Id, Revision } from "../../domain/primitives.ts";
import { channel } from "./define.ts";

const Seen = z.strictObject({ id: Id, revision: Revision });

/** What the question before a person's data is deleted tells. */
export const ErasePreview = z.strictObject({
  bookings: z.int(),
  /** Bookings, and series with occurrences, that are still to come. */
  ahead: z.int(),
  /** Events in the connected calendar that carry the name. */
  events: z.int(),
  waiting: z.int(),
  /** There is an account for online booking, which only the person can delete. */
  booksOnline: z.boolean(),
});
export type ErasePreview = z.infer<typeof ErasePreview>;

export const customerRecordChannels = {
  "customer.merge": channel(
    "Makes one card of two: bookings, waitlist and the ways of signing in go to the one that is kept.",
    z
      .strictObject({ keep: Seen, drop: Seen, fields: CustomerFields })
      .refine(({ keep, drop }) => keep.id !== drop.id, {
        path: ["drop"],
        message: "A card can't be merged with itself.",
      }),
    Customer,
    ["STALE", "NOT_FOUND"],
  ),
  "customer.record": channel(
    "Everything that is kept about one customer, and about nobody else.",
    z.strictObject({ id: Id }),
    CustomerRecord,
    ["NOT_FOUND"],
  ),
  "customer.erasePreview": channel(
    "What deleting a customer's data would change.",
    z.strictObject({ id: Id }),
    ErasePreview,
    ["NOT_FOUND"],
  ),
  "customer.erase": channel(
    "Deletes a customer's data for good. Bookings stay without a name and notes; their events follow.",
    z.strictObject({ id: Id, revision: Revision, ahead: z.enum(["cancel", "keep"]) }),
    z.strictObject({ bookings: z.int(), cancelled: z.int() }),
    ["STALE", "NOT_FOUND"],
  ),
} as const;
