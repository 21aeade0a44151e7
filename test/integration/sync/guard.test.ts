import { describe, expect, test } from "vitest";
import { connected, starts, ZONE } from "../../fixtures/series-salon.ts";

const DAY_MS = 86_400_000;
const FROM = "2026-11-19";
const TO = "2026-12-20";

function hour(start: string) {
  const end = new Date(Date.parse(start) + 3_600_000).toISOString();
  return { start: { dateTime: start, timeZone: ZONE }, end: { dateTime: end, timeZone: ZONE } };
}

/** A day of the list of ten, at 11:00 in Berlin. */
const singleAt = (day: number): string =>
  new Date(Date.parse("2026-11-23T10:00:00.000Z") + day * DAY_MS).toISOString();

/** Each day at 09:00 in Berlin. */
const daily = (day: number): string =>
  new Date(Date.parse("2026-11-23T08:00:00.000Z") + day * DAY_MS).toISOString();

/** A calendar that blocks 20 times: ten by single events, ten by one series. */
async function busy() {
  const at = await connected();
  const { salon, desk, calendarId } = at;
  const singles = Array.from({ length: 10 }, (_, day) =>
    salon.google.createEvent(calendarId, { summary: `Busy ${day}`, ...hour(singleAt(day)) }),
  ).map(({ id }) => id ?? "");
  const { id: series = "" } = salon.google.createEvent(calendarId, {
    summary: "Course",
    ...hour(daily(0)),
    recurrence: ["RRULE:FREQ=DAILY;COUNT=10"],
  });
  await salon.sync();
  const blocks = async () => starts(await desk.blocks(FROM, TO));
  expect(await blocks()).toHaveLength(20);
  return { ...at, singles, series: series ?? "", blocks };
}
type Busy = Awaited<ReturnType<typeof busy>>;

interface Way {
  readonly how: string;
  readonly act: (at: Busy) => void;
  /** How many of the 20 times go. */
  readonly remove: number;
  /** Whether all of them are of one event or series: in what changed that is one act, and nothing to ask about. */
  readonly ofOne?: true;
}

/** Every way in which many times that a calendar blocks can go at once. */
const ways: readonly Way[] = [
  {
    how: "single events are deleted",
    remove: 6,
    act: ({ salon, calendarId, singles }) => {
      for (const id of singles.slice(4)) salon.google.deleteEvent(calendarId, id);
    },
  },
  {
    how: "a series is deleted",
    remove: 10,
    ofOne: true,
    act: ({ salon, calendarId, series }) => void salon.google.deleteEvent(calendarId, series),
  },
  {
    how: "a series is ended by UNTIL",
    remove: 7,
    ofOne: true,
    act: ({ salon, calendarId, series }) => {
      const recurrence = ["RRULE:FREQ=DAILY;UNTIL=20261125T230000Z"];
      salon.google.patchEvent(calendarId, series, { recurrence });
    },
  },
  {
    how: "occurrences are cancelled one by one",
    remove: 6,
    ofOne: true,
    act: ({ salon, calendarId, series }) => {
      for (let day = 2; day < 8; day += 1)
        salon.google.deleteInstance(calendarId, series, daily(day));
    },
  },
  {
    how: "“this and following” is split off and moved",
    remove: 7,
    ofOne: true,
    act: ({ salon, calendarId, series }) => {
      const moved = hour(daily(3).replace("T08", "T15"));
      salon.google.splitSeries(calendarId, series, daily(3), moved);
    },
  },
  {
    how: "events are made free",
    remove: 6,
    act: ({ salon, calendarId, singles }) => {
      for (const id of singles.slice(4))
        salon.google.patchEvent(calendarId, id, { transparency: "transparent" });
    },
  },
  {
    how: "events are moved to another calendar",
    remove: 6,
    act: ({ salon, calendarId, singles }) => {
      for (const id of singles.slice(4))
        salon.google.moveEventTo(calendarId, id, "desk@salon.example");
    },
  },
  {
    how: "a few of each go",
    remove: 6,
    act: ({ salon, calendarId, singles, series }) => {
      for (const id of singles.slice(7)) salon.google.deleteEvent(calendarId, id);
      for (let day = 2; day < 5; day += 1)
        salon.google.deleteInstance(calendarId, series, daily(day));
    },
  },
];

