import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createDesk, DATABASE_FILE } from "../../../src-main/core/desk.ts";
import { GOOGLE_ENDPOINTS } from "../../../src-main/core/settings.ts";
import { createConnections } from "../../../src-main/core/store/sync/connections.ts";
import { openDatabase } from "../../../src-main/core/store/database.ts";
import { handTime } from "../../fixtures/hand-time.ts";
import { refusal } from "../../fixtures/salon.ts";
import { listLog } from "../../fixtures/ports.ts";
import { makePorts } from "../../fixtures/synced-salon.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const NOW = "2026-11-19T09:00:00.000Z";

function openNew() {
  const dataDir = tempFolder();
  const time = handTime(NOW);
  const desk = createDesk({
    dataDir,
    ports: makePorts(time, 1),
    settings: {
      google: { client: null, endpoints: GOOGLE_ENDPOINTS },
      practice: false,
      version: "1.2.3",
      host: "browser",
      zone: "Europe/Berlin",
    },
  });
  desk.start();
  onTestFinished(() => desk.stop());
  const peek = openDatabase({
    file: join(dataDir, DATABASE_FILE),
    clock: time.clock,
    log: listLog(),
  });
  onTestFinished(() => peek.close());
  return { desk: desk.handlers, dataDir, peek, rows: () => rowsByTable(peek) };
}

/** How many rows each table has, however many tables there are by now. */
function rowsByTable(db: ReturnType<typeof openDatabase>): Readonly<Record<string, number>> {
  const tables = db
    .statement<{ name: string }>(
      "test.tables",
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('setting') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'customer_names_%' AND name NOT LIKE 'customer_contacts_%'",
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      db.statement<{ n: number }>(`test.${name}`, `SELECT count(*) AS n FROM ${name}`).get()?.n ??
        0,
    ]),
  );
}

const week = { from: "2026-11-16", to: "2026-11-22" };

async function practising() {
  const at = openNew();
  const { revision } = await at.desk["business.get"]({});
  const before = at.rows();
  const business = await at.desk["setUp.practise"]({ revision });
  return { ...at, before, business };
}

test("a desk that nobody set up is filled with a practice salon around today, in the computer's zone", async () => {
  const { desk, business } = await practising();
  expect(business).toMatchObject({ name: "Atelier Nord", zone: "Europe/Berlin" });
  expect(await desk["app.info"]({})).toMatchObject({ firstRun: false, practising: true });
  expect((await desk["staff.list"]({})).length).toBeGreaterThan(2);
  const { bookings } = await desk["schedule.get"](week);
  expect(bookings.filter(({ start }) => start.startsWith("2026-11-19")).length).toBeGreaterThan(10);
});

test("a practice salon can't be connected to a calendar or to customers", async () => {
  const { desk } = await practising();
  for (const reach of [
    async () => desk["google.connect"]({ makeCalendar: true }),
    async () => desk["companion.pair"]({ url: "https://book.example" }),
  ])
    expect((await refusal(reach())).code).toBe("PRACTISING");
});

test("a desk that is connected already is not filled with practice bookings", async () => {
  const { desk, peek, rows } = openNew();
  createConnections(peek).save({
    provider: "google",
    account: "desk@salon.example",
    scopes: [],
    connectedAt: NOW,
    calendar: null,
  });
  const before = rows();
  const { revision } = await desk["business.get"]({});
  const fill = async () => desk["setUp.practise"]({ revision });
  expect((await refusal(fill())).code).toBe("ALREADY_CONNECTED");
  expect(rows()).toEqual(before);
});

test("what is left of a practice salon is nothing but a backup, and the first run begins", async () => {
  const { desk, dataDir, before, rows } = await practising();
  expect(rows()).not.toEqual(before);
  await desk["setUp.startOver"]({});
  expect(rows()).toEqual(before);
  expect(readdirSync(join(dataDir, "backups"))).toHaveLength(1);
  expect(await desk["app.info"]({})).toMatchObject({ firstRun: true, practising: false });
  expect(await desk["customer.search"]({ query: "a", limit: 20 })).toEqual([]);
  const connect = async () => desk["google.connect"]({ makeCalendar: true });
  expect((await refusal(connect())).code).toBe("CONNECT_NOT_CONFIGURED");
});

test("a business of one's own is neither filled nor cleared away", async () => {
  const { desk, dataDir, rows } = openNew();
  const fields = { name: "Anna", hours: null, position: 0, active: true };
  await desk["staff.save"]({ existing: null, fields });
  const before = rows();
  const { revision } = await desk["business.get"]({});
  const fill = async () => desk["setUp.practise"]({ revision });
  expect((await refusal(fill())).code).toBe("STALE");
  const clear = async () => desk["setUp.startOver"]({});
  expect((await refusal(clear())).code).toBe("NOT_ALLOWED");
  expect(rows()).toEqual(before);
  expect(readdirSync(dataDir)).not.toContain("backups");
});
