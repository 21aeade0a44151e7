import { CircleAlert, Printer } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { asFailure } from "../../bridge.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { currentTime } from "../../store/now.ts";
import { useWindow } from "../../store/window.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, RadioChoices } from "../../ui/choices.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useFormats } from "../../ui/formats.ts";
import { Note } from "../../ui/note.tsx";
import { type Option, SelectField } from "../../ui/select-field.tsx";
import type { DaySheetWish } from "./day-sheet.ts";
import { printDay, usePrinting } from "./print-day.ts";
import { PrintedSheet } from "./printed-sheet.tsx";

const FORM_ID = "print-day";
const EVERYBODY = "everybody";

function close(): void {
  useWindow.setState({ printOpen: false });
}

/** The dialog before a day sheet is printed, and the sheet itself while the printer reads it. */
export function PrintDay({ date }: { readonly date: CalendarDate }) {
  const printed = usePrinting((s) => s.printed);
  const isOpen = useWindow((s) => s.printOpen);
  return (
    <>
      {isOpen ? <PrintDialog date={date} /> : null}
      {printed === null ? null : <PrintedSheet printed={printed} />}
    </>
  );
}

function PrintDialog({ date }: { readonly date: CalendarDate }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [failed, setFailed] = useState<string | null>(null);
  const print = async (wish: DaySheetWish): Promise<void> => {
    try {
      await printDay(date, wish, currentTime());
      close();
    } catch (error) {
      setFailed(t(`errors.${asFailure(error).code}`));
    }
  };
  return (
    <Dialog
      title={t("print.title", { day: formats.weekdayAndDay(date) })}
      isOpen
      onClose={close}
      width={400}
      actions={
        <>
          <Button onPress={close}>{t("common.close")}</Button>
          <Button kind="primary" type="submit" form={FORM_ID} icon={Printer}>
            {t("print.print")}
          </Button>
        </>
      }
    >
      <PrintForm onPrint={(wish) => void print(wish)} />
      {failed === null ? null : (
        <Note tone="error" icon={CircleAlert} live>
          {failed}
        </Note>
      )}
    </Dialog>
  );
}

function PrintForm({ onPrint }: { readonly onPrint: (wish: DaySheetWish) => void }) {
  const { t } = useTranslation();
  const staff = useCatalogue((s) => s.staff).filter((s) => s.active);
  const [staffId, setStaffId] = useState<string>(EVERYBODY);
  const [detail, setDetail] = useState<DaySheetWish["detail"]>("short");
  const [apart, setApart] = useState(false);
  const everybody = staffId === EVERYBODY;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    onPrint({ staffId: everybody ? null : staffId, detail, apart: everybody && apart });
  };
  return (
    <form id={FORM_ID} onSubmit={onSubmit} className="form-stack">
      <SelectField
        label={t("print.whose")}
        options={[
          { id: EVERYBODY, label: t("print.everybody") },
          ...staff.map((s): Option => ({ id: s.id, label: s.name })),
        ]}
        value={staffId}
        onChange={setStaffId}
      />
      <RadioChoices
        label={t("print.detail")}
        choices={[
          { id: "short", label: t("print.short"), detail: t("print.shortDetail") },
          { id: "detailed", label: t("print.detailed"), detail: t("print.detailedDetail") },
        ]}
        value={detail}
        onChange={setDetail}
      />
      <Checkbox isSelected={everybody && apart} onChange={setApart} isDisabled={!everybody}>
        {t("print.apart")}
      </Checkbox>
    </form>
  );
}
