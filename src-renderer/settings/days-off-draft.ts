import { z } from "zod";
import type { Block } from "../../src-shared/domain/block.ts";
import { type Id, ShortText, type Zone } from "../../src-shared/domain/primitives.ts";
import type { BlockFields } from "../schedule/actions/blocks.ts";
import { blockFields } from "../schedule/draft/block-values.ts";
import { addDays } from "../../src-shared/time/zones.ts";
import { type DaysMessages, draftOfDays, readDays, sayFault, TypedDays } from "./closures-draft.ts";

/** Whose days they are: one person and maybe more, or everyone. */
const Who = z.object({ staffId: z.string(), others: z.array(z.string()), everyone: z.boolean() });

/** Reads whole days off as typed: what the desk blocks. */
export function daysOffSchema(zone: Zone, messages: DaysMessages) {
  return z
    .object({ ...TypedDays, name: ShortText, who: Who })
    .transform(({ name, who, ...typed }, context): BlockFields => {
      const days = readDays(typed);
      if (typeof days === "string") {
        sayFault(days, messages, context);
        return z.NEVER;
      }
      const lastDay = addDays(days.to, -1);
      const rest = { start: 0, end: 0, repeat: null };
      return blockFields({ ...rest, ...who, title: name, date: days.from, lastDay }, zone);
    });
}

export type TypedDaysOff = z.input<ReturnType<typeof daysOffSchema>>;

/** @param anybody stands in the form of new ones, and of those for everyone */
export function typedDaysOff(block: Block | null, anybody: Id): TypedDaysOff {
  const [staffId = anybody, ...others] = block?.staffIds ?? [];
  const days = block?.allDay;
  return {
    ...(days ? draftOfDays(days) : { first: null, last: null }),
    name: block?.title ?? "",
    who: { staffId, others, everyone: block !== null && block.staffIds.length === 0 },
  };
}
