import type { DuplicateGroup } from "../../../src-shared/bridge/contract/sync.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import type { RemoteEvent } from "../calendars/remote-calendar.ts";

/** A booking as far as doubles are concerned. */
export interface BookingTime {
  readonly id: Id;
  readonly customerName: string;
  readonly start: Instant;
  readonly end: Instant;
}

interface Timed {
  readonly event: RemoteEvent;
  readonly start: Instant;
  readonly end: Instant;
}

function timedSingles(events: readonly RemoteEvent[]): Timed[] {
  return events.flatMap((event) => {
    const { time, recurrence } = event.fields;
    const isSingle = event.seriesId === null && recurrence.length === 0;
    return isSingle && time.is === "timed" ? [{ event, start: time.start, end: time.end }] : [];
  });
}

/** Upper and lower case, accents, spaces and punctuation make no difference between two titles. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Names count as the same if every word of the shorter one begins a word of the other: "Mirjam v.d. Berg". */
function namesBooking(title: string, name: string): boolean {
  const words = folded(title).split(" ");
  const wanted = folded(name)
    .split(" ")
    .filter((word) => word.length > 2);
  return wanted.length > 0 && wanted.every((word) => words.some((other) => other === word));
}

function toGroupEvent({ event, start, end }: Timed): DuplicateGroup["events"][number] {
  return { id: event.id, title: event.fields.title, start, end };
}

function kindFor(double: Timed, booking: BookingTime): DuplicateGroup["kind"] | null {
  if (double.event.mark?.bookingId === booking.id) return "copyOfBooking";
  const sameTime = double.start === booking.start && double.end === booking.end;
  return sameTime && namesBooking(double.event.fields.title, booking.customerName)
    ? "sameTimeAsBooking"
    : null;
}

function ofBookings(doubles: readonly Timed[], bookings: readonly BookingTime[]): DuplicateGroup[] {
  const byId = new Map(bookings.map((booking) => [booking.id, booking]));
  const byStart = Map.groupBy(bookings, (booking) => booking.start);
  const groups = new Map<
    Id,
    { kind: DuplicateGroup["kind"]; booking: BookingTime; found: Timed[] }
  >();
  for (const double of doubles) {
    const marked = byId.get(double.event.mark?.bookingId ?? "");
    const candidates = marked === undefined ? (byStart.get(double.start) ?? []) : [marked];
    for (const booking of candidates) {
      const kind = kindFor(double, booking);
      if (kind === null) continue;
      const group = groups.get(booking.id) ?? { kind, booking, found: [] };
      groups.set(booking.id, { ...group, found: [...group.found, double] });
      break;
    }
  }
  return [...groups.values()].map(({ kind, booking, found }) => ({
    kind,
    bookingId: booking.id,
    customerName: booking.customerName,
    events: found.map(toGroupEvent),
  }));
}

/** Foreign events that repeat each other: all but the first of equal title and time. */
function ofEachOther(doubles: readonly Timed[]): DuplicateGroup[] {
  const alike = Map.groupBy(
    doubles,
    ({ event, start, end }) => `${start} ${end} ${folded(event.fields.title)}`,
  );
  return [...alike.values()]
    .filter((group) => group.length > 1 && folded(group[0]?.event.fields.title ?? "") !== "")
    .map((group) => ({
      kind: "sameTitleAndTime" as const,
      bookingId: null,
      customerName: "",
      events: group
        .toSorted((a, b) => a.event.id.localeCompare(b.event.id))
        .slice(1)
        .map(toGroupEvent),
    }));
}

/**
 * Doubles among the foreign events of a calendar (S18): copies of a booking's event, events that stand at a booking's
 * time under its customer's name, and foreign events that repeat each other. Pure; names nothing twice.
 */
export function findDuplicates(
  foreign: readonly RemoteEvent[],
  bookings: readonly BookingTime[],
): DuplicateGroup[] {
  const doubles = timedSingles(foreign);
  const groups = ofBookings(doubles, bookings);
  const named = new Set(groups.flatMap((group) => group.events.map((event) => event.id)));
  return [...groups, ...ofEachOther(doubles.filter(({ event }) => !named.has(event.id)))];
}
