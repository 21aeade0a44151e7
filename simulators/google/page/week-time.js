/**
 * Times on the page are wall clock digits of the calendar's zone, as the simulator's answers have
 * them; for arithmetic they are read as if they were UTC.
 */
export const DAY = 86_400_000;

export const wallOf = (text) => Date.parse(`${text.slice(0, 16)}:00Z`);
export const wallText = (wall) => new Date(wall).toISOString().slice(0, 16);
export const addDays = (date, days) => wallText(wallOf(`${date}T00:00`) + days * DAY).slice(0, 10);
export const clockText = (dateTime) => dateTime.slice(11, 16);

export function mondayOf(date) {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});
export const dayText = (date) => dayFormat.format(new Date(`${date}T00:00:00Z`));

/** What a clock in `zone` shows at an instant (epoch ms): `2026-11-23T10:00` */
export function wallNow(instantMs, zone) {
  const format = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: zone,
  });
  return format.format(instantMs).replace(" ", "T");
}
