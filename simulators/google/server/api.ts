import {
  clearCalendar,
  changeCalendar,
  deleteCalendar,
  insertCalendar,
  readObject,
  renderCalendar,
} from "../calendars/calendars.ts";
import { colorsResource } from "../calendars/colors.ts";
import { changeEntry, entryOf, listCalendars, renderEntry } from "../calendars/list.ts";
import { getSetting, listSettings } from "../calendars/settings.ts";
import { forbidden, notFound, required } from "../errors.ts";
import { findEvent, versionOf } from "../events/find.ts";
import { freeBusy } from "../events/free-busy.ts";
import { listEvents } from "../events/list.ts";
import { readZone } from "../events/list-query.ts";
import { listInstances, moveEvent } from "../events/more.ts";
import { renderEvent } from "../events/render.ts";
import { changeEvent, deleteEvent, importEvent, insertEvent } from "../events/write.ts";
import type { StoredEvent } from "../types.ts";
import { openChannel, renderChannel, stopChannel } from "../watch.ts";
import type { Call } from "./call.ts";
import { eventContext, writableContext } from "./call.ts";
import { parseJson } from "./exchange.ts";
import type { CallKind } from "./scopes.ts";

/** What a handler answers: content to be sent as JSON, or nothing (204). */
export type Answer = object | undefined;

export interface Route {
  readonly kind: CallKind;
  readonly method: string;
  readonly pattern: RegExp;
  readonly answer: (call: Call) => Answer;
}

const route = (method: string, path: string, kind: CallKind, answer: Route["answer"]): Route => ({
  kind,
  method,
  pattern: new RegExp(`^/calendar/v3/${path.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`),
  answer,
});

const rendered = (call: Call, stored: StoredEvent): Answer =>
  renderEvent(eventContext(call), stored, { timeZone: readZone(call.request.query) });

function change(call: Call, mode: "update" | "patch"): Answer {
  const body = parseJson(call.request.body);
  const context = writableContext(call);
  return rendered(call, changeEvent(context, call.parameter("eventId"), body, mode, call.ifMatch));
}

function changedCalendar(call: Call, mode: "update" | "patch"): Answer {
  const { calendar } = ownedContext(call);
  changeCalendar(call.simulation.world, calendar, readObject(call.request.body), mode);
  return renderCalendar(calendar);
}

function ownedContext(call: Call): ReturnType<typeof eventContext> {
  const context = eventContext(call);
  if (context.entry.accessRole !== "owner") {
    throw forbidden("requiredAccessLevel", "You need to have owner access to this calendar.");
  }
  return context;
}

function changedEntry(call: Call): Answer {
  const { world } = call.simulation;
  const { calendar, entry } = entryOf(world, call.account, call.parameter("calendarId"));
  const rgb = call.request.query.get("colorRgbFormat") === "true";
  changeEntry(world, call.account, entry, readObject(call.request.body), rgb);
  return renderEntry(calendar, entry);
}

function removedEntry(call: Call): Answer {
  const { world } = call.simulation;
  const { calendar, entry } = entryOf(world, call.account, call.parameter("calendarId"));
  if (calendar.primary) throw forbidden("forbidden", "The primary calendar cannot be removed.");
  entry.deleted = true;
  changeEntry(world, call.account, entry, {}, false);
  return undefined;
}

function subscribe(call: Call): Answer {
  const id = readObject(call.request.body)["id"];
  if (typeof id !== "string") throw required("Missing calendar id.");
  const calendar = call.simulation.world.calendars.get(id);
  const entry = call.account.entries.get(id);
  if (calendar === undefined || calendar.deleted || entry === undefined) throw notFound();
  entry.deleted = false;
  changeEntry(call.simulation.world, call.account, entry, {}, false);
  return renderEntry(calendar, entry);
}

function watchEvents(call: Call): Answer {
  const { calendar } = eventContext(call);
  const resourceUri = `https://www.googleapis.com/calendar/v3/calendars/${encodeURIComponent(calendar.id)}/events?alt=json`;
  return watch(call, resourceUri, { kind: "events", calendarId: calendar.id });
}

function watch(
  call: Call,
  resourceUri: string,
  watches: Parameters<typeof openChannel>[3]["watches"],
): Answer {
  const { channels, world } = call.simulation;
  const target = { email: call.account.email, watches, resourceUri };
  return renderChannel(openChannel(channels, world, readObject(call.request.body), target));
}

function move(call: Call): Answer {
  const destinationId = call.request.query.get("destination");
  if (destinationId === null) throw required("Required parameter: destination");
  const destination = writableContext(call, destinationId);
  const moved = moveEvent(writableContext(call), destination, call.parameter("eventId"));
  return renderEvent(destination, moved);
}

