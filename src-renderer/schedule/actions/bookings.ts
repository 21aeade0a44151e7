import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { BookingStatus, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { asFailure, call } from "../../bridge.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { putBooking } from "../../store/schedule.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/i18n.ts";
import { firstName, formatsNow, staffName } from "../labels.ts";
import { ChangedMeanwhile, remember, sayFailure } from "./history.ts";
import { forget, inTurn, latestOf, settle } from "./turns.ts";

type Changes = BridgeInput<"booking.update">["changes"];
type NewBooking = BridgeInput<"booking.create">["booking"];

/** Where a booking stands; the end follows from the length. */
export interface Placement {
  readonly staffId: Id;
  readonly start: Instant;
  readonly durationMinutes: number;
}

export function placementOf(booking: ScheduledBooking): Placement {
  const length = Date.parse(booking.end) - Date.parse(booking.start);
  return { staffId: booking.staffId, start: booking.start, durationMinutes: length / 60_000 };
}

export function customerLabel(booking: Pick<ScheduledBooking, "customerName">): string {
  return booking.customerName === "" ? words.t("schedule.walkInName") : booking.customerName;
}

async function current(id: Id): Promise<ScheduledBooking> {
  return (await call("booking.get", { id })).booking;
}

/** Changes a booking as it is now, if it still is as this window left it. */
async function changeIf(
  id: Id,
  stillOurs: (booking: ScheduledBooking) => boolean,
  changes: Changes,
): Promise<void> {
  const booking = await current(id);
  if (!stillOurs(booking)) throw new ChangedMeanwhile();
  settle(await call("booking.update", { id, revision: booking.revision, changes, anyway: true }));
}

async function setStatusIf(
  id: Id,
  from: BookingStatus,
  to: BookingStatus,
  reason: string,
): Promise<void> {
  const booking = await current(id);
  if (booking.status !== from) throw new ChangedMeanwhile();
  settle(await call("booking.setStatus", { id, revision: booking.revision, status: to, reason }));
}

function samePlace(a: Placement, b: Placement): boolean {
  return a.staffId === b.staffId && a.start === b.start && a.durationMinutes === b.durationMinutes;
}

function whenAndWho(booking: ScheduledBooking): { time: string; staff: string } {
  return {
    time: formatsNow().time(booking.start),
    staff: firstName(staffName(booking.staffId)),
  };
}

function rememberCreated(booking: ScheduledBooking): void {
  const made = { customer: customerLabel(booking), ...whenAndWho(booking) };
  const first = booking.status;
  remember({
    words: words.t("schedule.toast.created", made),
    undo: () => setStatusIf(booking.id, first, "cancelled", ""),
    redo: () => setStatusIf(booking.id, "cancelled", first, ""),
  });
}

/**
 * Books.
 * @throws BridgeFailure, `CONFLICT` among others: the form shows it
 */
export function createBooking(
  id: Id,
  booking: NewBooking,
  anyway: boolean,
): Promise<ScheduledBooking> {
  return inTurn(async () => {
    const made = await call("booking.create", { id, booking, anyway });
    settle(made);
    rememberCreated(made);
    return made;
  });
}

/** @throws BridgeFailure, `CONFLICT` when nobody is free */
export function bookWalkIn(input: BridgeInput<"booking.walkIn">): Promise<ScheduledBooking> {
  return inTurn(async () => {
    const made = await call("booking.walkIn", input);
    settle(made);
    rememberCreated(made);
    return made;
  });
}

/** Where a move leads from where the booking stands when its turn comes, not from where it stood at the key press. */
export type Move = (from: Placement) => Placement;

function placedAt(booking: ScheduledBooking, to: Placement): ScheduledBooking {
  const { staffId, start, durationMinutes } = to;
  return { ...booking, staffId, start, end: toInstant(toMs(start) + durationMinutes * 60_000) };
}

/**
 * Moves or resizes; shown at once, and back again if the desk refuses. With something in the way it is done only
 * `anyway`; else a toast offers that.
 */
export function moveBooking(seen: ScheduledBooking, move: Move, anyway: boolean): Promise<void> {
  return inTurn(async () => {
    const booking = latestOf(seen);
    const from = placementOf(booking);
    const to = move(from);
    if (samePlace(from, to)) return;
    putBooking(placedAt(booking, to));
    try {
      const { id, revision } = booking;
      const moved = await call("booking.update", { id, revision, changes: to, anyway });
      settle(moved);
      rememberMoved(moved, from, to);
    } catch (error) {
      putBooking(booking);
      offerAnyway(error, booking, to);
    }
  });
}

function rememberMoved(moved: ScheduledBooking, from: Placement, to: Placement): void {
  const isAt = (p: Placement) => (b: ScheduledBooking) => samePlace(placementOf(b), p);
  const resized = from.start === to.start && from.staffId === to.staffId;
  const values = {
    customer: customerLabel(moved),
    ...whenAndWho(moved),
    end: formatsNow().time(moved.end),
  };
  remember({
    words: words.t(resized ? "schedule.toast.resized" : "schedule.toast.moved", values),
    undo: () => changeIf(moved.id, isAt(to), from),
    redo: () => changeIf(moved.id, isAt(from), to),
  });
}

function refused(error: unknown, booking: ScheduledBooking): void {
  if (asFailure(error).code === "STALE") forget(booking);
  sayFailure(error);
}

function offerAnyway(error: unknown, booking: ScheduledBooking, to: Placement): void {
  if (asFailure(error).code !== "CONFLICT") return refused(error, booking);
  toast({
    text: words.t("errors.CONFLICT"),
    tone: "error",
    action: {
      label: words.t("schedule.moveAnyway"),
      run: () => void moveBooking(booking, () => to, true),
    },
  });
}

/** Sets the status; every step can be taken back. */
export function setStatus(
  seen: ScheduledBooking,
  status: BookingStatus,
  reason = "",
): Promise<void> {
  return inTurn(async () => {
    const booking = latestOf(seen);
    const { id, revision, status: before, cancelReason } = booking;
    if (before === status) return;
    try {
      settle(await call("booking.setStatus", { id, revision, status, reason }));
      remember({
        words: words.t(`schedule.toast.status.${status}`, { customer: customerLabel(booking) }),
        undo: () => setStatusIf(id, status, before, before === "cancelled" ? cancelReason : ""),
        redo: () => setStatusIf(id, before, status, reason),
      });
    } catch (error) {
      refused(error, booking);
    }
  });
}

/**
 * Saves the edit form.
 * @throws BridgeFailure, `STALE` and `CONFLICT` among others: the form shows it
 */
export function saveBooking(
  booking: ScheduledBooking,
  changes: Changes,
  anyway: boolean,
): Promise<ScheduledBooking> {
  return inTurn(async () => {
    const { id, revision } = booking;
    const saved = await call("booking.update", { id, revision, changes, anyway });
    settle(saved);
    const before = beforeChanges(booking, changes);
    remember({
      words: words.t("schedule.toast.changed", { customer: customerLabel(saved) }),
      undo: () => changeIf(id, (b) => b.revision >= saved.revision, before),
      redo: () => changeIf(id, () => true, changes),
    });
    return saved;
  });
}

/** The same fields as they were before. */
function beforeChanges(booking: ScheduledBooking, changes: Changes): Changes {
  const old: Required<Changes> = {
    ...placementOf(booking),
    serviceId: booking.serviceId,
    customer:
      booking.customerId === null ? { is: "unnamed" } : { is: "known", id: booking.customerId },
    walkIn: booking.walkIn,
    customerNotes: booking.customerNotes,
    deskNotes: booking.deskNotes,
    priceMinor: booking.priceMinor,
    rrule: booking.rrule,
  };
  return Object.fromEntries(
    Object.entries(old).filter(([name]) => Object.hasOwn(changes, name)),
  ) as Changes;
}

/** Active services, in the order of Settings. */
export function activeServices() {
  return useCatalogue.getState().services.filter((service) => service.active);
}
