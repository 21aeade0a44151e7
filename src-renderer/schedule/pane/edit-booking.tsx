import { CircleAlert } from "lucide-react";
import { type FormEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { BookingLogEntry, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { Button } from "../../ui/button.tsx";
import { Note } from "../../ui/note.tsx";
import { BookingFields } from "../draft/booking-fields.tsx";
import { stopAtUnreadable } from "../draft/booking-form.ts";
import { ConflictNote } from "../draft/conflict-note.tsx";
import { isUndecided } from "../draft/meanwhile.ts";
import { MeanwhileNote } from "./meanwhile-note.tsx";
import { PanelHead } from "./panel-head.tsx";
import { stopEditing, useEditing } from "./use-editing.ts";

interface Props {
  readonly booking: ScheduledBooking;
  /** Newest first. */
  readonly log: readonly BookingLogEntry[];
}

/** Goes to the first choice that is still to be made. */
function goToUndecided(form: HTMLElement): void {
  [...form.querySelectorAll(".meanwhile [role=radiogroup]")]
    .find((group) => group.querySelector("input:checked") === null)
    ?.querySelector("input")
    ?.focus();
}

/** The form of an existing booking, in the pane. */
export function EditBooking(props: Props) {
  const { booking } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { editing, edit, choose, trouble, state, save, log } = useEditing(booking, props.log);
  const conflicts = state.availability?.conflicts ?? [];
  const blocked = conflicts.length > 0 || trouble.refused !== undefined;
  const trySave = (anyway: boolean): void => {
    if (form.current === null || stopAtUnreadable(form.current)) return;
    if (editing.meanwhile.some(isUndecided)) goToUndecided(form.current);
    void save(anyway);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!blocked) trySave(false);
  };
  return (
    <>
      <PanelHead title={t("schedule.form.editTitle")} />
      <form ref={form} onSubmit={onSubmit} noValidate className="pane-form">
        <div className="nb-body">
          <MeanwhileNote editing={editing} log={log} onChoose={choose} asked={trouble.undecided} />
          <BookingFields
            values={editing.values}
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
          <Button size="large" onPress={stopEditing}>
            {t("schedule.form.cancel")}
          </Button>
          {blocked ? (
            <Button size="large" onPress={() => trySave(true)}>
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
