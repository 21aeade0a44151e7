import type { Block } from "../../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Scope } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { asFailure } from "../../bridge.ts";
import { type BookingKey, keyOf, keyOfBlock } from "../../store/booking-key.ts";
import { putBlock, putBooking, seenBlock, seenBooking, takeOff } from "../../store/schedule.ts";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/i18n.ts";
import { keyOfStanding, type Standing, staffAfter, timesOf } from "../grid/standing.ts";
import { formatsNow } from "../labels.ts";
import { fieldsOf, sendBlock } from "./blocks.ts";
import { customerLabel, type Placement, placementOf, refused, whenAndWho } from "./bookings.ts";
import { changeIf, follow, type How, isOfSeries, rememberSeries, sendChange } from "./changing.ts";
import { remember, sayFailure } from "./history.ts";
import { mailAbout } from "./mail-offer.ts";
import { freedBy } from "./offers.ts";
import { askScope } from "./scope-question.ts";
import { forgetBlock, inTurn, latestBlock, latestOf, settleBlock } from "./turns.ts";

const MINUTE_MS = 60_000;

/** Where a move leads from where something stands when its turn comes, not from where it stood at the key press. */
export type Move = (from: Placement) => Placement;

interface MoveHow {
  /** With something in the way, a booking is moved only so; else a toast offers that. */
  readonly anyway: boolean;
  /** In whose column it was taken: a block can stand in several. */
  readonly staffId: Id;
}

/**
 * Moves or resizes what stands on the grid; shown at once, and back again if the desk refuses. Of a series it asks
 * what is meant.
 * @returns what it is called then, for who follows it with the focus
 */
export function moveStanding(what: Standing, move: Move, how: MoveHow): Promise<BookingKey> {
  return inTurn(async () => {
    const now = latest(what);
    const from = placementIn(now, how.staffId);
    const to = move(from);
    const moved = placed(now, from.staffId, to);
    if (sameStanding(now, moved)) return keyOfStanding(now);
    // What the desk has is shown again if it refuses, and that may be newer than what was taken, or gone.
    const before = seenStanding(now);
    const putBack = (): void => (before === null ? takeOff(keyOfStanding(now)) : put(before));
    put(moved);
    const scope = await askScope({ about: now, what: "move", moved, oneAllowed: true });
    if (scope === undefined) {
      putBack();
      return keyOfStanding(now);
    }
    if (now.is === "block") return moveBlock(now.block, moved, scope, putBack);
    // What was in the way of the one that was dragged was seen; what is in the way of the others was not.
    const anyway = how.anyway && !isOfSeries(scope);
    return moveIn(now.booking, to, { scope, anyway }, putBack);
  });
}

function latest(what: Standing): Standing {
  const led: Standing =
    what.is === "booking"
      ? { is: "booking", booking: latestOf(what.booking) }
      : { is: "block", block: latestBlock(what.block) };
  const seen = seenStanding(led);
  // A drag lasts: what else was changed of it meanwhile is no reason to refuse the move, another place is.
  return seen !== null && sameStanding(seen, led) && revisionOf(seen) > revisionOf(led)
    ? seen
    : led;
}

function revisionOf(what: Standing): number {
  return what.is === "booking" ? what.booking.revision : what.block.revision;
}

/** As the schedule shows it now. */
function seenStanding(what: Standing): Standing | null {
  if (what.is === "booking") {
    const booking = seenBooking(keyOf(what.booking));
    return booking === undefined ? null : { is: "booking", booking };
  }
  const block = seenBlock(keyOfBlock(what.block));
  return block === undefined ? null : { is: "block", block };
}

/** For whom it stands; none for everyone. */
function staffOf(what: Standing): readonly Id[] {
  return what.is === "booking" ? [what.booking.staffId] : what.block.staffIds;
}

/** @param taken whose column it was taken from; keys come faster than what they move */
function placementIn(what: Standing, taken: Id): Placement {
  const { start, end } = timesOf(what);
  const ids = staffOf(what);
  const staffId = ids.includes(taken) ? taken : (ids[0] ?? taken);
  return { staffId, start, durationMinutes: (toMs(end) - toMs(start)) / MINUTE_MS };
}

