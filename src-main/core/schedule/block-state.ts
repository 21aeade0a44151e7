import type { Block } from "../../../src-shared/domain/block.ts";
import type { Id, Instant, Zone } from "../../../src-shared/domain/primitives.ts";
import { parseDeskRule } from "../../../src-shared/time/recurrence/desk-rule.ts";
import { ruleTimeOf, wallAt } from "../../../src-shared/time/recurrence/moments.ts";
import { moveSeries } from "../../../src-shared/time/recurrence/move.ts";
import { remainingRule, untilBefore } from "../../../src-shared/time/recurrence/split.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { ruleOccurrenceAt, seriesOf } from "../store/occurrences.ts";
import type { RuleOccurrence } from "../store/occurrences.ts";
import { badInput } from "./limits.ts";
import { deskRule } from "./series-rule.ts";

/** A block as it is stored, with the occurrences that it leaves out; pure steps from one to the next. */
export interface BlockState {
  readonly block: Block;
  readonly zone: Zone;
  readonly exceptions: readonly Instant[];
}

/** What of a block can be changed. */
export type BlockFields = Pick<Block, "staffIds" | "start" | "end" | "title" | "allDay" | "rrule">;

/** The occurrence with that name; undefined if the series has none, or leaves it out. */
export function occurrenceIn(
  { block, zone, exceptions }: BlockState,
  originalStart: Instant,
): RuleOccurrence | undefined {
  return exceptions.includes(originalStart)
    ? undefined
    : ruleOccurrenceAt({ ...block, zone }, originalStart);
}

/** Without one occurrence. */
export function without(state: BlockState, originalStart: Instant): BlockState {
  return { ...state, exceptions: [...state.exceptions, originalStart] };
}

/** Ended just before an occurrence that is not the first. */
export function endedBefore(state: BlockState, originalStart: Instant): BlockState {
  const { block, zone, exceptions } = state;
  return {
    ...state,
    block: { ...block, rrule: untilBefore(block.rrule ?? "", originalStart, zone) },
    exceptions: exceptions.filter((name) => name < originalStart),
  };
}

/** From an occurrence on, as a block of its own. */
export function tailFrom(state: BlockState, { originalStart, start, end }: RuleOccurrence, id: Id) {
  const { block, zone, exceptions } = state;
  const rrule = remainingRule(block.rrule ?? "", seriesOf({ ...block, zone }), originalStart);
  return {
    zone,
    block: { ...block, id, start, end, rrule, revision: 0 },
    exceptions: exceptions.filter((name) => name >= originalStart),
  } satisfies BlockState;
}

/** The names of the left-out occurrences, moved by as much on the wall's clock as the series. */
function moved(state: BlockState, from: Instant, to: Instant): Instant[] {
  const by = wallAt(toMs(to), state.zone) - wallAt(toMs(from), state.zone);
  return state.exceptions.map((name) =>
    toInstant(ruleTimeOf(wallAt(toMs(name), state.zone) + by, state.zone).original),
  );
}

/** Whether two rules are the same in the one way that the desk writes them. */
export function sameRule(one: string | null, other: string | null): boolean {
  const [a, b] = [one, other].map((rule) => {
    const parsed = rule === null ? null : parseDeskRule(rule);
    return parsed?.ok === true ? parsed.rule : rule;
  });
  return a === b;
}

/** A rule that a form sends back as it was follows the block to other days; another one is taken as it is. */
function ruleAfter(
  { block, zone }: BlockState,
  at: RuleOccurrence,
  fields: BlockFields,
): { readonly start: Instant; readonly rrule: string | null } {
  const { start, rrule } = fields;
  if (rrule === null || block.rrule === null) {
    const made = rrule === null ? null : deskRule("fields.rrule", rrule, { start, zone });
    return { start, rrule: made };
  }
  const series = { start: block.start, zone, rule: block.rrule };
  const follows = moveSeries(series, at.originalStart, start);
  if (follows === null)
    throw badInput("fields.start", "The repetition can't follow there: choose this one alone.");
  if (sameRule(rrule, block.rrule)) return { start: follows.start, rrule: follows.rule };
  return {
    start: follows.start,
    rrule: deskRule("fields.rrule", rrule, { start: follows.start, zone }),
  };
}

/**
 * The whole block, or series, with the fields as one of its occurrences is to have them.
 * @param at the occurrence they were typed for
 * @throws AppError BAD_INPUT for a rule that the desk doesn't offer, or that can't follow to the new time
 */
export function withFields(state: BlockState, at: RuleOccurrence, fields: BlockFields): BlockState {
  const { start, rrule } = ruleAfter(state, at, fields);
  const end = toInstant(toMs(start) + toMs(fields.end) - toMs(fields.start));
  const block = { ...state.block, ...fields, start, end, rrule };
  const names = rrule === null ? [] : moved(state, at.start, fields.start);
  const after = { ...state, block };
  const kept = names.filter((name) => ruleOccurrenceAt({ ...block, zone: state.zone }, name));
  return { ...after, exceptions: kept };
}
