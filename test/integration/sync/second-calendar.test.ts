import { describe, expect, test } from "vitest";
import { type CalendarSide, googleSide, memorySide } from "../../fixtures/calendar-sides.ts";
import { staffed } from "../../fixtures/synced-desk-steps.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const FRIDAY_1445 = "2026-11-20T13:45:00.000Z";
const FRIDAY_16 = "2026-11-20T15:00:00.000Z";
const FRIDAY_1645 = "2026-11-20T15:45:00.000Z";
const DENTIST = { title: "Dentist", start: FRIDAY_16, end: FRIDAY_1645 };

async function connected(open: () => Promise<CalendarSide>) {
  const side = await open();
  const desk = await staffed(side.desk);
  await side.desk.connect();
  const sync = () => side.desk.call("sync.now", {});
  const counts = async () => (await side.desk.call("sync.status", {})).counts;
  const attention = async () =>
    (await side.desk.call("sync.attention", {})).map((item) => item.kind);
  const starts = async () => (await side.live()).map((event) => event.start);
  /** One booking that is in the calendar. */
  const synced = async () => {
    const booking = await desk.book(FRIDAY_14, { customer: desk.named("Mara Vogt") });
    await sync();
    const event = (await side.live()).find(({ start }) => start === FRIDAY_14);
    return { booking, eventId: event?.id ?? "" };
  };
  return { side, desk, sync, counts, attention, starts, synced };
}

