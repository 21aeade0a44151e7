import { CircleAlert } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WaitingRow } from "../../../src-shared/bridge/contract/waiting.ts";
import type { CalendarDate, Id } from "../../../src-shared/domain/primitives.ts";
import type { IsoWeekday } from "../../../src-shared/time/recurrence/repeat.ts";
import { addDays, DAY_MINUTES } from "../../../src-shared/time/zones.ts";
import { asFailure } from "../../bridge.ts";
import type { FormCustomer } from "../../store/window.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { useFormats } from "../../ui/formats.ts";
import { Note } from "../../ui/note.tsx";
import { addWaiting, changeWaiting, customerIdOf, type WaitingFields } from "../actions/waiting.ts";
import { closeDialog, type Wanted } from "../desk/desk-dialogs.ts";
import { errorsOf, stopAtUnreadable } from "../draft/booking-form.ts";
import { CustomerField } from "../draft/customer-field.tsx";
import { DayField, TimeField } from "../draft/day-time-fields.tsx";
import { WeekdayToggles } from "../repeat/weekday-toggles.tsx";
import { ServiceField, StaffField } from "./who-fields.tsx";
import "../draft/form.css";
import "../repeat/repeat.css";

const FORM_ID = "wait-for-a-time";
const DAYS_AHEAD = 14;

interface Values {
  readonly customer: FormCustomer;
  readonly serviceId: Id | null;
  readonly staffId: Id | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly weekdays: readonly IsoWeekday[];
  readonly earliest: number;
  readonly latest: number;
  readonly note: string;
}

function valuesOf(row: WaitingRow | null, wanted: Wanted, today: CalendarDate): Values {
  if (row === null)
    return {
      ...wanted,
      from: today,
      to: addDays(today, DAYS_AHEAD),
      weekdays: [],
      earliest: 0,
      latest: DAY_MINUTES,
      note: "",
    };
  const { customerId: id, customerName: name, serviceId, staffId, from, to, wish, note } = row;
  return {
    customer: { is: "known", id, name, about: row.customerPhone },
    serviceId,
    staffId,
    from,
    to,
    weekdays: wish.weekdays as readonly IsoWeekday[],
    earliest: wish.between.from,
    latest: wish.between.to,
    note,
  };
}

type Errors = Readonly<Record<string, string>>;

function useErrors(): (values: Values) => Errors {
  const { t } = useTranslation();
  return ({ customer, serviceId, from, to, earliest, latest }) => ({
    ...(customer === null && { customer: t("waitlist.customerMissing") }),
    ...(customer?.is === "new" &&
      customer.name.trim() === "" && { name: t("schedule.form.nameMissing") }),
    ...(serviceId === null && { serviceId: t("schedule.form.serviceMissing") }),
    ...(to < from && { to: t("waitlist.lastDayWrong") }),
    ...(latest <= earliest && { latest: t("waitlist.timeWrong") }),
  });
}

async function send(row: WaitingRow | null, values: Values): Promise<void> {
  const { customer, serviceId, staffId, from, to, note } = values;
  if (customer === null || serviceId === null) return;
  const wish = {
    weekdays: [...values.weekdays],
    between: { from: values.earliest, to: values.latest },
  };
  const customerId = await customerIdOf(customer);
  const fields: WaitingFields = { customerId, serviceId, staffId, from, to, wish, note };
  if (row === null) await addWaiting(fields, customer.name);
  else await changeWaiting(row, fields, customer.name);
}

interface WaitingDialogProps {
  /** Null adds somebody. */
  readonly row: WaitingRow | null;
  readonly wanted: Wanted;
}

/** What somebody waits for: a service, with whom, on which days and when. */
export function WaitingDialog({ row, wanted }: WaitingDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={row === null ? t("waitlist.add") : t("waitlist.editNamed", { name: row.customerName })}
      isOpen
      onClose={closeDialog}
      width={480}
      actions={
        <>
          <Button onPress={closeDialog}>{t("schedule.form.cancel")}</Button>
          <Button kind="primary" type="submit" form={FORM_ID} keys="Enter">
            {row === null ? t("waitlist.addShort") : t("schedule.form.save")}
          </Button>
        </>
      }
    >
      <WaitingForm row={row} wanted={wanted} />
    </Dialog>
  );
}

function WaitingForm({ row, wanted }: WaitingDialogProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [values, setValues] = useState(() => valuesOf(row, wanted, formats.today()));
  const [errors, setErrors] = useState<Errors>({});
  const [failed, setFailed] = useState<string | null>(null);
  const errorsIn = useErrors();
  const set = (changes: Partial<Values>): void => setValues({ ...values, ...changes });
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (stopAtUnreadable(event.currentTarget)) return;
    const found = errorsIn(values);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    send(row, values).then(closeDialog, (error: unknown) => {
      const failure = asFailure(error);
      setErrors(errorsOf(failure));
      setFailed(t(`errors.${failure.code}`));
    });
  };
  return (
    <form id={FORM_ID} onSubmit={onSubmit} noValidate className="form-stack">
      <CustomerField
        value={values.customer}
        onChange={(customer) => set({ customer })}
        errors={errors}
        autoFocus={row === null && wanted.customer === null}
      />
      {errors["customer"] === undefined ? null : (
        <p className="field-error" role="alert">
          {errors["customer"]}
        </p>
      )}
      <div className="form-two">
        <ServiceField
          value={values.serviceId}
          onChange={(serviceId) => set({ serviceId })}
          error={errors["serviceId"]}
        />
        <StaffField
          value={values.staffId}
          serviceId={values.serviceId}
          onChange={(staffId) => set({ staffId })}
        />
      </div>
      <When values={values} errors={errors} set={set} />
      <TextField
        label={t("waitlist.note")}
        lines={2}
        value={values.note}
        onChange={(note) => set({ note })}
        error={errors["note"]}
      />
      {failed === null ? null : (
        <Note tone="error" icon={CircleAlert} live>
          {failed}
        </Note>
      )}
    </form>
  );
}

interface WhenProps {
  readonly values: Values;
  readonly errors: Errors;
  readonly set: (changes: Partial<Values>) => void;
}

function When({ values, errors, set }: WhenProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="form-four">
        <DayField
          label={t("waitlist.firstDay")}
          value={values.from}
          onChange={(from) => set({ from })}
        />
        <DayField
          label={t("waitlist.lastDay")}
          value={values.to}
          onChange={(to) => set({ to })}
          error={errors["to"]}
        />
        <TimeField
          label={t("waitlist.earliest")}
          value={values.earliest}
          onChange={(earliest) => set({ earliest })}
        />
        <TimeField
          label={t("waitlist.latest")}
          value={values.latest}
          onChange={(latest) => set({ latest })}
          error={errors["latest"]}
        />
      </div>
      <WeekdayToggles
        label={t("waitlist.weekdays")}
        value={values.weekdays}
        fixed={null}
        onChange={(weekdays) => set({ weekdays })}
      />
    </>
  );
}
