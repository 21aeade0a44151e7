import { CloudUpload, Globe, Repeat, StickyNote, TriangleAlert } from "lucide-react";
import { type CSSProperties, memo } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { keyOf } from "../../store/booking-key.ts";
import { select, useWindow } from "../../store/window.ts";
import type { Formats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { joinClass } from "../../ui/join-class.ts";
import { customerLabel } from "../actions/bookings.ts";
import { MIN_BLOCK_PX } from "../grid/axis.ts";
import type { Lane } from "../grid/layout.ts";
import type { PlacedBooking } from "../grid/place.ts";
import { bookingLabel } from "../labels.ts";
import { STATUS_ICONS } from "../status-look.ts";
import { useLifted } from "./drag-store.ts";
import "./booking-block.css";

interface BookingBlockProps {
  readonly placed: PlacedBooking;
  /** The `lane`-th of `lanes` side by side; numbers, so that a layout that comes out alike draws nothing again. */
  readonly lane: number;
  readonly lanes: number;
  /** Pixels below the top of the column. */
  readonly top: number;
  readonly pxPerMinute: number;
  readonly clash: boolean;
  readonly staffName: string;
  readonly formats: Formats;
}

/** Under 30 px one line, under 40 two tight ones, from 64 three (look.md, "Booking block"). */
type Form = "one" | "two" | "normal" | "tall";

export function formOf(height: number): Form {
  if (height < 30) return "one";
  if (height < 40) return "two";
  return height < 64 ? "normal" : "tall";
}

export function heightOfBlock(minutes: number, pxPerMinute: number): number {
  return Math.max(minutes * pxPerMinute, MIN_BLOCK_PX) - 1;
}

/** Left and right edges of a lane; 2 px from the column's left, 3 from its right, 1 between lanes. */
export function laneStyle({ lane, lanes }: Lane): CSSProperties {
  const percent = (part: number): string => `${(part / lanes) * 100}%`;
  const last = lane === lanes - 1;
  return {
    insetInlineStart: `calc(${percent(lane)} + 2px)`,
    insetInlineEnd: `calc(${percent(lanes - lane - 1)} + ${last ? 3 : 1}px)`,
  };
}

/** A booking on the grid: fill is the service, bar and icon are the status. */
export const BookingBlock = memo(function BookingBlock(props: BookingBlockProps) {
  const { placed, lane, lanes, top, pxPerMinute, clash } = props;
  const { booking } = placed;
  const key = keyOf(booking);
  const selected = useWindow((s) => s.selection?.is === "booking" && s.selection.id === key);
  const lifted = useLifted(key);
  const height = heightOfBlock(placed.to - placed.from, pxPerMinute);
  const label = useLabel(props);
  return (
    <li>
      <button
        type="button"
        tabIndex={-1}
        data-id={key}
        data-drag="booking"
        aria-pressed={selected}
        className={joinClass(
          bookingClass(booking, formOf(height)),
          selected && "sel",
          lifted && "ghosted",
          clash && "clash",
        )}
        style={blockStyle(top, height, { lane, lanes })}
        onClick={() => select({ is: "booking", id: key })}
      >
        <span className="unseen">{label}</span>
        <span className="bk-in" aria-hidden>
          <BookingBlockIn
            booking={booking}
            form={formOf(height)}
            narrow={lanes > 1}
            formats={props.formats}
          />
        </span>
        {clash ? <ClashBadge /> : null}
        <i className="bk-now" />
        <i className="bk-edge" data-drag="edge" />
      </button>
    </li>
  );
});

function blockStyle(top: number, height: number, lane: Lane): CSSProperties {
  return { "--top": `${top}px`, top, height, ...laneStyle(lane) } as CSSProperties;
}

export function bookingClass(booking: ScheduledBooking, form: Form): string {
  return joinClass(
    "bk",
    `t-${booking.tint}`,
    `st-${booking.status}`,
    form !== "normal" && form,
    booking.walkIn && "walkin",
  );
}

function useLabel({ placed, formats, staffName, clash }: BookingBlockProps): string {
  const { t } = useTranslation();
  const label = bookingLabel(t, placed.booking, staffName, formats);
  return clash ? t("schedule.bookingLabelClash", { label }) : label;
}

function ClashBadge() {
  return (
    <span className="fork">
      <Icon of={TriangleAlert} size={13} />
    </span>
  );
}

interface InProps {
  readonly booking: ScheduledBooking;
  readonly form: Form;
  readonly narrow: boolean;
  readonly formats: Formats;
}

/** The words and marks of a block; also drawn on what is dragged. */
export function BookingBlockIn({ booking, form, narrow, formats }: InProps) {
  const name = <span className="nm">{customerLabel(booking)}</span>;
  const icon = <Icon of={STATUS_ICONS[booking.status]} size={13} />;
  if (form === "one")
    return (
      <>
        <span className="fit">
          {name}
          <span className="sv">{booking.serviceName}</span>
        </span>
        {icon}
      </>
    );
  const start = formats.time(booking.start);
  return (
    <>
      <span className="r1">
        {name}
        {icon}
      </span>
      <span className="r2">
        <ServiceName booking={booking} />
        {form === "tall" || narrow ? null : <MarksAndTime booking={booking} time={start} />}
      </span>
      {form === "tall" ? (
        <span className="r3">
          <span className="tm">
            {narrow ? start : formats.timeRange(booking.start, booking.end)}
          </span>
          <Marks booking={booking} />
        </span>
      ) : null}
    </>
  );
}

function ServiceName({ booking }: { readonly booking: ScheduledBooking }) {
  return (
    <span className="sv">
      {booking.status === "noShow" ? <NoShow /> : null}
      {booking.serviceName}
    </span>
  );
}

/** The few that have words of their own ask for them; hundreds that have none need not. */
function NoShow() {
  const { t } = useTranslation();
  return (
    <>
      <span className="wd">{t("schedule.status.noShow")}</span> ·{" "}
    </>
  );
}

function FirstVisit() {
  const { t } = useTranslation();
  return <span className="tag">{t("schedule.first")}</span>;
}

function MarksAndTime({
  booking,
  time,
}: {
  readonly booking: ScheduledBooking;
  readonly time: string;
}) {
  return (
    <>
      <Marks booking={booking} />
      <span className="tm">{time}</span>
    </>
  );
}

/** What else is to be known of a booking, in a fixed order. */
export function Marks({ booking }: { readonly booking: ScheduledBooking }) {
  const notes = booking.customerNotes !== "" || booking.deskNotes !== "";
  const unsent = booking.calendarMark === "waiting" || booking.calendarMark === "failed";
  return (
    <span className="marks">
      {booking.rrule === null ? null : <Icon of={Repeat} size={12} />}
      {notes ? <Icon of={StickyNote} size={12} /> : null}
      {booking.customerAlert === "" ? null : <Icon of={TriangleAlert} size={13} className="al" />}
      {booking.source === "customer" ? <Icon of={Globe} size={12} /> : null}
      {unsent ? <Icon of={CloudUpload} size={13} /> : null}
      {booking.firstVisit ? <FirstVisit /> : null}
    </span>
  );
}
