import { keyOf } from "../../store/booking-key.ts";
import type { ListLayout, RowPlace } from "./list-layout.ts";

/** The nearest day with bookings in a direction. */
function filledDay({ days }: ListLayout, from: number, by: 1 | -1): number | null {
  for (let day = from; day >= 0 && day < days.length; day += by)
    if ((days[day]?.bookings.length ?? 0) > 0) return day;
  return null;
}

function rowsOf({ days }: ListLayout, day: number): number {
  return days[day]?.bookings.length ?? 0;
}

/** @param row which of the day; negative from its end */
function placeIn(layout: ListLayout, day: number | null, row: number): RowPlace | null {
  if (day === null) return null;
  const booking = layout.days[day]?.bookings.at(row);
  if (booking === undefined) return null;
  return { key: keyOf(booking), day, row: row < 0 ? rowsOf(layout, day) + row : row };
}

/** The first booking from a day on; the last one before it if none follows. */
export function firstFrom(layout: ListLayout, day: number): RowPlace | null {
  return (
    placeIn(layout, filledDay(layout, day, 1), 0) ??
    placeIn(layout, filledDay(layout, day - 1, -1), -1)
  );
}

/** Where a key leads from a booking; null if it means nothing here or there is nothing more. */
export function placeByKey(key: string, layout: ListLayout, from: RowPlace): RowPlace | null {
  const { day, row } = from;
  switch (key) {
    case "ArrowDown":
      return row + 1 < rowsOf(layout, day)
        ? placeIn(layout, day, row + 1)
        : placeIn(layout, filledDay(layout, day + 1, 1), 0);
    case "ArrowUp":
      return row > 0
        ? placeIn(layout, day, row - 1)
        : placeIn(layout, filledDay(layout, day - 1, -1), -1);
    case "Home":
      return placeIn(layout, day, 0);
    case "End":
      return placeIn(layout, day, -1);
    case "ArrowRight":
    case "PageDown":
      return placeIn(layout, filledDay(layout, day + 1, 1), 0);
    case "ArrowLeft":
    case "PageUp":
      return placeIn(layout, filledDay(layout, day - 1, -1), 0);
    default:
      return null;
  }
}
