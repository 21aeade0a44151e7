import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { createBusinessStore } from "../../../src-main/core/store/business.ts";
import { createCustomerIndex } from "../../../src-main/core/store/customer-index.ts";
import { BACKUPS_KEPT, backUp } from "../../../src-main/core/store/backup.ts";
import { openDatabase } from "../../../src-main/core/store/database.ts";
import { migrate } from "../../../src-main/core/store/migrate.ts";
import { MIGRATIONS } from "../../../src-main/core/store/migrations/index.ts";
import { handClock, listLog } from "../../fixtures/ports.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const clock = handClock("2026-11-19T09:00:00.000Z");

function newFile(): string {
  return join(tempFolder(), "bellhop.db");
}

/** The version that keeps an index of the customers. */
const FIRST_INDEXED = 11;

/** The version from which on a closure says whether it comes again every year. */
const YEARLY_CLOSURES = 14;

/** A database as the Bellhop of that version left it, with a customer in it. */
function databaseOf(version: number, file: string): void {
  const raw = new Sqlite(file);
  migrate(raw, MIGRATIONS.slice(0, version), {
    file: null,
    now: 0,
    log: listLog(),
    beforeFirstWrite: () => raw.pragma("journal_mode = WAL"),
  });
  raw
    .prepare("INSERT INTO customer VALUES ('c1', 1, 'Eva Berg', '', '', '', '', 'eva berg', '')")
    .run();
  raw.close();
}

function open(file: string, log = listLog()) {
  return openDatabase({ file, clock, log });
}

function versionOf(file: string): unknown {
  const raw = new Sqlite(file, { readonly: true });
  const version = raw.pragma("user_version", { simple: true });
  raw.close();
  return version;
}

