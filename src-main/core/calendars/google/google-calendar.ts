import type { calendar_v3 } from "@googleapis/calendar";
import { Zone } from "../../../../src-shared/domain/primitives.ts";
import {
  type ListFrom,
  type OwnEvent,
  type RemoteCalendar,
  RemoteError,
  type RemoteFailure,
  type RemoteRow,
  type Written,
} from "../remote-calendar.ts";
import type { Caller } from "./caller.ts";
import { googleEventId } from "./event-id.ts";
import { textOf } from "./json.ts";
import { parseEvent } from "./parse-event.ts";
import { renderBody, renderFields } from "./render-event.ts";
import { EVENT_FIELDS, LIST_PARAMETERS, itemsOf } from "./requests.ts";
import { createWatching } from "./watching.ts";

export interface GoogleCalendarDeps {
  readonly client: calendar_v3.Calendar;
  readonly call: Caller;
  readonly account: string;
  readonly calendarId: string;
  readonly installationId: string;
}

/** One occurrence is asked for; more pages than this can only be empty ones. */
const MOST_INSTANCE_PAGES = 10;

function isFailure(error: unknown, ...kinds: readonly RemoteFailure["is"][]): boolean {
  return error instanceof RemoteError && kinds.includes(error.failure.is);
}

function startOf(from: ListFrom): { readonly syncToken: string } | { readonly timeMin: string } {
  return from.is === "cursor" ? { syncToken: from.token } : { timeMin: from.windowStart };
}

/** @throws RemoteError `eventGone` if the write left a tombstone, `badAnswer` if nothing readable came back */
function writtenOf(row: RemoteRow): Written {
  switch (row.is) {
    case "live":
      return row.event;
    case "gone":
      throw new RemoteError({ is: "eventGone" }, "The event stayed cancelled.");
    case "malformed":
      throw new RemoteError({ is: "badAnswer" }, `The event that came back ${row.reason}.`);
  }
}

/** One Google calendar. Nobody is mailed about what the desk writes. */
export function createGoogleCalendar(deps: GoogleCalendarDeps): RemoteCalendar {
  const { client, call, account, calendarId, installationId } = deps;
  /** The calendar's own zone, once a list named it. */
  let zone: Zone = "UTC";
  const writing = { calendarId, sendUpdates: "none", fields: EVENT_FIELDS } as const;

  const get = async (id: string): Promise<RemoteRow | null> => {
    try {
      const params = { calendarId, eventId: id, maxAttendees: 1, fields: EVENT_FIELDS };
      return parseEvent(
        await call({ is: "get" }, (options) => client.events.get(params, options)),
        zone,
      );
    } catch (error) {
      if (isFailure(error, "eventGone")) return null;
      throw error;
    }
  };

  /** The instance with that start. A page may be empty and still point to the next one (facts, A, Shape). */
  const firstInstance = async (
    eventId: string,
    originalStart: string,
  ): Promise<RemoteRow | null> => {
    let pageToken: string | null = null;
    for (let page = 0; page < MOST_INSTANCE_PAGES; page += 1) {
      const params = {
        calendarId,
        eventId,
        originalStart,
        showDeleted: true,
        maxAttendees: 1,
        fields: `nextPageToken,items(${EVENT_FIELDS})`,
        ...(pageToken === null ? {} : { pageToken }),
      };
      const body = await call({ is: "get" }, (options) => client.events.instances(params, options));
      const [first] = itemsOf(body);
      if (first !== undefined) return parseEvent(first, zone);
      pageToken = textOf(body, "nextPageToken");
      if (pageToken === null) return null;
    }
    throw new RemoteError({ is: "badAnswer" }, "The list of one occurrence does not end.");
  };

  /**
   * 403 without a known reason is how Google answers some writes to a cancelled event (observed, not documented);
   * one look tells whether it is that.
   */
  const isBeyondRevival = async (id: string, error: unknown): Promise<boolean> =>
    error instanceof RemoteError &&
    error.failure.is === "refused" &&
    error.failure.reason.startsWith("forbidden") &&
    (await get(id))?.is !== "live";

  return {
    key: `google/${account}/${calendarId}`,
    parameters: JSON.stringify(LIST_PARAMETERS),

    async list(from, page) {
      const continued = from.is === "cursor" || page !== null;
      const params = {
        ...LIST_PARAMETERS,
        ...startOf(from),
        calendarId,
        ...(page === null ? {} : { pageToken: page }),
      };
      const body = await call({ is: "list", continued }, (options) =>
        client.events.list(params, options),
      );
      const items = itemsOf(body);
      const named = Zone.safeParse(body.timeZone);
      if (named.success) zone = named.data;
      const nextPage = textOf(body, "nextPageToken");
      return {
        rows: items.map((item) => parseEvent(item, zone)),
        nextPage,
        nextCursor: nextPage === null ? textOf(body, "nextSyncToken") : null,
      };
    },

    get,

    async occurrence(seriesId, originalStart) {
      try {
        return await firstInstance(seriesId, originalStart);
      } catch (error) {
        if (isFailure(error, "eventGone")) return null;
        throw error;
      }
    },

    render: renderFields,
    eventId: googleEventId,

    async insert(id, event) {
      const requestBody = { ...renderBody(event, installationId), id };
      const body = await call({ is: "insert" }, (options) =>
        client.events.insert({ ...writing, requestBody }, options),
      );
      return writtenOf(parseEvent(body, zone));
    },

    async patch(id, event: OwnEvent, etag) {
      const params = { ...writing, eventId: id, requestBody: renderBody(event, installationId) };
      try {
        const body = await call(
          { is: "patch" },
          (options) => client.events.patch(params, options),
          etag,
        );
        return writtenOf(parseEvent(body, zone));
      } catch (error) {
        if (!(await isBeyondRevival(id, error))) throw error;
        throw new RemoteError({ is: "eventGone" }, "A cancelled event that can't be revived.");
      }
    },

    async remove(id, etag) {
      const params = { calendarId, eventId: id, sendUpdates: "none" };
      try {
        await call({ is: "remove" }, (options) => client.events.delete(params, options), etag);
      } catch (error) {
        if (!isFailure(error, "eventGone")) throw error;
      }
    },

    watching: createWatching({ client, call, calendarId }),
  };
}
