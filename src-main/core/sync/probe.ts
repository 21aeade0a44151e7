import { RemoteError, type RemoteFailure } from "../calendars/remote-calendar.ts";
import type { AccountCalendar, CalendarAccount } from "../calendars/calendar-account.ts";
import type { ConnectedCalendar, Connection } from "../store/sync/connections.ts";

/** The connected calendar as its account sees it now. */
export type CalendarSeen =
  | { readonly is: "notChosen" }
  | { readonly is: "there"; readonly name: string }
  | { readonly is: "renamed"; readonly name: string; readonly before: string }
  | { readonly is: "gone" | "readOnly"; readonly name: string };

/** What one question to the account showed. */
export type ConnectionProbe =
  | { readonly is: "notConnected" }
  | { readonly is: "failed"; readonly failure: RemoteFailure }
  | { readonly is: "seen"; readonly scopesMissing: boolean; readonly calendar: CalendarSeen };

function seenOf(
  known: ConnectedCalendar | null,
  calendars: readonly AccountCalendar[],
): CalendarSeen {
  if (known === null) return { is: "notChosen" };
  const found = calendars.find(({ id }) => id === known.id);
  if (found === undefined) return { is: "gone", name: known.name };
  if (!found.usable) return { is: "readOnly", name: found.name };
  return found.name === known.name
    ? { is: "there", name: found.name }
    : { is: "renamed", name: found.name, before: known.name };
}

/** Asks the account for its calendars: sign-in, permission and calendar in one request. Never rejects for a failure of the remote side. */
export async function probeConnection(
  connection: Connection | undefined,
  account: CalendarAccount | null,
): Promise<ConnectionProbe> {
  if (connection === undefined || account === null) return { is: "notConnected" };
  try {
    const calendars = await account.listCalendars();
    return {
      is: "seen",
      scopesMissing: account.missesPermission(),
      calendar: seenOf(connection.calendar, calendars),
    };
  } catch (error) {
    if (error instanceof RemoteError) return { is: "failed", failure: error.failure };
    throw error;
  }
}
