import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createLog } from "../../../src-main/node/log.ts";
import { handClock } from "../../fixtures/ports.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const clock = handClock("2026-11-19T09:00:00.000Z");

function linesOf(path: string): unknown[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("the log", () => {
  it("writes one JSON line a call, at once, with time and level", () => {
    const folder = tempFolder();
    const log = createLog({ folder, clock });
    log.info("desk.started", { version: "1.2.3" });
    log.warn("google.callFailed");
    log.error("bridge.internal", { reason: "two\nlines" });
    expect(linesOf(join(folder, "bellhop.log"))).toEqual([
      { at: "2026-11-19T09:00:00.000Z", level: "info", event: "desk.started", version: "1.2.3" },
      { at: "2026-11-19T09:00:00.000Z", level: "warn", event: "google.callFailed" },
      {
        at: "2026-11-19T09:00:00.000Z",
        level: "error",
        event: "bridge.internal",
        reason: "two\nlines",
      },
    ]);
  });

  it("holds no secret and nobody, and cuts a value of 1 MB", () => {
    const folder = tempFolder();
    const log = createLog({ folder, clock });
    log.info("x", {
      detail: "Bearer ya29.marker",
      customer: "Marker Person",
      long: "z".repeat(1_000_000),
    });
    const text = readFileSync(join(folder, "bellhop.log"), "utf8");
    expect(text).not.toMatch(/marker/i);
    expect(text.length).toBeLessThan(3_000);
  });

  it.skipIf(process.platform === "win32")(
    "is for its owner only, also where an older file was open to all",
    () => {
      const folder = tempFolder();
      const path = join(folder, "bellhop.log");
      writeFileSync(path, "", { mode: 0o666 });
      createLog({ folder, clock }).info("x");
      expect(statSync(path).mode & 0o777).toBe(0o600);
    },
  );

  it("starts a new file at its size and keeps a few old ones", () => {
    const folder = tempFolder();
    const log = createLog({ folder, clock, maxBytes: 200, keep: 2 });
    for (let n = 0; n < 40; n += 1) log.info("turn", { n });
    expect(readdirSync(folder).toSorted()).toEqual([
      "bellhop.1.log",
      "bellhop.2.log",
      "bellhop.log",
    ]);
    const last = linesOf(join(folder, "bellhop.log")).at(-1);
    expect(last).toMatchObject({ n: 39 });
    for (const file of readdirSync(folder)) {
      expect(statSync(join(folder, file)).size).toBeLessThan(300);
      if (process.platform !== "win32")
        expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    }
  });

  it("goes on after a restart where it stopped, and is silent once closed", () => {
    const folder = tempFolder();
    const first = createLog({ folder, clock });
    first.info("one");
    first.close();
    first.info("lost");
    createLog({ folder, clock }).info("two");
    expect(linesOf(join(folder, "bellhop.log"))).toMatchObject([
      { event: "one" },
      { event: "two" },
    ]);
  });
});
