import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openStore, type Store } from "../../../../src-companion/store/store.ts";
import {
  lineLog,
  systemClock,
  systemRandom,
  systemScheduler,
} from "../../../../src-companion/surroundings.ts";
import { addDays, dateAt, isoWeekday } from "../../../../src-shared/time/zones.ts";
import { changeRequest, seedRequestOf } from "../../../fixtures/companion/customers.ts";
import type { KilledDeskOrders } from "../../../fixtures/companion/killed-desk.ts";
import {
  openPairedSalon,
  type PairedSalon,
  workingHour,
} from "../../../fixtures/companion/paired-salon.ts";
import { seededRandom } from "../../../fixtures/ports.ts";
import { tempFolder } from "../../../fixtures/temp-folder.ts";
import { until } from "../../../fixtures/until.ts";

const KILLS = Number(process.env["BELLHOP_KILLS"] ?? 24);
const SEED = Number(process.env["BELLHOP_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const MS_PER_KILL = 12_000;

const COMPANION = join(import.meta.dirname, "../../../../src-companion/main.ts");
const DESK = join(import.meta.dirname, "../../../fixtures/companion/killed-desk.ts");
const LONGEST_LIFE_MS = 4_000;
const CUSTOMER_ACTS_EVERY_MS = 60;
const ZONE = "Europe/Berlin";
const DAYS = 55;

/** Full hours of working days, each once: two customers never want the same of one person. */
function* hours(): Generator<number, void> {
  for (let days = 2; days < DAYS; days += 1) {
    if (isoWeekday(addDays(dateAt(Date.now(), ZONE), days)) > 5) continue;
    for (let hour = 9; hour < 17; hour += 1) yield workingHour(hour, days);
  }
}

type Customers = Pick<Store, "db" | "write" | "kind"> & { readonly close: () => Promise<void> };

/** Customers who never rest until told to; they write as another server on the same database would. */
function startCustomers(salon: PairedSalon, store: Customers, random: { next(): number }) {
  const companion = {
    store: store as Store,
    clock: systemClock,
    random: systemRandom(systemClock),
  };
  const free = new Map([salon.anna, salon.ben].map(({ id }) => [id, hours()]));
  const staffIds = [...free.keys()];
  const asked: string[] = [];
  let over = false;

  const hourOf = (staffId: string): number | undefined =>
    free.get(staffId)?.next().value ?? undefined;

  async function ask(staffId: string): Promise<void> {
    const start = hourOf(staffId);
    if (start === undefined) return;
    const email = `guest${asked.length % 7}@mail.example`;
    const end = start + 45 * 60_000;
    const { businessId, cut } = salon;
    const wish = { businessId, serviceId: cut.id, staffId, start, end, email };
    asked.push(await seedRequestOf(companion, wish));
  }

  async function change(id: string): Promise<void> {
    const { status, staff_id: staffId } = await store.db
      .selectFrom("booking_request")
      .where("id", "=", id)
      .select(["status", "staff_id"])
      .executeTakeFirstOrThrow();
    if (status === "cancelled" || status === "declined") return;
    const start = random.next() < 0.6 ? hourOf(staffId) : undefined;
    if (start === undefined) await changeRequest(companion, id, { is: "cancel" });
    else await changeRequest(companion, id, { is: "move", start });
  }

  async function act(): Promise<void> {
    while (!over) {
      const known = asked[Math.floor(random.next() * asked.length)];
      if (known !== undefined && random.next() < 0.35) await change(known);
      else await ask(staffIds[asked.length % staffIds.length] ?? "");
      await after(CUSTOMER_ACTS_EVERY_MS);
    }
  }
  const acting = act();
  return {
    asked,
    end: (): Promise<void> => {
      over = true;
      return acting;
    },
  };
}

/** A side that runs as a process of its own, is killed, and begins anew on its data. */
function startSide(spawnIt: (life: number) => ChildProcess) {
  let life = 0;
  let child: ChildProcess | undefined;
  const begin = (): void => {
    life += 1;
    child = spawnIt(life);
  };
  const kill = async (): Promise<void> => {
    const dying = child;
    if (dying === undefined) return;
    if (dying.exitCode !== null) throw new Error("It ended by itself.");
    const ended = once(dying, "exit");
    dying.kill("SIGKILL");
    await ended;
    child = undefined;
  };
  onTestFinished(kill);
  begin();
  return { begin, kill };
}

function sidesOf(salon: PairedSalon) {
  const compiled = { ...process.env, NODE_COMPILE_CACHE: join(tempFolder(), "compiled") };
  const env = {
    ...compiled,
    COMPANION_PORT: new URL(salon.site.url).port,
    COMPANION_DATA: salon.site.folder,
  };
  const orders = (life: number): KilledDeskOrders => ({
    seed: SEED + life,
    dataDir: salon.dataDir,
    settings: salon.settings,
    kept: [...salon.ports.kept],
    from: dateAt(Date.now(), ZONE),
    to: addDays(dateAt(Date.now(), ZONE), DAYS),
  });
  const stdio: ["ignore", "ignore", "inherit"] = ["ignore", "ignore", "inherit"];
  return {
    companion: startSide(() => spawn(process.execPath, [COMPANION], { env, stdio })),
    desk: startSide((life) =>
      spawn(process.execPath, [DESK, JSON.stringify(orders(life))], { env: compiled, stdio }),
    ),
  };
}

interface BothSides {
  readonly id: string;
  readonly status: string;
  readonly start: string;
  readonly staff: string;
}

/** Each request as the companion has it. */
async function overThere(store: Customers): Promise<BothSides[]> {
  const rows = await store.db.selectFrom("booking_request").selectAll().orderBy("id").execute();
  return rows.map(({ id, status, start_at, staff_id }) => {
    const stands = status === "confirmed" || status === "waiting";
    return {
      id,
      status,
      start: stands ? new Date(start_at).toISOString() : "",
      staff: stands ? staff_id : "",
    };
  });
}

/** Each request as the desk has it: its one booking, or what became of it. */
function atTheDesk(salon: PairedSalon): BothSides[] {
  const rows = salon.rows(
    `SELECT r.id, r.decision, b.status, b.start, b.staff_id AS staff
     FROM online_request r LEFT JOIN booking b ON b.id = r.booking_id ORDER BY r.id`,
  ) as { id: string; decision: string; status: string | null; start: string; staff: string }[];
  return rows.map(({ id, decision, status, start, staff }) => {
    if (decision === "declined") return { id, status: "declined", start: "", staff: "" };
    if (decision === "withdrawn" || status === "cancelled")
      return { id, status: "cancelled", start: "", staff: "" };
    return { id, status: "confirmed", start, staff };
  });
}

test(
  `desk and companion, killed ${KILLS} times while customers and the desk change everything, end alike`,
  async () => {
    const salon = await openPairedSalon();
    await salon.stopDesk();
    await salon.site.stop();
    const store = await openStore({
      databaseUrl: null,
      dataFolder: salon.site.folder,
      scheduler: systemScheduler,
      log: lineLog(systemClock, () => undefined),
    });
    onTestFinished(() => store.close());
    const random = seededRandom(SEED);
    const sides = sidesOf(salon);
    const customers = startCustomers(salon, store, random);
    for (let kills = 0; kills < KILLS; kills += 1) {
      await after(random.next() * LONGEST_LIFE_MS);
      const dice = random.next();
      const dying =
        dice < 0.4 ? [sides.desk] : dice < 0.8 ? [sides.companion] : Object.values(sides);
      await Promise.all(dying.map(({ kill }) => kill()));
      for (const { begin } of dying) begin();
    }
    await customers.end();
    const answered = await store.db
      .selectFrom("booking_request")
      .where("desk_booking_id", "is not", null)
      .select("id")
      .execute();
    await Promise.all(Object.values(sides).map(({ kill }) => kill()));
    console.log(
      `${KILLS} kills, seed ${SEED}: ${customers.asked.length} requests, ${answered.length} booked before the last one`,
    );
    // Else the sides were dead all the time, and nothing was tried.
    expect(answered.length).toBeGreaterThan(0);

    await salon.site.start();
    salon.startDesk();
    await until(
      "both sides are at rest",
      async () => {
        const { live, problem, unsent } = await salon.status();
        const events = await store.db.selectFrom("desk_event").select("position").execute();
        return live && problem === null && unsent === 0 && events.length === 0;
      },
      60_000,
    );
    const there = await overThere(store);
    expect(there.map(({ id }) => id)).toEqual(customers.asked.toSorted());
    expect(there.filter(({ status }) => status === "waiting")).toEqual([]);
    expect(atTheDesk(salon)).toEqual(there);
    // No booking but those of the requests, and no card twice.
    expect(salon.rows("SELECT count(*) AS n FROM booking")).toEqual(
      salon.rows("SELECT count(*) AS n FROM online_request WHERE booking_id IS NOT NULL"),
    );
    expect(salon.rows("SELECT email FROM customer GROUP BY email HAVING count(*) > 1")).toEqual([]);
  },
  60_000 + KILLS * MS_PER_KILL,
);
