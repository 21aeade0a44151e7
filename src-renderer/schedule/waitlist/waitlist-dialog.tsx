import { CalendarPlus, Pencil, Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { WaitingRow } from "../../../src-shared/bridge/contract/waiting.ts";
import { useAsked } from "../../store/use-asked.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useFormats } from "../../ui/formats.ts";
import { draftFor, type FreedTime } from "../actions/offers.ts";
import { removeWaiting } from "../actions/waiting.ts";
import { closeDialog, NOTHING_WANTED, openDialog } from "../desk/desk-dialogs.ts";
import { firstName, staffName } from "../labels.ts";
import { useWaitingWords } from "./waiting-words.ts";

interface WaitlistDialogProps {
  readonly freed: FreedTime | null;
}

/** Everybody who waits, or who would take a time that just became free; each with the next free time that suits. */
export function WaitlistDialog({ freed }: WaitlistDialogProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const title =
    freed === null
      ? t("waitlist.title")
      : t("waitlist.fitting", {
          day: formats.weekdayAndDay(formats.dateOf(freed.start)),
          time: formats.time(freed.start),
        });
  return (
    <Dialog
      title={title}
      isOpen
      onClose={closeDialog}
      width={560}
      actions={
        <Button
          icon={Plus}
          onPress={() => openDialog({ is: "waiting", row: null, wanted: NOTHING_WANTED })}
        >
          {t("waitlist.add")}
        </Button>
      }
    >
      {freed === null ? <Everybody /> : <Fitting freed={freed} />}
    </Dialog>
  );
}

function Everybody() {
  const { value } = useAsked("waitlist.list", {}, ["schedule.changed"]);
  return value === null ? null : <Rows rows={value.waiting} />;
}

function Fitting({ freed }: { readonly freed: FreedTime }) {
  const { value } = useAsked("waitlist.fitting", freed, ["schedule.changed"]);
  return value === null ? null : <Rows rows={value.waiting} />;
}

function Rows({ rows }: { readonly rows: readonly WaitingRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0)
    return (
      <div className="wait-empty">
        <p className="name">{t("waitlist.empty")}</p>
        <p className="sub">{t("waitlist.emptyHint")}</p>
      </div>
    );
  return (
    <ul className="wait-list">
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </ul>
  );
}

function Row({ row }: { readonly row: WaitingRow }) {
  const { t } = useTranslation();
  const { days, what } = useWaitingWords()(row);
  return (
    <li>
      <div className="wait-who">
        <span className="name cut">{row.customerName}</span>
        <span className="sub">{row.customerPhone}</span>
        <span className="grow" />
        <span className="sub">{days}</span>
      </div>
      <p className="sub cut">{what}</p>
      {row.note === "" ? null : <p className="wait-note">{row.note}</p>}
      <div className="wait-do">
        <Next row={row} />
        <span className="grow" />
        <IconButton
          size="small"
          icon={Pencil}
          label={t("waitlist.editNamed", { name: row.customerName })}
          onPress={() => openDialog({ is: "waiting", row, wanted: NOTHING_WANTED })}
        />
        <IconButton
          size="small"
          icon={X}
          label={t("waitlist.removeNamed", { name: row.customerName })}
          onPress={() => void removeWaiting(row)}
        />
      </div>
    </li>
  );
}

function Next({ row }: { readonly row: WaitingRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { next } = row;
  if (next === null) return <span className="mute small">{t("waitlist.nothingFree")}</span>;
  return (
    <Button
      size="small"
      icon={CalendarPlus}
      onPress={() => {
        closeDialog();
        draftFor(row, next);
      }}
    >
      {t("waitlist.book", {
        day: formats.weekdayAndDay(formats.dateOf(next.start)),
        time: formats.time(next.start),
        staff: firstName(staffName(next.staffId)),
      })}
    </Button>
  );
}
