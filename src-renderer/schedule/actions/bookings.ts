import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { Scope } from "../../../src-shared/bridge/contract/schedule.ts";
import type { BookingStatus, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { occupiesTime } from "../../../src-shared/domain/booking.ts";
import type { Waiting } from "../../../src-shared/domain/waitlist.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { asFailure, call } from "../../bridge.ts";
import { keyOf } from "../../store/booking-key.ts";
import { words } from "../../words/i18n.ts";
import { firstName, formatsNow, staffName } from "../labels.ts";
import {
  changeIf,
  type Changes,
  type How,
  isOfSeries,
  rememberSeries,
  sendChange,
  sendStatus,
  setStatusIf,
} from "./changing.ts";
import { remember, sayFailure } from "./history.ts";
import { mailAbout } from "./mail-offer.ts";
import { freedBy } from "./offers.ts";
import { scopeOf } from "./scope-question.ts";
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

export function whenAndWho(booking: ScheduledBooking): { time: string; staff: string } {
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

export function refused(error: unknown, booking: ScheduledBooking): void {
  if (asFailure(error).code === "STALE") forget(booking);
  sayFailure(error);
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
