import { describe, expect, it } from "vitest";
import { createAgenda, loadedDays, nextDays } from "../../../../src-renderer/store/agenda.ts";
import type { ScheduleRange } from "../../../../src-shared/bridge/contract/schedule.ts";
import { addDays, epochDay } from "../../../../src-shared/time/zones.ts";
import { listed } from "../schedule/list/listed.ts";

/** A desk with one booking at ten on every day, whose answers come when the test lets them. */
function deskByHand() {
  const asked: {
    from: string;
    to: string;
    answer: () => Promise<void>;
    fail: () => Promise<void>;
  }[] = [];
  const titles = { now: "first" };
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 4; i += 1) await Promise.resolve();
  };
  const rangeOf = (from: string, to: string): ScheduleRange => {
    const days = Array.from({ length: epochDay(to) - epochDay(from) }, (_, i) => addDays(from, i));
    const before = listed(`night-${from}`, addDays(from, -1), "23:55");
    const bookings = days.map((day) => listed(day, day, "10:00", { deskNotes: titles.now }));
    return { zone: "UTC", from, to, bookings: [before, ...bookings], blocks: [] };
  };
  const agenda = createAgenda(
    ({ from, to }) =>
      new Promise((resolve, reject) => {
        const told = rangeOf(from, to);
        asked.push({
          from,
          to,
          answer: () => (resolve(told), settled()),
          fail: () => (reject(new Error("no desk")), settled()),
        });
      }),
  );
  return { agenda, asked, titles };
}

describe("a list that goes on in both directions", () => {
  it("begins with two weeks from its day, without what began the night before", async () => {
    const { agenda, asked } = deskByHand();
    agenda.show("2026-11-19");
    expect(asked).toMatchObject([{ from: "2026-11-19", to: "2026-12-03" }]);
    await asked[0]?.answer();
    const [chunk] = agenda.use.getState().chunks;
    expect([...(chunk?.byDate.keys() ?? [])][0]).toBe("2026-11-19");
    agenda.show("2026-11-25");
    expect(asked).toHaveLength(1);
  });

  it("grows without a gap at each end, one question at a time", async () => {
    const { agenda, asked } = deskByHand();
    agenda.show("2026-11-19");
    await asked[0]?.answer();
    agenda.extend("after", 14);
    agenda.extend("after", 14);
    agenda.extend("before", 28);
    expect(asked.slice(1)).toMatchObject([
      { from: "2026-12-03", to: "2026-12-17" },
      { from: "2026-10-22", to: "2026-11-19" },
    ]);
    await asked[2]?.answer();
    await asked[1]?.answer();
    expect(loadedDays(agenda.use.getState().chunks)).toEqual({ first: "2026-10-22", days: 56 });
  });

  it("asks again only for what is in sight after a change, and keeps what did not change", async () => {
    const { agenda, asked, titles } = deskByHand();
    agenda.show("2026-11-19");
    await asked[0]?.answer();
    agenda.extend("after", 14);
    await asked[1]?.answer();
    const [, unseen] = agenda.use.getState().chunks;
    titles.now = "second";
    agenda.changed();
    agenda.refresh("2026-11-20", "2026-11-22");
    expect(asked).toHaveLength(3);
    await asked[2]?.answer();
    const [fresh, still] = agenda.use.getState().chunks;
    expect(fresh?.byDate.get("2026-11-19")?.[0]?.deskNotes).toBe("second");
    expect(still?.byDate).toBe(unseen?.byDate);
    agenda.refresh("2026-11-20", "2026-11-22");
    expect(asked).toHaveLength(3);
  });

  it("asks once more where something changed during the answer", async () => {
    const { agenda, asked } = deskByHand();
    agenda.show("2026-11-19");
    agenda.changed();
    await asked[0]?.answer();
    agenda.refresh("2026-11-19", "2026-11-19");
    expect(asked).toHaveLength(2);
  });

  it("takes no answer of the list that it was before", async () => {
    const { agenda, asked } = deskByHand();
    agenda.show("2026-11-19");
    agenda.show("2027-03-01");
    await asked[0]?.answer();
    expect(agenda.use.getState().chunks).toEqual([]);
    await asked[1]?.answer();
    expect(loadedDays(agenda.use.getState().chunks)?.first).toBe("2027-03-01");
  });

  it("says a failure, and asks no more until something changes", async () => {
    const { agenda, asked } = deskByHand();
    agenda.show("2026-11-19");
    await asked[0]?.answer();
    agenda.extend("after", 14);
    await asked[1]?.fail();
    expect(agenda.use.getState().failure).not.toBeNull();
    agenda.extend("after", 14);
    expect(asked).toHaveLength(2);
    agenda.changed();
    agenda.extend("after", 14);
    expect(asked).toHaveLength(3);
  });

  it("looks farther at once where little comes, never farther than the desk answers", () => {
    expect([0, 14, 20, 400].map(nextDays)).toEqual([14, 14, 20, 56]);
  });
});
