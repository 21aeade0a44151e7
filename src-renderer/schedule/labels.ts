import type { TFunction } from "i18next";
import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";
import type { Id } from "../../src-shared/domain/primitives.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { type Formats, formatsOf } from "../ui/formats.ts";
import { localeNow } from "../words/locale.ts";

/** The formats of the business outside of React; components use `useFormats`. */
export function formatsNow(): Formats {
  const { business } = useCatalogue.getState();
  return formatsOf(localeNow(), business?.zone ?? "UTC", business?.currency ?? "EUR");
}

export function staffName(id: Id): string {
  return useCatalogue.getState().staff.find((s) => s.id === id)?.name ?? "";
}

/** Colleagues go by their first name: `Clara` of `Clara Weiss`. */
export function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}

/** `Stocktaking, closed`, or without a reason `Closed`. */
export function closedWords(t: TFunction, reason: string): string {
  return reason === "" ? t("schedule.closedPlain") : t("schedule.closed", { name: reason });
}

/** Everything that tells a booking apart, as it is spoken: customer, service, time, status, person. */
export function bookingLabel(
  t: TFunction,
  booking: ScheduledBooking,
  staff: string,
  formats: Formats,
): string {
  return t("schedule.bookingLabel", {
    customer: booking.customerName === "" ? t("schedule.walkInName") : booking.customerName,
    service: booking.serviceName,
    start: formats.time(booking.start),
    end: formats.time(booking.end),
    status: t(`schedule.status.${booking.status}`),
    staff,
  });
}
