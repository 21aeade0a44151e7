import { invalid, required, timeRangeEmpty } from "../errors.ts";
import type { Call } from "../server/call.ts";
import { readObject } from "../calendars/calendars.ts";
import type { WireEvent } from "../types.ts";
import { findCalendar } from "../world.ts";
import { formatInstant, parseDateTime } from "../zone.ts";
import { expandRow } from "./rows.ts";
import type { EventContext } from "./store.ts";
import { boundsOf } from "./times.ts";

/** freebusy.query: merged busy times of each calendar asked for. */
export function freeBusy(call: Call): object {
  const { world } = call.simulation;
  const body = readObject(call.request.body);
  const fromMs = readBound(body["timeMin"]);
  const toMs = readBound(body["timeMax"]);
  if (fromMs >= toMs) throw timeRangeEmpty("timeMax");
  const items: readonly unknown[] = Array.isArray(body["items"]) ? body["items"] : [];
  const ids = items.flatMap((item) =>
    typeof item === "object" && item !== null && "id" in item ? [String(item.id)] : [],
  );
  const calendars = ids.map((id) => {
    const found = findCalendar(world, call.account, id);
    if (found === undefined)
      return [id, { errors: [{ domain: "global", reason: "notFound" }], busy: [] }];
    const context: EventContext = { world, ...found, account: call.account, actor: "api" };
    return [id, { busy: busyTimes(context, fromMs, toMs) }];
  });
  return {
    kind: "calendar#freeBusy",
    timeMin: formatInstant(fromMs, "UTC"),
    timeMax: formatInstant(toMs, "UTC"),
    calendars: Object.fromEntries(calendars),
  };
}

function readBound(value: unknown): number {
  if (typeof value !== "string") throw required("Missing timeMin or timeMax parameter.");
  const instant = parseDateTime(value)?.instantMs;
  if (instant === undefined) throw invalid("Bad Request");
  return instant;
}

/** Not cancelled, not transparent, not declined by this calendar, and not a mere label. */
function isBusy(event: WireEvent): boolean {
  const declined = event.attendees?.some(
    (attendee) => attendee.self === true && attendee.responseStatus === "declined",
  );
  return (
    event.status !== "cancelled" &&
    event.transparency !== "transparent" &&
    declined !== true &&
    event.eventType !== "workingLocation" &&
    event.eventType !== "birthday"
  );
}

function busyTimes(context: EventContext, fromMs: number, toMs: number): readonly object[] {
  const merged: { startMs: number; endMs: number }[] = [];
  const spans = [...context.calendar.events.values()]
    .flatMap((stored) => expandRow(context, stored, { fromMs, toMs }))
    .filter(({ event }) => isBusy(event))
    .flatMap(({ event }) => boundsOf(event, context.calendar.timeZone) ?? [])
    .toSorted((a, b) => a.startMs - b.startMs);
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.startMs <= last.endMs)
      last.endMs = Math.max(last.endMs, span.endMs);
    else merged.push({ ...span });
  }
  return merged.map(({ startMs, endMs }) => ({
    start: formatInstant(Math.max(startMs, fromMs), "UTC"),
    end: formatInstant(Math.min(endMs, toMs), "UTC"),
  }));
}
