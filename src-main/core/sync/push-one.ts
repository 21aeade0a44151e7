import type { Id } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import {
  type EventFields,
  type OwnEvent,
  type RemoteCalendar,
  RemoteError,
  type RemoteEvent,
} from "../calendars/remote-calendar.ts";
import type { Link } from "../store/sync/links.ts";
import type { PendingChange } from "../store/sync/pending-changes.ts";
import { describeBooking } from "./describe.ts";
import { type BookingForEvent, eventOfBooking, WINDOW_BACK_MS } from "./event-of-booking.ts";
import { changedFields, sameFields } from "./fields.ts";
import type { SyncMemory } from "./memory.ts";
import { contended, MAX_RACES, ParkError } from "./park-error.ts";
import type { SyncScope } from "./scope.ts";
import { createPushExceptions, OccurrenceLost } from "./push-exceptions.ts";
import { WHY_SENT, whyWritten } from "./why-sent.ts";

/** Generations that are tried when an id can neither be used nor revived. */
const MAX_GENERATIONS = 9;

export interface PushOneDeps {
  readonly memory: SyncMemory;
  readonly calendar: RemoteCalendar;
  readonly scope: SyncScope;
  /** Waits until one more request may be sent. */
  readonly turn: () => Promise<void>;
}

function failureOf(error: unknown): RemoteError["failure"]["is"] | null {
  return error instanceof RemoteError ? error.failure.is : null;
}

