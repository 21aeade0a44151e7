import { CircleAlert } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Scope } from "../../../src-shared/bridge/contract/schedule.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { asFailure } from "../../bridge.ts";
import { keyOf } from "../../store/booking-key.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { useWindow } from "../../store/window.ts";
import { Button } from "../../ui/button.tsx";
import { useFormats } from "../../ui/formats.ts";
import { Note } from "../../ui/note.tsx";
import { moneyToType } from "../../words/money.ts";
import { placementOf, saveBooking } from "../actions/bookings.ts";
import type { Changes } from "../actions/changing.ts";
import { askScope } from "../actions/scope-question.ts";
import { BookingFields } from "../draft/booking-fields.tsx";
import { errorsOf, stopAtUnreadable, useCheck, useFormState } from "../draft/booking-form.ts";
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

/** What the form has to say about the last try. */
interface Trouble {
  readonly errors: Readonly<Record<string, string>>;
  readonly words: string | null;
  /** Something is in the way of an occurrence that the form did not ask about; this was meant then. */
  readonly refused: Scope | undefined;
}

const NO_TROUBLE: Trouble = { errors: {}, words: null, refused: undefined };

function useEditing(booking: ScheduledBooking) {
  const { t } = useTranslation();
  const zone = useFormats().zone;
  const price = useTypedPrice(booking.priceMinor);
  // What the booking was when the form opened: only what was changed since is sent.
  const [before] = useState(booking);
  const [first] = useState(() => valuesOf(booking, zone, price));
  const [values, setValues] = useState(first);
  const [trouble, setTrouble] = useState(NO_TROUBLE);
  const state = useFormState(values, keyOf(booking));
  const check = useCheck();
  const changed = (): Changes | null => {
    const checked = check(values, state.placement);
    if (!checked.ok) {
      setTrouble({ ...NO_TROUBLE, errors: checked.errors });
      return null;
    }
    const { walkIn: _kept, rrule, ...sent } = checked.booking;
    const old = { ...placementOf(before), ...sentOf(before) };
    // A rule is written in more than one way, so it is the choice that tells whether it was changed.
    const same = JSON.stringify(values.repeat) === JSON.stringify(first.repeat);
    return { ...changesBetween(old, sent), ...(!same && { rrule: rrule ?? null }) };
  };
  const save = async (anyway: boolean): Promise<void> => {
    const changes = changed();
    if (changes === null) return;
    const oneAllowed = !Object.hasOwn(changes, "rrule") && !Object.hasOwn(changes, "customer");
    const scope =
      anyway && trouble.refused !== undefined
        ? trouble.refused
        : await askScope({ booking, what: "change", to: null, oneAllowed });
    if (scope === undefined) return;
    const { id, revision } = booking;
    try {
      await saveBooking({ ...before, id, revision }, changes, { scope, anyway });
      stop();
    } catch (error) {
      const failure = asFailure(error);
      const words =
        failure.code === "STALE" ? t("schedule.form.stale") : t(`errors.${failure.code}`);
      const refused = failure.code === "CONFLICT" ? scope : undefined;
      setTrouble({ errors: errorsOf(failure), words, refused });
    }
  };
  const edit = (next: typeof values): void => {
    setValues(next);
    if (trouble.refused !== undefined) setTrouble(NO_TROUBLE);
  };
  return { values, edit, trouble, state, save };
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
  const { values, edit, trouble, state, save } = useEditing(booking);
  const conflicts = state.availability?.conflicts ?? [];
  const blocked = conflicts.length > 0 || trouble.refused !== undefined;
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (stopAtUnreadable(event.currentTarget) || blocked) return;
    void save(false);
  };
  return (
    <>
      <PanelHead title={t("schedule.form.editTitle")} />
      <form onSubmit={onSubmit} noValidate className="pane-form">
        <div className="nb-body">
          <BookingFields
            values={values}
            onChange={edit}
            keepLength={false}
            full
            trouble={state.trouble}
            errors={trouble.errors}
            bookingId={booking.id}
          />
          <ConflictNote conflicts={conflicts} staffName={state.staffName} free={state.free} />
          {trouble.words === null ? null : (
            <Note tone="error" icon={CircleAlert} live>
              {trouble.words}
            </Note>
          )}
        </div>
        <footer className="act">
          <span className="grow" />
          <Button size="large" onPress={stop}>
            {t("schedule.form.cancel")}
          </Button>
          {blocked ? (
            <Button size="large" onPress={() => void save(true)}>
              {t("schedule.form.saveAnyway")}
            </Button>
          ) : (
            <Button size="large" kind="primary" type="submit">
              {t("schedule.form.save")}
            </Button>
          )}
        </footer>
      </form>
    </>
  );
}
