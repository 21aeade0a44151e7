import { expect, test } from "vitest";
import { doublesOf, isAllOfBookings } from "../../../../src-renderer/integrations/double-list.ts";
import type { DuplicateGroup } from "../../../../src-shared/bridge/contract/sync.ts";

function event(id: string, start: string): DuplicateGroup["events"][number] {
  return { id, title: `Event ${id}`, start, end: start, repeats: false };
}

const OF_MARA: DuplicateGroup = {
  kind: "sameTimeAsBooking",
  bookingId: "m",
  customerName: "Mara Vogt",
  events: [event("b", "2026-11-20T10:00:00.000Z"), event("c", "2026-11-20T10:00:00.000Z")],
};
const OF_EACH_OTHER: DuplicateGroup = {
  kind: "sameTitleAndTime",
  bookingId: null,
  customerName: "",
  events: [event("a", "2026-11-19T10:00:00.000Z")],
};

test("the doubles of all groups stand in one list, soonest first", () => {
  const doubles = doublesOf([OF_MARA, OF_EACH_OTHER], new Set());
  expect(doubles.map(({ id, of }) => [id, of])).toEqual([
    ["a", ""],
    ["b", "Mara Vogt"],
    ["c", "Mara Vogt"],
  ]);
});

test("what was kept is left out, and what comes later is not", () => {
  const kept = new Set(["a", "b"]);
  expect(doublesOf([OF_MARA, OF_EACH_OTHER], kept).map(({ id }) => id)).toEqual(["c"]);
});

test("no more are listed than one removal takes", () => {
  const many = Array.from({ length: 600 }, (_, i) => event(`e${i}`, "2026-11-20T10:00:00.000Z"));
  expect(doublesOf([{ ...OF_MARA, events: many }], new Set())).toHaveLength(500);
});

test("doubles of bookings are told from events that only repeat each other", () => {
  expect(isAllOfBookings(doublesOf([OF_MARA], new Set()))).toBe(true);
  expect(isAllOfBookings(doublesOf([OF_MARA, OF_EACH_OTHER], new Set()))).toBe(false);
});
