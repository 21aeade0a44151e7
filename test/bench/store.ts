import { createChanges } from "../../src-main/core/changes.ts";
import { createIds } from "../../src-main/core/ids.ts";
import { createScheduleHandlers } from "../../src-main/core/schedule/service.ts";
import { createStores } from "../../src-main/core/schedule/stores.ts";
import { handTime } from "../fixtures/hand-time.ts";
import { seededRandom } from "../fixtures/ports.ts";
import { type BenchStore, openStore, salonWith, THURSDAY } from "./bench-desk.ts";
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

function open(bookings: number) {
  const time = handTime(THURSDAY);
  const store: BenchStore = openStore(salonWith(bookings, BOOKINGS_A_DAY), time);
  const ids = createIds(time.clock, seededRandom());
  const stores = createStores({ db: store.db, clock: time.clock, ids, changes: createChanges() });
  const about = { version: "0.0.0", host: "browser", practice: true } as const;
  return { store, stores, ids, handlers: createScheduleHandlers(stores, about) };
}

async function weekOf(bookings: number): Promise<Result> {
  const { store, handlers } = open(bookings);
  const week = { from: "2026-11-16", to: "2026-11-23" };
  const shown = (await handlers["schedule.get"](week)).bookings.length;
  const ms = await medianMs(50, () => handlers["schedule.get"](week));
  store.close();
  return { name: `a week (${shown} bookings) out of ${bookings}`, value: inMs(ms) };
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

export async function benchStore(): Promise<Result[]> {
  return [await weekOf(1_000), await weekOf(100_000), ...(await searches())];
}
