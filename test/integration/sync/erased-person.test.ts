import { expect, test } from "vitest";
import { FIRST, withSeries } from "../../fixtures/series-salon.ts";

const idsOf = (
  events: readonly { readonly id?: string | null | undefined }[],
): ReadonlySet<unknown> => new Set(events.map(({ id }) => id));

test("a person whose data is deleted is in no event of Google any more, and the times stay", async () => {
  const { salon, desk } = await withSeries();
  const [mara] = await salon.call("customer.search", { query: "mara", limit: 1 });
  if (mara === undefined) throw new Error("Mara is not known.");
  await desk.book("2026-11-20T09:00:00.000Z", {
    customer: { is: "known", id: mara.id },
    deskNotes: "Mara comes with her son",
  });
  const occurrence = { is: "one" as const, originalStart: "2026-12-01T14:00:00.000Z" };
  const series = (await salon.call("schedule.get", { from: "2026-11-24", to: "2026-11-25" }))
    .bookings[0];
  await salon.call("booking.update", {
    id: series?.id ?? "",
    revision: series?.revision ?? 0,
    anyway: true,
    scope: occurrence,
    changes: { deskNotes: "Mara is late" },
  });
  await salon.sync();
  const before = await salon.live();
  expect(JSON.stringify(before)).toContain("Mara is late");

  await salon.call("customer.erase", { id: mara.id, revision: 1, ahead: "keep" });
  await salon.sync();
  const after = await salon.live();
  expect(JSON.stringify(after)).not.toContain("Mara");
  expect(after.map(({ summary }) => summary)).toEqual(after.map(() => "Walk-in"));
  expect(idsOf(after)).toEqual(idsOf(before));
  expect(after.map(({ start }) => start)).toContainEqual(
    expect.objectContaining({ dateTime: expect.stringContaining("2026-11-20") }),
  );
  const journal = await salon.call("sync.journal", { direction: "all", search: "", limit: 500 });
  expect(JSON.stringify(journal)).not.toContain("Mara");
  expect(FIRST).toBe(series?.start);
});

test("two cards that become one change titles only: the same events, none twice", async () => {
  const { salon, desk } = await withSeries();
  await desk.book("2026-11-20T09:00:00.000Z", { customer: desk.named("M. Vogt") });
  await salon.sync();
  const before = await salon.live();
  const find = async (query: string) => {
    const [hit] = await salon.call("customer.search", { query, limit: 1 });
    return salon.call("customer.get", { id: hit?.id ?? "" });
  };
  const [keep, drop] = [(await find("mara")).customer, (await find("m. vogt")).customer];
  const { id: _id, revision: _revision, ...fields } = keep;
  await salon.call("customer.merge", {
    keep: { id: keep.id, revision: 1 },
    drop: { id: drop.id, revision: 1 },
    fields,
  });
  await salon.sync();
  const after = await salon.live();
  expect(idsOf(after)).toEqual(idsOf(before));
  expect(after.map(({ summary }) => summary)).toEqual(after.map(() => "Mara Vogt"));
});
