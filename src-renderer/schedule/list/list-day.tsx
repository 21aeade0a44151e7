import { type KeyboardEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { closedOn } from "../../../src-shared/domain/closures.ts";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { type BookingKey, keyOf } from "../../store/booking-key.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { useNow } from "../../store/now.ts";
import { useFormats } from "../../ui/formats.ts";
import { joinClass } from "../../ui/join-class.ts";
import { closedWords } from "../labels.ts";
import { expectedOf } from "../sum-up.ts";
import { BookingRow } from "./booking-row.tsx";
import { isFiltering, useListFilter } from "./list-filter.ts";
import { countOver, type PlacedDay, ROW_PX, rowsWithin } from "./list-layout.ts";

interface DayGroupProps {
  readonly day: PlacedDay;
  readonly isToday: boolean;
  /** The stretch of the list that is drawn; pixels. */
  readonly from: number;
  readonly to: number;
  /** A row that is drawn wherever it is, because it has the focus. */
  readonly held: number | null;
  /** The one booking of the list that Tab stops at. */
  readonly stop: BookingKey | null;
  readonly onFocus: (key: BookingKey) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One day: its heading stays in sight while its bookings go by. */
export function ListDayGroup({ day, isToday, from, to, held, stop, ...does }: DayGroupProps) {
  const { date, bookings, top, height } = day;
  const { first, end } = rowsWithin(day, from, to);
  const rows = Array.from({ length: end - first }, (_, i) => first + i);
  const id = `list-${date}`;
  return (
    <section className="agenda-day" style={{ top, height }} aria-labelledby={id}>
      <DayHead id={id} date={date} bookings={bookings} isToday={isToday} />
      {bookings.length === 0 ? <NothingOn /> : null}
      <ul className="agenda-rows" style={{ height: bookings.length * ROW_PX }}>
        {(held === null || rows.includes(held) ? rows : [...rows, held]).map((row) => {
          const booking = bookings[row];
          if (booking === undefined) return null;
          const key = keyOf(booking);
          return (
            <li
              key={key}
              style={{ top: row * ROW_PX }}
              aria-setsize={bookings.length}
              aria-posinset={row + 1}
            >
              <BookingRow booking={booking} isStop={key === stop} {...does} />
            </li>
          );
        })}
        {isToday ? <NowRule day={day} /> : null}
      </ul>
    </section>
  );
}

interface HeadProps {
  readonly id: string;
  readonly date: CalendarDate;
  readonly bookings: readonly ScheduledBooking[];
  readonly isToday: boolean;
}

const DayHead = memo(function DayHead({ id, date, bookings, isToday }: HeadProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const business = useCatalogue((s) => s.business);
  const closure = business === null ? null : closedOn(business.closures, date);
  const kept = bookings.filter((b) => b.status !== "cancelled");
  const expected = expectedOf(kept);
  const count = t("schedule.bookings", { count: kept.length });
  return (
    <header className={joinClass("agenda-head", isToday && "td")}>
      <h2 id={id}>
        {formats.weekday(date)} <span>{formats.dayAndMonth(date)}</span>
        {isToday ? <b>{t("schedule.today")}</b> : null}
      </h2>
      {closure === null ? null : <span className="cut">{closedWords(t, closure.name)}</span>}
      {kept.length === 0 ? null : (
        <span className="num agenda-sums">
          {expected === 0
            ? count
            : t("schedule.stats", { bookings: count, money: formats.money(expected) })}
        </span>
      )}
    </header>
  );
});

function NothingOn() {
  const { t } = useTranslation();
  const filtering = useListFilter(isFiltering);
  return (
    <p className="agenda-none mute">
      {t(filtering ? "schedule.list.noneMatches" : "schedule.list.none")}
    </p>
  );
}

/** The brass line between what is over and what is to come. */
function NowRule({ day }: { readonly day: PlacedDay }) {
  const now = useNow();
  return <li className="agenda-now" style={{ top: countOver(day, now) * ROW_PX }} aria-hidden />;
}
