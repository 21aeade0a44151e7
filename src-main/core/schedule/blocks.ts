import type { BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import type { Block } from "../../../src-shared/domain/block.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { mustBeCurrent, mustExist } from "../store/revision.ts";
import { assertStaffExist, choosableStaff } from "./choices.ts";
import { assertPlausible, badInput } from "./limits.ts";
import { changeSchedule } from "./save-booking.ts";
import type { Stores } from "./stores.ts";

type Fields = BridgeParsed<"block.update">["fields"];

function checked(stores: Stores, { staffIds, start, end, title }: Fields): Fields {
  assertPlausible("start", start);
  assertPlausible("end", end);
  if (end <= start) throw badInput("end", "The end has to come after the start.");
  assertStaffExist(stores, staffIds);
  return { staffIds, start, end, title };
}

/** Google's blocks are changed in Google. */
function assertOfDesk(block: Block): void {
  if (block.source === "google")
    throw new AppError("NOT_ALLOWED", "This time is blocked by Google Calendar; change it there.");
}

function create(stores: Stores, { id, ...fields }: BridgeParsed<"block.create">): Block {
  const known = stores.blocks.find(id);
  if (known !== undefined) return known;
  stores.blocks.putOfDesk({
    ...checked(stores, fields),
    id,
    revision: 1,
    source: "desk",
    allDay: null,
  });
  return mustExist(stores.blocks.find(id), "block");
}

function update(stores: Stores, { id, revision, fields }: BridgeParsed<"block.update">): Block {
  const before = mustExist(stores.blocks.find(id), "block");
  assertOfDesk(before);
  mustBeCurrent(before, revision, "block");
  const timed = { ...before, ...checked(stores, fields), revision: revision + 1, allDay: null };
  stores.blocks.putOfDesk(timed);
  return mustExist(stores.blocks.find(id), "block");
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

export function blockHandlers(
  stores: Stores,
): Pick<Handlers, "block.create" | "block.update" | "block.remove" | "block.assign"> {
  return {
    "block.create": (input) => changeSchedule(stores, "block.create", () => create(stores, input)),
    "block.update": (input) => changeSchedule(stores, "block.update", () => update(stores, input)),
    "block.remove": ({ id, revision }) =>
      changeSchedule(stores, "block.remove", () => {
        const block = mustExist(stores.blocks.find(id), "block");
        assertOfDesk(block);
        mustBeCurrent(block, revision, "block");
        stores.blocks.remove(id);
        return {};
      }),
    "block.assign": (input) => changeSchedule(stores, "block.assign", () => assign(stores, input)),
  };
}
