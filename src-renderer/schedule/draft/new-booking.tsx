import { CircleAlert, CircleCheck } from "lucide-react";
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asFailure } from "../../bridge.ts";
import { keyOf } from "../../store/booking-key.ts";
import { type Draft, select, useWindow } from "../../store/window.ts";
import { Button } from "../../ui/button.tsx";
import { useFormats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { newId } from "../../ui/new-id.ts";
import { Note } from "../../ui/note.tsx";
import { createBooking } from "../actions/bookings.ts";
import { changeDraft, closeDraft } from "../actions/drafting.ts";
import { BookingFields } from "./booking-fields.tsx";
import {
  errorsOf,
  type FormState,
  stopAtUnreadable,
  useCheck,
  useFormState,
} from "./booking-form.ts";
import { ConflictNote } from "./conflict-note.tsx";
import { withStart } from "./values.ts";
import type { Way } from "./way.ts";

interface Trouble {
  readonly errors: Readonly<Record<string, string>>;
  /** For the whole form. */
  readonly words: string | null;
}

const NO_TROUBLE: Trouble = { errors: {}, words: null };

/** Somebody else may have been chosen since: then who waited goes on waiting. */
function isStillFor({ customer, waiting }: Draft): boolean {
  return customer?.is === "known" && customer.id === waiting?.customerId;
}

/** Books what the form holds; one id for all tries, so that a lost answer never books twice. */
function useBooking(draft: Draft, state: FormState) {
  const { t } = useTranslation();
  const [trouble, setTrouble] = useState(NO_TROUBLE);
  const id = useRef(newId());
  const busy = useRef(false);
  const check = useCheck();
  const book = async (anyway: boolean): Promise<void> => {
    const checked = check(draft, state.placement);
    if (!checked.ok) return setTrouble({ errors: checked.errors, words: null });
    if (busy.current) return;
    busy.current = true;
    try {
      const waiting = isStillFor(draft) ? draft.waiting : null;
      const made = await createBooking(id.current, checked.booking, { anyway, waiting });
      closeDraft();
      if (useWindow.getState().screen === "schedule") select({ is: "booking", id: keyOf(made) });
    } catch (error) {
      const failure = asFailure(error);
      setTrouble({ errors: errorsOf(failure), words: t(`errors.${failure.code}`) });
    } finally {
      busy.current = false;
    }
  };
  return { trouble, book };
}

/** Enter takes the safe way. Pressed before the desk has answered it waits, and then books only what is free. */
function useSubmit(draft: Draft, way: Way, book: () => void) {
  const waiting = useRef(false);
  const answered = useEffectEvent(() => {
    if (waiting.current && way.is === "book") book();
    waiting.current = false;
  });
  useEffect(() => {
    if (way.is !== "wait") answered();
  }, [way.is]);
  return (event: FormEvent): void => {
    event.preventDefault();
    if (stopAtUnreadable(event.currentTarget as HTMLElement)) return;
    if (way.is === "wait") waiting.current = true;
    else if (way.is === "use") changeDraft(withStart(draft, way.start));
    else if (way.is === "book") book();
  };
}

/** The form of a new booking. Enter takes the safe way; "Book anyway" is a button of its own. */
export function NewBooking({ draft }: { readonly draft: Draft }) {
  const [full, setFull] = useState(false);
  const state = useFormState(draft, null);
  const { trouble, book } = useBooking(draft, state);
  const conflicts = state.availability?.conflicts ?? [];
  const onSubmit = useSubmit(draft, state.way, () => void book(false));
  return (
    <form onSubmit={onSubmit} noValidate className="nb-form">
      <div className="nb-body">
        <BookingFields
          values={draft}
          onChange={changeDraft}
          keepLength={draft.drawn}
          full={full}
          trouble={state.trouble}
          errors={trouble.errors}
          autoFocus
        />
        <ConflictNote conflicts={conflicts} staffName={state.staffName} free={state.free} />
        {trouble.words === null ? null : (
          <Note tone="error" icon={CircleAlert} live>
            {trouble.words}
          </Note>
        )}
      </div>
      <Buttons {...{ state, full }} onMore={() => setFull(true)} onAnyway={() => void book(true)} />
    </form>
  );
}

interface ButtonsProps {
  readonly state: FormState;
  readonly full: boolean;
  readonly onMore: () => void;
  readonly onAnyway: () => void;
}

function Buttons({ state, full, onMore, onAnyway }: ButtonsProps) {
  const { t } = useTranslation();
  const conflict = state.way.is === "use" || state.way.is === "onlyAnyway";
  return (
    <footer className="nb-foot">
      <span className="grow">{state.way.is === "book" ? <FreeWords state={state} /> : null}</span>
      {full ? null : <Button onPress={onMore}>{t("schedule.form.more")}</Button>}
      {conflict ? <Button onPress={onAnyway}>{t("schedule.form.bookAnyway")}</Button> : null}
      {state.way.is === "onlyAnyway" ? null : <MainButton way={state.way} />}
    </footer>
  );
}

function MainButton({ way }: { readonly way: Way }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Button kind="primary" type="submit" keys="Enter">
      {way.is === "use"
        ? t("schedule.form.use", { time: formats.wall(way.start) })
        : t("schedule.form.book")}
    </Button>
  );
}

function FreeWords({ state }: { readonly state: FormState }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const until = state.availability?.freeUntil ?? null;
  const name = state.staffName;
  return (
    <span className="free" role="status">
      <Icon of={CircleCheck} size={14} />
      <span>
        {until === null
          ? t("schedule.form.freeAllDay", { name })
          : t("schedule.form.freeUntil", { name, time: formats.time(until) })}
      </span>
    </span>
  );
}
