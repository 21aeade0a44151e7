import { type FormEvent, lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";
import { seenBooking } from "../store/schedule.ts";
import { useWindow } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { useFormats } from "../ui/formats.ts";
import { customerLabel, setStatus } from "./actions/bookings.ts";
import { type ScopeIs, scopeOf } from "./actions/scope-question.ts";
import { firstName, staffName } from "./labels.ts";

const FORM_ID = "cancel-booking";

const ScopeChoices = lazy(async () => ({
  default: (await import("./repeat/scope-choices.tsx")).ScopeChoices,
}));

function close(): void {
  useWindow.setState({ cancelling: null });
}

/** Asks before a booking is cancelled, and why; it can be taken back afterwards all the same. */
export function CancelDialog() {
  const { t } = useTranslation();
  const key = useWindow((s) => s.cancelling);
  const booking = key === null ? undefined : seenBooking(key);
  if (booking === undefined) return null;
  return (
    <Dialog
      title={t("schedule.cancelDialog.title", { customer: customerLabel(booking) })}
      isOpen
      onClose={close}
      role="alertdialog"
      width={440}
      actions={
        <>
          <Button onPress={close}>{t("schedule.cancelDialog.keep")}</Button>
          <Button kind="primaryDanger" type="submit" form={FORM_ID}>
            {t("schedule.cancelDialog.cancel")}
          </Button>
        </>
      }
    >
      <CancelForm booking={booking} />
    </Dialog>
  );
}

function CancelForm({ booking }: { readonly booking: ScheduledBooking }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [is, setIs] = useState<ScopeIs>("one");
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    close();
    void setStatus(booking, "cancelled", reason.trim(), scopeOf(booking, is));
  };
  return (
    <form id={FORM_ID} onSubmit={onSubmit} className="form-stack">
      <What booking={booking} />
      {booking.occurrence === null ? null : (
        <Suspense fallback={null}>
          <ScopeChoices booking={booking} oneAllowed value={is} onChange={setIs} />
        </Suspense>
      )}
      <TextField
        label={t("schedule.cancelDialog.reason")}
        placeholder={t("schedule.cancelDialog.reasonHint")}
        value={reason}
        onChange={setReason}
        maxLength={500}
        autoFocus
      />
    </form>
  );
}

function What({ booking }: { readonly booking: ScheduledBooking }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <p className="sub">
      {t("schedule.cancelDialog.text", {
        day: formats.weekdayAndDay(formats.dateOf(booking.start)),
        time: formats.timeRange(booking.start, booking.end),
        service: booking.serviceName,
        staff: firstName(staffName(booking.staffId)),
      })}{" "}
      {booking.calendarMark === "sent" ? t("schedule.cancelDialog.calendar") : null}
    </p>
  );
}
