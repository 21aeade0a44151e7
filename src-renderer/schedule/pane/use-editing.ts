import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BookingDetail, Scope } from "../../../src-shared/bridge/contract/schedule.ts";
import type { BookingLogEntry, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { asFailure, call } from "../../bridge.ts";
import { keyOf, partsOfKey } from "../../store/booking-key.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { type BookingValues, useWindow } from "../../store/window.ts";
import { useFormats } from "../../ui/formats.ts";
import { useLocale } from "../../words/locale.ts";
import { moneyToType } from "../../words/money.ts";
import { placementOf, saveBooking } from "../actions/bookings.ts";
import type { Changes } from "../actions/changing.ts";
import { askScope } from "../actions/scope-question.ts";
import { errorsOf, useCheck, useFormState } from "../draft/booking-form.ts";
import {
  beginEditing,
  chosen,
  isUndecided,
  type Part,
  rebased,
  typed,
} from "../draft/meanwhile.ts";
import { changesBetween, customerInput, placementShown, valuesOf } from "../draft/values.ts";

export function stopEditing(): void {
  useWindow.setState({ editing: false });
}

/** The form that shows a booking as it is. */
function useFormOf(): (booking: ScheduledBooking) => BookingValues {
  const zone = useFormats().zone;
  const locale = useLocale();
  const currency = useCatalogue((s) => s.business?.currency ?? "EUR");
  return (booking) => {
    const { priceMinor } = booking;
    const price = priceMinor === null ? "" : moneyToType(priceMinor, { locale, currency });
    return valuesOf(booking, zone, price);
  };
}

/** What the form has to say about the last try. */
interface Trouble {
  readonly errors: Readonly<Record<string, string>>;
  readonly words: string | null;
  /** Something is in the way of an occurrence that the form did not ask about; this was meant then. */
  readonly refused: Scope | undefined;
  /** Saving was tried before it was said whose changes hold. */
  readonly undecided: boolean;
}

const NO_TROUBLE: Trouble = { errors: {}, words: null, refused: undefined, undecided: false };

/** A booking in its form, put on every newer state of it that this window hears of. */
function useRebased(booking: ScheduledBooking) {
  const formOf = useFormOf();
  const [kept, setEditing] = useState(() => beginEditing(booking, formOf(booking)));
  const putOn = (now: ScheduledBooking): void =>
    setEditing((before) =>
      now.revision > before.base.revision ? rebased(before, now, formOf(now)) : before,
    );
  // Set while rendering, so that no frame shows the old state with the new revision.
  if (booking.revision > kept.base.revision) putOn(booking);
  return [kept, setEditing, putOn] as const;
}

/** As it was sent, of what a form shows. */
function sentOf(booking: ScheduledBooking) {
  const { serviceId, customerId, customerName, deskNotes, customerNotes, priceMinor } = booking;
  const known = { is: "known", id: customerId ?? "", name: customerName, about: "" } as const;
  const customer = customerInput(customerId === null ? null : known);
  return { serviceId, customer, deskNotes, customerNotes, priceMinor };
}

/** The form of an existing booking: what it holds, what is wrong with it, and how it is saved. */
export function useEditing(booking: ScheduledBooking, log: readonly BookingLogEntry[]) {
  const { t } = useTranslation();
  const zone = useFormats().zone;
  const [editing, setEditing, putOn] = useRebased(booking);
  const [trouble, setTrouble] = useState(NO_TROUBLE);
  const [newer, setNewer] = useState<BookingDetail | null>(null);
  const { base, first, values } = editing;
  const state = useFormState(values, keyOf(base));
  const check = useCheck();
  const changed = (): Changes | null => {
    const checked = check(values, state.placement);
    if (!checked.ok) {
      setTrouble({ ...NO_TROUBLE, errors: checked.errors });
      return null;
    }
    const { walkIn: _kept, rrule, ...sent } = checked.booking;
    const old = { ...placementShown(placementOf(base), first, zone), ...sentOf(base) };
    // A rule is written in more than one way, so it is the choice that tells whether it was changed.
    const same = JSON.stringify(values.repeat) === JSON.stringify(first.repeat);
    return { ...changesBetween(old, sent), ...(!same && { rrule: rrule ?? null }) };
  };
  const afterRefusal = async (error: unknown, scope: Scope): Promise<void> => {
    const failure = asFailure(error);
    if (failure.code === "STALE") {
      // Changed a moment ago: the form is put on what is there now, and says so itself.
      const now = await call("booking.get", partsOfKey(keyOf(base))).catch(() => null);
      if (now !== null && now.booking.revision > base.revision) {
        setNewer(now);
        putOn(now.booking);
        return setTrouble({ ...NO_TROUBLE, words: t("schedule.form.stale") });
      }
    }
    const refused = failure.code === "CONFLICT" ? scope : undefined;
    const words = t(`errors.${failure.code}`);
    setTrouble({ ...NO_TROUBLE, errors: errorsOf(failure), words, refused });
  };
  const save = async (anyway: boolean): Promise<void> => {
    if (editing.meanwhile.some(isUndecided)) {
      return setTrouble({ ...NO_TROUBLE, undecided: true });
    }
    const changes = changed();
    if (changes === null) return;
    const oneAllowed = !Object.hasOwn(changes, "rrule") && !Object.hasOwn(changes, "customer");
    const scope =
      anyway && trouble.refused !== undefined
        ? trouble.refused
        : await askScope({
            about: { is: "booking", booking: base },
            what: "change",
            moved: null,
            oneAllowed,
          });
    if (scope === undefined) return;
    try {
      await saveBooking(base, changes, { scope, anyway });
      stopEditing();
    } catch (error) {
      await afterRefusal(error, scope);
    }
  };
  const edit = (next: BookingValues): void => {
    setEditing(typed(editing, next));
    if (trouble.refused !== undefined) setTrouble(NO_TROUBLE);
  };
  const choose = (part: Part, whose: "mine" | "theirs"): void =>
    setEditing(chosen(editing, part, whose));
  const known = newer !== null && newer.log.length > log.length ? newer.log : log;
  return { editing, edit, choose, trouble, state, save, log: known };
}
