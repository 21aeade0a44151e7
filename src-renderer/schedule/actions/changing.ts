import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { Scope } from "../../../src-shared/bridge/contract/schedule.ts";
import type { BookingStatus, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { asFailure, call } from "../../bridge.ts";
import { type BookingKey, keyOf, partsOfKey } from "../../store/booking-key.ts";
import { markHere } from "../../store/marked-here.ts";
import { useWindow } from "../../store/window.ts";
import { ChangedMeanwhile, type Deed, remember } from "./history.ts";
import { scopeOf } from "./scope-question.ts";
import { settle } from "./turns.ts";

export type Changes = BridgeInput<"booking.update">["changes"];

/** A booking, or one occurrence of a series, as the desk has it now. */
async function current(key: BookingKey): Promise<ScheduledBooking> {
  return (await call("booking.get", partsOfKey(key))).booking;
}

/** The pane goes along when a change of a series gives the occurrence that it shows another name. */
export function follow(is: "booking" | "block", before: BookingKey, after: BookingKey): void {
  useWindow.setState(({ selection }) =>
    selection?.is === is && selection.id === before ? { selection: { is, id: after } } : {},
  );
}

function put(saved: ScheduledBooking, before: BookingKey): ScheduledBooking {
  settle(saved, before);
  follow("booking", before, keyOf(saved));
  return saved;
}

export interface How {
  readonly scope: Scope;
  readonly anyway: boolean;
}

/** One change as it is sent to the desk. */
interface Change extends How {
  readonly changes: Changes;
}

/** @throws BridgeFailure, `STALE` and `CONFLICT` among others */
export async function sendChange(
  booking: Pick<ScheduledBooking, "id" | "revision" | "occurrence">,
  { changes, anyway, scope }: Change,
): Promise<ScheduledBooking> {
  const { id, revision } = booking;
  return put(
    await call("booking.update", { id, revision, changes, anyway, scope }),
    keyOf(booking),
  );
}

/** @throws BridgeFailure, `STALE` among others */
export async function sendStatus(
  { id, revision, occurrence }: ScheduledBooking,
  status: BookingStatus,
  reason: string,
  scope: Scope,
): Promise<ScheduledBooking> {
  const saved = await call("booking.setStatus", { id, revision, status, reason, scope });
  if (status === "arrived") markHere(id);
  return put(saved, keyOf({ id, occurrence }));
}

/** Changes a booking, or one occurrence, as it is now, if it still is as this window left it. */
export async function changeIf(
  key: BookingKey,
  stillOurs: (booking: ScheduledBooking) => boolean,
  changes: Changes,
): Promise<void> {
  const booking = await current(key);
  if (!stillOurs(booking)) throw new ChangedMeanwhile();
  await sendChange(booking, { changes, anyway: true, scope: scopeOf(booking) });
}

/** As `changeIf`, for the status. A new series is taken back as a whole. */
export async function setStatusIf(
  key: BookingKey,
  from: BookingStatus,
  to: BookingStatus,
  reason: string,
  is: "one" | "all" = "one",
): Promise<void> {
  const booking = await current(key);
  if (booking.status !== from) throw new ChangedMeanwhile();
  await sendStatus(booking, to, reason, scopeOf(booking, is));
}

/** Whether the desk has to remember how it was: more than one occurrence changes, or the repetition itself. */
export function isOfSeries(scope: Scope, changes: Changes = {}): boolean {
  return (scope !== null && scope.is !== "one") || Object.hasOwn(changes, "rrule");
}

/**
 * Remembers a change of a series. The desk takes it back exactly, also what no second change could: exceptions that
 * were dropped, a series that was cut in two.
 * @param again does the same to the occurrence as it is then
 */
export function rememberSeries(
  words: string,
  first: { readonly before: ScheduledBooking; readonly saved: ScheduledBooking },
  again: (booking: ScheduledBooking) => Promise<ScheduledBooking>,
  offers: Deed["offers"] = [],
): void {
  let last = first.saved;
  remember({
    words,
    offers,
    undo: async () => {
      const { id, revision } = last;
      const restored = await call("booking.takeBack", { id, revision }).catch((error: unknown) => {
        throw asFailure(error).code === "STALE" ? new ChangedMeanwhile() : error;
      });
      put(restored, keyOf(last));
    },
    redo: async () => {
      last = await again(await current(keyOf(first.before)));
    },
  });
}
