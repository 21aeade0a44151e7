import { describe, expect, test } from "vitest";
import { googleSide, memorySide } from "../../fixtures/calendar-sides.ts";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import type { CalendarSide } from "../../fixtures/calendar-sides.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const FRIDAY_1445 = "2026-11-20T13:45:00.000Z";
const FRIDAY_16 = "2026-11-20T15:00:00.000Z";
const FRIDAY_1645 = "2026-11-20T15:45:00.000Z";
const EVERYTHING = { search: "", direction: "all", limit: 100 } as const;
const DENTIST = { title: "Dentist", start: FRIDAY_16, end: FRIDAY_1645 };

async function connected(open: () => Promise<CalendarSide>) {
  const side = await open();
  const { call } = side.desk;
  const desk = await staffed(side.desk);
  await side.desk.connect();
  const sync = () => call("sync.now", {});
  const titles = async () => (await side.live()).map(({ title }) => title).toSorted();
  const actions = async (about: string) =>
    (await call("sync.journal", EVERYTHING)).filter(({ action }) => action === about).length;
  await desk.book(FRIDAY_14, { customer: desk.named("Ève Lindqvist Åberg") });
  await desk.book("2026-11-23T13:00:00.000Z");
  await sync();
  return { side, call, desk, sync, titles, actions };
}

/** Two more cycles cost what two idle ones cost, and change nothing. */
async function expectCalm({
  side,
  sync,
}: Pick<Awaited<ReturnType<typeof connected>>, "side" | "sync">): Promise<void> {
  const before = await side.live();
  side.callsSince();
  await sync();
  await sync();
  expect(side.callsSince()).toBe(2);
  expect(await side.live()).toEqual(before);
}

describe.each([
  ["Google", googleSide],
  ["a calendar that is not Google", memorySide],
])("the rules of the sync beside %s", (_name, open) => {
  test("another title is one write for each event whose title it changes, and comes back once", async () => {
    const at = await connected(open);
    const { side, call, sync, titles } = at;
    expect(await titles()).toEqual(["Walk-in", "Ève Lindqvist Åberg"]);
    side.callsSince();
    await call("sync.setRules", { titles: "initials" });
    await sync();
    expect(await titles()).toEqual(["Walk-in", "È. L. Å."]);
    // Who has no name is called as before.
    expect(side.patches()).toBe(1);
    await expectCalm(at);
    await call("sync.setRules", { titles: "booked" });
    await sync();
    expect(await titles()).toEqual(["Booked", "Booked"]);
    await expectCalm(at);
    await call("sync.setRules", { titles: "name" });
    await sync();
    expect(await titles()).toEqual(["Walk-in", "Ève Lindqvist Åberg"]);
    await expectCalm(at);
  });

  test("a title that somebody changes there is put back as the rule says", async () => {
    const at = await connected(open);
    const { side, call, sync, titles } = at;
    await call("sync.setRules", { titles: "initials" });
    await sync();
    const [event] = (await side.live()).filter(({ start }) => start === FRIDAY_14);
    await side.retitle(event?.id ?? "", "Ève Lindqvist Åberg");
    await sync();
    await sync();
    expect(await titles()).toEqual(["Walk-in", "È. L. Å."]);
    await expectCalm(at);
  });

  test("a title that was chosen while nothing was sent goes out with the next change, and none is lost", async () => {
    const at = await connected(open);
    const { call, sync, titles } = at;
    await call("sync.pause", { length: "untilResumed" });
    await call("sync.setRules", { titles: "booked" });
    expect((await call("sync.status", {})).counts.waiting).toBe(2);
    expect(await titles()).toEqual(["Walk-in", "Ève Lindqvist Åberg"]);
    await sync();
    expect(await titles()).toEqual(["Booked", "Booked"]);
    expect((await call("sync.status", {})).counts.waiting).toBe(0);
  });

  test("the occurrences of a series that differ are called otherwise too", async () => {
    const { side, call, desk, sync, titles } = await connected(open);
    const series = await desk.book("2026-11-24T09:00:00.000Z", {
      customer: desk.named("Mara Vogt"),
      rrule: "FREQ=WEEKLY;COUNT=3",
    });
    const { revision } = await call("booking.update", {
      id: series.id,
      revision: series.revision,
      changes: { deskNotes: "Left side" },
      anyway: true,
      scope: { is: "one", originalStart: "2026-12-01T09:00:00.000Z" },
    });
    expect(revision).toBeGreaterThan(series.revision);
    await sync();
    await call("sync.setRules", { titles: "booked" });
    await sync();
    expect(new Set(await titles())).toEqual(new Set(["Booked"]));
    await expectCalm({ side, sync });
  });

  test("all-day events block or leave the day free, as chosen, also those that are known already", async () => {
    const { side, call, desk, sync, actions } = await connected(open);
    await side.addDay("Fair", "2026-11-24");
    await side.add(DENTIST);
    await sync();
    const days = async () =>
      (await desk.blocks()).map(({ allDay }) => (allDay === null ? "hour" : "day")).toSorted();
    expect(await days()).toEqual(["day", "hour"]);
    side.callsSince();
    await call("sync.setRules", { allDay: "free" });
    expect(await days()).toEqual(["hour"]);
    expect(await actions("freed")).toBe(1);
    await side.addDay("Second fair", "2026-11-25");
    await sync();
    expect(await days()).toEqual(["hour"]);
    await call("sync.setRules", { allDay: "busy" });
    expect(await days()).toEqual(["day", "day", "hour"]);
    // What is shown of the calendar costs it nothing: only the list of the one cycle.
    expect(side.callsSince()).toBe(1);
    expect(await actions("blocked")).toBe(4);
  });

  test("where bookings only go out, nothing of others blocks, and a move there is put back", async () => {
    const at = await connected(open);
    const { side, call, desk, sync } = at;
    await side.add(DENTIST);
    await side.add({ ...DENTIST, title: "Course", rule: "RRULE:FREQ=DAILY;COUNT=3" });
    await sync();
    expect(await desk.blocks()).toHaveLength(4);
    await call("sync.setRules", { direction: "send" });
    expect(await desk.blocks()).toEqual([]);
    const [own] = (await side.live()).filter(({ start }) => start === FRIDAY_14);
    await side.move(own?.id ?? "", "2026-11-20T17:00:00.000Z", "2026-11-20T17:45:00.000Z");
    await sync();
    await sync();
    const found = (await side.live()).find(({ id }) => id === own?.id);
    expect([found?.start, found?.end]).toEqual([FRIDAY_14, FRIDAY_1445]);
    await call("sync.setRules", { direction: "both" });
    expect(await desk.blocks()).toHaveLength(4);
    await expectCalm(at);
  });

  test("where the calendar only blocks, no booking is kept in it, none waits, and both ways brings them back", async () => {
    const at = await connected(open);
    const { side, call, desk, sync, titles } = at;
    await side.add(DENTIST);
    await call("sync.setRules", { direction: "block" });
    await desk.book("2026-11-24T13:00:00.000Z");
    await sync();
    expect(await titles()).toEqual(["Dentist"]);
    expect(await desk.blocks()).toHaveLength(1);
    const { counts } = await call("sync.status", {});
    expect(counts).toMatchObject({ waiting: 0, parked: 0, linked: 0, leftOut: 0 });
    await expectCalm(at);
    await call("sync.setRules", { direction: "both" });
    await sync();
    expect(await titles()).toEqual(["Dentist", "Walk-in", "Walk-in", "Ève Lindqvist Åberg"]);
    await expectCalm(at);
  });
});

