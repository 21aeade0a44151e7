const AUTH = "https://www.googleapis.com/auth/";

export const EVENTS_SCOPE = `${AUTH}calendar.events`;
export const CALENDAR_LIST_SCOPE = `${AUTH}calendar.calendarlist.readonly`;
/** Makes calendars and touches only those; asked for only when a calendar shall be made. */
export const MAKE_CALENDAR_SCOPE = `${AUTH}calendar.app.created`;
/** Everything; never asked for, but a grant that has it lacks nothing. */
const FULL_SCOPE = `${AUTH}calendar`;
const SIGN_IN_SCOPES = ["openid", "email"] as const;

function calendarScopes(makeCalendar: boolean): readonly string[] {
  const always = [EVENTS_SCOPE, CALENDAR_LIST_SCOPE];
  return makeCalendar ? [...always, MAKE_CALENDAR_SCOPE] : always;
}

/** Every scope of one sign-in: installed apps can't add to an earlier grant, so each request lists all of them. */
export function askedScopes(makeCalendar: boolean): readonly string[] {
  return [...SIGN_IN_SCOPES, ...calendarScopes(makeCalendar)];
}

/** The scopes of a token answer, in no particular order. */
export function readScopes(scope: string): readonly string[] {
  return scope.split(" ").filter((name) => name !== "");
}

/**
 * The boxes that were left empty. Only calendar scopes count: the sign-in ones come back under other names and are
 * always granted.
 */
export function missingScopes(
  makeCalendar: boolean,
  granted: readonly string[],
): readonly string[] {
  if (granted.includes(FULL_SCOPE)) return [];
  return calendarScopes(makeCalendar).filter((scope) => !granted.includes(scope));
}

export function mayMakeCalendars(granted: readonly string[]): boolean {
  return granted.includes(MAKE_CALENDAR_SCOPE) || granted.includes(FULL_SCOPE);
}
