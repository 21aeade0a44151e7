import { z } from "zod";
import { Id, Instant } from "./domain/primitives.ts";

/** What a notice leads to. */
export const NoticeTarget = z.discriminatedUnion("is", [
  z.strictObject({
    is: z.literal("booking"),
    id: Id,
    /** Which occurrence of a series, by the start that its rule gives; null for a single booking. */
    originalStart: Instant.nullable(),
  }),
  z.strictObject({ is: z.literal("schedule") }),
  z.strictObject({ is: z.literal("integrations") }),
]);
export type NoticeTarget = z.infer<typeof NoticeTarget>;

/** A notice as the open window shows it itself; it names nobody and no time. */
export const GivenNotice = z.strictObject({
  about: z.enum(["booked", "waiting", "cancelled", "arrived", "signIn"]),
  /** How many bookings it is about. */
  count: z.int().min(0),
  opens: NoticeTarget,
});
export type GivenNotice = z.infer<typeof GivenNotice>;
