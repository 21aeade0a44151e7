import { lazy, type RefObject, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Service } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import type { BookingValues, FormCustomer } from "../../store/window.ts";
import { TextField } from "../../ui/field.tsx";
import { useFormats } from "../../ui/formats.ts";
import { type Option, SelectField } from "../../ui/select-field.tsx";
import { CustomerField } from "./customer-field.tsx";
import { DayField, TimeField } from "./day-time-fields.tsx";
import { type TimeTrouble, withService, withStart } from "./values.ts";
import "./form.css";

interface BookingFieldsProps {
  readonly values: BookingValues;
  readonly onChange: (values: BookingValues) => void;
  /** A service does not change the length. */
  readonly keepLength: boolean;
  /** Notes and price too. */
  readonly full: boolean;
  readonly trouble: TimeTrouble | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly autoFocus?: boolean;
  /** The booking that is changed; it is not in its own way. */
  readonly bookingId?: Id;
}

const RepeatFields = lazy(async () => ({
  default: (await import("../repeat/repeat-fields.tsx")).RepeatFields,
}));

/** The fields of a booking, for a new one and for a change alike. */
export function BookingFields(props: BookingFieldsProps) {
  const { values, onChange, errors, full, autoFocus = false } = props;
  const choices = useRef<HTMLDivElement>(null);
  useFocusAfterChoice(values.customer, choices);
  return (
    <>
      <CustomerField
        value={values.customer}
        onChange={(customer) => onChange({ ...values, customer })}
        autoFocus={autoFocus}
        errors={errors}
      />
      <div className="form-two" ref={choices}>
        <ServiceField {...props} />
        <StaffField {...props} />
      </div>
      <TimeFields {...props} />
      {full || values.repeat !== null ? (
        <Suspense fallback={null}>
          <RepeatFields
            values={values}
            onChange={(repeat) => onChange({ ...values, repeat })}
            error={errors["rrule"]}
            bookingId={props.bookingId ?? null}
          />
        </Suspense>
      ) : null}
      {full ? <NoteFields {...props} /> : null}
    </>
  );
}

/** Once a customer is chosen the search is gone; the service comes next. */
function useFocusAfterChoice(customer: FormCustomer, next: RefObject<HTMLElement | null>): void {
  const before = useRef(customer);
  useEffect(() => {
    if (before.current === null && customer?.is === "known")
      next.current?.querySelector<HTMLElement>("button")?.focus();
    before.current = customer;
  }, [customer, next]);
}

function doneBy(service: Service, staffId: string): boolean {
  return service.staffIds.length === 0 || service.staffIds.includes(staffId);
}

function ServiceField({ values, onChange, keepLength, errors }: BookingFieldsProps) {
  const { t } = useTranslation();
  const services = useCatalogue((s) => s.services);
  const shown = services.filter((s) => s.active || s.id === values.serviceId);
  const sorted = shown.toSorted(
    (a, b) => Number(doneBy(b, values.staffId)) - Number(doneBy(a, values.staffId)),
  );
  const options = sorted.map((s): Option => ({
    id: s.id,
    label: s.name,
    tint: s.tint,
    detail: t("schedule.booking.minutes", { minutes: s.durationMinutes }),
  }));
  return (
    <SelectField
      label={t("schedule.form.service")}
      options={options}
      value={values.serviceId}
      placeholder={t("schedule.form.chooseService")}
      error={errors["serviceId"]}
      onChange={(id) => {
        const service = services.find((s) => s.id === id);
        if (service !== undefined) onChange(withService(values, service, keepLength));
      }}
    />
  );
}

function StaffField({ values, onChange }: BookingFieldsProps) {
  const { t } = useTranslation();
  const staff = useCatalogue((s) => s.staff);
  const options = staff
    .filter((s) => s.active || s.id === values.staffId)
    .map((s): Option => ({ id: s.id, label: s.name }));
  return (
    <SelectField
      label={t("schedule.form.with")}
      options={options}
      value={values.staffId}
      onChange={(staffId) => onChange({ ...values, staffId })}
    />
  );
}

type TimesProps<V> = {
  readonly values: V;
  readonly onChange: (values: V) => void;
  readonly trouble: TimeTrouble | null;
};
type Times = Pick<BookingValues, "date" | "start" | "end">;

/** Day, from and to. A new start takes the end along. */
export function TimeFields<V extends Times>({ values, onChange, trouble }: TimesProps<V>) {
  const { t } = useTranslation();
  const words = trouble === null ? undefined : t(`schedule.form.${trouble}`);
  return (
    <div className="form-three">
      <DayField value={values.date} onChange={(date) => onChange({ ...values, date })} />
      <TimeField
        label={t("schedule.form.from")}
        value={values.start}
        onChange={(start) => onChange(withStart(values, start))}
        error={trouble === "timeSkipped" ? words : undefined}
      />
      <TimeField
        label={t("schedule.form.to")}
        value={values.end}
        onChange={(end) => onChange({ ...values, end })}
        error={trouble === "timeSkipped" ? undefined : words}
      />
    </div>
  );
}

function NoteFields({ values, onChange, errors }: BookingFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t("schedule.form.deskNote")}
        placeholder={t("schedule.form.deskNoteHint")}
        lines={2}
        value={values.deskNotes}
        onChange={(deskNotes) => onChange({ ...values, deskNotes })}
        error={errors["deskNotes"]}
      />
      <TextField
        label={t("schedule.form.customerNote")}
        lines={2}
        value={values.customerNotes}
        onChange={(customerNotes) => onChange({ ...values, customerNotes })}
        error={errors["customerNotes"]}
      />
      <TextField
        label={t("schedule.form.price")}
        className="form-short"
        value={values.price}
        placeholder={useServicePrice(values.serviceId)}
        onChange={(price) => onChange({ ...values, price })}
        error={errors["price"]}
      />
    </>
  );
}

/** The service's price, shown where none was typed. */
function useServicePrice(serviceId: string | null): string {
  const minor = useCatalogue((s) => s.services.find((x) => x.id === serviceId)?.priceMinor);
  const formats = useFormats();
  return minor === undefined ? "" : formats.money(minor);
}
