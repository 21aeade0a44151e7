import { describe, expect, test } from "vitest";
import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { Block } from "../../../src-shared/domain/block.ts";
import { openSalon, refusal } from "../../fixtures/salon.ts";
import type { Salon } from "../../fixtures/salon.ts";

type Fields = BridgeInput<"block.update">["fields"];

/** Fridays at noon in Berlin, an hour long. */
const FIRST = "2026-11-20T11:00:00.000Z";
const SECOND = "2026-11-27T11:00:00.000Z";
const THIRD = "2026-12-04T11:00:00.000Z";
const WEEKLY = "FREQ=WEEKLY;COUNT=4;BYDAY=FR";

function hourFrom(start: string, more: Partial<Fields> = {}): Fields {
  const end = new Date(Date.parse(start) + 3_600_000).toISOString();
  return { staffIds: [], start, end, title: "Lunch", rrule: null, ...more };
}

async function lunch(salon: Salon, more: Partial<Fields> = {}): Promise<Block> {
  const fields = hourFrom(FIRST, { rrule: WEEKLY, ...more });
  return (await salon.call("block.create", { id: salon.ids.next(), ...fields })).block;
}

/** Days and hours of what is blocked within two months, by the clock of UTC. */
async function shown(salon: Salon): Promise<string[]> {
  const range = { from: "2026-11-15", to: "2027-01-10" };
  const { blocks } = await salon.call("schedule.get", range);
  return blocks.map(({ start, title }) => `${start.slice(5, 16)} ${title}`);
}

const ALL = ["11-20T11:00 Lunch", "11-27T11:00 Lunch", "12-04T11:00 Lunch", "12-11T11:00 Lunch"];

function scope(is: "one" | "following" | "all", originalStart: string) {
  return { is, originalStart };
}

describe("a block that repeats", () => {
  test("is on each of its days, in the way of bookings and of the next free time", async () => {
    const salon = await openSalon();
    await lunch(salon, { staffIds: [salon.anna.id, salon.ben.id] });
    expect(await shown(salon)).toEqual(ALL);
    for (const staffId of [salon.anna.id, salon.ben.id])
      expect((await refusal(salon.book(THIRD, { staffId }))).message).toContain("(Lunch)");
    const { slots } = await salon.call("slot.find", {
      serviceId: salon.cut.id,
      staffId: salon.anna.id,
      durationMinutes: null,
      from: "2026-12-04",
      days: 1,
      limit: 100,
      wish: null,
    });
    expect(slots.map(({ start }) => start)).not.toContain(THIRD);
    expect(slots.length).toBeGreaterThan(0);
  });

  test("keeps its time on the wall's clock over a change of clocks", async () => {
    const salon = await openSalon();
    const fields = hourFrom("2026-03-27T11:00:00.000Z", { rrule: "FREQ=WEEKLY;COUNT=2;BYDAY=FR" });
    await salon.call("block.create", { id: salon.ids.next(), ...fields });
    const { blocks } = await salon.call("schedule.get", { from: "2026-03-25", to: "2026-04-10" });
    expect(blocks.map(({ start }) => start)).toEqual([
      "2026-03-27T11:00:00.000Z",
      "2026-04-03T10:00:00.000Z",
    ]);
  });

  test("is refused with a rule that doesn't begin with it, by its field", async () => {
    const salon = await openSalon();
    const error = await refusal(lunch(salon, { rrule: "FREQ=WEEKLY;BYDAY=TU" }));
    expect([error.code, Object.keys(error.fields ?? {})]).toEqual(["BAD_INPUT", ["fields.rrule"]]);
    expect(await shown(salon)).toEqual([]);
  });

  test("can't be changed without saying what is meant", async () => {
    const salon = await openSalon();
    const { id } = await lunch(salon);
    const fields = hourFrom(SECOND, { rrule: WEEKLY });
    const error = await refusal(salon.call("block.update", { id, revision: 1, fields }));
    expect(error.fields).toHaveProperty("scope");
    expect(await shown(salon)).toEqual(ALL);
  });
});

interface Change {
  readonly fields: Partial<Fields>;
  readonly start: string;
  readonly is: "one" | "following" | "all";
  readonly shows: readonly string[];
}