test("what the rules would do is told before a calendar is chosen, and leaves the rules as they are", async () => {
  const side = await googleSide();
  const { call } = side.desk;
  const desk = await staffed(side.desk);
  await side.desk.connect();
  await desk.book(FRIDAY_14);
  await side.addDay("Fair", "2026-11-24");
  await side.add(DENTIST);
  const preview = async (rules: { readonly [name: string]: string }) => {
    const { events, bookings } = await call("google.preview", { calendarId: null, rules });
    return [events, bookings];
  };
  const calendarId = (await call("google.connection", {})).connection?.calendar?.id ?? "";
  const existing = async (rules: { readonly [name: string]: string }) =>
    (await call("google.preview", { calendarId, rules })).events;
  expect(await preview({})).toEqual([0, 1]);
  expect(await preview({ direction: "block" })).toEqual([0, 0]);
  expect(await existing({})).toBe(2);
  expect(await existing({ allDay: "free" })).toBe(1);
  expect(await existing({ direction: "send" })).toBe(0);
  expect((await call("sync.rules", {})).direction).toBe("both");
});

test("rules that come with another calendar are none of the one that is given up", async () => {
  const side = await googleSide();
  const { call } = side.desk;
  const desk = await staffed(side.desk);
  await side.desk.connect();
  await desk.book(FRIDAY_14, { customer: desk.named("Eva Berg") });
  await call("sync.now", {});
  side.callsSince();
  const rules = { titles: "initials" } as const;
  const other = (await call("google.calendars", {})).find(
    ({ usable, primary }) => usable && primary,
  );
  const calendarId = other?.id ?? "";
  await call("google.chooseCalendar", { is: "existing", calendarId, rules });
  await call("sync.now", {});
  expect(side.patches()).toBe(0);
  expect((await side.live()).map(({ title }) => title)).toContain("E. B.");
  expect((await call("sync.rules", {})).titles).toBe("initials");
});
