import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../src-shared/time/zones.ts";
import { openSeriesDesk, type SeriesDesk } from "../../fixtures/series-desk.ts";

const ZONES = ["Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kolkata"] as const;
const RULES = [
  "FREQ=DAILY",
  "FREQ=DAILY;INTERVAL=3",
  "FREQ=WEEKLY",
  "FREQ=WEEKLY;INTERVAL=2",
  "FREQ=MONTHLY",
] as const;

const ending = fc.oneof(
  fc.constant(""),
  fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
  fc
    .integer({ min: 0, max: 200 })
    .map((days) => `;UNTIL=${addDays("2026-09-10", days).replaceAll("-", "")}T235900Z`),
);

/** A start in the working hours of September, before both changes of the clocks that the windows reach over. */
const series = fc.record({
  zone: fc.constantFrom(...ZONES),
  rule: fc.tuple(fc.constantFrom(...RULES), ending).map((parts) => parts.join("")),
  day: fc.integer({ min: 1, max: 9 }),
  hour: fc.integer({ min: 0, max: 23 }),
});

const exception = fc.record({
  place: fc.nat({ max: 20 }),
  what: fc.constantFrom("cancel", "move", "note", "done"),
  days: fc.integer({ min: -20, max: 20 }),
});

const RUNS = { numRuns: 15 };
const HALF = "2026-12-15";
const WINDOW = ["2026-09-01", "2027-05-01"] as const;

type Made = typeof series extends fc.Arbitrary<infer T> ? T : never;
type Exception = typeof exception extends fc.Arbitrary<infer T> ? T : never;

async function deskWith({ zone, rule, day, hour }: Made, exceptions: readonly Exception[]) {
  const desk = await openSeriesDesk({ zone });
  const start = `2026-09-0${day}T${String(hour).padStart(2, "0")}:00:00.000Z`;
  const { id } = await desk.repeat(start, rule);
  const names = (await desk.schedule(...WINDOW)).map((one) => one.occurrence?.originalStart ?? "");
  for (const one of exceptions) {
    const name = names[one.place % names.length];
    if (name !== undefined) await except(desk, id, name, one);
  }
  return { desk, id, names };
}

async function except(desk: SeriesDesk, id: string, name: string, { what, days }: Exception) {
  switch (what) {
    case "cancel":
      return desk.setStatus(id, "one", name, "cancelled");
    case "done":
      return desk.setStatus(id, "one", name, "done");
    case "note":
      return desk.change(id, "one", name, { deskNotes: `note ${days}` });
    case "move":
      return desk.change(id, "one", name, {
        start: `${addDays(name.slice(0, 10), days)}${name.slice(10)}`,
      });
  }
}

/** What is on the schedule, whatever booking it belongs to. */
async function seen(desk: SeriesDesk, from: string, to: string): Promise<string[]> {
  const shown = await desk.schedule(from, to);
  return shown.map((one) => `${one.start} ${one.end} ${one.status} ${one.deskNotes}`).toSorted();
}

describe("whatever the series", () => {
  test("two windows show what one shows", async () => {
    await fc.assert(
      fc.asyncProperty(series, fc.array(exception, { maxLength: 6 }), async (made, exceptions) => {
        const { desk } = await deskWith(made, exceptions);
        const first = await seen(desk, WINDOW[0], HALF);
        const second = await seen(desk, HALF, WINDOW[1]);
        // What runs over the midnight between them is in both.
        const both = new Set(second);
        const once = [...first.filter((one) => !both.has(one)), ...second];
        expect(once.toSorted()).toEqual(await seen(desk, ...WINDOW));
      }),
      RUNS,
    );
  });

  test("a cut anywhere, and another one, changes nothing but the bookings", async () => {
    const place = fc.nat({ max: 30 });
    await fc.assert(
      fc.asyncProperty(
        ...([series, fc.array(exception, { maxLength: 6 }), place, place] as const),
        async (made, exceptions, first, second) => {
          const { desk, id, names } = await deskWith(made, exceptions);
          const before = await seen(desk, ...WINDOW);
          for (const [at, part] of [first, second].entries()) {
            const name = names[part % names.length] ?? "";
            const owner = desk.stores.bookings
              .inCalendarFrom("2000-01-01T00:00:00.000Z")
              .find((one) => desk.stores.bookings.occurrenceForCalendar(one, name) !== undefined);
            await desk.change(owner ?? id, "following", name, { priceMinor: 1 + at });
            expect(await seen(desk, ...WINDOW)).toEqual(before);
          }
        },
      ),
      RUNS,
    );
  });

  test("a move of all and back shows what was shown before", async () => {
    // Not about a day: one that was moved by a day would then agree with the series, and be no exception any more.
    const hours = fc.integer({ min: 1, max: 22 });
    const some = fc.array(exception, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(series, some, hours, async (made, exceptions, by) => {
        const { desk, id, names } = await deskWith(made, exceptions);
        const changed = desk.stores.bookings.overridesForCalendar(id);
        const plain = names.find((name) => !changed.includes(name));
        fc.pre(plain !== undefined);
        const shown = await seen(desk, ...WINDOW);
        const later = new Date(Date.parse(plain) + by * 3_600_000).toISOString();
        await desk.change(id, "all", plain, { start: later });
        await desk.change(id, "all", later, { start: plain });
        expect(desk.stores.bookings.overridesForCalendar(id)).toEqual(changed);
        expect(await seen(desk, ...WINDOW)).toEqual(shown);
      }),
      RUNS,
    );
  });
});
