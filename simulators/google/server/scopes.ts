const read = ["calendar", "calendar.readonly"];
const eventReads = [
  ...read,
  "calendar.events",
  "calendar.events.readonly",
  "calendar.events.owned",
  "calendar.events.owned.readonly",
  "calendar.events.public.readonly",
  "calendar.events.freebusy",
  "calendar.app.created",
];
const eventMoves = ["calendar", "calendar.events", "calendar.events.owned"];
const eventWrites = [...eventMoves, "calendar.app.created"];
const listReads = [...read, "calendar.calendarlist", "calendar.calendarlist.readonly"];
const listWrites = ["calendar", "calendar.calendarlist", "calendar.app.created"];
const calendarWrites = ["calendar", "calendar.calendars", "calendar.app.created"];
const settingReads = [...read, "calendar.settings.readonly"];

/** Which scopes open which method; any one suffices. */
export const scopesByKind = {
  "events.list": eventReads,
  "events.get": eventReads,
  "events.instances": eventReads,
  "events.watch": eventReads,
  "events.insert": eventWrites,
  "events.import": eventWrites,
  "events.update": eventWrites,
  "events.patch": eventWrites,
  "events.delete": eventWrites,
  "events.move": eventMoves,
  "calendarList.list": listReads,
  "calendarList.watch": listReads,
  "calendarList.get": [...listReads, "calendar.app.created"],
  "calendarList.patch": listWrites,
  "calendarList.update": listWrites,
  "calendarList.delete": listWrites,
  "calendarList.insert": ["calendar", "calendar.calendarlist"],
  "calendars.get": [
    ...read,
    "calendar.calendars",
    "calendar.calendars.readonly",
    "calendar.app.created",
  ],
  "calendars.insert": calendarWrites,
  "calendars.patch": calendarWrites,
  "calendars.update": calendarWrites,
  "calendars.delete": calendarWrites,
  "calendars.clear": ["calendar", "calendar.calendars"],
  "colors.get": [
    ...listReads,
    "calendar.events.owned",
    "calendar.events.owned.readonly",
    "calendar.events.freebusy",
    "calendar.events.public.readonly",
    "calendar.app.created",
  ],
  "settings.list": settingReads,
  "settings.get": settingReads,
  "settings.watch": settingReads,
  "freebusy.query": [...read, "calendar.freebusy", "calendar.events.freebusy"],
  "channels.stop": [...eventReads, ...listReads, "calendar.settings.readonly"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CallKind = keyof typeof scopesByKind;

const PREFIX = "https://www.googleapis.com/auth/";

export function opens(kind: CallKind, granted: readonly string[]): boolean {
  const enough: readonly string[] = scopesByKind[kind];
  return granted.some(
    (scope) => scope.startsWith(PREFIX) && enough.includes(scope.slice(PREFIX.length)),
  );
}

/**
 * Whether what opens this call is only `calendar.app.created`, which sees no calendar but those
 * the project made itself.
 */
export function isLimitedToOwnCalendars(kind: CallKind, granted: readonly string[]): boolean {
  return !opens(
    kind,
    granted.filter((scope) => scope !== `${PREFIX}calendar.app.created`),
  );
}
