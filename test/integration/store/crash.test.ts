import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { openDatabase } from "../../../src-main/core/store/database.ts";
import { handClock, listLog } from "../../fixtures/ports.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const WRITER = join(import.meta.dirname, "../../fixtures/pair-writer.ts");

/** Runs the writer until it has reported `pairs` of them, then kills it; the numbers it reported. */
async function killAfter(pairs: number, file: string): Promise<number[]> {
  const writer = spawn(process.execPath, [WRITER, file], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(writer, "exit");
  const reported: number[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    reported.push(Number(line));
    if (reported.length === pairs) writer.kill("SIGKILL");
  }
  await exited;
  return reported;
}

test("a desk that is killed while it writes comes back with every commit, and with no half one", async () => {
  const file = join(tempFolder(), "bellhop.db");
  const reported = await killAfter(40, file);
  expect(reported.length).toBeGreaterThanOrEqual(40);
  const db = openDatabase({
    file,
    clock: handClock("2026-11-19T09:00:00.000Z"),
    log: listLog(),
  });
  const keys = new Set(
    db
      .statement<{ key: string }>("test.keys", "SELECT key FROM setting")
      .all()
      .map((row) => row.key),
  );
  const check = db.statement("test.check", "PRAGMA integrity_check").all();
  db.close();
  for (const i of reported) expect(keys).toContain(`first ${i}`);
  const halves = [...keys].filter((key) => {
    const [half, number] = key.split(" ");
    return !keys.has(`${half === "first" ? "second" : "first"} ${number}`);
  });
  expect(halves).toEqual([]);
  expect(check).toEqual([{ integrity_check: "ok" }]);
});
