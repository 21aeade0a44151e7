import Sqlite from "better-sqlite3";
import { type BenchDesk, salonWith, startBenchDesk } from "./bench-desk.ts";
import { inMs, medianMs, medianOf, type Result } from "./measure.ts";

const CALENDAR = "bookings@group.calendar.google.com";
const PER_DAY = 48;
const FIRST_SYNC_RUNS = 3;

async function firstSync(bench: BenchDesk): Promise<number> {
  const startedAt = performance.now();
  await bench.desk.handlers["google.chooseCalendar"]({ is: "existing", calendarId: CALENDAR, oldEvents: "leave" });
  await bench.settle();
  return performance.now() - startedAt;
}

function requestsOf(bench: BenchDesk): number {
  return bench.google.control.requests().filter(({ kind }) => kind.startsWith("events.")).length;
}

async function idleCycle(linked: number): Promise<Result> {
  const bench = await startBenchDesk(salonWith(linked, PER_DAY));
  await firstSync(bench);
  const cycle = () => bench.desk.handlers["sync.now"]({});
  await cycle();
  const before = requestsOf(bench);
  await cycle();
  const requests = requestsOf(bench) - before;
  const ms = await medianMs(50, cycle);
  await bench.stop();
  return { name: `idle cycle with ${linked} linked`, value: `${requests} request, ${inMs(ms)}` };
}

async function firstSyncs(count: number): Promise<Result> {
  const times: number[] = [];
  let requests = 0;
  for (let i = 0; i < FIRST_SYNC_RUNS; i += 1) {
    const bench = await startBenchDesk(salonWith(count, PER_DAY));
    times.push(await firstSync(bench));
    requests = requestsOf(bench);
    await bench.stop();
  }
  const value = `${requests} requests, ${inMs(medianOf(times))} of work (the quota’s pauses skipped)`;
  return { name: `first sync of ${count}`, value };
}

export async function benchSync(): Promise<Result[]> {
  return [
    {
      name: "SQLite",
      value: new Sqlite(":memory:").prepare("SELECT sqlite_version()").pluck().get() as string,
    },
    await idleCycle(1),
    await idleCycle(1_000),
    await firstSyncs(1_000),
  ];
}
