import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Slot } from "../../../src-shared/bridge/contract/waiting.ts";
import type { CalendarDate, Id } from "../../../src-shared/domain/primitives.ts";
import { useAsked } from "../../store/use-asked.ts";
import { openDayOnGrid } from "../../store/window.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useFormats } from "../../ui/formats.ts";
import { draftSlot, shownDate } from "../actions/drafting.ts";
import { activeServices } from "../actions/services.ts";
import { closeDialog, openDialog, type Wanted } from "../desk/desk-dialogs.ts";
import { stopAtUnreadable } from "../draft/booking-form.ts";
import { DayField } from "../draft/day-time-fields.tsx";
import { firstName, staffName } from "../labels.ts";
import { ServiceField, StaffField } from "./who-fields.tsx";

const FORM_ID = "find-a-time";
/** So far ahead it is looked. */
const DAYS = 62;
const LIMIT = 24;

/** The next free times for a service, of anyone or of one person; choosing one opens the form of a booking there. */
export function FindDialog({ wanted }: { readonly wanted: Wanted }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [serviceId, setServiceId] = useState(wanted.serviceId ?? activeServices()[0]?.id ?? null);
  const [staffId, setStaffId] = useState<Id | null>(wanted.staffId);
  const [from, setFrom] = useState<CalendarDate>(() => {
    const shown = shownDate();
    return shown < formats.today() ? formats.today() : shown;
  });
  const search = { serviceId: serviceId ?? "", staffId, from, days: DAYS, limit: LIMIT };
  const found = useSlots(serviceId === null ? null : search);
  const [first] = found ?? [];
  const take = (slot: Slot): void => {
    closeDialog();
    openDayOnGrid(formats.dateOf(slot.start));
    draftSlot(slot, { serviceId, customer: wanted.customer });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!stopAtUnreadable(event.currentTarget) && first !== undefined) take(first);
  };
  return (
    <Dialog
      title={t("waitlist.find")}
      isOpen
      onClose={closeDialog}
      width={520}
      actions={
        <>
          <Button
            onPress={() =>
              openDialog({ is: "waiting", row: null, wanted: { ...wanted, serviceId, staffId } })
            }
          >
            {t("waitlist.putOn")}
          </Button>
          <span className="grow" />
          {first === undefined ? null : (
            <Button kind="primary" type="submit" form={FORM_ID} keys="Enter">
              {t("waitlist.use", {
                day: formats.weekdayAndDay(formats.dateOf(first.start)),
                time: formats.time(first.start),
                staff: firstName(staffName(first.staffId)),
              })}
            </Button>
          )}
        </>
      }
    >
      <form id={FORM_ID} onSubmit={onSubmit} noValidate className="form-stack find-form">
        <div className="find-fields">
          <ServiceField value={serviceId} onChange={setServiceId} />
          <StaffField value={staffId} serviceId={serviceId} onChange={setStaffId} />
          <DayField label={t("waitlist.from")} value={from} onChange={setFrom} />
        </div>
        <Slots slots={found} onUse={take} />
      </form>
    </Dialog>
  );
}

type Search = {
  readonly serviceId: Id;
  readonly staffId: Id | null;
  readonly from: CalendarDate;
  readonly days: number;
  readonly limit: number;
};

/** Null until the desk has answered; what it answered before stays until then. */
function useSlots(search: Search | null): readonly Slot[] | null {
  const nothing = { serviceId: "", staffId: null, from: "", days: 1, limit: 1 };
  const { value, failure } = useAsked("slot.find", search ?? nothing, ["schedule.changed"]);
  if (search === null || failure !== null) return [];
  return value?.slots ?? null;
}

interface SlotsProps {
  readonly slots: readonly Slot[] | null;
  readonly onUse: (slot: Slot) => void;
}

function Slots({ slots, onUse }: SlotsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (slots === null) return <div className="find-slots" />;
  if (slots.length === 0)
    return (
      <div className="find-slots" role="status">
        <p className="name">{t("waitlist.noSlots", { count: DAYS })}</p>
        <p className="sub">{t("waitlist.noSlotsHint")}</p>
      </div>
    );
  const byDay = Map.groupBy(slots, (slot) => formats.dateOf(slot.start));
  return (
    <div className="find-slots" role="group" aria-label={t("waitlist.slots")}>
      {[...byDay].map(([date, ofDay]) => (
        <section key={date}>
          <h3>{formats.weekdayAndDay(date)}</h3>
          <div className="find-times">
            {ofDay.map((slot) => (
              <Button key={`${slot.start}${slot.staffId}`} size="small" onPress={() => onUse(slot)}>
                {t("waitlist.slot", {
                  time: formats.time(slot.start),
                  staff: firstName(staffName(slot.staffId)),
                })}
              </Button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