/** Sends one pending change. Each definite answer is committed on its own. */
export function createPushOne(deps: PushOneDeps) {
  const { memory, calendar, scope, turn } = deps;
  const pushExceptions = createPushExceptions(deps);
  const { key } = calendar;
  const nowInstant = () => toInstant(memory.clock.now());

  /**
   * Keeps what the calendar acknowledged and takes the row out of the queue; an edit made meanwhile keeps it in, and
   * so do the exceptions of a series, which come after it.
   */
  function commit(
    change: PendingChange,
    link: Link,
    action: "created" | "changed" | "deleted",
    booking: BookingForEvent,
    reason: string,
  ): void {
    memory.db.write("sync.pushed", () => {
      memory.links.save(key, link);
      if (booking.rrule === null || link.gone)
        memory.pending.done(change.bookingId, change.version);
      memory.journal.add(nowInstant(), {
        direction: "out",
        action,
        subject: describeBooking(booking),
        reason,
        bookingId: link.bookingId,
        eventId: link.eventId,
      });
    });
  }

  function acknowledged(link: Link, event: RemoteEvent): Link {
    return { ...link, etag: event.etag, fields: event.fields, gone: false };
  }

  /** The id is saved before the first request, so that a repeated one asks for the same event. */
  function linkFor(bookingId: Id): Link {
    const known = memory.links.ofBooking(key, bookingId);
    if (known !== undefined) return known;
    return remember({
      bookingId,
      eventId: calendar.eventId(bookingId, 1),
      generation: 1,
      etag: null,
      fields: null,
      gone: false,
      restores: 0,
    });
  }

  function remember(link: Link): Link {
    memory.links.save(key, link);
    return link;
  }

  function nextGeneration(link: Link): Link {
    const generation = link.generation + 1;
    if (generation > MAX_GENERATIONS)
      throw new ParkError("NO_EVENT_ID", "The calendar takes no event for this booking.");
    const eventId = calendar.eventId(link.bookingId, generation);
    // What was known of its exceptions was about the event of the id before.
    memory.exceptions.doubt(key, link.bookingId);
    return remember({ ...link, generation, eventId, etag: null, fields: null, gone: false });
  }

  async function insert(link: Link, event: OwnEvent): Promise<Link> {
    try {
      await turn();
      return acknowledged(link, await calendar.insert(link.eventId, event));
    } catch (error) {
      if (failureOf(error) !== "alreadyExists") throw error;
      return adoptTaken(link, event);
    }
  }

  /** The id is taken: by our own earlier try, whose answer was lost, or by a tombstone of ours. */
  async function adoptTaken(link: Link, event: OwnEvent): Promise<Link> {
    await turn();
    const row = await calendar.get(link.eventId);
    if (row?.is === "live") {
      if (sameFields(row.event.fields, calendar.render(event)))
        return acknowledged(link, row.event);
      return patch(acknowledged(link, row.event), event);
    }
    return row?.is === "gone" ? revive(link, event) : insert(nextGeneration(link), event);
  }

  /** Makes a tombstone live again, or takes the next id where the calendar refuses that (facts, B, Ids). */
  async function revive(link: Link, event: OwnEvent): Promise<Link> {
    // A series that was away may come back without its exceptions.
    memory.exceptions.doubt(key, link.bookingId);
    try {
      await turn();
      return acknowledged(link, await calendar.patch(link.eventId, event, null));
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== "eventGone" && failure !== "refused") throw error;
      return insert(nextGeneration(link), event);
    }
  }

  /** Writes our fields over the version that was seen; looks again when somebody was faster. */
  async function patch(link: Link, event: OwnEvent): Promise<Link> {
    let current = link;
    for (let race = 0; race < MAX_RACES; race += 1) {
      try {
        await turn();
        return acknowledged(current, await calendar.patch(current.eventId, event, current.etag));
      } catch (error) {
        const failure = failureOf(error);
        if (failure === "eventGone") return revive({ ...current, etag: null }, event);
        if (failure !== "changedMeanwhile") throw error;
      }
      await turn();
      const row = await calendar.get(current.eventId);
      if (row?.is !== "live") return revive({ ...current, etag: null }, event);
      doubtExceptions(current, row.event.fields);
      current = acknowledged(current, row.event);
    }
    throw contended();
  }

  /** A changed time or rule re-anchors a series; what happens to its exceptions then is not documented. */
  function doubtExceptions(link: Link, fields: EventFields): void {
    if (link.fields === null) return;
    const changed = changedFields(link.fields, fields);
    const isReanchored = changed.includes("time") || changed.includes("recurrence");
    if (isReanchored) memory.exceptions.doubt(key, link.bookingId);
  }

  /** Resolves with the link once the calendar holds the event. */
  async function bring(
    change: PendingChange,
    booking: BookingForEvent,
    event: OwnEvent,
  ): Promise<Link> {
    const link = linkFor(booking.id);
    if (!link.gone && link.fields !== null && sameFields(link.fields, calendar.render(event)))
      return link;
    doubtExceptions(link, calendar.render(event));
    const isNew = !link.gone && link.etag === null;
    const written = link.gone
      ? await revive(link, event)
      : isNew
        ? await insert(link, event)
        : await patch(link, event);
    const why = isNew ? WHY_SENT.isNew : whyWritten(link, calendar.render(event));
    commit(change, written, isNew ? "created" : "changed", booking, why);
    return written;
  }

  async function write(
    change: PendingChange,
    booking: BookingForEvent,
    event: OwnEvent,
  ): Promise<void> {
    const link = await bring(change, booking, event);
    if (booking.rrule === null) memory.exceptions.dropAll(key, booking.id);
    else await bringExceptions(change, booking, link, event);
    finish(change);
  }

  async function bringExceptions(
    change: PendingChange,
    series: BookingForEvent,
    link: Link,
    event: OwnEvent,
  ): Promise<void> {
    try {
      await pushExceptions(link, series);
    } catch (error) {
      if (!(error instanceof OccurrenceLost)) throw error;
      await pushExceptions(await makeAnew(change, series, link, event), series);
    }
  }

  /** An occurrence that can't live again there only comes back with a series of the next id. */
  async function makeAnew(
    change: PendingChange,
    series: BookingForEvent,
    link: Link,
    event: OwnEvent,
  ): Promise<Link> {
    // Should the process end before the next id is saved, this removal is not held against a person.
    const old = remember({ ...link, restores: 0 });
    await turn();
    await calendar.remove(old.eventId, null);
    const written = await insert(nextGeneration(old), event);
    commit(change, written, "created", series, WHY_SENT.madeAnew);
    return written;
  }

  async function remove(change: PendingChange, booking: BookingForEvent): Promise<void> {
    const link = memory.links.ofBooking(key, booking.id);
    if (link === undefined || link.gone) return finish(change);
    await turn();
    // Unconditional: the booking is cancelled, whatever was changed in its event.
    await calendar.remove(link.eventId, null);
    memory.db.write("sync.removed", () => {
      memory.exceptions.dropAll(key, booking.id);
      const why = eventOfBooking(booking) === null ? WHY_SENT.noEventAnyMore : WHY_SENT.leftOut;
      commit(change, { ...link, gone: true }, "deleted", booking, why);
    });
  }

  /** Nothing to send: the edits cancelled each other out, or the booking never had an event. */
  function finish(change: PendingChange): void {
    memory.pending.done(change.bookingId, change.version);
  }

  /** Resolves when the calendar holds what the booking says. Rejects with `RemoteError` or `ParkError`. */
  return async function pushOne(change: PendingChange): Promise<void> {
    const booking = memory.bookings.forCalendar(change.bookingId);
    if (booking === undefined) return finish(change);
    const event = scope.includes(booking.id) ? eventOfBooking(booking) : null;
    if (event === null) return remove(change, booking);
    // The end of a series' row is only that of its first occurrence.
    const isOld =
      booking.rrule === null && Date.parse(booking.end) <= memory.clock.now() - WINDOW_BACK_MS;
    if (isOld && memory.links.ofBooking(key, booking.id) === undefined) return finish(change);
    return write(change, booking, event);
  };
}
