import type { CalendarDate, Instant, Zone } from "../../../src-shared/domain/primitives.ts";
import { occurrencesBetween } from "../../../src-shared/time/recurrence/expand.ts";
import { spanOfDays, toInstant } from "../../../src-shared/time/zones.ts";
import type {
  EventFields,
  EventTime,
  RemoteEvent,
  RemoteRow,
} from "../calendars/remote-calendar.ts";
import type { ApplyOptions } from "./apply.ts";
import { describeTime } from "./describe.ts";
import { createReleases, type Loss } from "./releases.ts";
import { takesTime } from "./rules.ts";

/** How far ahead the occurrences of a foreign series block time; each full list, weekly, moves it on. */
export const SERIES_AHEAD_MS = 400 * 86_400_000;
/** More occurrences than a busy day has slots would be no calendar any more. */
export const MAX_OCCURRENCES = 2_000;

/** The time an event blocks: all-day dates are the whole local days of the business. */
export function spanOf(
  time: EventTime,
  zone: Zone,
): { readonly start: Instant; readonly end: Instant } {
  if (time.is === "timed") return { start: time.start, end: time.end };
  const span = spanOfDays(time.from, time.to, zone);
  return { start: toInstant(span.start), end: toInstant(span.end) };
}

/** What of an event is shown as a block. */
type Shown = Pick<EventFields, "time" | "title">;

/** How an event ended that blocked time until now. */
interface Ending {
  readonly time: EventTime | null;
  readonly reason: string;
}

const TAKEN = "An event in the calendar takes this time.";
const AS_RULED = "Such events do not block time here, as the rules say.";
const KEPT = "Kept as a block of the desk, as you answered.";

/** Names one occurrence of a series among the blocks; the calendar's own ids of occurrences are opaque and change. */
function occurrenceKey(seriesId: string, originalStart: Instant | CalendarDate): string {
  return `${seriesId}/${originalStart}`;
}

function seriesOf(row: RemoteRow): string | null {
  if (row.is === "malformed") return null;
  return row.is === "live" ? row.event.seriesId : row.seriesId;
}

