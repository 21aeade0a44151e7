import { calendar, type calendar_v3 } from "@googleapis/calendar";
import type { GoogleSettings } from "../../settings.ts";
import { RemoteError } from "../remote-calendar.ts";
import { isRecord } from "./json.ts";
import type { Transport } from "./transport.ts";

/** Google's generated client. It never repeats a request by itself: the engine does, by its own rules. */
export function createClient(
  endpoints: GoogleSettings["endpoints"],
  { fetchImplementation }: Pick<Transport, "fetchImplementation">,
): calendar_v3.Calendar {
  return calendar({
    version: "v3",
    rootUrl: endpoints.calendarRoot,
    retry: false,
    responseType: "json",
    fetchImplementation,
  });
}

/** What is read of an event. Everything else of it stays at Google. */
export const EVENT_FIELDS = [
  "id",
  "etag",
  "status",
  "summary",
  "description",
  "start",
  "end",
  "colorId",
  "recurrence",
  "recurringEventId",
  "originalStartTime",
  "transparency",
  "eventType",
  "locked",
  "organizer(self)",
  "guestsCanModify",
  "attendees(self,responseStatus)",
  "extendedProperties/private",
].join(",");

/**
 * The parameters of every list; a sync token is good for these only, so none of them ever varies. One attendee is
 * enough: with more, Google leaves out all but our own.
 */
export const LIST_PARAMETERS = {
  singleEvents: false,
  maxResults: 2_500,
  maxAttendees: 1,
  fields: `timeZone,nextPageToken,nextSyncToken,items(${EVENT_FIELDS})`,
} as const;

export const CALENDAR_LIST_FIELDS =
  "nextPageToken,items(id,summary,summaryOverride,description,primary,deleted,accessRole,timeZone,backgroundColor)";

/**
 * The items of a list answer. An answer without them is a stranger's: an empty list would be there.
 * @throws RemoteError `badAnswer`
 */
export function itemsOf(body: unknown): readonly unknown[] {
  const items = isRecord(body) ? body["items"] : undefined;
  if (!Array.isArray(items))
    throw new RemoteError({ is: "badAnswer" }, "The answer is no list of Google Calendar.");
  return items;
}
