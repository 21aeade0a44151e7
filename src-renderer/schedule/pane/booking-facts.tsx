import { Clock, CloudAlert, CloudCheck, CloudUpload, TriangleAlert } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Conflict } from "../../../src-shared/bridge/contract/schedule.ts";
import {
  BookingStatus,
  type BookingLogEntry,
  type CalendarMark,
  type ScheduledBooking,
} from "../../../src-shared/domain/booking.ts";
import type { Visit } from "../../../src-shared/domain/customer.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { occurrenceKey } from "../../store/booking-key.ts";
import { useAsked } from "../../store/use-asked.ts";
import { openCustomer } from "../../store/window.ts";
import { Button } from "../../ui/button.tsx";
import { type Formats, useFormats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import { placementOf } from "../actions/bookings.ts";
import { closedWords, firstName, staffName } from "../labels.ts";
import { STATUS_ICONS } from "../status-look.ts";
import { useLogWords } from "./log-words.ts";

interface Props {
  readonly booking: ScheduledBooking;
}

const RepeatLine = lazy(async () => ({
  default: (await import("../repeat/repeat-line.tsx")).RepeatLine,
}));

/** Service, time, and what it overlaps. */
export function BookingFacts({
  booking,
  conflicts,
}: Props & { readonly conflicts: readonly Conflict[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const length = t("schedule.booking.minutes", { minutes: placementOf(booking).durationMinutes });
  const { priceMinor } = booking;
  const date = formats.dateOf(booking.start);
  const day = date === formats.today() ? t("schedule.today") : formats.weekdayAndDay(date);
  const time = formats.timeRange(booking.start, booking.end);
  return (
    <div className="facts">
      <div>
        <Swatch tint={booking.tint} />
        <span className="cut">{booking.serviceName}</span>
        <span className="r">
          {priceMinor === null
            ? length
            : t("schedule.booking.price", { length, money: formats.money(priceMinor) })}
        </span>
      </div>
      <div className="when">
        <Icon of={Clock} />
        <span>{t("schedule.booking.when", { day, time })}</span>
        <span className="r cut">{staffName(booking.staffId)}</span>
      </div>
      {booking.rrule === null ? null : (
        <Suspense fallback={null}>
          <RepeatLine rule={booking.rrule} date={date} />
        </Suspense>
      )}
      {conflicts.map((conflict) => (
        <Overlap key={`${conflict.kind}${conflict.start}`} conflict={conflict} formats={formats} />
      ))}
    </div>
  );
}

function Overlap({
  conflict,
  formats,
}: {
  readonly conflict: Conflict;
  readonly formats: Formats;
}) {
  const { t } = useTranslation();
  const words = (): string => {
    switch (conflict.kind) {
      case "googleBusy":
        return t("schedule.googleBusy", { what: t("schedule.busy") });
      case "outsideHours":
        return t("schedule.drag.outsideHours");
      case "closed":
        return closedWords(t, conflict.label);
      default:
        return conflict.label === "" ? t("schedule.walkInName") : conflict.label;
    }
  };
  const place = conflict.kind === "outsideHours" || conflict.kind === "closed";
  return (
    <div className="overlap">
      <Icon of={TriangleAlert} />
      <span className="cut">
        {place ? null : `${t("schedule.booking.overlaps")} `}
        {words()}
      </span>
      <span className="r">{place ? null : formats.timeRange(conflict.start, conflict.end)}</span>
    </div>
  );
}

export function BookingNotes({ booking }: Props) {
  const { t } = useTranslation();
  if (booking.customerNotes === "" && booking.deskNotes === "") return null;
  return (
    <div className="nt ruled">
      {booking.customerNotes === "" ? null : (
        <p>
          <span>{t("schedule.booking.customerNote")}</span>
          <span className="note-text">{booking.customerNotes}</span>
        </p>
      )}
      {booking.deskNotes === "" ? null : (
        <p>
          <span>{t("schedule.booking.deskNote")}</span>
          <span className="note-text">{booking.deskNotes}</span>
        </p>
      )}
    </div>
  );
}

export function BookingVisits({ booking }: Props) {
  return booking.customerId === null ? null : (
    <Visits id={booking.customerId} bookingId={booking.id} />
  );
}

const SHOWN_VISITS = 5;

function Visits({ id, bookingId }: { readonly id: Id; readonly bookingId: Id }) {
  const { t } = useTranslation();
  const card = useAsked("customer.get", { id }, ["schedule.changed", "catalogue.changed"]).value;
  const formats = useFormats();
  if (card === null) return null;
  const visits = card.lastVisits.filter((v) => v.bookingId !== bookingId).slice(0, SHOWN_VISITS);
  const count = t("schedule.booking.visitsCount", { count: card.visits });
  return (
    <section>
      <h2>
        {t("schedule.booking.visits")}
        <span className="c">
          {card.noShows === 0
            ? count
            : t("schedule.booking.visitsNoShow", { visits: count, count: card.noShows })}
        </span>
        <Button kind="quiet" size="small" className="r" onPress={() => openCustomer(id)}>
          {t("schedule.booking.allVisits")}
        </Button>
      </h2>
      <div className="vis">
        {visits.map((visit) => (
          <VisitRow
            key={occurrenceKey(visit.bookingId, visit.originalStart)}
            visit={visit}
            formats={formats}
          />
        ))}
      </div>
    </section>
  );
}

function VisitRow({ visit, formats }: { readonly visit: Visit; readonly formats: Formats }) {
  const { t } = useTranslation();
  const status = BookingStatus.safeParse(visit.status).data ?? "done";
  return (
    <div>
      <span>{formats.shortDay(formats.dateOf(visit.start))}</span>
      <span className="cut">{visit.serviceName}</span>
      <span>{firstName(visit.staffName)}</span>
      <span className={status === "noShow" ? "bad" : ""}>
        <Icon of={STATUS_ICONS[status]} size={14} />
        <span className="unseen">{t(`schedule.status.${status}`)}</span>
      </span>
    </div>
  );
}

const CALENDAR_ICONS = {
  waiting: CloudUpload,
  sent: CloudCheck,
  failed: CloudAlert,
  attention: CloudAlert,
} as const satisfies Record<Exclude<CalendarMark, "none">, unknown>;

interface LogProps extends Props {
  readonly log: readonly BookingLogEntry[];
}

/** Who changed what, newest first, and where it stands in the calendar. */
export function BookingLog({ booking, log }: LogProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const wordsOf = useLogWords();
  const mark = booking.calendarMark;
  return (
    <section>
      <h2>{t("schedule.booking.changes")}</h2>
      <div className="log">
        {mark === "none" ? null : (
          <div>
            <span className="t">
              <Icon of={CALENDAR_ICONS[mark]} size={14} />
            </span>
            <span>{t(`schedule.booking.calendar.${mark}`)}</span>
          </div>
        )}
        {log.map((entry, i) => (
          <div key={`${entry.at}-${i}`}>
            <span className="t">{whenShort(entry.at, formats)}</span>
            <span>{wordsOf(entry)}</span>
          </div>
        ))}
      </div>
    </section>
  );
}

/** The time for today, the day for older. */
function whenShort(at: string, formats: Formats): string {
  const date = formats.dateOf(at);
  return date === formats.today() ? formats.time(at) : formats.shortDay(date);
}
