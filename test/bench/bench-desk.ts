import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { defaultClients } from "../../simulators/google/index.ts";
import { fillSalon, type Salon, sampleSalon } from "../../src-main/core/sample-salon/index.ts";
import { createDesk, DATABASE_FILE, type Desk } from "../../src-main/core/desk.ts";
import type { Clock, Scheduler } from "../../src-main/core/ports.ts";
import { type Database, openDatabase } from "../../src-main/core/store/database.ts";
import { createSessionSecrets } from "../../src-main/node/keychain.ts";
import { alwaysOnline, neverAsleep } from "../../src-main/node/surroundings.ts";
import type { Booking } from "../../src-shared/domain/booking.ts";
import type { HandTime } from "../fixtures/hand-time.ts";
import { listLog, seededRandom } from "../fixtures/ports.ts";
import { type GoogleThread, startGoogleThread } from "./google-thread.ts";

/** Thursday, 10:00 in Berlin. */
export const THURSDAY = "2026-11-19T09:00:00.000Z";
const ZONE = "Europe/Berlin";
const DAY_MS = 86_400_000;

/** The people and services of the sample salon, nothing booked. */
export function emptySalon(): Salon {
  const salon = sampleSalon({ now: Date.parse(THURSDAY), zone: ZONE, seed: 1 });
  return { ...salon, bookings: [], blocks: [], overlap: [] };
}

/** Exactly `count` bookings, `perDay` a day on both sides of today, none of them cancelled; one at a time. */
export function* manyBookings(count: number, perDay: number): Generator<Booking> {
  const salon = sampleSalon({ now: Date.parse(THURSDAY), zone: ZONE, seed: 1 });
  const [template] = salon.bookings;
  if (template === undefined) throw new Error("The sample salon is empty.");
  const firstDay =
    Math.floor(Date.parse(THURSDAY) / DAY_MS) * DAY_MS - Math.floor(count / perDay / 2) * DAY_MS;
  for (let i = 0; i < count; i += 1) {
    const staff = salon.staff[i % salon.staff.length];
    const customer = salon.customers[i % salon.customers.length];
    const slot = Math.floor((i % perDay) / salon.staff.length);
    const start = firstDay + Math.floor(i / perDay) * DAY_MS + 8 * 3_600_000 + slot * 15 * 60_000;
    yield {
      ...template,
      id: `01990000-0000-7000-8000-${String(i).padStart(12, "0")}`,
      staffId: staff?.id ?? template.staffId,
      customerId: customer?.id ?? null,
      status: "booked",
      start: new Date(start).toISOString(),
      end: new Date(start + 15 * 60_000).toISOString(),
    };
  }
}

/** The sample salon with so many bookings, as `manyBookings` gives them. */
export function salonWith(count: number, perDay: number): Salon {
  return { ...emptySalon(), bookings: [...manyBookings(count, perDay)] };
}

export interface BenchStore {
  readonly db: Database;
  readonly folder: string;
  close(): void;
  /** Removes the folder; for whoever closed the database already. */
  remove(): void;
}

/**
 * A real database file with the salon in it, opened as a desk finds it in the morning: what was written before is in
 * its place, not in the journal.
 * @param more writes more into it
 */
export function openStore(
  salon: Salon,
  { clock }: Pick<BenchTime, "clock">,
  more: (db: Database) => void = () => undefined,
): BenchStore {
  const folder = mkdtempSync(join(tmpdir(), "bellhop-bench-"));
  const open = (): Database =>
    openDatabase({ file: join(folder, DATABASE_FILE), clock, log: listLog() });
  const filled = open();
  fillSalon(filled, salon, { clock, random: seededRandom() });
  more(filled);
  filled.close();
  const db = open();
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return {
    db,
    folder,
    remove,
    close: () => {
      db.close();
      remove();
    },
  };
}

/** How time passes for a desk that is measured. */
export interface BenchTime {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
}

export interface BenchDesk {
  readonly desk: Desk;
  readonly google: GoogleThread;
  readonly databaseFile: string;
  stop(): Promise<void>;
}

/** A desk with the salon, signed in to a simulator on another thread and at rest; the calendar is not chosen yet. */
export async function startBenchDesk(salon: Salon, time: BenchTime): Promise<BenchDesk> {
  const store = openStore(salon, time);
  store.db.close();
  const google = await startGoogleThread(time.clock);
  const [client] = defaultClients;
  if (client === undefined) throw new Error("The simulator knows no client.");
  const { authorize, token, revoke, calendarRoot } = google.endpoints;
  const desk = createDesk({
    dataDir: store.folder,
    ports: {
      clock: google.clock,
      scheduler: time.scheduler,
      random: seededRandom(),
      secrets: createSessionSecrets(),
      connectivity: alwaysOnline,
      power: neverAsleep,
      links: { open: () => Promise.resolve() },
      notifier: { notify: () => undefined },
      log: listLog(),
    },
    settings: {
      google: {
        client: { id: client.clientId, secret: client.clientSecret },
        endpoints: { authorize, token, revoke, calendarRoot },
      },
      practice: true,
      version: "0.0.0",
      host: "browser",
      zone: ZONE,
    },
  });
  desk.start();
  await signIn(desk);
  return {
    desk,
    google,
    databaseFile: join(store.folder, DATABASE_FILE),
    stop: async () => {
      await desk.stop();
      await google.close();
      rmSync(store.folder, { recursive: true, force: true });
    },
  };
}

/** Takes the calendar; the first sync begins with it. */
export async function chooseCalendar({ desk }: BenchDesk): Promise<void> {
  const calendarId = "bookings@group.calendar.google.com";
  await desk.handlers["google.chooseCalendar"]({
    is: "existing",
    calendarId,
    oldEvents: "leave",
    rules: {},
  });
}

async function signIn(desk: Desk): Promise<void> {
  const progress = await desk.handlers["google.connect"]({ makeCalendar: false });
  if (progress.is !== "waiting") throw new Error("The sign-in did not begin.");
  await (await fetch(progress.url)).text();
  for (;;) {
    const { connection } = await desk.handlers["google.connection"]({});
    if (connection !== null) return;
    await new Promise(setImmediate);
  }
}

const STILL_MS = 100;

/** Waits until everything was sent, and lets time pass whenever the quota of a minute is used up. */
export async function settle({ desk }: BenchDesk, time: HandTime): Promise<void> {
  let last = "";
  let changedAt = performance.now();
  const endings = [desk.on("sync.changed", (status) => (last = JSON.stringify(status)))];
  for (let seen = ""; ; seen = last) {
    const { state, counts } = await desk.handlers["sync.status"]({});
    if (state.is === "idle" && state.lastCompleteAt !== null && counts.waiting === 0) break;
    if (last !== seen) changedAt = performance.now();
    // Nothing moves any more although something waits: the quota of this minute is used up.
    else if (performance.now() - changedAt > STILL_MS) time.forward(1_000);
    await delay(5);
  }
  for (const end of endings) end();
}
