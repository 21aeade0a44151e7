import type { Instant, Zone } from "../../../src-shared/domain/primitives.ts";
import { spanOfDays, toInstant } from "../../../src-shared/time/zones.ts";
import type { EventTime, RemoteEvent, RemoteRow } from "../calendars/remote-calendar.ts";
import type { ApplyOptions } from "./apply.ts";
import { describeTime } from "./describe.ts";

/** The time an event blocks: all-day dates are the whole local days of the business. */
function spanOf(time: EventTime, zone: Zone): { readonly start: Instant; readonly end: Instant } {
  if (time.is === "timed") return { start: time.start, end: time.end };
  const span = spanOfDays(time.from, time.to, zone);
  return { start: toInstant(span.start), end: toInstant(span.end) };
}

/** Turns foreign rows into blocks by the second table of "Who wins" in sync-engine.md. */
export function createForeignApplier(
  { memory, calendar, vanished }: ApplyOptions,
  windowStart: Instant,
  now: Instant,
) {
  const { key } = calendar;
  const zone = memory.business.find()?.zone ?? "UTC";
  let changes = 0;

  function journal(
    action: "blocked" | "freed" | "kept",
    event: RemoteEvent | undefined,
    reason: string,
  ): void {
    changes += 1;
    const subject = event === undefined ? "" : describeTime(event.fields.time, zone);
    memory.journal.add(now, {
      direction: "in",
      action,
      subject,
      reason,
      bookingId: null,
      eventId: event?.id ?? null,
    });
  }

  function free(id: string, reason: string): void {
    const known = memory.foreign.find(key, id);
    memory.foreign.drop(key, id);
    if (memory.blocks.removeOfGoogle(key, id)) journal("freed", known, reason);
  }

  function block(event: RemoteEvent): void {
    const { time } = event.fields;
    const { start, end } = spanOf(time, zone);
    if (!event.busy) return free(event.id, "The event does not block time.");
    if (end <= windowStart) return free(event.id, "The event is older than 90 days.");
    memory.foreign.save(key, event);
    const isNew = memory.blocks.putOfGoogle({
      calendarKey: key,
      remoteEventId: event.id,
      seriesId: event.seriesId,
      start,
      end,
      allDay: time.is === "allDay" ? { from: time.from, to: time.to } : null,
      title: "",
    });
    if (isNew) journal("blocked", event, "An event in the calendar takes this time.");
  }

  return {
    apply(row: RemoteRow): void {
      switch (row.is) {
        case "live":
          memory.attention.settleEvent(row.event.id, now);
          return block(row.event);
        case "gone":
          memory.attention.settleEvent(row.id, now);
          return free(row.id, "The event was deleted in the calendar.");
        case "malformed": {
          // What it blocked before stays: not understood never means deleted.
          const item = {
            kind: "malformed",
            bookingId: null,
            eventId: row.id,
            reason: row.reason,
          } as const;
          if (memory.attention.ask(now, item)) {
            memory.journal.add(now, {
              ...item,
              direction: "none",
              action: "malformed",
              subject: row.id ?? "",
            });
          }
        }
      }
    },
    /** Ends the blocks of events that a complete list does not name any more. */
    sweep(ids: readonly string[]): void {
      for (const id of ids) {
        if (vanished !== "keep") free(id, "The event is not in the calendar any more.");
        else keep(id);
      }
    },
    changed: () => changes > 0,
  };

  function keep(id: string): void {
    const known = memory.foreign.find(key, id);
    memory.foreign.drop(key, id);
    if (memory.blocks.keepOfGoogle(key, id))
      journal("kept", known, "Kept as a block of the desk, as you answered.");
  }
}
