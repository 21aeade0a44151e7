import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as after } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type GoogleControl, startGoogleSimulator } from "../../../simulators/google/index.ts";
import { anyGoogleCommand } from "../../fixtures/history/arbitrary.ts";
import type { History } from "../../fixtures/history/commands.ts";
import { type Diary, emptyDiary, pick } from "../../fixtures/history/diary.ts";
import { googleStep } from "../../fixtures/history/google-steps.ts";
import { violations } from "../../fixtures/history/invariants.ts";
import type {
  KilledDeskOrders,
  KilledDeskReport,
} from "../../fixtures/history/killed-desk-orders.ts";
import { comeToRest } from "../../fixtures/history/rest.ts";
import { grantFor, templateOf } from "../../fixtures/history/template.ts";
import { rangeOf } from "../../fixtures/history/series-range.ts";
import { openWorldAt, type Place, type Site, type World } from "../../fixtures/history/world.ts";
import { handTime } from "../../fixtures/hand-time.ts";
import { seededRandom } from "../../fixtures/ports.ts";

const KILLS = Number(process.env["BELLHOP_KILLS"] ?? 50);
const SEED = Number(process.env["BELLHOP_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const MS_PER_KILL = 10_000;

const DESK = join(import.meta.dirname, "../../fixtures/history/killed-desk.ts");
const LONGEST_LIFE_MS = 8_000;
const MOST_REQUESTS = 25;
const MOST_MS_AFTER = 12;
const PERSON_ACTS_EVERY_MS = 6;
const ENDLESS = 1_000_000;

async function openSite(): Promise<Site> {
  const history: History = {
    zone: "Europe/Berlin",
    now: new Date().toISOString(),
    google: { cancelledWrites: "revive", dateTimeEcho: "calendarZone" },
    commands: [],
  };
  const template = await templateOf(history.zone);
  const dataDir = mkdtempSync(join(tmpdir(), "bellhop-killed-"));
  template.copyTo(dataDir);
  // A minute of the test holds more requests than one desk would ever make.
  const quotas = { perUserPerMinute: ENDLESS, perProjectPerMinute: ENDLESS };
  const simulator = await startGoogleSimulator({ consent: "approve", quotas });
  return {
    history,
    template,
    dataDir,
    simulator,
    clock: { off: 0 },
    time: handTime(history.now),
  };
}

/** A person who never rests until told to. */
function startPerson(place: Place, diary: Diary): () => Promise<void> {
  const random = seededRandom(SEED);
  const wishes = fc.sample(anyGoogleCommand, { numRuns: 2_000, seed: SEED });
  let over = false;
  const choose = () => Math.floor(random.next() * ENDLESS);
  async function act(): Promise<void> {
    while (!over) {
      await after(PERSON_ACTS_EVERY_MS);
      const wish = pick(wishes, choose());
      if (wish === undefined) return;
      const aimed = {
        ...wish,
        ...("booking" in wish ? { booking: choose() } : {}),
        ...("event" in wish ? { event: choose() } : {}),
        ...("series" in wish ? { series: choose() } : {}),
        ...("nth" in wish ? { nth: choose() } : {}),
      };
      googleStep(place, diary, aimed);
    }
  }
  const acting = act();
  return () => {
    over = true;
    return acting;
  };
}

function noteMade(diary: Diary, id: string, repeats: boolean): void {
  if (repeats) diary.series.push({ id, deleted: 0, cancelled: [] });
  else diary.bookings.push(made(id));
}

type Committed = Map<string, number>;

/** A booking of which only its id is known yet. */
function made(id: string): Diary["bookings"][number] {
  return { id, cancelled: false, span: { start: "", end: "" }, movedTo: [], deleted: 0 };
}

function note(line: string, diary: Diary, committed: Committed): void {
  // The last line of a killed process can be cut.
  if (!line.endsWith("}")) return;
  const { id, revision, repeats } = JSON.parse(line) as KilledDeskReport;
  if (!committed.has(id)) noteMade(diary, id, repeats);
  committed.set(id, Math.max(revision, committed.get(id) ?? 0));
}

/** Which request of a life is its last one, and how long after that the process may go on. */
interface Death {
  readonly atRequest: number;
  readonly afterMs: number;
}

/** Ends the process at its chosen request; a process that makes too few of them ends after a while. */
function foresee(death: Death, desk: ChildProcess, google: GoogleControl): () => void {
  let seen = 0;
  const kill = (): void => void desk.kill("SIGKILL");
  const fault = google.addFault({
    times: Infinity,
    when: () => {
      seen += 1;
      if (seen === death.atRequest) setTimeout(kill, death.afterMs);
      return false;
    },
    effect: { kind: "reset" },
  });
  const limit = setTimeout(kill, LONGEST_LIFE_MS);
  return () => {
    clearTimeout(limit);
    google.removeFault(fault);
  };
}

/** One life of the desk, ended by SIGKILL. */
async function liveAndDie(
  orders: KilledDeskOrders,
  death: Death,
  google: GoogleControl,
  heard: (line: string) => void,
): Promise<void> {
  const desk = spawn(process.execPath, [DESK, JSON.stringify(orders)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(orders.dataDir, "compiled") },
  });
  const exited = once(desk, "exit");
  const forget = foresee(death, desk, google);
  for await (const line of createInterface({ input: desk.stdout })) heard(line);
  const [, signal] = (await exited) as [number | null, string | null];
  forget();
  if (signal !== "SIGKILL") throw new Error("The desk ended by itself.");
}

function ordersFor(site: Site, life: number, diary: Diary): KilledDeskOrders {
  const { anna, cut } = site.template.staff;
  return {
    life,
    dataDir: site.dataDir,
    endpoints: site.simulator.endpoints,
    zone: site.history.zone,
    grantName: site.template.grantName,
    grant: grantFor(site.simulator.control),
    staffId: anna.id,
    serviceId: cut.id,
    from: `${site.history.now.slice(0, 14)}00:00.000Z`,
    bookings: diary.bookings.map(({ id }) => id),
    series: diary.series.map(({ id }) => id),
  };
}

function lost(world: World, committed: Committed): string[] {
  return [...committed].flatMap(([id, revision]) => {
    const { booking } = world.now("booking.get", { id });
    return booking.revision >= revision ? [] : [`${id} fell back to revision ${booking.revision}`];
  });
}

/** After kills nobody knows the last wish of the desk, nor what it made in its last moment; what it holds is it. */
function believe(world: World, diary: Diary): void {
  const known = new Set([...diary.bookings, ...diary.series].map(({ id }) => id));
  for (const { id, occurrence } of world.now("schedule.get", rangeOf(world).dates).bookings) {
    if (!known.has(id)) noteMade(diary, id, occurrence !== null);
    known.add(id);
  }
  for (const one of diary.bookings) {
    const { start, end, status } = world.now("booking.get", { id: one.id }).booking;
    one.cancelled = status === "cancelled";
    one.span = { start, end };
  }
}

test(
  `scenario 51: a desk killed ${KILLS} times in the middle of changes from both sides ends as if it never died`,
  async () => {
    if (KILLS < 50) console.log(`ONLY ${KILLS} KILLS: BELLHOP_KILLS says so.`);
    const site = await openSite();
    const google = site.simulator.control;
    const diary = emptyDiary();
    const committed: Committed = new Map();
    const random = seededRandom(SEED);
    const endPerson = startPerson({ history: site.history, google }, diary);
    for (let life = 1; life <= KILLS; life += 1) {
      const death = {
        atRequest: 1 + Math.floor(random.next() * MOST_REQUESTS),
        afterMs: random.next() * MOST_MS_AFTER,
      };
      await liveAndDie(ordersFor(site, life, diary), death, google, (line) =>
        note(line, diary, committed),
      );
    }
    await endPerson();
    const requests = google.requests().length;
    console.log(
      `${KILLS} kills, seed ${SEED}: ${diary.bookings.length} bookings, ${diary.series.length} series, ${requests} requests`,
    );
    // The desk to come goes by the hand's time; the ones before went by the computer's.
    site.time.jump(Date.now() - site.time.clock.now());
    const world = openWorldAt(site);
    try {
      expect(lost(world, committed)).toEqual([]);
      // A person who acts this fast can win four races for one event in a row.
      diary.allowed.parked = true;
      await world.settle();
      await comeToRest(world, diary);
      believe(world, diary);
      expect(await violations(world, diary)).toEqual([]);
    } finally {
      await world.close();
    }
  },
  60_000 + KILLS * MS_PER_KILL,
);
