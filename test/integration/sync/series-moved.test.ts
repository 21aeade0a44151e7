import { describe, expect, test } from "vitest";
import { FIRST, starts, withSeries, ZONE } from "../../fixtures/series-salon.ts";
import type { SyncedSalonOptions } from "../../fixtures/synced-salon.ts";

const SECOND = "2026-12-01T14:00:00.000Z";
const THIRD = "2026-12-08T14:00:00.000Z";
const MINUTE_MS = 60_000;

/** A series that a person in Google moves with “all events”. */
async function withMaster(options: SyncedSalonOptions = {}, rrule?: string) {
  const at = await withSeries(options, rrule);
  const masterId = at.master?.id ?? "";
  const moveAll = (start: string, recurrence?: readonly string[], minutes = 45) => {
    const end = new Date(Date.parse(start) + minutes * MINUTE_MS).toISOString();
    at.salon.google.patchEvent(at.calendarId, masterId, {
      start: { dateTime: start, timeZone: ZONE },
      end: { dateTime: end, timeZone: ZONE },
      ...(recurrence === undefined ? {} : { recurrence: [...recurrence] }),
    });
  };
  const kinds = async () => (await at.salon.call("sync.attention", {})).map(({ kind }) => kind);
  /** Two cycles later both sides show the same, and a third one has nothing to do. */
  const agree = async () => {
    await at.salon.sync();
    await at.salon.sync();
    expect(await at.shown()).toEqual(await at.here());
    at.salon.google.clearRequests();
    await at.salon.sync();
    expect(at.salon.calls()).toBe(1);
  };
  return { ...at, masterId, moveAll, kinds, agree };
}

