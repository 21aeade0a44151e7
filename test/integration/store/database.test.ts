import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../../src-main/core/store/database.ts";
import { handClock, listLog } from "../../fixtures/ports.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

function openNew() {
  const file = join(tempFolder(), "data", "bellhop.db");
  const clock = handClock("2026-11-19T09:00:00.000Z");
  const log = listLog();
  const db = openDatabase({ file, clock, log });
  onTestFinished(() => db.close());
  const put = db.statement("test.put", "INSERT INTO setting VALUES (:key, :value)");
  const keys = db.statement<{ key: string }>("test.keys", "SELECT key FROM setting ORDER BY key");
  return { db, file, clock, log, put, keys: () => keys.all().map((row) => row.key) };
}

test("the folder and every file in it are for their owner only", () => {
  const { file, put } = openNew();
  put.run({ key: "a", value: "1" });
  const folder = join(file, "..");
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const files = readdirSync(folder);
  expect(files).toContain("bellhop.db-wal");
  for (const name of files) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test("a commit is synced to the disk, and keys are enforced", () => {
  const { db } = openNew();
  const pragma = (name: string) => db.statement(`test.${name}`, `PRAGMA ${name}`).get();
  expect(pragma("journal_mode")).toEqual({ journal_mode: "wal" });
  expect(pragma("synchronous")).toEqual({ synchronous: 2 });
  expect(pragma("foreign_keys")).toEqual({ foreign_keys: 1 });
});

test("a write that throws leaves nothing behind", () => {
  const { db, put, keys } = openNew();
  expect(() =>
    db.write("test", () => {
      put.run({ key: "a", value: "1" });
      throw new Error("the power went");
    }),
  ).toThrow("the power went");
  expect(keys()).toEqual([]);
});

test("an inner write commits with the outer one only", () => {
  const { db, put, keys } = openNew();
  expect(() =>
    db.write("outer", () => {
      db.write("inner", () => put.run({ key: "a", value: "1" }));
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(keys()).toEqual([]);
});

test("an inner write that fails is undone alone when the outer one goes on", () => {
  const { db, put, keys } = openNew();
  db.write("outer", () => {
    put.run({ key: "a", value: "1" });
    expect(() =>
      db.write("inner", () => {
        put.run({ key: "b", value: "2" });
        throw new Error("no");
      }),
    ).toThrow("no");
  });
  expect(keys()).toEqual(["a"]);
});

test("a full disk is named as such, saves nothing, and the desk goes on", () => {
  const { db, put, keys } = openNew();
  const pages = db.statement<{ page_count: number }>("test.pages", "PRAGMA page_count").get();
  db.statement("test.limit", `PRAGMA max_page_count = ${(pages?.page_count ?? 0) + 2}`).get();
  const tooMuch = () =>
    db.write("test", () => {
      put.run({ key: "a", value: "1" });
      put.run({ key: "b", value: "x".repeat(100_000) });
    });
  expect(tooMuch).toThrow(expect.objectContaining({ code: "STORE_FULL", retryable: false }));
  expect(keys()).toEqual([]);
  put.run({ key: "c", value: "1" });
  expect(keys()).toEqual(["c"]);
});

test("a database that another program locks is busy, and may be tried again", () => {
  const { file, put } = openNew();
  const other = new Sqlite(file);
  onTestFinished(() => {
    other.close();
  });
  other.exec("BEGIN IMMEDIATE");
  expect(() => put.run({ key: "a", value: "1" })).toThrow(
    expect.objectContaining({ code: "STORE_BUSY", retryable: true }),
  );
  other.exec("ROLLBACK");
  expect(put.run({ key: "a", value: "1" })).toBe(1);
});

test("slow work is logged by its name, without its values", () => {
  const { db, log, clock } = openNew();
  db.write("quick", () => clock.forward(40));
  db.write("slow", () => clock.forward(41));
  expect(log.lines.filter((line) => line.event === "store.slow")).toEqual([
    { level: "warn", event: "store.slow", fields: { name: "slow", ms: 41 } },
  ]);
});

test("a fault of the program stays what it is", () => {
  const { put } = openNew();
  put.run({ key: "a", value: "1" });
  expect(() => put.run({ key: "a", value: "2" })).toThrow(Sqlite.SqliteError);
});

test("closing twice is harmless", () => {
  const { db } = openNew();
  db.close();
  expect(() => db.close()).not.toThrow();
});