const CHANGES: readonly (readonly [string, Change])[] = [
  [
    "one alone moves",
    {
      fields: { rrule: WEEKLY },
      start: "2026-11-27T12:00:00.000Z",
      is: "one",
      shows: ["11-20T11:00 Lunch", "11-27T12:00 Lunch", "12-04T11:00 Lunch", "12-11T11:00 Lunch"],
    },
  ],
  [
    "from one on they go to Thursday",
    {
      fields: { rrule: WEEKLY },
      start: "2026-11-26T12:00:00.000Z",
      is: "following",
      shows: ["11-20T11:00 Lunch", "11-26T12:00 Lunch", "12-03T12:00 Lunch", "12-10T12:00 Lunch"],
    },
  ],
  [
    "all go an hour later",
    {
      fields: { rrule: WEEKLY, title: "Late lunch" },
      start: "2026-11-27T12:00:00.000Z",
      is: "all",
      shows: [
        "11-20T12:00 Late lunch",
        "11-27T12:00 Late lunch",
        "12-04T12:00 Late lunch",
        "12-11T12:00 Late lunch",
      ],
    },
  ],
  [
    "from one on it is every second week",
    {
      fields: { rrule: "FREQ=WEEKLY;INTERVAL=2;COUNT=2;BYDAY=FR" },
      start: SECOND,
      is: "following",
      shows: ["11-20T11:00 Lunch", "11-27T11:00 Lunch", "12-11T11:00 Lunch"],
    },
  ],
  [
    "all stops repeating",
    { fields: { rrule: null }, start: SECOND, is: "all", shows: ["11-27T11:00 Lunch"] },
  ],
];

describe("a change of a series of blocks, taken back and done again", () => {
  test.each(CHANGES)("%s", async (_what, { fields, start, is, shows }) => {
    const salon = await openSalon();
    const { id } = await lunch(salon);
    const { change } = await salon.call("block.update", {
      id,
      revision: 1,
      scope: scope(is, SECOND),
      fields: hourFrom(start, fields),
    });
    expect(await shown(salon)).toEqual(shows);
    const back = await salon.call("block.takeBack", { change });
    expect(await shown(salon)).toEqual(ALL);
    const again = await salon.call("block.takeBack", back);
    expect(await shown(salon)).toEqual(shows);
    await salon.call("block.takeBack", again);
    expect(await shown(salon)).toEqual(ALL);
  });

  test.each([
    ["one", [ALL[0], ALL[2], ALL[3]]],
    ["following", [ALL[0]]],
    ["all", []],
  ] as const)("%s is freed", async (is, left) => {
    const salon = await openSalon();
    const { id } = await lunch(salon);
    const { change } = await salon.call("block.remove", {
      id,
      revision: 1,
      scope: scope(is, SECOND),
    });
    expect(await shown(salon)).toEqual(left);
    await salon.call("block.takeBack", { change });
    expect(await shown(salon)).toEqual(ALL);
  });

  test("a day that was left out stays left out when all go to another time", async () => {
    const salon = await openSalon();
    const { id } = await lunch(salon);
    await salon.call("block.remove", { id, revision: 1, scope: scope("one", SECOND) });
    const fields = hourFrom("2026-12-04T12:00:00.000Z", { rrule: WEEKLY });
    await salon.call("block.update", { id, revision: 2, scope: scope("all", THIRD), fields });
    expect(await shown(salon)).toEqual([
      "11-20T12:00 Lunch",
      "12-04T12:00 Lunch",
      "12-11T12:00 Lunch",
    ]);
    const gone = salon.call("block.remove", { id, revision: 3, scope: scope("one", SECOND) });
    expect((await refusal(gone)).code).toBe("NOT_FOUND");
  });

  test("what somebody changed since is not overwritten by taking back", async () => {
    const salon = await openSalon();
    const { id } = await lunch(salon);
    const first = await salon.call("block.remove", {
      id,
      revision: 1,
      scope: scope("one", SECOND),
    });
    await salon.call("block.remove", { id, revision: 2, scope: scope("one", THIRD) });
    const { change } = first;
    expect((await refusal(salon.call("block.takeBack", { change }))).code).toBe("STALE");
    expect(await shown(salon)).toEqual([ALL[0], ALL[3]]);
  });
});

describe("whole days of one person", () => {
  const days = { from: "2026-11-23", to: "2026-11-26" };

  test("are off from midnight to midnight of the business, and in the way of bookings", async () => {
    const salon = await openSalon();
    const fields = hourFrom(FIRST, { staffIds: [salon.anna.id], title: "Holiday", allDay: days });
    const { block } = await salon.call("block.create", { id: salon.ids.next(), ...fields });
    expect(block).toMatchObject({
      allDay: days,
      start: "2026-11-22T23:00:00.000Z",
      end: "2026-11-25T23:00:00.000Z",
    });
    const tuesday = "2026-11-24T09:00:00.000Z";
    expect((await refusal(salon.book(tuesday))).code).toBe("CONFLICT");
    expect((await salon.book(tuesday, { staffId: salon.ben.id })).revision).toBe(1);
  });

  test.each([
    ["that end before they begin", { allDay: { from: days.to, to: days.from } }, "allDay"],
    ["that repeat", { allDay: days, rrule: "FREQ=WEEKLY" }, "rrule"],
  ])("%s are refused by the field", async (_what, more, field) => {
    const salon = await openSalon();
    const create = salon.call("block.create", { id: salon.ids.next(), ...hourFrom(FIRST, more) });
    expect((await refusal(create)).fields).toHaveProperty(field);
  });
});
