import type { RemoteCalendarEntry } from "../../../src-shared/bridge/contract/sync.ts";
import type { RemoteCalendar } from "./remote-calendar.ts";

/** A signed-in account: its calendars, and the end of the grant. Methods reject with `RemoteError` only. */
export interface CalendarAccount {
  /** The account's e-mail address, or its id where no address is given. */
  readonly account: string;
  listCalendars(): Promise<readonly AccountCalendar[]>;
  /** Makes a calendar with a reminder of its own; asks first whether one with our marker exists already. */
  makeCalendar(name: string, zone: string): Promise<AccountCalendar>;
  /** True if something was left out at the sign-in without which the sync can't work. */
  missesPermission(): boolean;
  open(calendarId: string): RemoteCalendar;
  /** Gives the grant back. True if Google confirmed it or it was over already. */
  revoke(): Promise<boolean>;
}

export type AccountCalendar = RemoteCalendarEntry & { readonly zone: string };