/** Every method of the API that the simulator has. */
export const routes: readonly Route[] = [
  route("GET", "calendars/:calendarId/events", "events.list", (call) =>
    listEvents(eventContext(call), call.request.query, call.simulation.eventWalks),
  ),
  route("POST", "calendars/:calendarId/events", "events.insert", (call) =>
    rendered(call, insertEvent(writableContext(call), parseJson(call.request.body))),
  ),
  route("POST", "calendars/:calendarId/events/import", "events.import", (call) =>
    rendered(call, importEvent(writableContext(call), parseJson(call.request.body))),
  ),
  route("POST", "calendars/:calendarId/events/watch", "events.watch", watchEvents),
  route("GET", "calendars/:calendarId/events/:eventId", "events.get", (call) =>
    rendered(call, versionOf(findEvent(eventContext(call), call.parameter("eventId")))),
  ),
  route("PUT", "calendars/:calendarId/events/:eventId", "events.update", (call) =>
    change(call, "update"),
  ),
  route("PATCH", "calendars/:calendarId/events/:eventId", "events.patch", (call) =>
    change(call, "patch"),
  ),
  route("DELETE", "calendars/:calendarId/events/:eventId", "events.delete", (call) => {
    deleteEvent(writableContext(call), call.parameter("eventId"), call.ifMatch);
    return undefined;
  }),
  route("GET", "calendars/:calendarId/events/:eventId/instances", "events.instances", (call) =>
    listInstances(
      eventContext(call),
      call.parameter("eventId"),
      call.request.query,
      call.simulation.eventWalks,
    ),
  ),
  route("POST", "calendars/:calendarId/events/:eventId/move", "events.move", move),
  route("POST", "calendars", "calendars.insert", (call) =>
    renderCalendar(
      insertCalendar(
        call.simulation.world,
        call.account,
        readObject(call.request.body),
        call.project,
      ),
    ),
  ),
  route("GET", "calendars/:calendarId", "calendars.get", (call) =>
    renderCalendar(eventContext(call).calendar),
  ),
  route("PATCH", "calendars/:calendarId", "calendars.patch", (call) =>
    changedCalendar(call, "patch"),
  ),
  route("PUT", "calendars/:calendarId", "calendars.update", (call) =>
    changedCalendar(call, "update"),
  ),
  route("DELETE", "calendars/:calendarId", "calendars.delete", (call) => {
    deleteCalendar(call.simulation.world, ownedContext(call).calendar);
    return undefined;
  }),
  route("POST", "calendars/:calendarId/clear", "calendars.clear", (call) => {
    clearCalendar(call.simulation.world, ownedContext(call).calendar);
    return undefined;
  }),
  route("GET", "users/me/calendarList", "calendarList.list", (call) =>
    listCalendars(
      call.simulation.world,
      call.account,
      call.request.query,
      call.simulation.entryWalks,
    ),
  ),
  route("POST", "users/me/calendarList", "calendarList.insert", subscribe),
  route("POST", "users/me/calendarList/watch", "calendarList.watch", (call) =>
    watch(call, "https://www.googleapis.com/calendar/v3/users/me/calendarList?alt=json", {
      kind: "calendarList",
    }),
  ),
  route("GET", "users/me/calendarList/:calendarId", "calendarList.get", (call) => {
    const { calendar, entry } = entryOf(
      call.simulation.world,
      call.account,
      call.parameter("calendarId"),
    );
    return renderEntry(calendar, entry);
  }),
  route("PATCH", "users/me/calendarList/:calendarId", "calendarList.patch", changedEntry),
  route("PUT", "users/me/calendarList/:calendarId", "calendarList.update", changedEntry),
  route("DELETE", "users/me/calendarList/:calendarId", "calendarList.delete", removedEntry),
  route("GET", "colors", "colors.get", () => colorsResource()),
  route("GET", "users/me/settings", "settings.list", (call) => listSettings(call.account)),
  route("POST", "users/me/settings/watch", "settings.watch", (call) =>
    watch(call, "https://www.googleapis.com/calendar/v3/users/me/settings?alt=json", {
      kind: "settings",
    }),
  ),
  route("GET", "users/me/settings/:setting", "settings.get", (call) =>
    getSetting(call.account, call.parameter("setting")),
  ),
  route("POST", "freeBusy", "freebusy.query", freeBusy),
  route("POST", "channels/stop", "channels.stop", (call) => {
    stopChannel(call.simulation.channels, readObject(call.request.body));
    return undefined;
  }),
];
