import { describe, expect, test } from "vitest";
import { openSalon, refusal } from "../../fixtures/salon.ts";
import type { Salon } from "../../fixtures/salon.ts";

const TEN = "2026-11-20T09:00:00.000Z";
const NOON = "2026-11-20T11:00:00.000Z";
const KEY = "google/a/c";

function foreign(remoteEventId: string, more: { start?: string; seriesId?: string } = {}) {
  const { start = TEN, seriesId = null } = more;
  return {
    calendarKey: KEY,
    remoteEventId,
    seriesId,
    start,
    end: NOON,
    allDay: null,
    title: "",
  };
}

async function blocksOfDay(salon: Salon) {
  return (await salon.call("schedule.get", { from: "2026-11-20", to: "2026-11-21" })).blocks;
}

describe("a block of the desk", () => {
  test("keeps its staff from being booked, and nobody else", async () => {
    const salon = await openSalon();
    await salon.call("block.create", {
      id: salon.ids.next(),
      staffIds: [salon.anna.id],
      start: TEN,
      end: NOON,
      title: "Lunch",
    });
    const error = await refusal(salon.book(TEN));
    expect(error.message).toBe("The time is blocked at 10:00–12:00 (Lunch).");
    expect((await salon.book(TEN, { staffId: salon.ben.id })).staffId).toBe(salon.ben.id);
  });

  test("with nobody named holds for everyone", async () => {
    const salon = await openSalon();
    const id = salon.ids.next();
    const block = { id, staffIds: [], start: TEN, end: NOON, title: "" };
    expect((await salon.call("block.create", block)).block).toEqual(
      (await salon.call("block.create", block)).block,
    );
    expect((await refusal(salon.book(TEN, { staffId: salon.ben.id }))).code).toBe("CONFLICT");
    await salon.call("block.remove", { id, revision: 1 });
    expect((await salon.book(TEN)).revision).toBe(1);
  });

  test("can be moved and given to others, from its newest revision only", async () => {
    const salon = await openSalon();
    const id = salon.ids.next();
    await salon.call("block.create", { id, staffIds: [], start: TEN, end: NOON, title: "" });
    const fields = {
      staffIds: [salon.ben.id],
      start: TEN,
      end: "2026-11-20T10:00:00.000Z",
      title: "x",
    };
    const changed = await salon.call("block.update", { id, revision: 1, fields });
    expect(changed.block).toMatchObject({ ...fields, revision: 2, source: "desk", allDay: null });
    expect((await refusal(salon.call("block.update", { id, revision: 1, fields }))).code).toBe(
      "STALE",
    );
    expect((await refusal(salon.call("block.remove", { id, revision: 1 }))).code).toBe("STALE");
  });

  test("that ends before it starts is refused by its field", async () => {
    const salon = await openSalon();
    const block = { id: salon.ids.next(), staffIds: [], start: NOON, end: TEN, title: "" };
    expect((await refusal(salon.call("block.create", block))).fields).toHaveProperty("end");
  });

  test("for unknown staff is refused", async () => {
    const salon = await openSalon();
    const staffIds = [salon.ids.next()];
    const block = { id: salon.ids.next(), staffIds, start: TEN, end: NOON, title: "" };
    expect((await refusal(salon.call("block.create", block))).code).toBe("NOT_FOUND");
  });
});

