import type { AttentionItem } from "../../../src-shared/bridge/contract/sync.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { OpenAttention } from "../store/sync/records.ts";
import type { SyncMemory } from "./memory.ts";

export type Settlement = "retry" | "dismiss" | "acceptGoogle";

/** What needs a person: parked changes and open questions, and how they are settled. */
export function createQuestions(memory: SyncMemory) {
  const nowInstant = (): Instant => toInstant(memory.clock.now());

  /** What the calendar shows for an event of ours, as far as it was read. */
  function shownFor(eventId: string | null) {
    if (eventId === null) return { exception: undefined, time: undefined };
    const key = memory.connections.find()?.calendar?.key ?? "";
    const link = memory.links.ofEvent(key, eventId);
    const exception = memory.exceptions.ofEvent(key, eventId);
    return { exception, time: (link ?? exception)?.fields?.time };
  }

  function openItems() {
    return memory.attention.open().map(({ id, kind, bookingId, eventId, since, reason }) => {
      const time = kind === "movedInGoogle" ? shownFor(eventId).time : undefined;
      const movedTo = time?.is === "timed" ? time.start : null;
      return { id, kind, bookingId, movedTo, since, reason };
    });
  }

  function list(): AttentionItem[] {
    const parked = memory.pending.parked().map(({ bookingId, since, reason }) => ({
      id: bookingId,
      kind: "parked" as const,
      bookingId,
      movedTo: null,
      since,
      reason,
    }));
    return [...parked, ...openItems()]
      .map((item) => {
        const booking =
          item.bookingId === null ? undefined : memory.bookings.forCalendar(item.bookingId);
        return {
          ...item,
          customerName: booking?.customerName ?? "",
          start: booking?.start ?? null,
        };
      })
      .toSorted((a, b) => b.since.localeCompare(a.since));
  }

  /** Takes over the time that the calendar shows for an event that somebody moved there. */
  function acceptTime({ bookingId, eventId }: OpenAttention): void {
    if (bookingId === null) return;
    const { exception, time } = shownFor(eventId);
    if (time?.is !== "timed")
      throw new AppError("NOT_FOUND", "The calendar has no such time any more.");
    if (exception === undefined) {
      memory.bookings.moveByGoogle(bookingId, time.start, time.end, nowInstant());
      // A series that moves takes its exceptions along, under other names.
      memory.exceptions.doubt(memory.connections.find()?.calendar?.key ?? "", bookingId);
    } else {
      const { originalStart } = exception;
      memory.bookings.moveOccurrenceByGoogle(
        bookingId,
        originalStart,
        time.start,
        time.end,
        nowInstant(),
      );
    }
  }

  function settleOpen(item: OpenAttention, how: Settlement): void {
    const now = nowInstant();
    // Left as it is, a move in the calendar would differ for good: the desk decides.
    const isOurs = how === "retry" || (how === "dismiss" && item.kind === "movedInGoogle");
    if (how === "acceptGoogle") {
      if (item.kind !== "movedInGoogle")
        throw new AppError("NOT_ALLOWED", "There is no time to take over.");
      acceptTime(item);
      // Only the time was asked about: what else differs goes back. Where nothing does, nothing is sent.
      if (item.bookingId !== null) memory.pending.requeue(item.bookingId, now);
    }
    if (isOurs && item.bookingId !== null) memory.pending.enqueue(item.bookingId, now);
    memory.attention.settle(item.id, now);
  }

  function settleParked(id: Id, how: Settlement): boolean {
    return how === "retry" ? memory.pending.unpark(id) : memory.pending.skip(id);
  }

  return {
    list,
    /** @throws AppError NOT_FOUND if it was settled already, NOT_ALLOWED */
    settle(id: Id, how: Settlement): void {
      memory.db.write("attention.settle", () => {
        const open = memory.attention.open().find((item) => item.id === id);
        if (open !== undefined) return settleOpen(open, how);
        if (!settleParked(id, how))
          throw new AppError("NOT_FOUND", "There is nothing like this to settle any more.");
      });
    },
  };
}
