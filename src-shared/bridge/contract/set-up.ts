import { z } from "zod";
import {
  Business,
  BusinessFields,
  ServiceFields,
  StaffFields,
  Tint,
} from "../../domain/business.ts";
import { Revision } from "../../domain/primitives.ts";
import { channel } from "./define.ts";

const Nothing = z.strictObject({});
const Typed = z.string().max(200);

const TypedDay = z.strictObject({
  open: z.boolean(),
  spans: z.array(z.strictObject({ from: Typed, to: Typed })).max(6),
});

/** What the three steps hold while they are typed: text that need not be right yet. */
export const SetUpDraft = z.strictObject({
  step: z.enum(["place", "people", "services"]),
  name: Typed,
  zone: Typed,
  currency: Typed,
  locale: Typed,
  weekStart: BusinessFields.shape.weekStart,
  hours: z.strictObject({
    1: TypedDay,
    2: TypedDay,
    3: TypedDay,
    4: TypedDay,
    5: TypedDay,
    6: TypedDay,
    7: TypedDay,
  }),
  staff: z.array(Typed).max(50),
  services: z
    .array(z.strictObject({ name: Typed, duration: Typed, price: Typed, tint: Tint }))
    .max(100),
});
export type SetUpDraft = z.infer<typeof SetUpDraft>;

export const SetUp = z.strictObject({
  /** Of the business that was seen. */
  revision: Revision,
  business: BusinessFields.pick({
    name: true,
    zone: true,
    currency: true,
    locale: true,
    weekStart: true,
    hours: true,
  }),
  staff: z.array(StaffFields.shape.name).min(1).max(50),
  services: z
    .array(ServiceFields.pick({ name: true, durationMinutes: true, priceMinor: true, tint: true }))
    .min(1)
    .max(100),
});

export const setUpChannels = {
  "setUp.draft": channel(
    "What was typed into the first run so far; null before anything was.",
    Nothing,
    SetUpDraft.nullable(),
  ),
  "setUp.keep": channel(
    "Keeps what is typed into the first run, so that closing the window loses nothing.",
    z.strictObject({ draft: SetUpDraft }),
    Nothing,
  ),
  "setUp.finish": channel(
    "Ends the first run: business, staff and services in one step, or nothing of it. `STALE` if there are staff already.",
    SetUp,
    Business,
    ["STALE", "NOT_FOUND"],
  ),
  "setUp.practise": channel(
    "Fills a desk that nobody has set up with a practice salon around today. `STALE` if there are staff already.",
    z.strictObject({ revision: Revision }),
    Business,
    ["STALE", "NOT_FOUND", "ALREADY_CONNECTED"],
  ),
  "setUp.startOver": channel(
    "Clears a practice salon away, after a backup; the first run comes next. `NOT_ALLOWED` for any other business.",
    Nothing,
    Business,
    ["NOT_ALLOWED", "NOT_FOUND"],
  ),
} as const;
