import { z } from "zod";
import { CalendarDate, Id, Revision, ShortText, WallTime, Zone } from "./primitives.ts";

/** One stretch of opening or working time within a day, on the business's wall clock. */
export const HoursSpan = z
  .strictObject({ from: WallTime, to: WallTime })
  .refine((span) => span.from < span.to, "The end must come after the start.");
export type HoursSpan = z.infer<typeof HoursSpan>;

function spansAreApart(spans: readonly HoursSpan[]): boolean {
  const sorted = spans.toSorted((a, b) => a.from.localeCompare(b.from));
  return sorted.every((span, i) => i === 0 || (sorted[i - 1]?.to ?? "") <= span.from);
}

const DayHours = z
  .array(HoursSpan)
  .max(6)
  .refine(spansAreApart, "The hours of one day must not overlap.");

/** Hours per ISO weekday: `1` is Monday, `7` is Sunday. An empty list is a day off. */
export const WeeklyHours = z.strictObject({
  1: DayHours,
  2: DayHours,
  3: DayHours,
  4: DayHours,
  5: DayHours,
  6: DayHours,
  7: DayHours,
});
export type WeeklyHours = z.infer<typeof WeeklyHours>;

/** A span of whole days on which the business is shut; `to` is the first day that is open again. */
export const ClosedDays = z
  .strictObject({ from: CalendarDate, to: CalendarDate, name: ShortText })
  .refine((c) => c.from < c.to, "The end must come after the start.");
export type ClosedDays = z.infer<typeof ClosedDays>;

/** Days counted between two dates, and the most of a closure that comes again every year. */
const LONGEST_YEARLY = 300;

function lengthInDays({ from, to }: ClosedDays): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Closed days as the owner sets them; `yearly` ones come again on the same dates of every later year. */
export const Closure = ClosedDays.safeExtend({ yearly: z.boolean() }).refine(
  (c) => !c.yearly || lengthInDays(c) <= LONGEST_YEARLY,
  `What comes again every year lasts at most ${LONGEST_YEARLY} days.`,
);
export type Closure = z.infer<typeof Closure>;

/** The twelve service tints of the look; each has a nearest event colour in Google (see `eventColourOf`). */
export const TINTS = [
  "rose",
  "brick",
  "apricot",
  "straw",
  "moss",
  "sage",
  "lagoon",
  "sky",
  "blue",
  "iris",
  "plum",
  "stone",
] as const;
export const Tint = z.enum(TINTS);
export type Tint = z.infer<typeof Tint>;

export const BusinessFields = z.strictObject({
  name: ShortText.min(1, "The business needs a name."),
  zone: Zone,
  /** ISO 4217, `EUR`. */
  currency: z.string().regex(/^[A-Z]{3}$/, "A currency is written like EUR."),
  /** BCP 47, decides how times, dates and money are written; not which words are used. */
  locale: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, "A locale is written like en-GB."),
  /** ISO weekday that a week begins with. */
  weekStart: z.union([z.literal(1), z.literal(6), z.literal(7)]),
  /** Steps that times snap to on the grid, in minutes. */
  slotMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(30)]),
  hours: WeeklyHours,
  closures: z.array(Closure).max(400),
});
export type BusinessFields = z.infer<typeof BusinessFields>;

export const Business = BusinessFields.extend({ id: Id, revision: Revision });
export type Business = z.infer<typeof Business>;

export const StaffFields = z.strictObject({
  name: ShortText.min(1, "A staff member needs a name."),
  /** Working hours, or null to work whenever the business is open. */
  hours: WeeklyHours.nullable(),
  /** Place among the columns of the schedule, from the left, starting at 0. */
  position: z.int().min(0).max(10_000),
  /** Archived staff keep their bookings but get no column and no new ones. */
  active: z.boolean(),
});
export type StaffFields = z.infer<typeof StaffFields>;
export const Staff = StaffFields.extend({ id: Id, revision: Revision });
export type Staff = z.infer<typeof Staff>;

export const ServiceFields = z.strictObject({
  name: ShortText.min(1, "A service needs a name."),
  durationMinutes: z.int().min(5, "A service lasts at least 5 minutes.").max(720),
  tint: Tint,
  priceMinor: z.int().min(0).max(100_000_000),
  /** Offered to customers online. */
  online: z.boolean(),
  /** Archived services stay on their bookings but can't be chosen any more. */
  active: z.boolean(),
  position: z.int().min(0).max(10_000),
  /** Who does it; empty means everybody. */
  staffIds: z.array(Id).max(500),
});
export type ServiceFields = z.infer<typeof ServiceFields>;
export const Service = ServiceFields.extend({ id: Id, revision: Revision });
export type Service = z.infer<typeof Service>;
