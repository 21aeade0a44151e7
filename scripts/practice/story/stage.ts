import { createHash } from "node:crypto";
import Sqlite from "better-sqlite3";
import type { SyncStatus } from "../../../src-shared/bridge/contract/sync.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { addDays } from "../../../src-shared/time/zones.ts";
import { PRACTICE_CALENDAR } from "../google-events.ts";
import type { Practice } from "../practice.ts";

/** Requests that reached the simulated Google. */
export interface Spent {
  readonly lists: number;
  readonly inserts: number;
  readonly patches: number;
  readonly deletes: number;
  readonly others: number;
}

export type GoogleEvent = ReturnType<Practice["google"]["control"]["events"]>[number];

/** A thousand writes have to wait for the quota of a minute. */
const SETTLE_LIMIT_MS = 240_000;
const LOOK_EVERY_MS = 25;
const DIARY_DAYS_BACK = 14;
const DIARY_DAYS = 62;

const isAtRest = ({ state, counts }: SyncStatus): boolean =>
  state.is === "idle" && counts.waiting === 0 && state.lastCompleteAt !== null;
const isStuck = ({ state }: SyncStatus): boolean =>
  state.is === "failed" || state.is === "needsSignIn" || state.is === "needsDecision";

function writesOf(kinds: readonly string[]): Spent {
  const count = (kind: string): number => kinds.filter((one) => one === kind).length;
  const [lists, inserts, patches, deletes] = [
    count("events.list"),
    count("events.insert"),
    count("events.patch"),
    count("events.delete"),
  ];
  return {
    lists,
    inserts,
    patches,
    deletes,
    others: kinds.length - lists - inserts - patches - deletes,
  };
}

/** A digest of every table but the one in which each cycle leaves its own record. */
function digestsOf(databaseFile: string): ReadonlyMap<string, string> {
  const db = new Sqlite(databaseFile, { readonly: true });
  try {
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all() as string[];
    const digest = (table: string): string => {
      const rows = db.prepare(`SELECT * FROM "${table}"`).raw().all();
      return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
    };
    return new Map(
      tables.filter((name) => name !== "sync_run").map((name) => [name, digest(name)]),
    );
  } finally {
    db.close();
  }
}

/** What the story looks at: both sides, the requests between them, the rows below. */
export function createStage(practice: Practice) {
  const { bridge, google, salon } = practice;
  const { control } = google;

  async function settled(): Promise<SyncStatus> {
    const deadline = Date.now() + SETTLE_LIMIT_MS;
    while (Date.now() < deadline) {
      const status = await bridge.call("sync.status", {});
      if (isAtRest(status)) return status;
      if (isStuck(status)) throw new Error(`the sync stopped: ${JSON.stringify(status.state)}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    throw new Error("the sync did not come to rest");
  }

  async function spentOn(work: () => Promise<unknown>): Promise<Spent> {
    await settled();
    const before = control.requests().at(-1)?.n ?? 0;
    await work();
    await settled();
    return writesOf(control.requests({ since: before }).map(({ kind }) => kind));
  }

  return {
    bridge,
    control,
    salon,
    settled,
    spentOn,
    /** Looks at Google now and waits until nothing is left to send. */
    lookNow: () => spentOn(() => bridge.call("sync.now", {})),
    /** Names of the tables whose rows differ afterwards. */
    async tablesChangedBy(work: () => Promise<unknown>): Promise<string[]> {
      const before = digestsOf(practice.databaseFile);
      await work();
      const after = digestsOf(practice.databaseFile);
      return [...after]
        .filter(([name, digest]) => before.get(name) !== digest)
        .map(([name]) => name);
    },
    /** Every booking of the diary that is not cancelled, and every block. */
    diary: () =>
      bridge.call("schedule.get", {
        from: addDays(salon.today, -DIARY_DAYS_BACK),
        to: addDays(salon.today, DIARY_DAYS - DIARY_DAYS_BACK),
      }),
    liveEvents: (): GoogleEvent[] =>
      control.events(PRACTICE_CALENDAR).filter(({ status }) => status !== "cancelled"),
    eventOf: (booking: Pick<ScheduledBooking, "id">): GoogleEvent | undefined =>
      control
        .events(PRACTICE_CALENDAR)
        .find((event) => event.status !== "cancelled" && isOf(event, booking)),
  };
}
export type Stage = ReturnType<typeof createStage>;

function isOf(event: GoogleEvent, booking: Pick<ScheduledBooking, "id">): boolean {
  return Object.values(event.extendedProperties?.private ?? {}).includes(booking.id);
}

/** Requests that changed something. */
export function writes({ inserts, patches, deletes, others }: Spent): number {
  return inserts + patches + deletes + others;
}
