import type { Instant, Zone } from "../../../src-shared/domain/primitives.ts";
import { parseDeskRule } from "../../../src-shared/time/recurrence/desk-rule.ts";
import type { DeskRuleProblem } from "../../../src-shared/time/recurrence/desk-rule.ts";
import { firstOfRule } from "../../../src-shared/time/recurrence/move.ts";
import { dateAt, toMs } from "../../../src-shared/time/zones.ts";
import { badInput } from "./limits.ts";

const PROBLEMS: Readonly<Record<DeskRuleProblem, string>> = {
  unreadable: "This is not a repetition.",
  unsupported: "The desk doesn't offer this kind of repetition.",
  intervalOutOfRange: "A booking repeats at most every 99 days, weeks, months or years.",
  countOutOfRange: "A booking repeats at most 730 times.",
  twoEnds: "A repetition ends after a number of times or on a date, not both.",
};

/** From when on a series is reckoned. */
interface First {
  readonly start: Instant;
  readonly zone: Zone;
}

/**
 * A repetition as it is stored: in the one way the desk writes it, beginning with the booking itself.
 * @param field of the input that is told of a mistake
 * @throws AppError BAD_INPUT if the desk doesn't offer it, or if its first time isn't `start`
 */
export function deskRule(field: string, value: string, { start, zone }: First): string {
  const parsed = parseDeskRule(value);
  if (!parsed.ok) throw badInput(field, PROBLEMS[parsed.problem]);
  const first = firstOfRule({ start, zone, rule: parsed.rule });
  if (first === null) throw badInput(field, "The repetition never happens.");
  if (first !== start)
    throw badInput(
      field,
      `The repetition begins on ${dateAt(toMs(first), zone)}, not on the day of the booking, ${dateAt(toMs(start), zone)}.`,
    );
  return parsed.rule;
}
