import { type KeyboardEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { type BookingKey, keyOf } from "../../store/booking-key.ts";
import { select, useWindow } from "../../store/window.ts";
import { type Formats, useFormats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { joinClass } from "../../ui/join-class.ts";
import { Swatch } from "../../ui/swatch.tsx";
import { customerLabel } from "../actions/bookings.ts";
import { Marks } from "../day-grid/booking-block.tsx";
import { bookingLabel, staffName } from "../labels.ts";
import { STATUS_ICONS } from "../status-look.ts";

interface BookingRowProps {
  readonly booking: ScheduledBooking;
  readonly isStop: boolean;
  readonly onFocus: (key: BookingKey) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A booking in one line; opens it in the pane. */
export const BookingRow = memo(function BookingRow(props: BookingRowProps) {
  const { booking, isStop, onFocus, onKeyDown } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const key = keyOf(booking);
  const selected = useWindow((s) => s.selection?.is === "booking" && s.selection.id === key);
  const label = bookingLabel(t, booking, staffName(booking.staffId), formats);
  return (
    <button
      type="button"
      className={joinClass("agenda-row", booking.status, selected && "sel")}
      data-id={key}
      tabIndex={isStop ? 0 : -1}
      aria-pressed={selected}
      onFocus={() => onFocus(key)}
      onKeyDown={onKeyDown}
      onClick={() => select({ is: "booking", id: key })}
    >
      <span className="unseen">{label}</span>
      <Cells booking={booking} formats={formats} />
    </button>
  );
});

interface CellsProps {
  readonly booking: ScheduledBooking;
  readonly formats: Formats;
}

function Cells({ booking, formats }: CellsProps) {
  const { t } = useTranslation();
  const { status, priceMinor } = booking;
  return (
    <span className="agenda-cells" aria-hidden>
      <span className="num">{formats.timeRange(booking.start, booking.end)}</span>
      <span className="agenda-name">
        <b className="cut">{customerLabel(booking)}</b>
        <Marks booking={booking} />
      </span>
      <span className="agenda-service">
        <Swatch tint={booking.tint} />
        <span className="cut">{booking.serviceName}</span>
      </span>
      <span className="cut sub">{staffName(booking.staffId)}</span>
      <span className="agenda-status">
        <Icon of={STATUS_ICONS[status]} size={14} />
        <span className="cut">{t(`schedule.status.${status}`)}</span>
      </span>
      <span className="num agenda-price">
        {priceMinor === null ? null : formats.money(priceMinor)}
      </span>
    </span>
  );
}
