/**
 * The event id of a booking: lower-case hex of its UUID, from generation 2 on followed by `g` and the generation.
 * Google takes 5 to 1,024 characters out of a–v and 0–9 (events.insert, `id`); `g` is no hex digit, so that no two
 * bookings and generations share an id.
 */
export function googleEventId(bookingId: string, generation: number): string {
  const hex = bookingId.replaceAll("-", "").toLowerCase();
  return generation <= 1 ? hex : `${hex}g${generation}`;
}
