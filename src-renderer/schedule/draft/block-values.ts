import type { Block } from "../../../src-shared/domain/block.ts";
import type { Zone } from "../../../src-shared/domain/primitives.ts";
import {
  addDays,
  DAY_MINUTES,
  instantOfWall,
  spanOfDays,
  toInstant,
  toMs,
  wallClockAt,
} from "../../../src-shared/time/zones.ts";
import type { Draft } from "../../store/window.ts";
import type { BlockFields } from "../actions/blocks.ts";
import { placementIn, repeatChoice, ruleIn, type TimeTrouble } from "./values.ts";

/** What a block's form holds. */
export type BlockValues = Pick<
  Draft,
  "date" | "staffId" | "start" | "end" | "title" | "everyone" | "others" | "lastDay" | "repeat"
>;

/** What is wrong with the times, if anything is. */
export function blockTrouble(values: BlockValues, zone: Zone): TimeTrouble | "lastDayWrong" | null {
  if (values.lastDay !== null) return values.lastDay < values.date ? "lastDayWrong" : null;
  const found = placementIn(values, zone);
  return typeof found === "string" ? found : null;
}

/** What the desk is asked for. The times must have no trouble. */
export function blockFields(values: BlockValues, zone: Zone): BlockFields {
  const { date, start, end, lastDay, title } = values;
  const staffIds = values.everyone ? [] : [values.staffId, ...values.others];
  if (lastDay === null)
    return {
      staffIds,
      title: title.trim(),
      start: toInstant(instantOfWall(date, start, zone)),
      end: toInstant(instantOfWall(date, end, zone)),
      allDay: null,
      rrule: ruleIn(values, zone),
    };
  const allDay = { from: date, to: addDays(lastDay, 1) };
  const days = spanOfDays(allDay.from, allDay.to, zone);
  const [first, last] = [toInstant(days.start), toInstant(days.end)];
  return { staffIds, title: title.trim(), start: first, end: last, allDay, rrule: null };
}

/** The rule of a block that is changed: nobody who leaves the repetition alone changes it by going to another day. */
export function ruleOfChange(block: Block, first: BlockValues, now: BlockValues, zone: Zone) {
  const untouched = JSON.stringify(now.repeat) === JSON.stringify(first.repeat);
  return untouched && now.lastDay === null ? block.rrule : blockFields(now, zone).rrule;
}

/**
 * What the form of a block begins with.
 * @param anybody stands in the form if the block is for everyone
 */
export function valuesOfBlock(block: Block, zone: Zone, anybody: string): BlockValues {
  const start = wallClockAt(toMs(block.start), zone);
  const end = wallClockAt(toMs(block.end), zone);
  const [staffId = anybody, ...others] = block.staffIds;
  const { allDay } = block;
  return {
    date: allDay?.from ?? start.date,
    staffId,
    others,
    start: start.minutes,
    end: end.date === start.date ? end.minutes : DAY_MINUTES,
    title: block.title,
    everyone: block.staffIds.length === 0,
    lastDay: allDay === null ? null : addDays(allDay.to, -1),
    repeat: repeatChoice(block.rrule, start.date, zone),
  };
}
