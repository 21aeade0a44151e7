import { notFound } from "../errors.ts";
import { exceptionAt, findEvent, instanceOf, ruleContext, versionOf } from "../events/find.ts";
import { renderEvent } from "../events/render.ts";
import { moveEvent } from "../events/more.ts";
import { occurrenceByKey, occurrenceKey, occurrencesBetween } from "../events/series.ts";
import type { EventContext } from "../events/store.ts";
import { exceptionsOf } from "../events/store.ts";
import { changeEvent, deleteEvent, insertEvent } from "../events/write.ts";
import type { EventInput, EventTime, StoredEvent, WireEvent } from "../types.ts";
import type { World } from "../world.ts";
import { basicUtc, parseDateTime } from "../zone.ts";

/** Whoever owns the calendar, acting in Google's own window. */
export function personContext(world: World, calendarId: string): EventContext {
  const first = [...world.accounts.keys()][0] ?? "";
  const id = calendarId === "primary" ? first : calendarId;
  const calendar = world.calendars.get(id);
  if (calendar === undefined) throw notFound();
  const holder =
    world.accounts.get(calendar.dataOwner) ??
    [...world.accounts.values()].find((account) => account.entries.has(id));
  const entry = holder?.entries.get(id);
  if (holder === undefined || entry === undefined) throw notFound();
  return { world, calendar, entry, account: holder, actor: "person" };
}

const shown = (context: EventContext, stored: StoredEvent): WireEvent =>
  renderEvent(context, stored);

/** What a person can do to a calendar in Google's window. Times and ids as on the wire. */
export function createPerson(world: World) {
  const at = (calendarId: string): EventContext => personContext(world, calendarId);

  const patchEvent = (calendarId: string, id: string, patch: EventInput): WireEvent =>
    shown(at(calendarId), changeEvent(at(calendarId), id, patch, "patch", undefined));

  const deleteOne = (calendarId: string, id: string): WireEvent =>
    shown(at(calendarId), deleteEvent(at(calendarId), id, undefined));

  const createEvent = (calendarId: string, event: EventInput): WireEvent =>
    shown(at(calendarId), insertEvent(at(calendarId), event));

  return {
    createEvent,
    /** An event with a rule; the same call, named for what it makes. */
    createSeries: (
      calendarId: string,
      event: EventInput & { readonly recurrence: readonly string[] },
    ): WireEvent => createEvent(calendarId, event),
    patchEvent,
    /** Deletes an event, a series with its exceptions, or one instance by its id. */
    deleteEvent: deleteOne,
    /** Brings a deleted event back from Google's trash. */
    restoreEvent: (calendarId: string, id: string): WireEvent =>
      patchEvent(calendarId, id, { status: "confirmed" }),
    moveEventTo: (calendarId: string, id: string, destinationId: string): WireEvent => {
      const destination = at(destinationId);
      return shown(destination, moveEvent(at(calendarId), destination, id));
    },
    /** `originalStart` is a date or an RFC 3339 instant, as the rule has it. */
    moveInstance: (
      calendarId: string,
      masterId: string,
      originalStart: string,
      times: { readonly start: EventTime; readonly end: EventTime },
    ): WireEvent =>
      patchEvent(calendarId, instanceAt(at(calendarId), masterId, originalStart), times),
    patchInstance: (
      calendarId: string,
      masterId: string,
      originalStart: string,
      patch: EventInput,
    ): WireEvent =>
      patchEvent(calendarId, instanceAt(at(calendarId), masterId, originalStart), patch),
    deleteInstance: (calendarId: string, masterId: string, originalStart: string): WireEvent =>
      deleteOne(calendarId, instanceAt(at(calendarId), masterId, originalStart)),
    /** "This and following": trims the series and starts a new one, whose id ends in `_R` and its first start. */
    splitSeries: (
      calendarId: string,
      masterId: string,
      originalStart: string,
      patch: EventInput = {},
    ): { readonly head: WireEvent; readonly tail: WireEvent } =>
      splitSeries(at(calendarId), masterId, originalStart, patch),
    /** The "Duplicate" of the event's menu: a new event that carries the private properties along. */
    duplicateEvent: (calendarId: string, id: string, changes: EventInput = {}): WireEvent => {
      const source = versionOf(findEvent(at(calendarId), id)).event;
      const { id: _id, iCalUID: _uid, sequence: _sequence, ...copy } = source;
      const { recurringEventId: _series, originalStartTime: _original, ...single } = copy;
      return createEvent(calendarId, { ...single, status: "confirmed", ...changes });
    },
  };
}

function keyOfText(originalStart: string): string {
  const parsed = parseDateTime(originalStart);
  if (parsed?.instantMs === undefined) return occurrenceKey({ date: originalStart });
  return basicUtc(parsed.instantMs);
}

function instanceAt(context: EventContext, masterId: string, originalStart: string): string {
  const key = keyOfText(originalStart);
  const exception = exceptionAt(context, masterId, key);
  if (exception !== undefined) return exception.event.id;
  const master = context.calendar.events.get(masterId);
  if (master === undefined) throw notFound();
  const occurrence = occurrenceByKey(master.event, key, ruleContext(context));
  if (occurrence === undefined) throw notFound();
  return instanceOf(context, master.event, occurrence).id;
}

function splitSeries(
  context: EventContext,
  masterId: string,
  originalStart: string,
  patch: EventInput,
): { readonly head: WireEvent; readonly tail: WireEvent } {
  const master = versionOf(findEvent(context, masterId)).event;
  const key = keyOfText(originalStart);
  const first = occurrenceByKey(master, key, ruleContext(context));
  if (first === undefined) throw notFound();
  const headRules = (master.recurrence ?? []).map((line) => trimRule(line, first.start));
  const before = occurrencesBetween(master, -Infinity, first.startMs, ruleContext(context)).length;
  const head = changeEvent(context, masterId, { recurrence: headRules }, "patch", undefined);
  for (const { event } of exceptionsOf(context.calendar, masterId)) {
    const follows = occurrenceKey(event.originalStartTime ?? {}) >= key;
    if (follows && event.status !== "cancelled") deleteEvent(context, event.id, undefined);
  }
  const { id: _id, iCalUID: _uid, sequence: _sequence, ...rest } = master;
  const tailId = `${masterId.replace(/_R.*$/, "")}_R${key.replace("Z", "")}`;
  const tail = insertEvent(context, {
    ...rest,
    // A series put back and split once more at the same time: the id is taken, by a tombstone perhaps.
    ...(context.calendar.events.has(tailId) ? {} : { id: tailId }),
    start: first.start,
    end: first.end,
    recurrence: (master.recurrence ?? []).map((line) => lessCount(line, before)),
    ...patch,
  });
  return { head: shown(context, head), tail: shown(context, tail) };
}

function trimRule(line: string, first: EventTime): string {
  if (!line.startsWith("RRULE:")) return line;
  const until =
    typeof first.date === "string"
      ? new Date(Date.parse(first.date) - 86_400_000).toISOString().slice(0, 10).replaceAll("-", "")
      : basicUtc(Date.parse(first.dateTime ?? "") - 1000);
  return `${line.replaceAll(/;(COUNT|UNTIL)=[^;]*/g, "")};UNTIL=${until}`;
}

function lessCount(line: string, done: number): string {
  return line.replace(
    /COUNT=(\d+)/,
    (_match, count: string) => `COUNT=${Math.max(Number(count) - done, 1)}`,
  );
}
