import { UserX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { BookingStatus, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { toMs } from "../../../src-shared/time/zones.ts";
import { keyOf } from "../../store/booking-key.ts";
import { useNow } from "../../store/now.ts";
import { useWindow } from "../../store/window.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { joinClass } from "../../ui/join-class.ts";
import { setStatus } from "../actions/bookings.ts";
import { STATUS_ICONS } from "../status-look.ts";

const STEPS = ["booked", "confirmed", "arrived", "inService", "done"] as const;
const MINUTE_MS = 60_000;

interface Props {
  readonly booking: ScheduledBooking;
}

/** The steps of a visit; any of them is one click, forward and back. */
export function StatusSteps({ booking }: Props) {
  const { t } = useTranslation();
  const at = STEPS.findIndex((step) => step === booking.status);
  return (
    <>
      <div className="steps" role="group" aria-label={t("schedule.booking.steps")}>
        {STEPS.map((step, i) => (
          <button
            key={step}
            type="button"
            className={joinClass("step", i < at && "past", i === at && "on")}
            aria-pressed={i === at}
            onClick={() => void setStatus(booking, step)}
          >
            <Icon of={STATUS_ICONS[step]} />
            {t(`schedule.status.${step}`)}
          </button>
        ))}
      </div>
      <div className="under">
        <span className="under-words cut">
          <StatusWords booking={booking} />
        </span>
        <OtherEnds booking={booking} />
      </div>
    </>
  );
}

/** The two ways in which a visit does not happen. */
function OtherEnds({ booking }: Props) {
  const { t } = useTranslation();
  const { status } = booking;
  return (
    <>
      {status === "cancelled" ? null : (
        <Button
          kind="quiet"
          size="small"
          icon={UserX}
          // Switched off it would drop the focus of who just pressed it.
          aria-pressed={status === "noShow"}
          onPress={() => void setStatus(booking, "noShow")}
        >
          {t("schedule.booking.noShow")}
        </Button>
      )}
      {status === "cancelled" ? null : (
        <Button
          kind="quiet"
          size="small"
          onPress={() => useWindow.setState({ cancelling: keyOf(booking) })}
        >
          {t("schedule.booking.cancel")}
        </Button>
      )}
    </>
  );
}

const TO_COME: readonly BookingStatus[] = ["booked", "confirmed"];
/** Before that a start is not worth a word. */
const SOON_MINUTES = 120;

function StatusWords({ booking }: Props) {
  const { t } = useTranslation();
  const minutes = Math.floor((useNow() - toMs(booking.start)) / MINUTE_MS);
  const { status } = booking;
  if (status === "noShow" || status === "cancelled")
    return booking.cancelReason === ""
      ? t(`schedule.status.${status}`)
      : `${t(`schedule.status.${status}`)}: ${booking.cancelReason}`;
  if (status === "arrived")
    return minutes < 0
      ? t("schedule.pane.early", { minutes: -minutes })
      : t("schedule.booking.waiting", { minutes });
  if (!TO_COME.includes(status)) return null;
  if (minutes < 0 && minutes > -SOON_MINUTES)
    return t("schedule.booking.startsIn", { minutes: -minutes });
  const isLate = minutes > 0 && minutes < SOON_MINUTES;
  return isLate ? t("schedule.booking.lateBy", { minutes }) : null;
}
