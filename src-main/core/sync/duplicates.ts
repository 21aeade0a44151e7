import type { DuplicateGroup } from "../../../src-shared/bridge/contract/sync.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { RemoteEvent } from "../calendars/remote-calendar.ts";
import type { ForeignRow } from "../store/sync/foreign-events.ts";
import {
  nextTime,
  repeatsTimesOf,
  type Rhythm,
  type Spelled,
  spellOut,
  timeKey,
  unspelled,
} from "./rhythm.ts";

/** A booking as far as doubles are concerned. */
export interface BookingTime {
  readonly id: Id;
  readonly customerName: string;
  readonly rhythm: Rhythm;
}

/** A foreign event that may be a double: a single one, or a series with all its occurrences. */
interface Double {
  readonly event: RemoteEvent;
  readonly title: string;
  readonly repeats: boolean;
  readonly spelled: () => Spelled;
}

/** A booking that something may be a double of. */
interface Candidate {
  readonly booking: BookingTime;
  readonly words: readonly string[];
  readonly spelled: () => Spelled;
}

/** Times of series that are spelled out in one search, which bounds how long it takes. */
const MOST_TIMES = 10_000;

function exceptionsBySeries(
  rows: readonly ForeignRow[],
): ReadonlyMap<string, Rhythm["exceptions"]> {
  const found = new Map<string, Map<string, { start: string; end: string } | null>>();
  for (const row of rows) {
    const { seriesId, originalStart } = row.is === "live" ? row.event : row;
    if (seriesId === null || originalStart === null) continue;
    const time = row.is === "live" ? row.event.fields.time : null;
    const exceptions = found.get(seriesId) ?? new Map();
    exceptions.set(
      originalStart,
      time?.is === "timed" ? { start: time.start, end: time.end } : null,
    );
    found.set(seriesId, exceptions);
  }
  return found;
}

/** Spells out what is asked for, each once; series only until the search took long enough. */
function spellerFor(now: number) {
  let left = MOST_TIMES;
  const spell = (rhythm: Rhythm): Spelled => {
    if (rhythm.lines.length > 0 && left <= 0) return unspelled(rhythm);
    const spelled = spellOut(rhythm, now);
    if (spelled.repeats) left -= spelled.byRule.size;
    return spelled;
  };
  return (rhythm: Rhythm): (() => Spelled) => {
    let known: Spelled | null = null;
    return () => (known ??= spell(rhythm));
  };
}
type Speller = ReturnType<typeof spellerFor>;

