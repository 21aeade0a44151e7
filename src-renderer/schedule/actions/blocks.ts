import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { Scope } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Block } from "../../../src-shared/domain/block.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { asFailure, call } from "../../bridge.ts";
import { select } from "../../store/window.ts";
import { newId } from "../../ui/new-id.ts";
import { words } from "../../words/i18n.ts";
import { formatsNow } from "../labels.ts";
import { ChangedMeanwhile, remember, sayFailure } from "./history.ts";
import { askScope } from "./scope-question.ts";
import { inTurn, latestBlock } from "./turns.ts";

export type BlockFields = BridgeInput<"block.update">["fields"];

export function fieldsOf({ staffIds, start, end, title, allDay, rrule }: Block): BlockFields {
  return { staffIds, start, end, title, allDay, rrule };
}

/** `12:00–13:00`, or the days of a block of whole days. */
function told({ start, end, allDay }: BlockFields): { time: string } {
  const formats = formatsNow();
  if (allDay === null || allDay === undefined) return { time: formats.timeRange(start, end) };
  return { time: formats.dayAndMonth(allDay.from) };
}

/** What was done can be taken back and done again by the name of the last change, whatever it did to a series. */
function rememberChange(text: string, first: Id): void {
  let change = first;
  const takeBack = async (): Promise<void> => {
    try {
      change = (await call("block.takeBack", { change })).change;
    } catch (error) {
      throw asFailure(error).code === "STALE" ? new ChangedMeanwhile() : error;
    }
  };
  remember({ words: text, undo: takeBack, redo: takeBack });
}

/** @throws BridgeFailure: the form shows it */
export function createBlock(fields: BlockFields): Promise<Block> {
  return inTurn(async () => {
    const { block, change } = await call("block.create", { id: newId(), ...fields });
    rememberChange(words.t("schedule.toast.blocked", told(fields)), change);
    return block;
  });
}

/** Of a series it asks first what is meant. */
export function removeBlock(block: Block): Promise<void> {
  return inTurn(async () => {
    const scope = await askScope({
      about: { is: "block", block },
      what: "remove",
      moved: null,
      oneAllowed: true,
    });
    if (scope === undefined) return;
    try {
      const { id, revision } = latestBlock(block);
      const { change } = await call("block.remove", { id, revision, scope });
      select(null);
      rememberChange(words.t("schedule.toast.freed", told(fieldsOf(block))), change);
    } catch (error) {
      sayFailure(error);
    }
  });
}

type Row = Pick<Block, "id" | "revision">;

async function send({ id, revision }: Row, fields: BlockFields, scope: Scope): Promise<Block> {
  const saved = await call("block.update", { id, revision, fields, scope });
  rememberChange(words.t("schedule.toast.blockChanged", told(fields)), saved.change);
  return saved.block;
}

/** @throws BridgeFailure */
export function sendBlock(block: Block, fields: BlockFields, scope: Scope): Promise<Block> {
  return send(latestBlock(block), fields, scope);
}

/**
 * Saves the form; of a series it asks first what is meant. Null if that was called off.
 * @throws BridgeFailure: the form shows it
 */
export function saveBlock(block: Block, fields: BlockFields): Promise<Block | null> {
  return inTurn(async () => {
    const scope = await askScope({
      about: { is: "block", block },
      what: "change",
      moved: null,
      // One occurrence can't differ in how the block repeats.
      oneAllowed: fields.rrule === block.rrule,
    });
    return scope === undefined ? null : sendBlock(block, fields, scope);
  });
}

/**
 * Makes whole days off, or changes them over the revision that was seen.
 * @throws BridgeFailure, `STALE` if somebody changed them meanwhile
 */
export function saveDaysOff(seen: Row | null, fields: BlockFields): Promise<Block> {
  return seen === null ? createBlock(fields) : inTurn(() => send(seen, fields, null));
}

/** Gives a block of Google's to one person, or back to everyone. */
export function assignBlock(block: Block, staffId: Id | null): Promise<void> {
  const before = block.staffIds[0] ?? null;
  const assign = async (to: Id | null): Promise<void> => {
    await call("block.assign", { id: block.id, staffId: to });
  };
  return inTurn(async () => {
    try {
      await assign(staffId);
      remember({
        words: words.t("schedule.toast.assigned"),
        undo: () => assign(before),
        redo: () => assign(staffId),
      });
    } catch (error) {
      sayFailure(error);
    }
  });
}
