import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { Block } from "../../../src-shared/domain/block.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { call } from "../../bridge.ts";
import { select } from "../../store/window.ts";
import { newId } from "../../ui/new-id.ts";
import { words } from "../../words/i18n.ts";
import { formatsNow } from "../labels.ts";
import { remember, sayFailure } from "./history.ts";

export type BlockFields = BridgeInput<"block.update">["fields"];

function fieldsOf({ staffIds, start, end, title }: Block): BlockFields {
  return { staffIds, start, end, title };
}

function told(fields: BlockFields): { time: string } {
  return { time: formatsNow().timeRange(fields.start, fields.end) };
}

/** Blocks come and go under new ids when they are taken back, so the id of the day is kept here. */
function createAndRemove(first: Block) {
  let block = first;
  return {
    remove: async () => {
      await call("block.remove", { id: block.id, revision: block.revision });
    },
    create: async () => {
      block = await call("block.create", { id: newId(), ...fieldsOf(first) });
    },
  };
}

/** @throws BridgeFailure: the form shows it */
export async function createBlock(fields: BlockFields): Promise<Block> {
  const block = await call("block.create", { id: newId(), ...fields });
  const ways = createAndRemove(block);
  remember({
    words: words.t("schedule.toast.blocked", told(fields)),
    undo: ways.remove,
    redo: ways.create,
  });
  return block;
}

export async function removeBlock(block: Block): Promise<void> {
  try {
    const ways = createAndRemove(block);
    await ways.remove();
    select(null);
    remember({
      words: words.t("schedule.toast.freed", told(fieldsOf(block))),
      undo: ways.create,
      redo: ways.remove,
    });
  } catch (error) {
    sayFailure(error);
  }
}

/** @throws BridgeFailure: the form shows it */
export async function saveBlock(block: Block, fields: BlockFields): Promise<Block> {
  let saved = await call("block.update", { id: block.id, revision: block.revision, fields });
  const write = async (to: BlockFields): Promise<void> => {
    saved = await call("block.update", { id: saved.id, revision: saved.revision, fields: to });
  };
  remember({
    words: words.t("schedule.toast.blockChanged", told(fields)),
    undo: () => write(fieldsOf(block)),
    redo: () => write(fields),
  });
  return saved;
}

/** Gives a block of Google's to one person, or back to everyone. */
export async function assignBlock(block: Block, staffId: Id | null): Promise<void> {
  const before = block.staffIds[0] ?? null;
  const assign = async (to: Id | null): Promise<void> => {
    await call("block.assign", { id: block.id, staffId: to });
  };
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
}
