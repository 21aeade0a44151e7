import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import autocannon, { type Options, type Request, type Result as Load } from "autocannon";
import { addDays, dateAt, instantOfWall } from "../../src-shared/time/zones.ts";

import { postgresPrograms, startPostgres } from "../fixtures/companion/postgres.ts";
import {
  ADDRESS,
  BASE_URL,
  type Browser,
  companionEnv,
  fillCompanion,
  SERVICE_MINUTES,
  slugOf,
  STAFF_COUNT,
  staffOf,
} from "./companion-salon.ts";
import type { Result } from "./measure.ts";
import { SERVICE } from "../fixtures/companion/profile.ts";

const MAIN = path.resolve(import.meta.dirname, "../../src-companion/main.ts");
const SIZES = [1, 100, 1_000] as const;
const CONNECTIONS = 10;
const PAGES = 600;
const BOOKINGS = 200;
/** Hold, look at what is held, book. */
const STEPS = 3;
const MINUTE_MS = 60_000;
const OPENS_AT_MINUTE = 9 * 60;
const TIMES_A_DAY = (9 * 60) / SERVICE_MINUTES;
const ZONE = "Europe/Berlin";

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

async function startServer(env: Readonly<Record<string, string | undefined>>): Promise<Server> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env["PATH"], ...env, COMPANION_PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const { event, port: at } = JSON.parse(line) as { event: string; port?: number };
      if (event === "companion.started") resolve(at ?? 0);
    });
    child.once("exit", (code) => reject(new Error(`The companion ended with ${code}.`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

interface Timed {
  readonly load: Load;
  readonly seconds: number;
}

/** Its own `duration` is counted in whole samples of a second. */
async function timed(options: Options): Promise<Timed> {
  const begun = performance.now();
  const load = await autocannon(options);
  return { load, seconds: (performance.now() - begun) / 1_000 };
}

function told({ load, seconds }: Timed, steps: number): string {
  const { non2xx, errors, requests, latency } = load;
  const failed = errors + (steps === 1 ? non2xx : 0);
  const perSecond = requests.total / seconds / steps;
  return `${perSecond.toFixed(0)}/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms a request, ${failed} failed`;
}

/** Another address for each request: one address alone is soon told to wait. */
function createAddresses(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`;
  };
}

async function loadPages(server: Server, businesses: number): Promise<Timed> {
  const address = createAddresses();
  let count = 0;
  const day = addDays(dateAt(Date.now(), ZONE), 3);
  return timed({
    url: server.url,
    connections: CONNECTIONS,
    amount: PAGES,
    requests: [
      {
        setupRequest: (request: Request): Request => {
          count += 1;
          const slug = slugOf(count % businesses);
          return {
            ...request,
            method: "GET",
            path: `/b/${slug}?service=${SERVICE}&day=${day}`,
            headers: { [ADDRESS]: address() },
          };
        },
      },
    ],
  });
}

interface Turn {
  slug?: string;
  browser?: Browser;
  form?: string;
}

/** Times that nobody else asks for, from the third day on. */
function createTimes(): (businesses: number) => { slug: string; staff: string; start: number } {
  let count = 0;
  const first = addDays(dateAt(Date.now(), ZONE), 3);
  return (businesses) => {
    const business = count % businesses;
    const turn = Math.floor(count / businesses);
    count += 1;
    const time = Math.floor(turn / STAFF_COUNT);
    const day = addDays(first, Math.floor(time / TIMES_A_DAY));
    const minute = OPENS_AT_MINUTE + (time % TIMES_A_DAY) * SERVICE_MINUTES;
    const start = instantOfWall(day, 0, ZONE) + minute * MINUTE_MS;
    return { slug: slugOf(business), staff: staffOf(turn % STAFF_COUNT), start };
  };
}

/** Hold a time, look at it, book it: as a signed-in customer does, the forms filled in. */
async function loadBookings(
  server: Server,
  businesses: number,
  browsers: readonly Browser[],
): Promise<{ readonly load: Timed; readonly booked: number }> {
  const free = [...browsers];
  const address = createAddresses();
  const next = createTimes();
  let booked = 0;
  const headersOf = ({ cookie }: Browser): Record<string, string> => ({
    cookie,
    origin: BASE_URL,
    "content-type": "application/x-www-form-urlencoded",
    [ADDRESS]: address(),
  });
  const requests = [
    {
      setupRequest: (request: Request, turn: Turn): Request => {
        const browser = free.pop();
        if (browser === undefined) throw new Error("There are fewer customers than connections.");
        const { slug, staff, start } = next(businesses);
        Object.assign(turn, { slug, browser });
        const fields = { _token: browser.token, service: SERVICE, staff, start: String(start) };
        return {
          ...request,
          method: "POST",
          path: `/b/${slug}/hold`,
          headers: headersOf(browser),
          body: new URLSearchParams(fields).toString(),
        };
      },
    },
    {
      setupRequest: (request: Request, turn: Turn): Request => ({
        ...request,
        method: "GET",
        path: `/b/${turn.slug}/book`,
        headers: turn.browser === undefined ? {} : headersOf(turn.browser),
      }),
      onResponse: (_status: number, body: string, turn: Turn): void => {
        turn.form = /name="hold"[^>]*value="([^"]+)"/.exec(body)?.[1] ?? "";
      },
    },
    {
      setupRequest: (request: Request, turn: Turn): Request => {
        const { browser, form = "" } = turn;
        const fields = { _token: browser?.token ?? "", hold: form, notes: "" };
        return {
          ...request,
          method: "POST",
          path: `/b/${turn.slug}/book`,
          headers: browser === undefined ? {} : headersOf(browser),
          body: new URLSearchParams(fields).toString(),
        };
      },
      onResponse: (
        _status: number,
        _body: string,
        turn: Turn,
        headers: Readonly<Record<string, string>>,
      ): void => {
        const location = headers["location"] ?? headers["Location"] ?? "";
        if (/^\/bookings\/[\w-]+$/.test(location)) booked += 1;
        if (turn.browser !== undefined) free.push(turn.browser);
      },
    },
  ];
  const load = await timed({
    url: server.url,
    connections: CONNECTIONS,
    amount: BOOKINGS * STEPS,
    requests: requests as unknown as Request[],
  });
  return { load, booked };
}

async function benchOne(
  name: string,
  databaseUrl: string | null,
  businesses: number,
): Promise<readonly Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "bellhop-companion-bench-"));
  const env = companionEnv(folder, databaseUrl);
  const browsers = await fillCompanion(env, businesses, 2 * CONNECTIONS);
  const server = await startServer(env);
  try {
    const pages = await loadPages(server, businesses);
    const { load, booked } = await loadBookings(server, businesses, browsers);
    const of = `${name}, ${businesses} ${businesses === 1 ? "business" : "businesses"}`;
    return [
      { name: `slots page, ${of}`, value: told(pages, 1) },
      { name: `booking, ${of}`, value: `${told(load, STEPS)}, ${booked} booked` },
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The companion as a process of its own under ten connections that never rest: the page with the free times of a week,
 * and whole bookings (three requests each; the rate is that of bookings).
 */
export async function benchCompanion(print: (results: readonly Result[]) => void): Promise<void> {
  for (const size of SIZES) print(await benchOne("SQLite", null, size));
  const programs = postgresPrograms();
  if (programs === null)
    return print([{ name: "PostgreSQL", value: "SKIPPED, no server is installed" }]);
  const cluster = await startPostgres(programs);
  try {
    for (const size of SIZES) print(await benchOne("PostgreSQL", cluster.database(), size));
  } finally {
    await cluster.stop();
  }
}