describe("an existing database", () => {
  test.each(MIGRATIONS.map((m) => m.version))("of version %i keeps its data", (version) => {
    const file = newFile();
    databaseOf(version, file);
    const db = open(file);
    const found = db.statement<{ name: string }>("test", "SELECT name FROM customer").all();
    db.close();
    expect(found).toEqual([{ name: "Eva Berg" }]);
    expect(versionOf(file)).toBe(MIGRATIONS.length);
  });

  test.each(MIGRATIONS.map((m) => m.version))("of version %i is searched", (version) => {
    const file = newFile();
    databaseOf(version, file);
    const db = open(file);
    const { search } = createCustomerIndex(db);
    const found = ["ev", "be", "va be", "erg"].map((query) => search(query, 9).length);
    db.close();
    // A row that was written past the store of this version isn't in its index.
    expect(found).toEqual(Array(4).fill(version < FIRST_INDEXED ? 1 : 0));
  });

  test.each(MIGRATIONS.map((m) => m.version))("of version %i keeps its closures", (version) => {
    const file = newFile();
    databaseOf(version, file);
    const fair = { from: "2026-12-24", to: "2026-12-27", name: "Fair" };
    const strike = { ...fair, from: "2026-12-20", name: 'Strike ‘’ ""' };
    const yearly = version < YEARLY_CLOSURES ? {} : { yearly: true };
    const raw = new Sqlite(file);
    raw
      .prepare("INSERT INTO business VALUES ('b', 1, 'Salon', 'UTC', 'EUR', 'en', 1, 15, ?, ?)")
      .run(
        JSON.stringify({ 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }),
        JSON.stringify([fair, strike].map((one) => ({ ...one, ...yearly }))),
      );
    raw.close();
    const db = open(file);
    const closures = createBusinessStore(db).find()?.closures;
    db.close();
    const kept = version >= YEARLY_CLOSURES;
    expect(closures).toEqual([fair, strike].map((one) => ({ ...one, yearly: kept })));
  });

  test("has the same schema as a new one, whatever version it came from", () => {
    const schemaOf = (file: string): unknown => {
      const db = open(file);
      const rows = db
        .statement<{ name: string; sql: string }>(
          "test",
          "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
        )
        .all();
      db.close();
      return rows;
    };
    const old = newFile();
    databaseOf(1, old);
    expect(schemaOf(old)).toEqual(schemaOf(newFile()));
  });

  test("is backed up as it was before it is migrated", () => {
    const file = newFile();
    databaseOf(1, file);
    open(file).close();
    const folder = join(file, "..", "backups");
    const [backup = ""] = readdirSync(folder);
    expect(backup).toBe("bellhop-2026-11-19T090000000Z-v1.db");
    expect(versionOf(join(folder, backup))).toBe(1);
    expect(statSync(join(folder, backup)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test("of this version is opened without a backup", () => {
    const file = newFile();
    open(file).close();
    open(file).close();
    expect(readdirSync(join(file, ".."))).toEqual(["bellhop.db"]);
  });

  test("of a newer Bellhop is refused with both versions, and left alone", () => {
    const file = newFile();
    open(file).close();
    const raw = new Sqlite(file);
    raw.pragma("user_version = 99");
    raw.close();
    const before = readFileSync(file);
    expect(() => open(file)).toThrow(
      expect.objectContaining({
        code: "STORE_FROM_FUTURE",
        message: expect.stringMatching(
          new RegExp(`data version 99.*versions up to ${MIGRATIONS.length}`),
        ),
      }),
    );
    expect(readFileSync(file)).toEqual(before);
  });
});

describe("a step that fails", () => {
  const broken = [
    ...MIGRATIONS,
    { version: MIGRATIONS.length + 1, name: "broken", sql: "CREATE TABLE extra (a); SELECT nope;" },
  ];

  test("leaves the database at the version before, whole", () => {
    const raw = new Sqlite(":memory:");
    const run = () =>
      migrate(raw, broken, { file: null, now: 0, log: listLog(), beforeFirstWrite: () => {} });
    expect(run).toThrow("nope");
    expect(raw.pragma("user_version", { simple: true })).toBe(MIGRATIONS.length);
    expect(raw.prepare("SELECT 1 FROM sqlite_master WHERE name = 'extra'").get()).toBeUndefined();
    raw.close();
  });
});

test("migrations out of order are refused before anything is touched", () => {
  const raw = new Sqlite(":memory:");
  const run = () =>
    migrate(raw, MIGRATIONS.toReversed(), {
      file: null,
      now: 0,
      log: listLog(),
      beforeFirstWrite: () => {},
    });
  expect(run).toThrow("must have version 1");
  raw.close();
});

describe("a file that can't be read", () => {
  test.each([
    ["text", Buffer.from("this is not a database, it only lies where one should be\n".repeat(40))],
    ["a cut-off header", Buffer.from("SQLite format 3\0\x10\0", "latin1")],
  ])("(%s) is named as such and left exactly as it is", (_what, content) => {
    const file = newFile();
    writeFileSync(file, content);
    expect(() => open(file)).toThrow(expect.objectContaining({ code: "STORE_UNREADABLE" }));
    expect(readFileSync(file)).toEqual(content);
    expect(readdirSync(join(file, ".."))).toEqual(["bellhop.db"]);
  });

  test("(another program's database) is left alone", () => {
    const file = newFile();
    const raw = new Sqlite(file);
    raw.exec("CREATE TABLE theirs (a)");
    raw.close();
    const before = readFileSync(file);
    expect(() => open(file)).toThrow(expect.objectContaining({ code: "STORE_UNREADABLE" }));
    expect(readFileSync(file)).toEqual(before);
  });

  test("(a file where the folder should be) is named as such", () => {
    const file = newFile();
    writeFileSync(file, "");
    expect(() => open(join(file, "bellhop.db"))).toThrow(
      expect.objectContaining({ code: "STORE_UNREADABLE" }),
    );
  });
});

test("only the newest backups stay", () => {
  const file = newFile();
  const raw = new Sqlite(file);
  for (let day = 1; day <= BACKUPS_KEPT + 2; day += 1)
    backUp(raw, file, 1, Date.UTC(2026, 10, day));
  raw.close();
  const kept = readdirSync(join(file, "..", "backups"));
  expect(kept).toHaveLength(BACKUPS_KEPT);
  expect(kept[0]).toContain("2026-11-03");
});
