import type { Slot, WaitingRow } from "../../../src-shared/bridge/contract/waiting.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { call } from "../../bridge.ts";
import { openDayOnGrid, type FormCustomer } from "../../store/window.ts";
import { words } from "../../words/i18n.ts";
import { openDialog } from "../desk/desk-dialogs.ts";
import { formatsNow } from "../labels.ts";
import { draftSlot } from "./drafting.ts";
import type { Offer } from "./history.ts";

/** A time that was taken and is free now. */
export interface FreedTime {
  readonly staffId: Id;
  readonly start: Instant;
  readonly end: Instant;
}

function waitingCustomer({ customerId, customerName }: WaitingRow): FormCustomer {
  return { is: "known", id: customerId, name: customerName, about: "" };
}

/** Opens the form of a booking with all that is known of who waited; their entry goes once it is booked. */
export function draftFor(row: WaitingRow, { staffId, start }: Slot): void {
  openDayOnGrid(formatsNow().dateOf(start));
  const { serviceId, note } = row;
  draftSlot(
    { staffId, start },
    {
      serviceId,
      customer: waitingCustomer(row),
      deskNotes: note,
      waiting: row,
    },
  );
}

/** Who waits and would take the time that a booking left, offered to the one who has waited longest. */
export async function offerOf(freed: FreedTime): Promise<Offer | null> {
  const { waiting } = await call("waitlist.fitting", freed);
  const [first] = waiting;
  if (first === undefined) return null;
  if (waiting.length > 1)
    return {
      label: words.t("waitlist.offerToOne", { count: waiting.length }),
      run: () => openDialog({ is: "waitlist", freed }),
    };
  return {
    label: words.t("waitlist.offerTo", { name: first.customerName }),
    run: () => draftFor(first, { staffId: freed.staffId, start: freed.start }),
  };
}

/** The time of a booking, once it is somewhere else or nowhere. */
export function freedBy({ staffId, start, end }: ScheduledBooking): () => Promise<Offer | null> {
  return () => offerOf({ staffId, start, end });
}
