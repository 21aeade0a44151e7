import { expect, test } from "vitest";
import { createIds } from "../../../src-main/core/ids.ts";
import { Id } from "../../../src-shared/domain/primitives.ts";
import { handClock, seededRandom } from "../../fixtures/ports.ts";

const clock = () => handClock("2026-11-19T09:00:00.000Z");

test("an id is a UUIDv7 that begins with the time", () => {
  const id = createIds(clock(), seededRandom()).next();
  expect(Id.parse(id)).toBe(id);
  expect(id[14]).toBe("7");
  expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(
    Date.parse("2026-11-19T09:00:00.000Z"),
  );
});

test("ids of one millisecond sort in the order they were made", () => {
  const ids = createIds(clock(), seededRandom());
  const made = Array.from({ length: 10_000 }, () => ids.next());
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test("ids keep rising when the clock goes back", () => {
  const hand = clock();
  const ids = createIds(hand, seededRandom());
  const before = ids.next();
  hand.forward(-3_600_000);
  expect(ids.next() > before).toBe(true);
});
