import { ConciergeBell } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { keyOf } from "../../store/booking-key.ts";
import { useNow } from "../../store/now.ts";
import { useSchedule } from "../../store/schedule.ts";
import { openBooking } from "../../store/window.ts";
import { useFormats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { customerLabel } from "../actions/bookings.ts";
import { useDayColumns } from "../day-columns.ts";
import { firstName, staffName } from "../labels.ts";
import { sumUp } from "../sum-up.ts";
import { atDesk, freeNow, upcoming } from "./at-desk.ts";
import { MiniMonth } from "./mini-month.tsx";

const OnlineRequests = lazy(async () => ({
  default: (await import("../../online/requests.tsx")).OnlineRequests,
}));

interface DeskPaneProps {
  readonly date: CalendarDate;
  readonly today: CalendarDate;
}

const WaitlistSection = lazy(async () => ({
  default: (await import("../waitlist/waitlist-section.tsx")).WaitlistSection,
}));

/** Month, who waits, who comes next: always today's, whatever day the grid shows. */
export function DeskPane({ date, today }: DeskPaneProps) {
  return (
    <>
      <MiniMonth date={date} today={today} />
      <div className="pane-scroll">
        <Suspense>
          <OnlineRequests />
        </Suspense>
        <AtDesk today={today} />
        <Next date={date} today={today} />
        <Suspense fallback={null}>
          <WaitlistSection />
        </Suspense>
        <TodayNumbers today={today} />
      </div>
    </>
  );
}

function useToday(today: CalendarDate): readonly ScheduledBooking[] {
  return useDayColumns(today).flatMap((c) => c.bookings.map((p) => p.booking));
}

/** Whether the desk has told of today; until then nobody is told that nothing is to come. */
function useKnown(today: CalendarDate): boolean {
  return useSchedule((s) => s.days.has(today));
}

function AtDesk({ today }: { readonly today: CalendarDate }) {
  const { t } = useTranslation();
  const now = useNow();
  const waiting = atDesk(useToday(today), now);
  const known = useKnown(today);
  return (
    <section>
      <h2>
        {t("schedule.pane.atDesk")}
        {waiting.length === 0 ? null : <span className="c">{waiting.length}</span>}
      </h2>
      {waiting.length === 0 ? (
        <Nothing words={known ? t("schedule.pane.nobodyAtDesk") : ""} />
      ) : null}
      {waiting.map(({ booking, minutes }) => (
        <Waiting key={keyOf(booking)} booking={booking} minutes={minutes} today={today} />
      ))}
    </section>
  );
}

/** Keeps its line while the words are not known, so that nothing below jumps. */
function Nothing({ words }: { readonly words: string }) {
  return <p className="mute small">{words === "" ? "\u00a0" : words}</p>;
}

interface WaitingProps {
  readonly booking: ScheduledBooking;
  /** After the start; before it they are negative. */
  readonly minutes: number;
  readonly today: CalendarDate;
}

function Waiting({ booking, minutes, today }: WaitingProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <button type="button" className="li" onClick={() => openBooking(keyOf(booking), today)}>
      <span className="bell">
        <Icon of={ConciergeBell} />
      </span>
      <span className="name cut">{customerLabel(booking)}</span>
      <span className="e">
        {minutes < 0
          ? t("schedule.pane.early", { minutes: -minutes })
          : t("schedule.pane.waiting", { minutes })}
      </span>
      <span className="d cut">
        {t("schedule.pane.withStaff", {
          time: formats.time(booking.start),
          service: booking.serviceName,
          staff: firstName(staffName(booking.staffId)),
        })}
      </span>
    </button>
  );
}

const SHOWN = 4;

function Next({ date, today }: DeskPaneProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const next = upcoming(useToday(today), now).slice(0, SHOWN);
  const known = useKnown(today);
  return (
    <section className="ruled">
      <h2>
        {t(date === today ? "schedule.pane.next" : "schedule.pane.nextToday")}
        <FreeNow today={today} />
      </h2>
      {next.length === 0 ? <Nothing words={known ? t("schedule.pane.nothingNext") : ""} /> : null}
      {next.map((booking) => (
        <button
          key={keyOf(booking)}
          type="button"
          className="li"
          onClick={() => openBooking(keyOf(booking), today)}
        >
          <span className="t">{formats.time(booking.start)}</span>
          <span className="name cut">{customerLabel(booking)}</span>
          <span className="e">{firstName(staffName(booking.staffId))}</span>
          <span className="d cut">{booking.serviceName}</span>
        </button>
      ))}
    </section>
  );
}

function FreeNow({ today }: { readonly today: CalendarDate }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const free = freeNow(useDayColumns(today), now, formats.zone);
  if (!useKnown(today) || free === null) return null;
  const name = firstName(free.staff.name);
  return (
    <span className="r cut">
      {free.until === null
        ? t("schedule.pane.freeNow", { name })
        : t("schedule.pane.freeNowUntil", { name, time: formats.wall(free.until) })}
    </span>
  );
}

/** On a wide window there is room for the day's numbers. */
function TodayNumbers({ today }: { readonly today: CalendarDate }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { bookings, online, expectedMinor } = sumUp(useDayColumns(today));
  if (!useKnown(today)) return null;
  return (
    <section className="ruled wide-only">
      <h2>{t("schedule.pane.todayTitle")}</h2>
      <p className="pair">
        <span className="name">{t("schedule.pane.booked")}</span>
        <span>
          {online === 0 ? bookings : t("schedule.pane.bookedOnline", { count: bookings, online })}
        </span>
      </p>
      <p className="pair">
        <span className="name">{t("schedule.pane.expected")}</span>
        <span>{formats.money(expectedMinor)}</span>
      </p>
    </section>
  );
}
