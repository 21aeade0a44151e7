import { CircleAlert } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { asFailure } from "../../bridge.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { useWindow } from "../../store/window.ts";
import { Button } from "../../ui/button.tsx";
import { useFormats } from "../../ui/formats.ts";
import { Note } from "../../ui/note.tsx";
import { moneyToType } from "../../words/money.ts";
import { placementOf, saveBooking } from "../actions/bookings.ts";
import { BookingFields } from "../draft/booking-fields.tsx";
import { errorsOf, useCheck, useFormState } from "../draft/booking-form.ts";
import { ConflictNote } from "../draft/conflict-note.tsx";
import { changesBetween, customerInput, valuesOf } from "../draft/values.ts";
import { PanelHead } from "./panel-head.tsx";

interface Props {
  readonly booking: ScheduledBooking;
}

function stop(): void {
  useWindow.setState({ editing: false });
}

function useTypedPrice(priceMinor: number | null): string {
  const locale = useCatalogue((s) => s.business?.locale ?? "en-GB");
  const currency = useCatalogue((s) => s.business?.currency ?? "EUR");
  return priceMinor === null ? "" : moneyToType(priceMinor, { locale, currency });
}

function useEditing(booking: ScheduledBooking) {
  const { t } = useTranslation();
  const zone = useFormats().zone;
  const price = useTypedPrice(booking.priceMinor);
  // What the booking was when the form opened: only what was changed since is sent.
  const [before] = useState(booking);
  const [values, setValues] = useState(() => valuesOf(booking, zone, price));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [words, setWords] = useState<string | null>(null);
  const state = useFormState(values, booking.id);
  const check = useCheck();
  const save = async (anyway: boolean): Promise<void> => {
    const checked = check(values, state.placement);
    setErrors(checked.ok ? {} : checked.errors);
    if (!checked.ok) return;
    const { id, revision } = booking;
    const old = { ...placementOf(before), ...sentOf(before) };
    const { walkIn: _kept, ...sent } = checked.booking;
    try {
      await saveBooking({ ...before, id, revision }, changesBetween(old, sent), anyway);
      stop();
    } catch (error) {
      const failure = asFailure(error);
      setErrors(errorsOf(failure));
      setWords(failure.code === "STALE" ? t("schedule.form.stale") : t(`errors.${failure.code}`));
    }
  };
  return { values, setValues, errors, words, state, save };
}

function sentOf(booking: ScheduledBooking) {
  const { serviceId, customerId, customerName, deskNotes, customerNotes, priceMinor } = booking;
  const known = { is: "known", id: customerId ?? "", name: customerName, about: "" } as const;
  const customer = customerInput(customerId === null ? null : known);
  return { serviceId, customer, deskNotes, customerNotes, priceMinor };
}

/** The form of an existing booking, in the pane. */
export function EditBooking({ booking }: Props) {
  const { t } = useTranslation();
  const { values, setValues, errors, words, state, save } = useEditing(booking);
  const conflicts = state.availability?.conflicts ?? [];
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (conflicts.length === 0) void save(false);
  };
  return (
    <>
      <PanelHead title={t("schedule.form.editTitle")} />
      <form onSubmit={onSubmit} noValidate className="pane-form">
        <div className="nb-body">
          <BookingFields
            values={values}
            onChange={setValues}
            keepLength={false}
            full
            trouble={state.trouble}
            errors={errors}
          />
          <ConflictNote conflicts={conflicts} staffName={state.staffName} free={state.free} />
          {words === null ? null : (
            <Note tone="error" icon={CircleAlert} live>
              {words}
            </Note>
          )}
        </div>
        <footer className="act">
          <span className="grow" />
          <Button size="large" onPress={stop}>
            {t("schedule.form.cancel")}
          </Button>
          {conflicts.length === 0 ? (
            <Button size="large" kind="primary" type="submit">
              {t("schedule.form.save")}
            </Button>
          ) : (
            <Button size="large" onPress={() => void save(true)}>
              {t("schedule.form.saveAnyway")}
            </Button>
          )}
        </footer>
      </form>
    </>
  );
}