/** Turns foreign rows into blocks by the second table of "Who wins" in sync-engine.md. */
export function createForeignApplier(options: ApplyOptions, windowStart: Instant, now: Instant) {
  const { memory, calendar, rules, vanished } = options;
  const { key } = calendar;
  const zone = memory.business.find()?.zone ?? "UTC";
  const dirtySeries = new Set<string>();
  const endings = new Map<string, Ending>();
  const releases = createReleases({ memory, calendarKey: key, windowStart });
  let changes = 0;
  /** Nothing came from the calendar: the owner changed what is shown of it. */
  let showsAgain = false;

  function journal(
    action: "blocked" | "freed" | "kept",
    id: string,
    time: EventTime | null,
    reason: string,
  ): void {
    changes += 1;
    const subject = time === null ? "" : describeTime(time, zone);
    memory.journal.add(now, {
      direction: "in",
      action,
      subject,
      reason,
      bookingId: null,
      eventId: id,
    });
  }

  function knownTime(id: string): EventTime | null {
    const row = memory.foreign.find(key, id);
    return row?.is === "live" ? row.event.fields.time : null;
  }

  /** Takes away everything that an event blocks, with all occurrences of a series. */
  function free(id: string, reason: string): void {
    const time = knownTime(id);
    memory.foreign.drop(key, id);
    memory.foreign.dropSeries(key, id);
    const freed = releases.release(id, memory.blocks.occurrencesOf(key, id));
    if (freed > 0) endings.set(id, { time, reason });
  }

  /** Whether there is anything to block within the window. */
  function blocks(event: RemoteEvent): boolean {
    return takesTime(rules, event) && spanOf(event.fields.time, zone).end > windowStart;
  }

  /** What would block by other rules stays known, and blocks nothing. */
  function letBe({ id, fields }: RemoteEvent): void {
    const freed = releases.release(id, memory.blocks.occurrencesOf(key, id));
    if (freed > 0) endings.set(id, { time: fields.time, reason: AS_RULED });
  }

  function put(name: string, seriesId: string | null, { time, title }: Shown): boolean {
    releases.retain(name);
    return memory.blocks.putOfGoogle({
      ...spanOf(time, zone),
      calendarKey: key,
      remoteEventId: name,
      seriesId,
      allDay: time.is === "allDay" ? { from: time.from, to: time.to } : null,
      title: rules.showDetails ? title : "",
    });
  }

  /** @param before the names of what this event blocked until now */
  function show({ id, fields }: RemoteEvent, before: readonly string[]): void {
    const isNew = !before.includes(id);
    if (isNew) releases.add(id, 1);
    const differs = put(id, null, fields);
    if (differs && (isNew || !showsAgain)) journal("blocked", id, fields.time, TAKEN);
  }

  function single(event: RemoteEvent): void {
    const before = memory.blocks.occurrencesOf(key, event.id);
    const stale = before.filter((name) => name !== event.id);
    releases.release(event.id, stale);
    if (!event.busy) return free(event.id, "The event does not block time.");
    if (spanOf(event.fields.time, zone).end <= windowStart)
      return free(event.id, "The event is older than 90 days.");
    memory.foreign.save(key, { is: "live", event });
    if (!takesTime(rules, event)) return letBe(event);
    show(event, before);
  }

  /** Everything that a series blocks now, by the name of the occurrence. */
  function occurrencesOf(seriesId: string): ReadonlyMap<string, Shown> {
    const found = new Map<string, Shown>();
    const master = memory.foreign.find(key, seriesId);
    if (master?.is === "live" && takesTime(rules, master.event)) {
      const { time, title, recurrence } = master.event.fields;
      const until = toInstant(Date.parse(now) + SERIES_AHEAD_MS);
      const { occurrences } = occurrencesBetween(
        { start: time, lines: recurrence },
        windowStart,
        until,
        MAX_OCCURRENCES,
        zone,
      );
      for (const o of occurrences)
        found.set(occurrenceKey(seriesId, o.originalStart), { time: o.time, title });
    }
    for (const row of memory.foreign.ofSeries(key, seriesId)) {
      const originalStart = row.is === "live" ? row.event.originalStart : row.originalStart;
      if (originalStart === null) continue;
      const name = occurrenceKey(seriesId, originalStart);
      if (row.is === "live" && blocks(row.event)) found.set(name, row.event.fields);
      else found.delete(name);
    }
    return found;
  }

  function rebuild(seriesId: string): void {
    const wanted = occurrencesOf(seriesId);
    const before = new Set(memory.blocks.occurrencesOf(key, seriesId));
    const stale = [...before].filter((name) => !wanted.has(name));
    let differs = releases.release(seriesId, stale) > 0;
    releases.add(seriesId, [...wanted.keys()].filter((name) => !before.has(name)).length);
    for (const [name, shown] of wanted) differs = put(name, seriesId, shown) || differs;
    if (!differs) return;
    const reason = `A series in the calendar takes this time and repeats; it blocks ${wanted.size} times.`;
    journal("blocked", seriesId, knownTime(seriesId), reason);
  }

  function live(event: RemoteEvent): void {
    memory.attention.settleEvent(event.id, "malformed", now);
    if (event.seriesId === null && event.fields.recurrence.length === 0) return single(event);
    memory.foreign.save(key, { is: "live", event });
    dirtySeries.add(event.seriesId ?? event.id);
  }

  function gone(row: Extract<RemoteRow, { readonly is: "gone" }>): void {
    memory.attention.settleEvent(row.id, "malformed", now);
    if (row.seriesId === null) return free(row.id, "The event was deleted in the calendar.");
    // The tombstone of an occurrence counts as long as its series lives.
    memory.foreign.save(key, row);
    dirtySeries.add(row.seriesId);
  }

  function malformed(row: Extract<RemoteRow, { readonly is: "malformed" }>): void {
    // What it blocked before stays: not understood never means deleted.
    const item = {
      kind: "malformed",
      bookingId: null,
      eventId: row.id,
      originalStart: null,
      theirs: null,
      reason: row.reason,
    } as const;
    if (!memory.attention.ask(now, item)) return;
    const { bookingId, eventId, reason } = item;
    memory.journal.add(now, {
      direction: "none",
      action: "malformed",
      subject: row.id ?? "",
      reason,
      bookingId,
      eventId,
    });
  }

  /** Frees what nothing blocks any more, or keeps it if a person said so. */
  function finish(): void {
    const kept = releases.finish(vanished === "keep");
    for (const id of kept) journal("kept", id, endings.get(id)?.time ?? knownTime(id), KEPT);
    for (const [id, { time, reason }] of endings)
      if (!kept.has(id)) journal("freed", id, time, reason);
  }

  return {
    apply(row: RemoteRow): void {
      if (row.is === "live") live(row.event);
      else if (row.is === "gone") gone(row);
      else malformed(row);
    },
    /** Ends the blocks of events that a complete list does not name any more. */
    sweep(ids: readonly string[]): void {
      for (const id of ids) {
        const row = memory.foreign.find(key, id);
        const seriesId = row === undefined ? null : seriesOf(row);
        if (seriesId !== null) {
          memory.foreign.drop(key, id);
          dirtySeries.add(seriesId);
        } else free(id, "The event is not in the calendar any more.");
      }
    },
    /** Brings the blocks of every touched series up to date, after all rows and the sweep; returns what would be lost. */
    rebuild(): Loss {
      for (const seriesId of dirtySeries) rebuild(seriesId);
      return releases.loss();
    },
    finish,
    /** Shows every known event anew, after the owner changed what is shown of them. */
    showAgain(): void {
      showsAgain = true;
      for (const id of memory.foreign.ids(key)) {
        const row = memory.foreign.find(key, id);
        if (row?.is !== "live") continue;
        const { event } = row;
        if (event.seriesId !== null || event.fields.recurrence.length > 0)
          dirtySeries.add(event.seriesId ?? id);
        else if (!takesTime(rules, event)) letBe(event);
        else if (blocks(event)) show(event, memory.blocks.occurrencesOf(key, id));
      }
      for (const seriesId of dirtySeries) rebuild(seriesId);
      finish();
    },
    changed: () => changes > 0,
  };
}
