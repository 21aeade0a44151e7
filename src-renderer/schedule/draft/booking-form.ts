import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { Availability } from "../../../src-shared/bridge/contract/schedule.ts";
import { Minor } from "../../../src-shared/domain/primitives.ts";
import type { BridgeFailure } from "../../bridge.ts";
import type { BookingKey } from "../../store/booking-key.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import type { BookingValues } from "../../store/window.ts";
import { parseMoney } from "../../words/money.ts";
import type { Placement } from "../actions/bookings.ts";
import { useDayColumns } from "../day-columns.ts";
import { freeStarts } from "../grid/conflicts.ts";
import { firstName } from "../labels.ts";
import { useAvailability } from "./use-availability.ts";
import { customerInput, placementIn, ruleIn, type TimeTrouble } from "./values.ts";
import { type Way, wayOf } from "./way.ts";

export interface FormState {
  readonly placement: Placement | null;
  readonly trouble: TimeTrouble | null;
  readonly availability: Availability | null;
  /** Minutes of the day, soonest first. */
  readonly free: readonly number[];
  readonly way: Way;
  readonly staffName: string;
}

const CHOICES = 3;

/** Everything that a booking's form derives from what is typed. */
export function useFormState(values: BookingValues, ignoreKey: BookingKey | null): FormState {
  const zone = useCatalogue((s) => s.business?.zone ?? "UTC");
  const step = useCatalogue((s) => s.business?.slotMinutes ?? 15);
  const staff = useCatalogue((s) => s.staff.find((m) => m.id === values.staffId));
  const columns = useDayColumns(values.date);
  const { date, staffId, start, end } = values;
  const found = useMemo(
    () => placementIn({ date, staffId, start, end }, zone),
    [date, staffId, start, end, zone],
  );
  const placement = typeof found === "string" ? null : found;
  const availability = useAvailability(placement, ignoreKey);
  const column = columns.find((c) => c.staff.id === staffId);
  const options = { after: start, step, limit: CHOICES, ignoreKey };
  const free = column === undefined ? [] : freeStarts(end - start, column, options);
  return {
    placement,
    trouble: typeof found === "string" ? found : null,
    availability,
    free,
    way: wayOf(availability, free),
    staffName: firstName(staff?.name ?? ""),
  };
}

type NewBooking = BridgeInput<"booking.create">["booking"];

/** A price that the desk takes, or null. */
function readPrice(typed: string, currency: string): number | null {
  return Minor.safeParse(parseMoney(typed, currency)).data ?? null;
}

/** What the desk is sent, or the messages for the fields that keep it from being sent. */
export type Checked =
  | { readonly ok: true; readonly booking: NewBooking }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

export function useCheck(): (values: BookingValues, placement: Placement | null) => Checked {
  const { t } = useTranslation();
  const currency = useCatalogue((s) => s.business?.currency ?? "EUR");
  const zone = useCatalogue((s) => s.business?.zone ?? "UTC");
  return (values, placement) => {
    const { customer, serviceId, deskNotes, customerNotes, price } = values;
    const priceMinor = price.trim() === "" ? null : readPrice(price, currency);
    const errors: Record<string, string> = {};
    if (serviceId === null) errors["serviceId"] = t("schedule.form.serviceMissing");
    if (customer?.is === "new" && customer.name.trim() === "")
      errors["name"] = t("schedule.form.nameMissing");
    if (priceMinor === null && price.trim() !== "") errors["price"] = t("schedule.form.priceWrong");
    if (!endsAfter(values)) errors["rrule"] = t("repeat.lastDayWrong");
    if (serviceId === null || placement === null || Object.keys(errors).length > 0)
      return { ok: false, errors };
    const asked = { customer: customerInput(customer), walkIn: false };
    return {
      ok: true,
      booking: {
        ...placement,
        serviceId,
        ...asked,
        deskNotes,
        customerNotes,
        priceMinor,
        rrule: ruleIn(values, zone),
      },
    };
  };
}

/** A repetition doesn't end before it begins. */
function endsAfter({ repeat, date }: BookingValues): boolean {
  if (repeat === null || repeat.every === "kept" || repeat.end.is !== "until") return true;
  return repeat.end.date >= date;
}

/** Something was typed that nobody can read: it is shown where it is, and nothing is sent that was not meant. */
export function stopAtUnreadable(form: HTMLElement): boolean {
  const field = form.querySelector<HTMLElement>(".unreadable input");
  field?.focus();
  return field !== null;
}

/** The last part of a path of the desk's input names the field of the form. */
export function errorsOf(failure: BridgeFailure): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(failure.fields).map(([path, message]) => [
      path.split(".").at(-1) ?? path,
      message,
    ]),
  );
}
