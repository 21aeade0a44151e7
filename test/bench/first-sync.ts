import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { systemScheduler } from "../../src-main/node/time.ts";
import {
  type BenchDesk,
  type BenchTime,
  chooseCalendar,
  salonWith,
  startBenchDesk,
  THURSDAY,
} from "./bench-desk.ts";
import { inMs, type Result } from "./measure.ts";

const LATENCY_MS = 80;
/** Google's limit, sliding. */
const QUOTA_PER_MINUTE = 600;
const MINUTE_MS = 60_000;
const NS_PER_MS = 1e6;
/** The monitor's own timer; what it records is the whole time between two of its ticks. */
const TICK_MS = 1;

/** Real time, on a day that the sample salon has bookings around. */
function realTime(): BenchTime {
  const offset = Date.parse(THURSDAY) - performance.timeOrigin;
  return {
    clock: { now: () => Math.floor(performance.timeOrigin + offset + performance.now()) },
    scheduler: systemScheduler,
  };
}

/**
 * The soonest that `requests` can be done by anybody: a quota's worth at once, the next a minute later, and so on; the
 * last one takes its latency.
 */
function boundMs(requests: number): number {
  return Math.floor((requests - 1) / QUOTA_PER_MINUTE) * MINUTE_MS + LATENCY_MS;
}

async function done({ desk }: BenchDesk, linked: number): Promise<void> {
  for (;;) {
    const { state, counts } = await desk.handlers["sync.status"]({});
    if (state.is === "idle" && counts.linked === linked) return;
    await delay(50);
  }
}

/**
 * A first sync in real time over a network that takes 80 ms, against the bound, and how long it ever kept the desk's
 * own thread from answering.
 * @param bookings how many there are to send
 */
export async function benchFirstSync(bookings: number, perDay: number): Promise<Result[]> {
  const bench = await startBenchDesk(salonWith(bookings, perDay), realTime());
  await bench.google.delay(LATENCY_MS);
  await bench.google.clearRequests();
  const loop = monitorEventLoopDelay({ resolution: TICK_MS });
  loop.enable();
  const startedAt = performance.now();
  await chooseCalendar(bench);
  await done(bench, bookings);
  const ms = performance.now() - startedAt;
  loop.disable();
  const requests = await bench.google.requests();
  await bench.stop();
  const refused = requests.filter(({ status }) => status === 403 || status === 429).length;
  const bound = boundMs(requests.length);
  const lateMs = (ns: number): string => inMs(ns / NS_PER_MS - TICK_MS);
  return [
    {
      name: `first sync of ${bookings}, ${LATENCY_MS} ms a request`,
      value: `${requests.length} requests, ${(ms / 1_000).toFixed(1)} s, bound ${(bound / 1_000).toFixed(1)} s, ratio ${(ms / bound).toFixed(2)}, ${refused} refused`,
    },
    {
      name: "event loop late meanwhile",
      value: `p50 ${lateMs(loop.percentile(50))}, p99 ${lateMs(loop.percentile(99))}, at most ${lateMs(loop.max)}`,
    },
  ];
}
