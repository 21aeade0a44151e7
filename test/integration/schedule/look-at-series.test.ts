import { describe, expect, test } from "vitest";
import { refusal, THURSDAY } from "../../fixtures/salon.ts";
import { openSeriesDesk } from "../../fixtures/series-desk.ts";

const WEEKLY = "FREQ=WEEKLY;COUNT=4";

describe("a series before it is booked", () => {
  test("shows its next dates, how many they are, and what is in the way of which", async () => {
    const desk = await openSeriesDesk();
    await desk.book("2026-12-03T09:15:00.000Z", {
      customer: { is: "known", id: (await desk.customer("Mara Vogt")).id },
    });
    await desk.call("block.create", {
      id: desk.ids.next(),
      staffIds: [],
      start: "2026-12-10T08:00:00.000Z",
      end: "2026-12-10T12:00:00.000Z",
      title: "Stocktaking",
    });
    const preview = await desk.call("series.check", {
      staffId: desk.anna.id,
      start: THURSDAY,
      durationMinutes: 45,
      rrule: WEEKLY,
      ignoreBookingId: null,
    });
    expect(preview).toMatchObject({
      starts: [
        THURSDAY,
        "2026-11-26T09:00:00.000Z",
        "2026-12-03T09:00:00.000Z",
        "2026-12-10T09:00:00.000Z",
      ],
      count: 4,
      conflicts: [
        {
          start: "2026-12-03T09:00:00.000Z",
          conflict: { kind: "booking", label: "Mara Vogt" },
        },
        { start: "2026-12-10T09:00:00.000Z", conflict: { kind: "block", label: "Stocktaking" } },
      ],
      more: 0,
    });
    expect(await desk.schedule("2026-11-16", "2026-12-31")).toHaveLength(1);
  });

  test("names twenty conflicts of an endless one and counts the others within a year", async () => {
    const desk = await openSeriesDesk();
    const asked = {
      staffId: desk.anna.id,
      // Sundays: nobody works.
      start: "2026-11-22T09:00:00.000Z",
      durationMinutes: 45,
      rrule: "FREQ=WEEKLY",
      ignoreBookingId: null,
    };
    const preview = await desk.call("series.check", asked);
    expect(preview.count).toBeNull();
    expect(preview.starts).toHaveLength(6);
    expect(preview.conflicts).toHaveLength(20);
    expect(preview.more).toBe(33);
  });

  test("is not in its own way when it is changed", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(THURSDAY, WEEKLY);
    const preview = await desk.call("series.check", {
      staffId: desk.anna.id,
      start: THURSDAY,
      durationMinutes: 60,
      rrule: WEEKLY,
      ignoreBookingId: id,
    });
    expect(preview.conflicts).toEqual([]);
  });

  test("is refused at its rule if that doesn't begin with the booking", async () => {
    const desk = await openSeriesDesk();
    const error = await refusal(
      desk.call("series.check", {
        staffId: desk.anna.id,
        start: THURSDAY,
        durationMinutes: 45,
        rrule: "FREQ=WEEKLY;BYDAY=MO",
        ignoreBookingId: null,
      }),
    );
    expect(error.fields).toHaveProperty("rrule");
  });
});

describe("the outline of a series", () => {
  test("counts all of its occurrences, and those from one of them on", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(THURSDAY, WEEKLY);
    const originalStart = "2026-12-03T09:00:00.000Z";
    expect(await desk.call("series.outline", { id, originalStart })).toEqual({
      start: THURSDAY,
      count: 4,
      following: 2,
    });
  });

  test("of one that never ends counts nothing", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(THURSDAY, "FREQ=DAILY");
    const outline = await desk.call("series.outline", { id, originalStart: THURSDAY });
    expect(outline).toMatchObject({ count: null, following: null });
  });
});