const lists = [
  { list: "by what changed", expire: false },
  { list: "by a complete list", expire: true },
];

const pairs = ways.flatMap((way) => lists.map((list) => ({ ...way, ...list })));
const cases = pairs.filter(({ ofOne, expire }) => expire || ofOne !== true);

describe("when far more busy times than usual go at once", () => {
  test.each(cases)("$how ($list): nothing is freed before a person said so", async (one) => {
    const at = await busy();
    const before = await at.blocks();
    one.act(at);
    if (one.expire) at.salon.google.expireSyncTokens();
    await at.salon.sync();
    expect((await at.salon.call("sync.status", {})).state).toMatchObject({
      is: "needsDecision",
      guard: { kind: "blocksVanish", remove: one.remove, known: 20 },
    });
    expect(await at.blocks()).toEqual(before);
    await at.salon.call("sync.answerGuard", { answer: "goAhead" });
    await at.salon.sync();
    expect(await at.salon.state()).toBe("idle");
    const left = await at.blocks();
    expect(before.filter((start) => !left.includes(start))).toHaveLength(one.remove);
  });

  test.each(cases)("$how ($list): what is kept stays for good, as the desk's", async (one) => {
    const at = await busy();
    const before = await at.blocks();
    one.act(at);
    if (one.expire) at.salon.google.expireSyncTokens();
    await at.salon.sync();
    await at.salon.call("sync.answerGuard", { answer: "keep" });
    await at.salon.sync();
    at.salon.google.expireSyncTokens();
    await at.salon.sync();
    expect(await at.salon.state()).toBe("idle");
    const blocks = await at.desk.blocks(FROM, TO);
    expect(starts(blocks)).toEqual(expect.arrayContaining(before));
    expect(blocks.filter(({ source }) => source === "desk")).toHaveLength(one.remove);
  });
});

describe("nobody is asked", () => {
  const harmless: readonly Omit<Way, "remove">[] = [
    {
      how: "five times go",
      act: ({ salon, calendarId, singles }) => {
        for (const id of singles.slice(5)) salon.google.deleteEvent(calendarId, id);
      },
    },
    {
      how: "a whole series is moved",
      act: ({ salon, calendarId, series }) => {
        salon.google.patchEvent(calendarId, series, hour(daily(0).replace("T08", "T14")));
      },
    },
    {
      how: "“this and following” is split off at the same times",
      act: ({ salon, calendarId, series }) => {
        salon.google.splitSeries(calendarId, series, daily(2), { summary: "Other course" });
      },
    },
    {
      how: "all single events are moved",
      act: ({ salon, calendarId, singles }) => {
        for (const [day, id] of singles.entries())
          salon.google.patchEvent(calendarId, id, hour(singleAt(day).replace("T10", "T16")));
      },
    },
  ];

  test.each(ways.filter(({ ofOne }) => ofOne))(
    "when the calendar says that of one event alone: $how",
    async ({ act, remove }) => {
      const at = await busy();
      const before = await at.blocks();
      act(at);
      await at.salon.sync();
      expect(await at.salon.state()).toBe("idle");
      const left = await at.blocks();
      expect(before.filter((start) => !left.includes(start))).toHaveLength(remove);
    },
  );

  test.each(harmless)("when $how", async ({ act }) => {
    const at = await busy();
    act(at);
    await at.salon.sync();
    expect(await at.salon.state()).toBe("idle");
  });

  test("when what goes has only grown too old, however long the desk was off", async () => {
    const at = await busy();
    at.salon.time.forward(130 * DAY_MS);
    await at.salon.sync();
    expect(await at.salon.state()).toBe("idle");
    expect(await at.blocks()).toEqual([]);
  });
});
