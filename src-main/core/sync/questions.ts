import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { AttentionItem, Comparison } from "../../../src-shared/bridge/contract/sync.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { OpenAttention } from "../store/sync/records.ts";
import type { RemoteCalendar } from "../calendars/remote-calendar.ts";
import { type Compared, compareVersions } from "./compare.ts";
import { describeBooking } from "./describe.ts";
import type { SyncMemory } from "./memory.ts";

export type Settlement = BridgeInput<"sync.settleAttention">["how"];

/** Why an item is over, for the journal. */
const DECIDED: Record<Settlement, string> = {
  retry: "You kept the booking as the desk has it.",
  dismiss: "You left it as it is.",
  acceptGoogle: "You took over the time of the calendar.",
  keptBoth: "You kept both: the time of the calendar became a booking of its own.",
};

/** What needs a person: parked changes and open questions, how they are compared and settled. */
export function createQuestions(memory: SyncMemory, calendar: () => RemoteCalendar | null) {
  const nowInstant = (): Instant => toInstant(memory.clock.now());

  /** What the calendar shows for an event of ours, as far as it was read. */
  function shownFor(eventId: string | null) {
    if (eventId === null) return { exception: undefined, fields: null, time: undefined };
    const key = memory.connections.find()?.calendar?.key ?? "";
    const link = memory.links.ofEvent(key, eventId);
    const exception = memory.exceptions.ofEvent(key, eventId);
    const fields = (link ?? exception)?.fields ?? null;
    return { exception, fields, time: fields?.time };
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

  /**
   * Takes over the time of the calendar; only the time: what else differs goes back. Where nothing does, nothing is sent.
   * @throws AppError NOT_ALLOWED where the calendar has no time that the booking could take
   */
  function acceptTime(compared: Compared): void {
    const { kind, bookingId, originalStart, theirs } = compared;
    // A move that was asked about was looked at when it came, that of a series too.
    const asked = kind === "movedInGoogle" && theirs?.time.is === "timed" ? theirs.time : null;
    const time = asked ?? compareVersions(memory, calendar(), compared).takes;
    if (time === null) throw new AppError("NOT_ALLOWED", "There is no time to take over.");
    const now = nowInstant();
    const { bookings } = memory;
    if (originalStart !== null)
      bookings.moveOccurrenceByGoogle(bookingId, originalStart, time.start, time.end, now);
    else {
      bookings.moveByGoogle(bookingId, time.start, time.end, now);
      // A series that moves takes its exceptions along, under other names.
      memory.exceptions.doubt(memory.connections.find()?.calendar?.key ?? "", bookingId);
    }
    memory.pending.requeue(bookingId, now);
  }

  function settleOpen(item: OpenAttention, how: Settlement): void {
    const now = nowInstant();
    // Left as it is, a move in the calendar would differ for good: the desk decides.
    const isLeft = how === "dismiss" && item.kind !== "movedInGoogle";
    const isOurs = how !== "acceptGoogle" && !isLeft;
    if (how === "acceptGoogle") acceptTime(comparedOf(item.id));
    if (isOurs && item.bookingId !== null) memory.pending.enqueue(item.bookingId, now);
    memory.attention.settle(item.id, now);
  }

  function settleParked(id: Id, how: Settlement): boolean {
    if (how === "acceptGoogle") {
      acceptTime(comparedOf(id));
      return true;
    }
    return how === "dismiss" ? memory.pending.skip(id) : memory.pending.unpark(id);
  }

  function journal(bookingId: Id | null, how: Settlement): void {
    const booking = bookingId === null ? undefined : memory.bookings.forCalendar(bookingId);
    memory.journal.add(nowInstant(), {
      direction: "none",
      action: "settled",
      subject: booking === undefined ? "" : describeBooking(booking),
      reason: DECIDED[how],
      bookingId,
      eventId: null,
    });
  }

  function openItem(id: Id): OpenAttention | undefined {
    return memory.attention.open().find((item) => item.id === id);
  }

  /** @throws AppError NOT_FOUND if it was settled already, or is about no booking */
  function comparedOf(id: Id): Compared {
    const open = openItem(id);
    const bookingId = open?.bookingId ?? null;
    if (open !== undefined && bookingId !== null) {
      const { kind, eventId, originalStart, theirs } = open;
      if (kind !== "movedInGoogle") return { kind, bookingId, originalStart, theirs };
      const shown = shownFor(eventId);
      const name = shown.exception?.originalStart ?? originalStart;
      return { kind, bookingId, originalStart: name, theirs: shown.fields ?? theirs };
    }
    if (!memory.pending.parked().some((parked) => parked.bookingId === id))
      throw new AppError("NOT_FOUND", "There is nothing like this to compare any more.");
    const key = memory.connections.find()?.calendar?.key ?? "";
    const link = memory.links.ofBooking(key, id);
    const theirs = link === undefined || link.gone ? null : link.fields;
    return { kind: "parked", bookingId: id, originalStart: null, theirs };
  }

  return {
    list,
    /** @throws AppError NOT_FOUND, NOT_CONNECTED */
    compare: (id: Id): Comparison => compareVersions(memory, calendar(), comparedOf(id)),
    /** @throws AppError NOT_FOUND if it was settled already, NOT_ALLOWED */
    settle(id: Id, how: Settlement): void {
      memory.db.write("attention.settle", () => {
        const open = openItem(id);
        if (open !== undefined) {
          settleOpen(open, how);
          return journal(open.bookingId, how);
        }
        if (settleParked(id, how)) journal(id, how);
        else throw new AppError("NOT_FOUND", "There is nothing like this to settle any more.");
      });
    },
  };
}