describe("a whole series moved in Google", () => {
  test("to free times moves here with all its occurrences, and costs one list", async () => {
    const { salon, booking, moveAll, agree, here, kinds } = await withMaster();
    moveAll("2026-11-24T16:00:00.000Z");
    salon.google.clearRequests();
    await salon.sync();
    expect(salon.calls()).toBe(1);
    await agree();
    expect((await here())[0]).toBe("2026-11-24T16:00:00.000Z");
    expect(await here()).toHaveLength(6);
    expect(await kinds()).toEqual([]);
    const { log } = await salon.call("booking.get", { id: booking.id });
    expect(log[0]).toMatchObject({ actor: "google", action: "moved" });
  });

  test("to another weekday takes its rule along, whether Google wrote it anew or not", async () => {
    for (const recurrence of [["RRULE:FREQ=WEEKLY;COUNT=6;BYDAY=WE"], undefined]) {
      const { salon, masterId, calendarId, moveAll, agree, here } = await withMaster(
        {},
        "FREQ=WEEKLY;BYDAY=TU;COUNT=6",
      );
      moveAll("2026-11-25T14:00:00.000Z", recurrence);
      await agree();
      expect(await here()).toContain("2026-12-02T14:00:00.000Z");
      expect(await here()).toHaveLength(6);
      expect(salon.google.event(calendarId, masterId)?.recurrence?.[0]).toContain("BYDAY=WE");
    }
  });

  test("made longer lasts longer here too", async () => {
    const { desk, booking, moveAll, agree } = await withMaster();
    moveAll(FIRST, undefined, 90);
    await agree();
    expect((await desk.find(booking.id)).end).toBe("2026-11-24T15:30:00.000Z");
  });

  test.each(["keep", "drop", "dropUnsaid"] as const)(
    "takes its moved and cancelled occurrences along where Google does %s its exceptions",
    async (exceptionsAfterReanchor) => {
      const { salon, moveAll, moveAtDesk, agree, booking, current, here, kinds } = await withMaster(
        {
          simulator: { switches: { exceptionsAfterReanchor } },
        },
      );
      await moveAtDesk("one", SECOND, "2026-12-02T09:00:00.000Z");
      await salon.call("booking.setStatus", {
        id: booking.id,
        revision: (await current()).revision,
        status: "cancelled",
        reason: "",
        scope: { is: "one", originalStart: THIRD },
      });
      await salon.sync();
      moveAll("2026-11-24T16:00:00.000Z");
      await agree();
      // The moved one stays where it was put, the cancelled one stays cancelled.
      expect(await here()).toEqual([
        "2026-11-24T16:00:00.000Z",
        "2026-12-02T09:00:00.000Z",
        "2026-12-15T16:00:00.000Z",
        "2026-12-22T16:00:00.000Z",
        "2026-12-29T16:00:00.000Z",
      ]);
      expect(await kinds()).toEqual([]);
    },
  );

  test.each(["keep", "drop", "dropUnsaid"] as const)(
    "by a day keeps a daily series' exceptions with their places, where Google does %s its own",
    async (exceptionsAfterReanchor) => {
      const { salon, moveAll, moveAtDesk, agree, here } = await withMaster(
        { simulator: { switches: { exceptionsAfterReanchor } } },
        "FREQ=DAILY;COUNT=4",
      );
      await moveAtDesk("one", "2026-11-25T14:00:00.000Z", "2026-11-25T17:00:00.000Z");
      await salon.sync();
      moveAll("2026-11-25T14:00:00.000Z");
      await agree();
      expect(await here()).toEqual([
        "2026-11-25T14:00:00.000Z",
        "2026-11-25T17:00:00.000Z",
        "2026-11-27T14:00:00.000Z",
        "2026-11-28T14:00:00.000Z",
      ]);
    },
  );

  test("keeps its time on the wall across a change of the clocks", async () => {
    const { salon, calendarId, moveAll, agree } = await withMaster({}, "FREQ=WEEKLY;COUNT=20");
    moveAll("2026-11-24T16:00:00.000Z");
    await agree();
    const days = { from: "2027-03-22", to: "2027-04-01" };
    const spring = ["2027-03-23T16:00:00.000Z", "2027-03-30T15:00:00.000Z"];
    expect(starts((await salon.call("schedule.get", days)).bookings)).toEqual(spring);
    const there = salon.google.eventsBetween(
      calendarId,
      `${days.from}T00:00:00Z`,
      `${days.to}T00:00:00Z`,
    );
    expect(there.map((event) => new Date(event.start?.dateTime ?? "").toISOString())).toEqual(
      spring,
    );
  });

  test("onto one time that is taken is put back as a whole and needs attention", async () => {
    const { salon, desk, moveAll, agree, here, kinds } = await withMaster();
    await desk.book("2026-12-15T16:15:00.000Z");
    await salon.sync();
    moveAll("2026-11-24T16:00:00.000Z");
    await salon.sync();
    expect(await kinds()).toEqual(["movedOntoBusy"]);
    await agree();
    expect(await here()).toContain(FIRST);
    expect(await here()).not.toContain("2026-11-24T16:00:00.000Z");
  });

  test("onto its own other occurrences is free", async () => {
    const { moveAll, agree, here } = await withMaster({}, "FREQ=DAILY;COUNT=5");
    moveAll("2026-11-25T14:15:00.000Z");
    await agree();
    expect((await here())[0]).toBe("2026-11-25T14:15:00.000Z");
  });

  test("and given another rule is put back", async () => {
    const { salon, calendarId, masterId, moveAll, agree } = await withMaster();
    moveAll("2026-11-24T16:00:00.000Z", ["RRULE:FREQ=DAILY;COUNT=6"]);
    await agree();
    expect(salon.google.event(calendarId, masterId)?.recurrence).toEqual([
      "RRULE:FREQ=WEEKLY;COUNT=6",
    ]);
  });

  test("where its rule can't follow is put back", async () => {
    const { moveAll, agree, here } = await withMaster(
      {},
      "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1;COUNT=3",
    );
    const before = await here();
    moveAll("2026-11-28T14:00:00.000Z");
    await agree();
    expect(await here()).toEqual(before);
  });

  test("and changed at the desk too: the desk wins", async () => {
    const { moveAll, moveAtDesk, agree, here } = await withMaster();
    moveAll("2026-11-24T16:00:00.000Z");
    await moveAtDesk("all", FIRST, "2026-11-24T10:00:00.000Z");
    await agree();
    expect((await here())[0]).toBe("2026-11-24T10:00:00.000Z");
  });

  test("by the rule to put back: it is put back", async () => {
    const { salon, moveAll, agree, here } = await withMaster();
    await salon.call("sync.setRules", { moves: "putBack" });
    moveAll("2026-11-24T16:00:00.000Z");
    await agree();
    expect((await here())[0]).toBe(FIRST);
  });

  test("by the rule to ask: nothing moves until the answer, and then all of it", async () => {
    const { salon, moveAll, moveAtDesk, agree, here, kinds } = await withMaster();
    await salon.call("sync.setRules", { moves: "ask" });
    await moveAtDesk("one", SECOND, "2026-12-02T09:00:00.000Z");
    await salon.sync();
    moveAll("2026-11-24T16:00:00.000Z");
    await salon.sync();
    expect(await kinds()).toEqual(["movedInGoogle"]);
    expect(await here()).toContain(FIRST);
    const [item] = await salon.call("sync.attention", {});
    await salon.call("sync.settleAttention", { id: item?.id ?? "", how: "acceptGoogle" });
    await agree();
    expect(await here()).toContain("2026-11-24T16:00:00.000Z");
    expect(await here()).toContain("2026-12-02T09:00:00.000Z");
    expect(await here()).toHaveLength(6);
  });
});

describe("a whole series moved at the desk", () => {
  test.each(["keep", "drop", "dropUnsaid"] as const)(
    "keeps its exceptions in Google too, where Google does %s them",
    async (exceptionsAfterReanchor) => {
      const { moveAtDesk, agree, here, salon } = await withMaster(
        { simulator: { switches: { exceptionsAfterReanchor } } },
        "FREQ=DAILY;COUNT=4",
      );
      // After a move by a day the third one bears the name that the fourth one had, at the same time as before.
      for (const day of ["25", "26"])
        await moveAtDesk("one", `2026-11-${day}T14:00:00.000Z`, "2026-11-28T08:00:00.000Z");
      await salon.sync();
      await moveAtDesk("all", FIRST, "2026-11-25T14:00:00.000Z");
      await agree();
      expect(await here()).toEqual([
        "2026-11-25T14:00:00.000Z",
        "2026-11-28T08:00:00.000Z",
        "2026-11-28T08:00:00.000Z",
        "2026-11-28T14:00:00.000Z",
      ]);
    },
  );
});
