import { createChanges } from "../../src-main/core/changes.ts";
import { createIds } from "../../src-main/core/ids.ts";
import type { Database } from "../../src-main/core/store/database.ts";
import { createScheduleHandlers } from "../../src-main/core/schedule/service.ts";
import { createStores } from "../../src-main/core/schedule/stores.ts";
import { handTime } from "../fixtures/hand-time.ts";
import { seededRandom } from "../fixtures/ports.ts";
import { type BenchStore, emptySalon, manyBookings, openStore, THURSDAY } from "./bench-desk.ts";
import { inMs, medianMs, medianOf, percentile, type Result, timesOf } from "./measure.ts";

const CUSTOMERS = 50_000;
const BOOKINGS_A_DAY = 60;
/** As one types: beginnings, the inside of names, numbers and addresses, words the other way round, and nobody. */
const QUERIES = [
  "m",
  "mul",
  "anna",
  "ller",
  "zoe muller",
  "muller zoe",
  "30",
  "23125 04",
  "4999",
  "example.com",
  "person4999@",
  "nobody at all",
] as const;

/** A desk with so many bookings; their logs and what waits for the calendar are left out. */
function open(bookings: number, perDay = BOOKINGS_A_DAY) {
  const time = handTime(THURSDAY);
  const ids = createIds(time.clock, seededRandom());
  const storesOf = (db: Database) =>
    createStores({ db, clock: time.clock, ids, changes: createChanges() });
  const store = openStore(emptySalon(), time, (db) => {
    const { put } = storesOf(db).bookings;
    db.write("bench.bookings", () => {
      for (const booking of manyBookings(bookings, perDay)) put(booking);
    });
  });
  const stores = storesOf(store.db);
  const about = { version: "0.0.0", host: "browser", practice: true } as const;
  return { store, stores, ids, handlers: createScheduleHandlers(stores, about) };
}

/** As if the calendar held every booking of the week. */
function connect({ db }: BenchStore, { from, to }: typeof WEEK): void {
  const key = "google/a/c";
  db.statement(
    "bench.connect",
    `INSERT INTO connection VALUES (1, 'google', 'desk@example.com', '', :at, 'c', 'Bookings', 'UTC', '${key}')`,
  ).run({ at: THURSDAY });
  db.statement(
    "bench.link",
    `INSERT INTO link SELECT '${key}', id, 'e' || id, 0, 'etag', '{}', 0, 0 FROM booking
     WHERE start >= :from AND start < :to`,
  ).run({ from, to });
}

const WEEK = { from: "2026-11-16", to: "2026-11-23" } as const;

async function weeksOf(bookings: number): Promise<Result[]> {
  const { store, handlers } = open(bookings);
  const shown = (await handlers["schedule.get"](WEEK)).bookings.length;
  const name = `a week (${shown} bookings) out of ${bookings}`;
  const alone = await medianMs(200, () => handlers["schedule.get"](WEEK));
  connect(store, WEEK);
  const linked = await medianMs(200, () => handlers["schedule.get"](WEEK));
  store.close();
  return [
    { name, value: inMs(alone) },
    { name: `${name}, all in Google`, value: inMs(linked) },
  ];
}

/** What the foot of the schedule asks after each change: how many bookings of a month have something in their way. */
async function conflictsCounted(): Promise<Result> {
  const { store, stores, handlers } = open(9_610, 155);
  const always = [{ from: "00:00", to: "24:00" }];
  const hours = { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always };
  stores.business.put({ ...stores.theBusiness(), hours });
  for (const person of stores.staff.list()) stores.staff.put({ ...person, hours: null });
  const ms = await medianMs(100, () => handlers["schedule.conflicts"]({ days: 31, most: 0 }));
  store.close();
  return { name: "conflicts among the 4805 bookings of a month, counted", value: inMs(ms) };
}

async function searches(): Promise<Result[]> {
  const { store, stores, ids, handlers } = open(1_000);
  const known = stores.customers.search("", 200, THURSDAY);
  store.db.write("bench.customers", () => {
    for (let i = 0; i < CUSTOMERS; i += 1) {
      const like = known[i % known.length];
      const name = `${like?.name ?? "Nobody"} ${i}`;
      const phone = `+49 30 23125 ${i}`;
      stores.customers.put({
        id: ids.next(),
        revision: 1,
        name,
        phone,
        email: `person${i}@example.com`,
        notes: "",
        alert: "",
      });
    }
  });
  const results: Result[] = [];
  for (const query of QUERIES) {
    const times = await timesOf(200, () => handlers["customer.search"]({ query, limit: 20 }));
    const value = `${inMs(medianOf(times))}, p99 ${inMs(percentile(times, 99))}`;
    results.push({ name: `search “${query}” among ${CUSTOMERS} customers`, value });
  }
  store.close();
  return results;
}

export async function benchStore(print: (results: readonly Result[]) => void): Promise<void> {
  for (const bookings of [1_000, 100_000, 1_000_000]) print(await weeksOf(bookings));
  print([await conflictsCounted()]);
  print(await searches());
}
