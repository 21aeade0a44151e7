import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { Scope } from "../../../src-shared/bridge/contract/schedule.ts";
import type { BookingStatus, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { occupiesTime } from "../../../src-shared/domain/booking.ts";
import type { Waiting } from "../../../src-shared/domain/waitlist.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { asFailure, call } from "../../bridge.ts";
import { type BookingKey, keyOf } from "../../store/booking-key.ts";
import { putBooking } from "../../store/schedule.ts";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/i18n.ts";
import { firstName, formatsNow, staffName } from "../labels.ts";
import {
  changeIf,
  type Changes,
  isOfSeries,
  rememberSeries,
  sendChange,
  sendStatus,
  setStatusIf,
} from "./changing.ts";
import { remember, sayFailure } from "./history.ts";
import { mailAbout } from "./mail-offer.ts";
import { freedBy } from "./offers.ts";
import { askScope, scopeOf } from "./scope-question.ts";
import { forget, inTurn, latestOf, settle } from "./turns.ts";
import { comeAndGo } from "./waiting.ts";

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

function samePlace(a: Placement, b: Placement): boolean {
  return a.staffId === b.staffId && a.start === b.start && a.durationMinutes === b.durationMinutes;
}

function whenAndWho(booking: ScheduledBooking): { time: string; staff: string } {
  return {
    time: formatsNow().time(booking.start),
    staff: firstName(staffName(booking.staffId)),
  };
}

function rememberCreated(booking: ScheduledBooking, waiting: Waiting | null = null): void {
  const made = { customer: customerLabel(booking), ...whenAndWho(booking) };
  const first = booking.status;
  const key = keyOf(booking);
  const entry = waiting === null ? null : comeAndGo(waiting);
  remember({
    words: words.t("schedule.toast.created", made),
    undo: async () => {
      await setStatusIf(key, first, "cancelled", "", "all");
      await entry?.putBack();
    },
    redo: async () => {
      await setStatusIf(key, "cancelled", first, "", "all");
      await entry?.remove();
    },
  });
}

/**
 * Books.
 * @throws BridgeFailure, `CONFLICT` among others: the form shows it
 */
export function createBooking(
  id: Id,
  booking: NewBooking,
  { anyway, waiting }: { readonly anyway: boolean; readonly waiting: Waiting | null },
): Promise<ScheduledBooking> {
  return inTurn(async () => {
    const waitingId = waiting?.id ?? null;
    const made = await call("booking.create", { id, booking, anyway, waitingId });
    settle(made);
    rememberCreated(made, waiting);
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

export interface How {
  readonly scope: Scope;
  readonly anyway: boolean;
}

/**
 * Moves or resizes; shown at once, and back again if the desk refuses. Of a series it asks what is meant. With
 * something in the way it is done only `anyway`; else a toast offers that.
 * @returns what the booking is called then, for who follows it with the focus
 */
export function moveBooking(
  seen: ScheduledBooking,
  move: Move,
  anyway: boolean,
): Promise<BookingKey> {
  return inTurn(async () => {
    const booking = latestOf(seen);
    const to = move(placementOf(booking));
    if (samePlace(placementOf(booking), to)) return keyOf(booking);
    putBooking(placedAt(booking, to));
    const scope = await askScope({ booking, what: "move", to, oneAllowed: true });
    if (scope === undefined) {
      putBooking(booking);
      return keyOf(booking);
    }
    // What was in the way of the one that was dragged was seen; what is in the way of the others was not.
    return moveIn(booking, to, { scope, anyway: anyway && !isOfSeries(scope) });
  });
}

async function moveIn(booking: ScheduledBooking, to: Placement, how: How): Promise<BookingKey> {
  try {
    const moved = await sendChange(booking, { changes: to, ...how });
    rememberMoved(booking, moved, to, how.scope);
    return keyOf(moved);
  } catch (error) {
    putBooking(booking);
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

function refused(error: unknown, booking: ScheduledBooking): void {
  if (asFailure(error).code === "STALE") forget(booking);
  sayFailure(error);
}

function offerAnyway(error: unknown, seen: ScheduledBooking, to: Placement, scope: Scope): void {
  if (asFailure(error).code !== "CONFLICT") return refused(error, seen);
  toast({
    text: words.t("errors.CONFLICT"),
    tone: "error",
    actions: [
      {
        label: words.t("schedule.moveAnyway"),
        run: () => void inTurn(() => moveIn(latestOf(seen), to, { scope, anyway: true })),
      },
    ],
  });
}

/** Sets the status, of a series that of this occurrence if nothing else is said; every step can be taken back. */
export function setStatus(
  seen: ScheduledBooking,
  status: BookingStatus,
  reason = "",
  scope: Scope = scopeOf(seen),
): Promise<void> {
  return inTurn(async () => {
    const booking = latestOf(seen);
    if (booking.status === status) return;
    try {
      const saved = await sendStatus(booking, status, reason, scope);
      rememberStatus(booking, saved, { status, reason, scope });
    } catch (error) {
      refused(error, booking);
    }
  });
}

interface Status {
  readonly status: BookingStatus;
  readonly reason: string;
  readonly scope: Scope;
}

function rememberStatus(
  booking: ScheduledBooking,
  saved: ScheduledBooking,
  { status, reason, scope }: Status,
): void {
  const told = words.t(`schedule.toast.status.${status}`, { customer: customerLabel(booking) });
  if (isOfSeries(scope))
    return rememberSeries(
      told,
      { before: booking, saved },
      (again) => sendStatus(again, status, reason, scope),
      occupiesTime(status) ? [] : [freedBy(booking)],
    );
  const { status: before, cancelReason } = booking;
  const key = keyOf(booking);
  remember({
    words: told,
    undo: () => setStatusIf(key, status, before, before === "cancelled" ? cancelReason : ""),
    redo: () => setStatusIf(key, before, status, reason),
    offers: occupiesTime(status) ? [] : [freedBy(booking), mailAbout(saved)],
  });
}

/**
 * Saves the edit form.
 * @throws BridgeFailure, `STALE` and `CONFLICT` among others: the form shows it
 */
export function saveBooking(
  booking: ScheduledBooking,
  changes: Changes,
  how: How,
): Promise<ScheduledBooking> {
  return inTurn(async () => {
    const saved = await sendChange(booking, { changes, ...how });
    rememberSaved(booking, saved, changes, how.scope);
    return saved;
  });
}

function rememberSaved(
  booking: ScheduledBooking,
  saved: ScheduledBooking,
  changes: Changes,
  scope: Scope,
): void {
  const told = words.t("schedule.toast.changed", { customer: customerLabel(saved) });
  if (isOfSeries(scope, changes)) {
    const change = { changes, anyway: true, scope };
    return rememberSeries(told, { before: booking, saved }, (again) => sendChange(again, change));
  }
  const before = beforeChanges(booking, changes);
  const key = keyOf(saved);
  remember({
    words: told,
    undo: () => changeIf(key, (b) => b.revision >= saved.revision, before),
    redo: () => changeIf(key, () => true, changes),
    offers: [mailAbout(saved)],
  });
}

/** What would book the same once more, as a single booking. */
export function inputOf(booking: ScheduledBooking): Omit<Required<NewBooking>, "rrule"> {
  return {
    ...placementOf(booking),
    serviceId: booking.serviceId,
    customer:
      booking.customerId === null ? { is: "unnamed" } : { is: "known", id: booking.customerId },
    walkIn: booking.walkIn,
    customerNotes: booking.customerNotes,
    deskNotes: booking.deskNotes,
    priceMinor: booking.priceMinor,
  };
}

/** The same fields as they were before. */
function beforeChanges(booking: ScheduledBooking, changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(inputOf(booking)).filter(([name]) => Object.hasOwn(changes, name)),
  ) as Changes;
}
