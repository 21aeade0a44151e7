import { describe, expect, test } from "vitest";
import { refusal, THURSDAY } from "../../fixtures/salon.ts";
import { openSeriesDesk, type SeriesDesk } from "../../fixtures/series-desk.ts";

const FROM = "2026-11-16";
const TO = "2027-01-15";
const SECOND = "2026-11-26T09:00:00.000Z";
const THIRD = "2026-12-03T09:00:00.000Z";

async function fourWeeks(desk: SeriesDesk) {
  return desk.repeat(THURSDAY, "FREQ=WEEKLY;COUNT=4");
}

async function shown(desk: SeriesDesk) {
  const all = await desk.schedule(FROM, TO);
  return all.map(({ start, staffId, deskNotes, status }) => ({
    start,
    staffId,
    deskNotes,
    status,
  }));
}

function takeBack(desk: SeriesDesk, { id, revision }: { id: string; revision: number }) {
  return desk.call("booking.takeBack", { id, revision });
}

describe("taking back a change of a series", () => {
  test("a move of this and following joins the two halves again, with their exceptions", async () => {
    const desk = await openSeriesDesk();
    const { id } = await fourWeeks(desk);
    await desk.change(id, "one", THIRD, { deskNotes: "brings a friend" });
    const before = await shown(desk);
    const moved = await desk.change(id, "following", SECOND, { start: "2026-11-27T10:00:00.000Z" });
    expect(moved.id).not.toBe(id);
    expect(await shown(desk)).not.toEqual(before);

    const restored = await takeBack(desk, moved);
    expect(restored).toMatchObject({ id, start: SECOND });
    expect(await shown(desk)).toEqual(before);
    expect((await desk.actions(id))[0]).toBe("takenBack");
    expect(desk.pending()).toEqual(expect.arrayContaining([id, moved.id]));
  });

  test("a new rule for all brings back the exceptions that it dropped", async () => {
    const desk = await openSeriesDesk();
    const { id } = await fourWeeks(desk);
    await desk.change(id, "one", SECOND, { deskNotes: "by the back door" });
    const before = await shown(desk);
    const changed = await desk.change(id, "all", THURSDAY, { rrule: "FREQ=MONTHLY;COUNT=2" });
    await takeBack(desk, changed);
    expect(await shown(desk)).toEqual(before);
  });

  test("cancelling this and following, all, and the end of repeating are taken back as well", async () => {
    const desk = await openSeriesDesk();
    const { id } = await fourWeeks(desk);
    const before = await shown(desk);
    for (const is of ["following", "all"] as const) {
      const cancelled = await desk.setStatus(id, is, SECOND, "cancelled", "moved away");
      expect((await shown(desk)).length).toBeLessThan(before.length);
      await takeBack(desk, cancelled);
      expect(await shown(desk)).toEqual(before);
    }
    const single = await desk.change(id, "all", THIRD, { rrule: null });
    expect(await shown(desk)).toHaveLength(1);
    await takeBack(desk, single);
    expect(await shown(desk)).toEqual(before);
  });

  test("a single booking that began to repeat is single again", async () => {
    const desk = await openSeriesDesk();
    const { id, revision } = await desk.book(THURSDAY);
    const series = await desk.call("booking.update", {
      id,
      revision,
      changes: { rrule: "FREQ=DAILY;COUNT=3" },
      anyway: true,
    });
    expect(await shown(desk)).toHaveLength(3);
    const restored = await takeBack(desk, series);
    expect(restored).toMatchObject({ rrule: null, occurrence: null });
    expect(await shown(desk)).toHaveLength(1);
  });

  test("two changes are taken back one after the other, the last one first", async () => {
    const desk = await openSeriesDesk();
    const { id } = await fourWeeks(desk);
    const before = await shown(desk);
    const first = await desk.change(id, "all", THURSDAY, { deskNotes: "a" });
    const second = await desk.change(id, "all", THURSDAY, { staffId: desk.ben.id });
    await takeBack(desk, second);
    await takeBack(desk, first);
    expect(await shown(desk)).toEqual(before);
  });

  test("is refused when something of the series was changed since, and changes nothing then", async () => {
    const desk = await openSeriesDesk();
    const { id } = await fourWeeks(desk);
    const moved = await desk.change(id, "following", SECOND, { staffId: desk.ben.id });
    await desk.change(moved.id, "one", THIRD, { deskNotes: "from the other window" });
    const before = await shown(desk);
    expect((await refusal(takeBack(desk, moved))).code).toBe("STALE");
    expect(await shown(desk)).toEqual(before);
  });

  test("is refused for a change that nobody knows", async () => {
    const desk = await openSeriesDesk();
    const made = await fourWeeks(desk);
    expect((await refusal(takeBack(desk, made))).code).toBe("STALE");
  });
});

describe("the history of one occurrence", () => {
  test("leaves out what happened to another occurrence alone", async () => {
    const desk = await openSeriesDesk();
    const { id } = await fourWeeks(desk);
    await desk.setStatus(id, "one", SECOND, "noShow");
    await desk.change(id, "all", THIRD, { deskNotes: "for all" });
    const actions = async (originalStart: string) =>
      (await desk.call("booking.get", { id, originalStart })).log.map((entry) => entry.action);
    expect(await actions(SECOND)).toEqual(["notes", "status", "created"]);
    expect(await actions(THIRD)).toEqual(["notes", "created"]);
  });
});
