import type { calendar_v3 } from "@googleapis/calendar";
import type { Clock, Logger, Scheduler, SecretStore } from "../../ports.ts";
import type { GoogleSettings } from "../../settings.ts";
import type { AccountCalendar, CalendarAccount } from "../calendar-account.ts";
import { RemoteError } from "../remote-calendar.ts";
import { parseCalendarEntry } from "./calendar-entry.ts";
import { type Caller, createCaller } from "./caller.ts";
import { classifyError } from "./classify-error.ts";
import { createGoogleCalendar } from "./google-calendar.ts";
import { type GrantVault, createGrantVault } from "./grant-vault.ts";
import { textOf } from "./json.ts";
import { CALENDAR_LIST_FIELDS, createClient, itemsOf } from "./requests.ts";
import { mayMakeCalendars, missingScopes } from "./scopes.ts";
import { type TokenEndpoint, createTokenEndpoint } from "./token-endpoint.ts";
import { type AccessToken, createTokenSource } from "./token-source.ts";
import type { Transport } from "./transport.ts";

export interface GoogleAccountDeps {
  readonly settings: GoogleSettings;
  readonly account: string;
  /** What the sign-in was granted. */
  readonly scopes: readonly string[];
  readonly installationId: string;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Logger;
  readonly transport: Transport;
  /** The access token of a sign-in that just ended; null at a start of the app. */
  readonly first: AccessToken | null;
}

/** A walk that never ends is a fault of the server; no account has that many calendars. */
const MOST_PAGES = 40;
/** The one reminder of a calendar that the desk makes: a note on the screen ten minutes before. */
const REMINDERS = [{ method: "popup", minutes: 10 }];

function markerOf(installationId: string): string {
  return `Bookings of Bellhop (${installationId})`;
}

async function listEntries(
  client: calendar_v3.Calendar,
  call: Caller,
): Promise<readonly unknown[]> {
  const entries: unknown[] = [];
  let pageToken: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const params: calendar_v3.Params$Resource$Calendarlist$List = {
      maxResults: 250,
      fields: CALENDAR_LIST_FIELDS,
      ...(pageToken === null ? {} : { pageToken }),
    };
    const body = await call({ is: "calendars" }, (options) =>
      client.calendarList.list(params, options),
    );
    entries.push(...itemsOf(body));
    pageToken = textOf(body, "nextPageToken");
    if (pageToken === null) return entries;
  }
  throw new RemoteError({ is: "badAnswer" }, "The list of calendars has no end.");
}

function readable(entries: readonly unknown[]): readonly AccountCalendar[] {
  return entries.map(parseCalendarEntry).filter((entry) => entry !== null);
}

/** The grant is given back as well as can be; what is kept here goes in any case. */
async function endGrant(endpoint: TokenEndpoint, vault: GrantVault): Promise<boolean> {
  const grant = await vault.load();
  if (grant === null) return true;
  try {
    await endpoint.revoke(grant.refreshToken);
    return true;
  } catch {
    return false;
  } finally {
    await vault.clear();
  }
}

/**
 * A signed-in Google account.
 * @throws nothing by itself; its methods reject with `RemoteError`
 */
export function createGoogleAccount(deps: GoogleAccountDeps): CalendarAccount {
  const { settings, account, installationId, clock, scheduler, log } = deps;
  const vault = createGrantVault(deps.secrets, { account, installationId });
  const endpoint = createTokenEndpoint(deps);
  const tokens = createTokenSource({ endpoint, vault, clock, log, first: deps.first });
  const call = createCaller({ tokens, clock, scheduler, log });
  const client = createClient(settings.endpoints, deps.transport);

  const giveReminder = async (calendarId: string): Promise<void> => {
    try {
      const params = { calendarId, requestBody: { defaultReminders: REMINDERS } };
      await call({ is: "calendars" }, (options) => client.calendarList.patch(params, options));
    } catch {
      // The caller logged it. A calendar without a reminder is still the calendar that was asked for.
    }
  };
  const insertCalendar = async (name: string, zone: string): Promise<AccountCalendar> => {
    const requestBody = { summary: name, timeZone: zone, description: markerOf(installationId) };
    const body = await call({ is: "calendars" }, (options) =>
      client.calendars.insert({ requestBody }, options),
    );
    const made = parseCalendarEntry({ ...body, accessRole: "owner" });
    if (made === null) throw new RemoteError({ is: "badAnswer" }, "The new calendar has no id.");
    return made;
  };

  return {
    account,
    listCalendars: async () => readable(await listEntries(client, call)),

    async makeCalendar(name, zone) {
      // An insert has no id of ours: one whose answer was lost is found again by its description.
      const entries = await listEntries(client, call);
      const ours = entries.filter(
        (entry) => textOf(entry, "description") === markerOf(installationId),
      );
      const existing = readable(ours).find((entry) => entry.name === name);
      if (existing !== undefined) return existing;
      if (!mayMakeCalendars(deps.scopes))
        throw new RemoteError(
          { is: "scopeMissing" },
          "No permission to make a calendar was given.",
        );
      const made = await insertCalendar(name, zone);
      await giveReminder(made.id);
      return made;
    },

    missesPermission: () => missingScopes(false, deps.scopes).length > 0,

    open: (calendarId) =>
      createGoogleCalendar({ client, call, account, calendarId, installationId }),

    async revoke() {
      tokens.forget();
      try {
        return await endGrant(endpoint, vault);
      } catch (error) {
        throw classifyError({ is: "revoke" }, error, clock.now());
      }
    },
  };
}