/** Exceptions of a series belong to it; all-day events are never a booking's. */
function timedEvents(rows: readonly ForeignRow[], spell: Speller): Double[] {
  const exceptions = exceptionsBySeries(rows);
  return rows.flatMap((row) => {
    if (row.is !== "live" || row.event.seriesId !== null) return [];
    const { event } = row;
    const { time, recurrence, title } = event.fields;
    if (time.is !== "timed") return [];
    const rhythm = { time, lines: recurrence, exceptions: exceptions.get(event.id) ?? new Map() };
    const repeats = recurrence.length > 0;
    return [{ event, title: folded(title), repeats, spelled: spell(rhythm) }];
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

/** Each word of a name counts that is longer than two letters: "Mirjam v.d. Berg" is "Mirjam" and "Berg". */
function wordsOf(name: string): readonly string[] {
  return folded(name)
    .split(" ")
    .filter((word) => word.length > 2);
}

function names(title: string, wanted: readonly string[]): boolean {
  const words = new Set(title.split(" "));
  return wanted.length > 0 && wanted.every((word) => words.has(word));
}

function toGroupEvent(double: Double, now: number): DuplicateGroup["events"][number] {
  const { id, fields } = double.event;
  const { start, end } = nextTime(double.spelled(), now);
  return { id, title: fields.title, start, end, repeats: double.repeats };
}

/** Finds the booking that an event is a double of. */
function finderOf(bookings: readonly BookingTime[], spell: Speller) {
  const candidates = bookings.map((booking): Candidate => {
    const { customerName, rhythm } = booking;
    return { booking, words: wordsOf(customerName), spelled: spell(rhythm) };
  });
  const byId = new Map(candidates.map((one) => [one.booking.id, one]));
  const [series, singles] = [true, false].map((isSeries) =>
    candidates.filter(({ booking }) => booking.rhythm.lines.length > 0 === isSeries),
  );
  const byTime = Map.groupBy(singles ?? [], ({ booking }) => timeKey(booking.rhythm.time));
  return ({
    event,
    title,
    repeats,
    spelled,
  }: Double): { of: Candidate; kind: DuplicateGroup["kind"] } | null => {
    const marked = byId.get(event.mark?.bookingId ?? "");
    if (marked !== undefined) return { of: marked, kind: "copyOfBooking" };
    const { time } = event.fields;
    const atItsTime = repeats || time.is === "allDay" ? [] : (byTime.get(timeKey(time)) ?? []);
    const of = [...atItsTime, ...(series ?? [])].find(
      (one) => names(title, one.words) && repeatsTimesOf(spelled(), one.spelled()),
    );
    return of === undefined ? null : { of, kind: "sameTimeAsBooking" };
  };
}

function ofBookings(
  doubles: readonly Double[],
  bookings: readonly BookingTime[],
  spell: Speller,
  now: number,
): DuplicateGroup[] {
  const find = finderOf(bookings, spell);
  const groups = new Map<Id, DuplicateGroup>();
  for (const double of doubles) {
    const found = find(double);
    if (found === null) continue;
    const { id: bookingId, customerName } = found.of.booking;
    const group = groups.get(bookingId) ?? {
      kind: found.kind,
      bookingId,
      customerName,
      events: [],
    };
    groups.set(bookingId, { ...group, events: [...group.events, toGroupEvent(double, now)] });
  }
  return [...groups.values()];
}

/** What stays comes first: the longer of two series, and of equal ones always the same. */
function byLength(a: Double, b: Double): number {
  const [one, other] = [a.spelled(), b.spelled()];
  return (
    one.first.start.localeCompare(other.first.start) ||
    Number(other.endless) - Number(one.endless) ||
    other.byRule.size - one.byRule.size ||
    a.event.id.localeCompare(b.event.id)
  );
}

/** Of events of one title those that repeat another, under the one that stays. */
function repetitions(alike: readonly Double[]): ReadonlyMap<Double, readonly Double[]> {
  const found = new Map<Double, Double[]>();
  const note = (stays: Double, repeated: Double) =>
    found.set(stays, [...(found.get(stays) ?? []), repeated]);
  const staying: Double[] = [];
  for (const one of alike.filter(({ repeats }) => repeats).toSorted(byLength)) {
    const stays = staying.find((other) => repeatsTimesOf(one.spelled(), other.spelled()));
    if (stays === undefined) staying.push(one);
    else note(stays, one);
  }
  const taken = new Map(
    staying.toReversed().flatMap((one) => [...one.spelled().shownKeys].map((key) => [key, one])),
  );
  for (const one of alike.filter(({ repeats }) => !repeats).toSorted(byLength)) {
    const [key = ""] = one.spelled().shownKeys;
    const stays = taken.get(key);
    if (stays === undefined) taken.set(key, one);
    else note(stays, one);
  }
  return found;
}

/** Foreign events that repeat each other: all but one of equal title and time. */
function ofEachOther(doubles: readonly Double[], now: number): DuplicateGroup[] {
  const titled = doubles.filter(({ title }) => title !== "");
  return [...Map.groupBy(titled, ({ title }) => title).values()]
    .filter((alike) => alike.length > 1)
    .flatMap((alike) => [...repetitions(alike).values()])
    .map((repeated) => ({
      kind: "sameTitleAndTime",
      bookingId: null,
      customerName: "",
      events: repeated.map((one) => toGroupEvent(one, now)),
    }));
}

/**
 * Doubles among the foreign events of a calendar (S18): copies of a booking's event, events that stand at a booking's
 * time under its customer's name, and foreign events that repeat each other. A series counts as one event, with its
 * exceptions. Pure; names nothing twice.
 * @param foreign with the exceptions and the cancelled occurrences of series
 * @param now epoch milliseconds
 */
export function findDuplicates(
  foreign: readonly ForeignRow[],
  bookings: readonly BookingTime[],
  now: number,
): DuplicateGroup[] {
  const spell = spellerFor(now);
  const doubles = timedEvents(foreign, spell);
  const groups = ofBookings(doubles, bookings, spell, now);
  const named = new Set(groups.flatMap((group) => group.events.map((event) => event.id)));
  const others = doubles.filter(({ event }) => !named.has(event.id));
  return [...groups, ...ofEachOther(others, now)];
}
