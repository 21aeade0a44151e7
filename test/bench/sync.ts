import Sqlite from "better-sqlite3";
import { handTime } from "../fixtures/hand-time.ts";
import { watchRows } from "../fixtures/rows-of.ts";
import {
  type BenchDesk,
  chooseCalendar,
  salonWith,
  settle,
  startBenchDesk,
  THURSDAY,
} from "./bench-desk.ts";
import { benchFirstSync } from "./first-sync.ts";
import { inMs, medianOf, type Result } from "./measure.ts";

/** Many, so that even the largest salon has all of them within the 90 days back that are kept in step. */
const PER_DAY = 120;
/** A booking that a salon of every size has. */
const BOOKING = "01990000-0000-7000-8000-000000000000";
const IDLE_CYCLES = 30;

interface Cost {
  readonly requests: number;
  readonly writes: number;
}

async function costOf(bench: BenchDesk): Promise<Cost> {
  await bench.google.clearRequests();
  await bench.desk.handlers["sync.now"]({});
  const requests = await bench.google.requests();
  const writes = requests.filter(({ kind }) => kind !== "events.list").length;
  return { requests: requests.length, writes };
}

/** CPU time of this thread alone, in milliseconds. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

async function idleCpuMs(bench: BenchDesk): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < IDLE_CYCLES; i += 1) {
    const before = cpuMs();
    await bench.desk.handlers["sync.now"]({});
    times.push(cpuMs() - before);
  }
  return medianOf(times);
}

async function changeOne({ desk }: BenchDesk): Promise<void> {
  const { booking } = await desk.handlers["booking.get"]({ id: BOOKING, originalStart: null });
  await desk.handlers["booking.update"]({
    id: booking.id,
    revision: booking.revision,
    changes: { deskNotes: "Window seat" },
    scope: null,
    anyway: true,
  });
}

async function costsWith(linked: number): Promise<Result[]> {
  const time = handTime(THURSDAY);
  const bench = await startBenchDesk(salonWith(linked, PER_DAY), time);
  await bench.desk.handlers["sync.setRules"]({ maxEvents: 10_000 });
  await chooseCalendar(bench);
  await settle(bench, time);
  const { counts } = await bench.desk.handlers["sync.status"]({});
  if (counts.linked !== linked) throw new Error(`${counts.linked} of ${linked} are linked.`);
  await costOf(bench);
  const changed = watchRows(bench.databaseFile);
  const idle = await costOf(bench);
  const rows = changed() - 1;
  const ms = await idleCpuMs(bench);
  await changeOne(bench);
  const change = await costOf(bench);
  const echo = await costOf(bench);
  await bench.stop();
  const name = (what: string): string => `${what}, ${linked} linked`;
  return [
    {
      name: name("idle cycle"),
      value: `${idle.requests} request, ${inMs(ms)} CPU, ${rows} rows written beside its record`,
    },
    { name: name("one change"), value: `${change.writes} write` },
    { name: name("its echo"), value: `${echo.requests - 1} requests beside the list` },
  ];
}

export async function benchSync(): Promise<Result[]> {
  const version = new Sqlite(":memory:").prepare("SELECT sqlite_version()").pluck().get();
  return [
    { name: "SQLite", value: String(version) },
    ...(await costsWith(1)),
    ...(await costsWith(1_000)),
    ...(await costsWith(10_000)),
    ...(await benchFirstSync(100, PER_DAY)),
    ...(await benchFirstSync(1_000, PER_DAY)),
  ];
}
