import type { BridgeOutput, BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import type { Scope } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Block } from "../../../src-shared/domain/block.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { spanOfDays, toInstant } from "../../../src-shared/time/zones.ts";
import type { RuleOccurrence } from "../store/occurrences.ts";
import { mustBeCurrent, mustExist } from "../store/revision.ts";
import type { BlockFields, BlockState } from "./block-state.ts";
import {
  endedBefore,
  occurrenceIn,
  sameRule,
  tailFrom,
  withFields,
  without,
} from "./block-state.ts";
import { createBlockTakeBack, stateOfBlock } from "./block-take-back.ts";
import { assertStaffExist, choosableStaff } from "./choices.ts";
import { assertPlausible, badInput } from "./limits.ts";
import { changeSchedule } from "./save-booking.ts";
import type { Stores } from "./stores.ts";

type Typed = BridgeParsed<"block.update">["fields"];

/** Whole days begin and end by the clock of the business, whatever the form made of them. */
function checked(stores: Stores, { allDay, rrule, ...fields }: Typed): BlockFields {
  assertPlausible("start", fields.start);
  assertPlausible("end", fields.end);
  assertStaffExist(stores, fields.staffIds);
  if (allDay === null) {
    if (fields.end <= fields.start) throw badInput("end", "The end has to come after the start.");
    return { ...fields, allDay, rrule };
  }
  if (allDay.to <= allDay.from)
    throw badInput("allDay", "The last day has to come after the first.");
  if (rrule !== null) throw badInput("rrule", "Whole days don't repeat; choose hours.");
  const { start, end } = spanOfDays(allDay.from, allDay.to, stores.theBusiness().zone);
  return { ...fields, start: toInstant(start), end: toInstant(end), allDay, rrule };
}

/** Google's blocks are changed in Google. */
function ofDesk(stores: Stores, id: Id, revision: number): Block {
  const block = mustExist(stores.blocks.find(id), "block");
  if (block.source === "google")
    throw new AppError("NOT_ALLOWED", "This time is blocked by Google Calendar; change it there.");
  mustBeCurrent(block, revision, "block");
  return block;
}

function save(stores: Stores, { block, zone, exceptions }: BlockState): void {
  stores.blocks.putOfDesk({ ...block, revision: block.revision + 1 }, zone, exceptions);
}

/** What is meant: a single block, one occurrence, the series from it on, or all of it. */
interface Meant {
  readonly is: "single" | "one" | "following" | "all";
  readonly at: RuleOccurrence;
}

function meant({ block, ...rest }: BlockState, scope: Scope): Meant {
  if (block.rrule === null) {
    const { start, end } = block;
    return { is: "single", at: { originalStart: start, start, end } };
  }
  if (scope === null)
    throw badInput(
      "scope",
      "Say which occurrences are meant: this one, this and following, or all.",
    );
  const at = mustExist(occurrenceIn({ block, ...rest }, scope.originalStart), "occurrence");
  const isFirst = at.start === block.start;
  return { is: scope.is === "following" && isFirst ? "all" : scope.is, at };
}

/** Answers with the id of the block that is another one since, or null. */
function change(
  stores: Stores,
  state: BlockState,
  { is, at }: Meant,
  fields: BlockFields,
): Id | null {
  if (is === "single" || is === "all") {
    save(stores, withFields(state, at, fields));
    return null;
  }
  const id = stores.ids.next();
  if (is === "one") {
    save(stores, without(state, at.originalStart));
    const block = { ...state.block, ...fields, id, rrule: null, revision: 0 };
    save(stores, { block, zone: state.zone, exceptions: [] });
    return id;
  }
  const tail = tailFrom(state, at, id);
  // A rule that was sent back as it was means the rest of it.
  const rrule = sameRule(fields.rrule, state.block.rrule) ? tail.block.rrule : fields.rrule;
  const first = { originalStart: at.start, start: at.start, end: at.end };
  save(stores, endedBefore(state, at.originalStart));
  save(stores, withFields(tail, first, { ...fields, rrule }));
  return id;
}

function remove(stores: Stores, state: BlockState, { is, at }: Meant): null {
  if (is === "single" || is === "all") stores.blocks.remove(state.block.id);
  else if (is === "one") save(stores, without(state, at.originalStart));
  else save(stores, endedBefore(state, at.originalStart));
  return null;
}

function assign(stores: Stores, { id, staffId }: BridgeParsed<"block.assign">): Block {
  const block = mustExist(stores.blocks.find(id), "block");
  const origin = mustExist(stores.blocks.originOf(id), "block");
  if (block.source === "desk" || origin.calendarKey === null || origin.remoteEventId === null)
    throw new AppError(
      "NOT_ALLOWED",
      "Only a block from Google Calendar can be given to somebody.",
    );
  if (staffId !== null) choosableStaff(stores, staffId);
  stores.blocks.assign(origin.calendarKey, origin.remoteEventId, staffId);
  return mustExist(stores.blocks.find(id), "block");
}

function make(stores: Stores, id: Id, typed: Typed): null {
  if (stores.blocks.find(id) !== undefined) return null;
  const fields = checked(stores, typed);
  const { zone } = stores.theBusiness();
  const { start, end } = fields;
  const block: Block = { ...fields, id, revision: 0, source: "desk", originalStart: null };
  const state = { block: { ...block, rrule: null }, zone, exceptions: [] };
  save(stores, withFields(state, { originalStart: start, start, end }, fields));
  return null;
}

type BlockChannel =
  | "block.create"
  | "block.update"
  | "block.remove"
  | "block.takeBack"
  | "block.assign"
  | "block.daysOff";

export function blockHandlers(stores: Stores): Pick<Handlers, BlockChannel> {
  const takeBack = createBlockTakeBack(stores);
  const shown = (id: Id, name: Id): BridgeOutput<"block.update"> => {
    const block = mustExist(stores.blocks.find(id), "block");
    return { change: name, block: { ...block, originalStart: block.rrule && block.start } };
  };
  return {
    "block.create": ({ id, ...typed }) =>
      changeSchedule(stores, "block.create", () =>
        shown(
          id,
          takeBack.watching(id, () => make(stores, id, typed)),
        ),
      ),
    "block.update": ({ id, revision, scope, fields }) =>
      changeSchedule(stores, "block.update", () => {
        const state = stateOfBlock(stores, ofDesk(stores, id, revision));
        let made: Id | null = null;
        const name = takeBack.watching(id, () => {
          made = change(stores, state, meant(state, scope), checked(stores, fields));
          return made;
        });
        return shown(made ?? id, name);
      }),
    "block.remove": ({ id, revision, scope }) =>
      changeSchedule(stores, "block.remove", () => {
        const state = stateOfBlock(stores, ofDesk(stores, id, revision));
        return { change: takeBack.watching(id, () => remove(stores, state, meant(state, scope))) };
      }),
    "block.takeBack": ({ change: name }) =>
      changeSchedule(stores, "block.takeBack", () => ({ change: takeBack.restore(name) })),
    "block.assign": (input) => changeSchedule(stores, "block.assign", () => assign(stores, input)),
    "block.daysOff": () => stores.blocks.wholeDays(toInstant(stores.clock.now())),
  };
}
