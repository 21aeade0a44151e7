import { isDeepStrictEqual } from "node:util";
import type { Block } from "../../../src-shared/domain/block.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import type { BlockState } from "./block-state.ts";
import type { Stores } from "./stores.ts";

/** How one block was at a time; null if there was none. */
interface Seen {
  readonly id: Id;
  readonly state: BlockState | null;
}

interface Kept {
  readonly before: readonly Seen[];
  readonly after: readonly Seen[];
}

/** A window remembers as many steps; older ones can't be asked for. */
const LIMIT = 200;

export function stateOfBlock(stores: Stores, block: Block): BlockState {
  const zone = stores.blocks.series.zoneOf(block.id) ?? stores.theBusiness().zone;
  return { block, zone, exceptions: stores.blocks.series.exceptionsOf(block.id) };
}

function see(stores: Stores, id: Id): Seen {
  const block = stores.blocks.find(id);
  return { id, state: block === undefined ? null : stateOfBlock(stores, block) };
}

function withoutRevision(seen: readonly Seen[]) {
  return seen.map(({ id, state }) =>
    state === null ? { id } : { ...state, block: { ...state.block, revision: 0 } },
  );
}

/** Staff can't be deleted, so what a block was made of is always there to be put back. */
function put(stores: Stores, { id, state }: Seen): void {
  const now = stores.blocks.find(id);
  if (state === null) {
    stores.blocks.remove(id);
    return;
  }
  const revision = Math.max(now?.revision ?? 0, state.block.revision) + 1;
  stores.blocks.putOfDesk({ ...state.block, revision }, state.zone, state.exceptions);
}

/**
 * Remembers what blocks were before each change: a change of a series may cut it, give it other days or leave days
 * out, so no second change of the same kind undoes it. Kept while the desk runs, as is the list of steps of the windows.
 */
export function createBlockTakeBack(stores: Stores) {
  const kept = new Map<Id, Kept>();

  function keep(change: Kept): Id {
    const id = stores.ids.next();
    kept.set(id, change);
    for (const oldest of kept.keys()) if (kept.size > LIMIT) kept.delete(oldest);
    return id;
  }

  return {
    /**
     * Runs a change of the block `id`; answers with its name, by which it is taken back.
     * @param work answers with the id of a block that it made besides, or null
     */
    watching(id: Id, work: () => Id | null): Id {
      const before = see(stores, id);
      const made = work();
      if (made === null || made === id) return keep({ before: [before], after: [see(stores, id)] });
      return keep({
        before: [before, { id: made, state: null }],
        after: [see(stores, id), see(stores, made)],
      });
    },
    /**
     * Takes a change back, and answers with the name of that, by which it is done again.
     * @throws AppError STALE if one of the blocks was changed since, or the desk was started again
     */
    restore(change: Id): Id {
      const found = kept.get(change);
      if (found === undefined)
        throw new AppError("STALE", "This change is too long ago to be taken back.");
      const now = found.after.map(({ id }) => see(stores, id));
      if (!isDeepStrictEqual(withoutRevision(now), withoutRevision(found.after)))
        throw new AppError("STALE", "The block was changed since, so this can't be taken back.");
      for (const seen of found.before) put(stores, seen);
      return keep({ before: found.after, after: found.before.map(({ id }) => see(stores, id)) });
    },
  };
}
