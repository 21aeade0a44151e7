import { useTranslation } from "react-i18next";
import type { BookingConflicts } from "../../../src-shared/bridge/contract/schedule.ts";
import { keyOf } from "../../store/booking-key.ts";
import { openBooking } from "../../store/window.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useFormats } from "../../ui/formats.ts";
import { customerLabel } from "../actions/bookings.ts";
import { closeDialog } from "../desk/desk-dialogs.ts";
import { ConflictWords } from "../draft/conflict-note.tsx";
import { firstName, staffName } from "../labels.ts";
import { CONFLICT_DAYS, useConflicts } from "./use-conflicts.ts";

/** Everything that is in conflict, in one place until it is solved; each entry leads to its booking. */
export function ConflictsDialog() {
  const { t } = useTranslation();
  const found = useConflicts();
  return (
    <Dialog
      title={t("waitlist.conflictsTitle", { count: CONFLICT_DAYS })}
      isOpen
      onClose={closeDialog}
      width={520}
    >
      {found === null ? null : found.conflicts.length === 0 ? (
        <p className="wait-empty name">{t("waitlist.conflictsNone")}</p>
      ) : (
        <>
          <p className="sub">{t("waitlist.conflictsHint")}</p>
          <ul className="wait-list">
            {found.conflicts.map((entry) => (
              <li key={keyOf(entry.booking)}>
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
          {found.more === 0 ? null : (
            <p className="sub">{t("waitlist.conflictsMore", { count: found.more })}</p>
          )}
        </>
      )}
    </Dialog>
  );
}

function Entry({ entry }: { readonly entry: BookingConflicts }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { booking, conflicts } = entry;
  const date = formats.dateOf(booking.start);
  const open = (): void => {
    closeDialog();
    openBooking(keyOf(booking), date);
  };
  return (
    <button type="button" className="conflict-row" onClick={open}>
      <span className="row">
        <span className="name cut grow">{customerLabel(booking)}</span>
        <span className="sub">
          {t("waitlist.conflictWhen", {
            day: formats.weekdayAndDay(date),
            time: formats.timeRange(booking.start, booking.end),
            staff: firstName(staffName(booking.staffId)),
          })}
        </span>
      </span>
      <span className="att small">
        {conflicts.map((conflict) => (
          <span key={`${conflict.kind}${conflict.start}`}>
            <ConflictWords conflict={conflict} formats={formats} />{" "}
          </span>
        ))}
      </span>
    </button>
  );
}
