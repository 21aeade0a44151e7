import type { Handlers } from "../../../src-shared/bridge/contract.ts";
import type {
  BookingCustomer,
  BookingInput,
} from "../../../src-shared/bridge/contract/schedule.ts";
import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { BookingEvent } from "../store/booking-log.ts";
import { assertFree } from "./availability.ts";
import { choosableService, choosableStaff, customerFor } from "./choices.ts";
import { assertPlausible } from "./limits.ts";
import { changeSchedule, saveBooking } from "./save-booking.ts";
import type { Stores } from "./stores.ts";
import { chooseStaffForWalkIn, walkInStart } from "./walk-in.ts";

/** Everything that was chosen for a new booking; the time is free or was overruled. */
interface Chosen {
  readonly id: Id;
  readonly input: BookingInput;
  readonly staff: Staff;
  readonly service: Service;
}

function created(booking: Booking, chosen: Chosen, customerName: string): BookingEvent {
  const { staff, service } = chosen;
  const { start, end } = booking;
  const details = { start, end, staff: staff.name, service: service.name, customer: customerName };
  return { action: "created", details };
}

function book(stores: Stores, chosen: Chosen): ScheduledBooking {
  const { id, input, service } = chosen;
  const { start, durationMinutes, customer: choice, ...fields } = input;
  const customer = customerFor(stores, choice);
  const now = stores.now();
  const booking: Booking = {
    ...fields,
    id,
    revision: 1,
    customerId: customer?.id ?? null,
    start,
    end: toInstant(toMs(start) + durationMinutes * 60_000),
    zone: stores.theBusiness().zone,
    rrule: null,
    status: "booked",
    cancelReason: "",
    priceMinor: input.priceMinor ?? service.priceMinor,
    source: "desk",
    createdAt: now,
    updatedAt: now,
  };
  return saveBooking(stores, booking, [created(booking, chosen, customer?.name ?? "")], "queue");
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
    "booking.create": ({ id, booking: input, anyway }) =>
      bookOnce(stores, "booking.create", { id, customer: input.customer }, () => {
        assertPlausible("booking.start", input.start);
        const staff = choosableStaff(stores, input.staffId);
        const service = choosableService(stores, input.serviceId);
        const start = toMs(input.start);
        const span = { start, end: start + input.durationMinutes * 60_000 };
        assertFree(stores, stores.theBusiness(), { staff, span, ignoreBookingId: null }, anyway);
        return { input, staff, service };
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
        return { input, staff, service };
      }),
  };
}