describe.each([
  ["Google", googleSide],
  ["a calendar that is not Google", memorySide],
])("the engine beside %s", (_name, open) => {
  test("a booking is made, moved and cancelled there with one write each", async () => {
    const { side, desk, sync, starts, counts } = await connected(open);
    side.callsSince();
    const booking = await desk.book(FRIDAY_14);
    await sync();
    expect(await starts()).toEqual([FRIDAY_14]);
    const moved = await desk.move(booking, FRIDAY_16);
    await sync();
    expect(await starts()).toEqual([FRIDAY_16]);
    await desk.cancel(moved);
    await sync();
    expect(await starts()).toEqual([]);
    expect(side.callsSince()).toBe(6);
    expect(await counts()).toMatchObject({ waiting: 0, parked: 0, linked: 0 });
  });

  test("scenario 8: nothing new costs one request; scenario 31: our own write costs none more", async () => {
    const { side, sync, synced } = await connected(open);
    await synced();
    side.callsSince();
    await sync();
    await sync();
    expect(side.callsSince()).toBe(2);
  });

  test("a move there onto free time moves the booking, a new title there is put back", async () => {
    const { side, desk, sync, synced } = await connected(open);
    const { booking, eventId } = await synced();
    await side.move(eventId, FRIDAY_16, FRIDAY_1645);
    await side.retitle(eventId, "Somebody else");
    await sync();
    expect((await desk.find(booking.id)).start).toBe(FRIDAY_16);
    expect(await side.live()).toMatchObject([{ title: "Mara Vogt", start: FRIDAY_16 }]);
  });

  test("a move there onto busy time is put back and asks for attention", async () => {
    const { side, desk, sync, synced, starts, attention } = await connected(open);
    const { booking, eventId } = await synced();
    await desk.book(FRIDAY_16);
    await sync();
    await side.move(eventId, FRIDAY_16, FRIDAY_1645);
    await sync();
    expect((await desk.find(booking.id)).start).toBe(FRIDAY_14);
    expect((await starts()).toSorted()).toEqual([FRIDAY_14, FRIDAY_16]);
    expect(await attention()).toEqual(["movedOntoBusy"]);
  });

  test("scenario 27: moved on both sides, the desk wins", async () => {
    const { side, desk, sync, synced, starts } = await connected(open);
    const { booking, eventId } = await synced();
    await side.move(eventId, FRIDAY_16, FRIDAY_1645);
    await desk.move(booking, "2026-11-23T09:00:00.000Z");
    await sync();
    expect(await starts()).toEqual(["2026-11-23T09:00:00.000Z"]);
    expect((await desk.find(booking.id)).start).toBe("2026-11-23T09:00:00.000Z");
  });

  test("deleted there it comes back once, and deleted again it stays deleted until the booking changes", async () => {
    const { side, desk, sync, synced, starts, attention } = await connected(open);
    const { booking, eventId } = await synced();
    await side.remove(eventId);
    await sync();
    expect(await starts()).toEqual([FRIDAY_14]);
    const [restored] = await side.live();
    await side.remove(restored?.id ?? "");
    await sync();
    await sync();
    expect(await starts()).toEqual([]);
    expect(await attention()).toEqual(["deletedInGoogle"]);
    await desk.move(await desk.find(booking.id), FRIDAY_16);
    await sync();
    expect(await starts()).toEqual([FRIDAY_16]);
  });

  test.each(["insert", "patch", "remove"] as const)(
    "scenario 1: an answer to %s that is lost leaves exactly what was wanted",
    async (of) => {
      const { side, desk, sync, synced, starts, counts } = await connected(open);
      const { booking } = await synced();
      side.loseAnswer(of);
      if (of === "insert") await desk.book(FRIDAY_16);
      if (of === "patch") await desk.move(booking, FRIDAY_16);
      if (of === "remove") await desk.cancel(booking);
      await sync();
      await side.desk.restart();
      await sync();
      await sync();
      const wanted = { insert: [FRIDAY_14, FRIDAY_16], patch: [FRIDAY_16], remove: [] };
      expect((await starts()).toSorted()).toEqual(wanted[of]);
      expect(await counts()).toMatchObject({ waiting: 0, parked: 0 });
    },
  );

  test("an event made there blocks, follows its moves, and frees the time when it goes", async () => {
    const { side, desk, sync } = await connected(open);
    const id = await side.add(DENTIST);
    await sync();
    expect(await desk.blocks()).toMatchObject([
      { source: "google", start: FRIDAY_16, end: FRIDAY_1645, title: "" },
    ]);
    await side.move(id, FRIDAY_14, FRIDAY_1445);
    await sync();
    expect(await desk.blocks()).toMatchObject([{ start: FRIDAY_14, end: FRIDAY_1445 }]);
    await side.remove(id);
    await sync();
    expect(await desk.blocks()).toEqual([]);
  });

  test("scenario 11: an expired cursor loses neither booking nor block, and sees what was deleted meanwhile", async () => {
    const { side, desk, sync, synced, starts } = await connected(open);
    await synced();
    await side.add(DENTIST);
    const gone = await side.add({
      ...DENTIST,
      start: "2026-11-23T09:00:00.000Z",
      end: "2026-11-23T10:00:00.000Z",
    });
    await sync();
    await side.remove(gone);
    side.expireCursors();
    await sync();
    expect((await desk.blocks()).map((block) => block.start)).toEqual([FRIDAY_16]);
    expect((await starts()).toSorted()).toEqual([FRIDAY_14, FRIDAY_16]);
    side.callsSince();
    await sync();
    expect(side.callsSince()).toBe(1);
  });

  test("the guard asks before most blocks go, and keeps them if told so", async () => {
    const { side, desk, sync, counts } = await connected(open);
    const ids: string[] = [];
    for (let day = 1; day <= 12; day += 1) {
      const date = `2026-12-${String(day).padStart(2, "0")}`;
      const span = { start: `${date}T09:00:00.000Z`, end: `${date}T10:00:00.000Z` };
      ids.push(await side.add({ title: `Fair ${day}`, ...span }));
    }
    await sync();
    for (const id of ids.slice(2)) await side.remove(id);
    side.expireCursors();
    await sync();
    const { state } = await side.desk.call("sync.status", {});
    expect(state).toMatchObject({ is: "needsDecision", guard: { remove: 10, known: 12 } });
    expect(await counts()).toMatchObject({ blocks: 12 });
    await side.desk.call("sync.answerGuard", { answer: "keep" });
    await sync();
    expect(await desk.blocks("2026-12-01", "2026-12-20")).toHaveLength(12);
  });

  test("the guard asks before one cycle deletes many of our events", async () => {
    const { side, desk, sync, starts } = await connected(open);
    const bookings = [];
    for (let day = 1; day <= 12; day += 1)
      bookings.push(await desk.book(`2026-12-${String(day).padStart(2, "0")}T09:00:00.000Z`));
    await sync();
    for (const booking of bookings.slice(0, 8)) await desk.cancel(booking);
    await sync();
    expect(await starts()).toHaveLength(12);
    await side.desk.call("sync.answerGuard", { answer: "goAhead" });
    await sync();
    expect(await starts()).toHaveLength(4);
  });

  test("a series made there blocks its occurrences, and a moved and a deleted one alone differ", async () => {
    const { side, desk, sync } = await connected(open);
    const rule = "RRULE:FREQ=WEEKLY;COUNT=4";
    const span = { start: "2026-11-24T08:00:00.000Z", end: "2026-11-24T09:00:00.000Z" };
    const id = await side.add({ title: "Team", ...span, rule });
    await sync();
    await side.moveOccurrence(
      id,
      "2026-12-01T08:00:00.000Z",
      "2026-12-02T10:00:00.000Z",
      "2026-12-02T11:00:00.000Z",
    );
    await side.removeOccurrence(id, "2026-12-08T08:00:00.000Z");
    await sync();
    const blocks = () => desk.blocks("2026-11-19", "2026-12-31");
    const wanted = [
      "2026-11-24T08:00:00.000Z",
      "2026-12-02T10:00:00.000Z",
      "2026-12-15T08:00:00.000Z",
    ];
    expect((await blocks()).map((block) => block.start)).toEqual(wanted);
    side.expireCursors();
    await sync();
    expect((await blocks()).map((block) => block.start)).toEqual(wanted);
    await side.remove(id);
    await sync();
    expect(await blocks()).toEqual([]);
  });

  test("scenario 19: of a series of ours one occurrence moved there moves alone, and 18: a deleted one comes back", async () => {
    const { side, desk, sync, starts, counts } = await connected(open);
    await desk.book(FRIDAY_14, { rrule: "FREQ=WEEKLY;COUNT=4" });
    await sync();
    const [series] = await side.live();
    const id = series?.id ?? "";
    await side.moveOccurrence(
      id,
      "2026-11-27T13:00:00.000Z",
      "2026-11-27T15:00:00.000Z",
      "2026-11-27T15:45:00.000Z",
    );
    await sync();
    const here = async () => {
      const { bookings } = await side.desk.call("schedule.get", {
        from: "2026-11-20",
        to: "2026-12-19",
      });
      return bookings.map(({ start }) => start);
    };
    const wanted = [
      FRIDAY_14,
      "2026-11-27T15:00:00.000Z",
      "2026-12-04T13:00:00.000Z",
      "2026-12-11T13:00:00.000Z",
    ];
    expect(await here()).toEqual(wanted);
    await side.removeOccurrence(id, "2026-12-04T13:00:00.000Z");
    await sync();
    await sync();
    expect(await here()).toEqual(wanted);
    expect((await starts()).toSorted()).toEqual(wanted.slice(0, 3));
    expect(await counts()).toMatchObject({ waiting: 0, parked: 0, linked: 1 });
  });

  test("scenario 3: a disconnect and a new connection make and delete nothing", async () => {
    const { side, desk, sync, synced, starts } = await connected(open);
    await synced();
    await desk.book(FRIDAY_16);
    await sync();
    await side.desk.call("google.disconnect", { events: "leave", blocks: "remove" });
    side.callsSince();
    await side.desk.connect();
    expect((await starts()).toSorted()).toEqual([FRIDAY_14, FRIDAY_16]);
    expect((await side.desk.call("sync.status", {})).counts).toMatchObject({ linked: 2 });
  });

  test("scenario 4: events whose links are lost are found again by their ids", async () => {
    const { side, sync, synced, starts, counts } = await connected(open);
    await synced();
    side.desk.tamper("DELETE FROM link");
    side.desk.tamper("DELETE FROM cursor");
    await sync();
    await sync();
    expect(await starts()).toEqual([FRIDAY_14]);
    expect(await counts()).toMatchObject({ linked: 1, blocks: 0, waiting: 0 });
  });
});
