import type { Handlers } from "../../../src-shared/bridge/contract.ts";
import type {
  BookingCustomer,
  BookingInput,
} from "../../../src-shared/bridge/contract/schedule.ts";
import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { assertFree } from "./availability.ts";
import { createdEvent } from "./booking-events.ts";
import { choosableService, choosableStaff, customerFor } from "./choices.ts";
import { spanOf } from "./conflicts.ts";
import { assertPlausible } from "./limits.ts";
import { changeSchedule, saveBooking } from "./save-booking.ts";
import { assertSeriesFree } from "./series-conflicts.ts";
import { deskRule } from "./series-rule.ts";
import type { Stores } from "./stores.ts";
import { chooseStaffForWalkIn, walkInStart } from "./walk-in.ts";

/** Everything that was chosen for a new booking; the time is free or was overruled. */
interface Chosen {
  readonly id: Id;
  readonly input: BookingInput;
  readonly staff: Staff;
  readonly service: Service;
  /** As it is stored; null for a single booking. */
  readonly rrule: string | null;
}

function ruleOf(stores: Stores, { rrule, start }: BookingInput): string | null {
  if (rrule === null || rrule === undefined) return null;
  return deskRule("booking.rrule", rrule, { start, zone: stores.theBusiness().zone });
}

function bookingOf(
  stores: Stores,
  { id, input, service, rrule }: Chosen,
  customerId: Id | null,
): Booking {
  const { start, durationMinutes, customer: _customer, rrule: _asked, ...fields } = input;
  const now = stores.now();
  return {
    ...fields,
    id,
    revision: 1,
    customerId,
    start,
    end: toInstant(toMs(start) + durationMinutes * 60_000),
    zone: stores.theBusiness().zone,
    rrule,
    status: "booked",
    cancelReason: "",
    priceMinor: input.priceMinor ?? service.priceMinor,
    source: "desk",
    createdAt: now,
    updatedAt: now,
  };
}

function assertChosenFree(stores: Stores, chosen: Chosen, anyway: boolean): void {
  const booking = bookingOf(stores, chosen, null);
  if (chosen.rrule !== null) return assertSeriesFree(stores, { booking, overrides: [] }, anyway);
  const place = { staff: chosen.staff, span: spanOf(booking), ignore: null };
  assertFree(stores, stores.theBusiness(), place, anyway);
}

function book(stores: Stores, chosen: Chosen): ScheduledBooking {
  const customer = customerFor(stores, chosen.input.customer);
  const booking = bookingOf(stores, chosen, customer?.id ?? null);
  const { staff, service } = chosen;
  const names = { staff: staff.name, service: service.name, customer: customer?.name ?? "" };
  return saveBooking(stores, booking, [createdEvent({ booking, ...names })], "queue");
}

/** A booking made with the same id before is the answer to the repeated call. */
function bookOnce(
  stores: Stores,
  name: string,
  { id, customer }: { readonly id: Id; readonly customer: BookingCustomer },
  choose: () => Omit<Chosen, "id">,
): ScheduledBooking {
  const known = stores.bookings.findScheduled(id);
  if (known !== undefined) return known;
  const made = changeSchedule(stores, name, () => book(stores, { id, ...choose() }));
  if (customer.is === "new") stores.changes.catalogueChanged();
  return made;
}

export function newBookingHandlers(
  stores: Stores,
): Pick<Handlers, "booking.create" | "booking.walkIn"> {
  return {
    "booking.create": ({ id, booking: input, anyway, waitingId }) =>
      bookOnce(stores, "booking.create", { id, customer: input.customer }, () => {
        if (waitingId !== null && waitingId !== undefined) stores.waitlist.remove(waitingId);
        assertPlausible("booking.start", input.start);
        const staff = choosableStaff(stores, input.staffId);
        const service = choosableService(stores, input.serviceId);
        const chosen = { input, staff, service, rrule: ruleOf(stores, input) };
        assertChosenFree(stores, { id, ...chosen }, anyway);
        return chosen;
      }),

    "booking.walkIn": ({ id, serviceId, staffId, customer }) =>
      bookOnce(stores, "booking.walkIn", { id, customer }, () => {
        const service = choosableService(stores, serviceId);
        const start = walkInStart(stores.clock.now());
        const staff = chooseStaffForWalkIn(stores, service, staffId, start);
        const input: BookingInput = {
          staffId: staff.id,
          serviceId,
          customer,
          walkIn: true,
          start: toInstant(start),
          durationMinutes: service.durationMinutes,
          customerNotes: "",
          deskNotes: "",
          priceMinor: null,
        };
        return { input, staff, service, rrule: null };
      }),
  };
}
