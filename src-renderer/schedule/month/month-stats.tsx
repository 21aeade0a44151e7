import { useTranslation } from "react-i18next";
import { occupiesTime } from "../../../src-shared/domain/booking.ts";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { useAnswered, useRange } from "../../store/range.ts";
import { useFormats } from "../../ui/formats.ts";

/** How many bookings the month of a date has; those of the days around it don't count. */
export function MonthStats({ date }: { readonly date: CalendarDate }) {
  const { t } = useTranslation();
  const { dateOf } = useFormats();
  const known = useAnswered(date);
  const count = useRange(
    ({ value }) =>
      value?.bookings.filter(
        (b) => occupiesTime(b.status) && dateOf(b.start).slice(0, 7) === date.slice(0, 7),
      ).length,
  );
  return (
    <span className="stats">
      {count === undefined || !known ? "" : t("schedule.bookings", { count })}
    </span>
  );
}
