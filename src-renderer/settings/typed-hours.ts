import { z } from "zod";
import { type HoursDraft, readHours } from "./hours-draft.ts";

/** Reads a week as typed. What is wrong is told at its stretch by the editor, so the issue carries no words. */
export const TypedHours = z.custom<HoursDraft>().transform((draft, context) => {
  const read = readHours(draft);
  if (read.ok) return read.hours;
  context.addIssue({ code: "custom", message: "" });
  return z.NEVER;
});

/** The hours of somebody who works here: as the business, or own ones. Own ones are read only when they count. */
export const TypedStaffHours = z
  .custom<{ readonly own: boolean; readonly week: HoursDraft }>()
  .transform(({ own, week }, context) => {
    if (!own) return null;
    const read = readHours(week);
    if (read.ok) return read.hours;
    context.addIssue({ code: "custom", message: "" });
    return z.NEVER;
  });