describe("a block from Google", () => {
  test("is one block however often it comes, and writes only if it differs", async () => {
    const salon = await openSalon();
    const { blocks } = salon.stores;
    expect(blocks.putOfGoogle(foreign("e1"))).toBe(true);
    const before = salon.db.totalChanges();
    expect(blocks.putOfGoogle(foreign("e1"))).toBe(false);
    expect(salon.db.totalChanges()).toBe(before);
    expect(blocks.putOfGoogle(foreign("e1", { start: "2026-11-20T10:00:00.000Z" }))).toBe(true);
    expect(await blocksOfDay(salon)).toMatchObject([
      { source: "google", revision: 2, start: "2026-11-20T10:00:00.000Z", staffIds: [] },
    ]);
  });

  test("can't be changed or removed at the desk", async () => {
    const salon = await openSalon();
    salon.stores.blocks.putOfGoogle(foreign("e1"));
    const [block] = await blocksOfDay(salon);
    const id = block?.id ?? "";
    const fields = { staffIds: [], start: TEN, end: NOON, title: "" };
    const update = salon.call("block.update", { id, revision: 1, fields });
    expect((await refusal(update)).code).toBe("NOT_ALLOWED");
    const remove = salon.call("block.remove", { id, revision: 1 });
    expect((await refusal(remove)).code).toBe("NOT_ALLOWED");
  });

  test("can be given to one person, which stays when the event moves", async () => {
    const salon = await openSalon();
    const { blocks } = salon.stores;
    blocks.putOfGoogle(foreign("e1"));
    const [block] = await blocksOfDay(salon);
    const id = block?.id ?? "";
    await salon.call("block.assign", { id, staffId: salon.ben.id });
    blocks.putOfGoogle(foreign("e1", { start: "2026-11-20T10:00:00.000Z" }));
    expect((await blocksOfDay(salon))[0]?.staffIds).toEqual([salon.ben.id]);
    blocks.removeOfGoogle(KEY, "e1");
    blocks.putOfGoogle(foreign("e1"));
    const [again] = await blocksOfDay(salon);
    expect(again?.staffIds).toEqual([salon.ben.id]);
    await salon.call("block.assign", { id: again?.id ?? "", staffId: null });
    expect((await blocksOfDay(salon))[0]?.staffIds).toEqual([]);
  });

  test("of a series gives the whole series, and what comes of it later", async () => {
    const salon = await openSalon();
    const { blocks } = salon.stores;
    const remember = salon.db.statement(
      "test.foreign",
      "INSERT INTO foreign_event (calendar_key, event_id, series_id, etag, event) VALUES (:key, :id, 'series', 'etag', '{}')",
    );
    for (const id of ["series_1", "series_2"]) {
      remember.run({ key: KEY, id });
      blocks.putOfGoogle(foreign(id, { seriesId: "series" }));
    }
    const [first] = await blocksOfDay(salon);
    await salon.call("block.assign", { id: first?.id ?? "", staffId: salon.anna.id });
    blocks.putOfGoogle(foreign("series_3", { seriesId: "series" }));
    const staff = (await blocksOfDay(salon)).map((block) => block.staffIds);
    expect(staff).toEqual([[salon.anna.id], [salon.anna.id], [salon.anna.id]]);
  });

  test("without length blocks nothing", async () => {
    const salon = await openSalon();
    expect(salon.stores.blocks.putOfGoogle(foreign("e1", { start: NOON }))).toBe(false);
    expect(await blocksOfDay(salon)).toEqual([]);
  });

  test("can stay as a block of the desk after a disconnect", async () => {
    const salon = await openSalon();
    salon.stores.blocks.putOfGoogle(foreign("e1"));
    expect(salon.stores.blocks.keepAllOfGoogle()).toBe(1);
    const [block] = await blocksOfDay(salon);
    expect(block?.source).toBe("desk");
    await salon.call("block.remove", { id: block?.id ?? "", revision: block?.revision ?? 0 });
    expect(await blocksOfDay(salon)).toEqual([]);
  });

  test("all day covers the days of the new zone when the business moves", async () => {
    const salon = await openSalon();
    salon.stores.blocks.putOfGoogle({
      ...foreign("e1"),
      allDay: { from: "2026-11-20", to: "2026-11-21" },
      start: "2026-11-19T23:00:00.000Z",
      end: "2026-11-20T23:00:00.000Z",
    });
    await salon.call("business.update", { revision: 1, fields: { zone: "America/New_York" } });
    expect(await blocksOfDay(salon)).toMatchObject([
      { start: "2026-11-20T05:00:00.000Z", end: "2026-11-21T05:00:00.000Z" },
    ]);
  });
});

test("a block of the desk can't be assigned", async () => {
  const salon = await openSalon();
  const id = salon.ids.next();
  await salon.call("block.create", { id, staffIds: [], start: TEN, end: NOON, title: "" });
  expect((await refusal(salon.call("block.assign", { id, staffId: null }))).code).toBe(
    "NOT_ALLOWED",
  );
});