function sameStanding(a: Standing, b: Standing): boolean {
  const [one, other] = [timesOf(a), timesOf(b)];
  const ids = staffOf(b);
  return (
    one.start === other.start &&
    one.end === other.end &&
    staffOf(a).every((id, i) => id === ids[i]) &&
    staffOf(a).length === ids.length
  );
}

function samePlace(a: Placement, b: Placement): boolean {
  return a.staffId === b.staffId && a.start === b.start && a.durationMinutes === b.durationMinutes;
}

/** As it would be at another place. */
function placed(
  what: Standing,
  from: Id,
  { staffId, start, durationMinutes }: Placement,
): Standing {
  const times = { start, end: toInstant(toMs(start) + durationMinutes * MINUTE_MS) };
  if (what.is === "booking")
    return { is: "booking", booking: { ...what.booking, ...times, staffId } };
  const staffIds = [...staffAfter(what.block.staffIds, from, staffId)];
  return { is: "block", block: { ...what.block, ...times, staffIds } };
}

function put(what: Standing): void {
  if (what.is === "booking") putBooking(what.booking);
  else putBlock(what.block);
}

/** A block lies over whatever is there, so it needs no leave. */
async function moveBlock(
  block: Block,
  moved: Standing,
  scope: Scope,
  putBack: () => void,
): Promise<BookingKey> {
  if (moved.is !== "block") return keyOfBlock(block);
  const { start, end } = moved.block;
  try {
    const saved = await sendBlock(block, fieldsOf(moved.block), scope);
    // The desk answers with the first of a series; the one that moved is called by where it is now.
    const originalStart = saved.originalStart === null ? null : start;
    const row = { ...saved, start, end, originalStart };
    settleBlock(row, keyOfBlock(block));
    follow("block", keyOfBlock(block), keyOfBlock(row));
    return keyOfBlock(row);
  } catch (error) {
    putBack();
    if (asFailure(error).code === "STALE") forgetBlock(block);
    sayFailure(error);
    return keyOfBlock(block);
  }
}

async function moveIn(
  booking: ScheduledBooking,
  to: Placement,
  how: How,
  putBack: () => void,
): Promise<BookingKey> {
  try {
    const moved = await sendChange(booking, { changes: to, ...how });
    rememberMoved(booking, moved, to, how.scope);
    return keyOf(moved);
  } catch (error) {
    putBack();
    offerAnyway(error, booking, to, how.scope);
    return keyOf(booking);
  }
}

/** Remembers a move, so that it can be taken back. */
export function rememberMoved(
  before: ScheduledBooking,
  moved: ScheduledBooking,
  to: Placement,
  scope: Scope,
): void {
  const from = placementOf(before);
  const isAt = (p: Placement) => (b: ScheduledBooking) => samePlace(placementOf(b), p);
  const resized = from.start === to.start && from.staffId === to.staffId;
  const values = {
    customer: customerLabel(moved),
    ...whenAndWho(moved),
    end: formatsNow().time(moved.end),
  };
  const told = words.t(resized ? "schedule.toast.resized" : "schedule.toast.moved", values);
  if (isOfSeries(scope)) {
    const change = { changes: to, anyway: true, scope };
    rememberSeries(told, { before, saved: moved }, (booking) => sendChange(booking, change));
    return;
  }
  const key = keyOf(moved);
  remember({
    words: told,
    undo: () => changeIf(key, isAt(to), from),
    redo: () => changeIf(key, isAt(from), to),
    offers: [freedBy(before), mailAbout(moved)],
  });
}

function offerAnyway(error: unknown, seen: ScheduledBooking, to: Placement, scope: Scope): void {
  if (asFailure(error).code !== "CONFLICT") return refused(error, seen);
  toast({
    text: words.t("errors.CONFLICT"),
    tone: "error",
    actions: [
      {
        label: words.t("schedule.moveAnyway"),
        run: () => void inTurn(() => moveAnyway(latestOf(seen), to, scope)),
      },
    ],
  });
}

function moveAnyway(booking: ScheduledBooking, to: Placement, scope: Scope): Promise<BookingKey> {
  return moveIn(booking, to, { scope, anyway: true }, () => putBooking(booking));
}
