import { expect, it } from "vitest";
import { dateAt } from "../../../../src-shared/time/zones.ts";
import { type Bookable, startBookable } from "../../../fixtures/companion/bookable.ts";
import { type Client, type Page, textOf } from "../../../../scripts/practice/web-client.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";
import { workingHour } from "../../../fixtures/companion/paired-salon.ts";

const TEN = workingHour(10);
const DAY = dateAt(TEN, "Europe/Berlin");
const QUARTER = 15 * 60_000;
const UNIT = 5 * 60_000;

const instant = (ms: number): string => new Date(ms).toISOString();
const pathOf = ({ url }: Page): string => new URL(url, "https://book.example").pathname;
const offers = ({ html }: Page, start: number): boolean => html.includes(`value="${start}"`);

async function bookAt({ path, timesOn }: Bookable, client: Client, start: number): Promise<string> {
  const times = await timesOn(client, DAY);
  const check = await client.submit(times, `${path}/hold`, { start: String(start) });
  return pathOf(await client.submit(check, `${path}/book`, { notes: "" }));
}

/** Mara has from 10:00 to 10:45, and the desk has published that this time is taken. */
async function booked(databaseUrl: string | null) {
  const bookable = await startBookable(databaseUrl);
  const mara = await bookable.customer("mara@mail.example");
  const own = await bookAt(bookable, mara, TEN);
  await bookable.busy(2, [{ start: instant(TEN), end: instant(TEN + 3 * QUARTER) }]);
  const { path, db } = bookable;
  let version = 2;
  /** As the desk does it once it knows. */
  const publishOwn = async (start: number): Promise<void> => {
    version += 1;
    await bookable.busy(version, [{ start: instant(start), end: instant(start + 3 * QUARTER) }]);
  };
  const move = async (start: number): Promise<Page> => {
    const times = await mara.go(`${own}/change`);
    const check = await mara.submit(times, `${path}/hold`, { start: String(start) });
    return mara.submit(check, `${path}/book`);
  };
  const units = async () =>
    (await db.selectFrom("slot_unit").selectAll().orderBy("unit").execute()).map(
      ({ unit, request_id }) => [unit, request_id],
    );
  const unitsFrom = (start: number) =>
    Array.from({ length: 9 }, (_, i) => [start / UNIT + i, own.split("/").at(-1)]);
  return { ...bookable, bookable, mara, own, move, publishOwn, units, unitsFrom };
}

onEveryDatabase("Moving one’s own booking", (newDatabase) => {
  it("by half an hour, into its own time, keeps one stretch and gives the rest back", async () => {
    const { db, own, move, publishOwn, units, unitsFrom, desk } = await booked(newDatabase());
    for (const start of [TEN + 2 * QUARTER, TEN - QUARTER, TEN]) {
      expect(pathOf(await move(start)), instant(start)).toBe(own);
      await publishOwn(start);
      expect(await units(), instant(start)).toEqual(unitsFrom(start));
      const rows = await db.selectFrom("booking_request").selectAll().execute();
      expect(rows).toMatchObject([{ start_at: start, end_at: start + 3 * QUARTER }]);
    }
    expect((await desk.changes()).body).toMatchObject({
      events: [
        { kind: "request.new" },
        { kind: "request.changed" },
        { kind: "request.changed" },
        { kind: "request.changed", request: { start: instant(TEN) } },
      ],
    });
  });

  it("leaves its old time taken for everybody else until it has moved", async () => {
    const { bookable, mara, own, path, timesOn } = await booked(newDatabase());
    const esra = await bookable.customer("esra@mail.example");
    const later = String(TEN + 2 * QUARTER);
    const times = await mara.go(`${own}/change`);
    expect(offers(times, TEN + QUARTER)).toBe(true);
    await mara.submit(times, `${path}/hold`, { start: later });
    const theirs = await timesOn(esra, DAY);
    expect([TEN, TEN + QUARTER, TEN + 4 * QUARTER].map((one) => offers(theirs, one))).toEqual([
      false,
      false,
      false,
    ]);
    expect(offers(theirs, TEN + 5 * QUARTER)).toBe(true);
  });

  it("does not open what else is taken beside it", async () => {
    const { bookable, mara, own, path, busy } = await booked(newDatabase());
    // The desk publishes two bookings that touch as one stretch.
    await busy(3, [{ start: instant(TEN), end: instant(TEN + 6 * QUARTER) }]);
    const times = await mara.go(`${own}/change`);
    expect(offers(times, TEN + QUARTER)).toBe(false);
    const forced = await mara.submit(times, `${path}/hold`, { start: String(TEN + QUARTER) });
    expect(textOf(forced)).toContain("no longer free");
    expect(await bookable.db.selectFrom("hold").selectAll().execute()).toEqual([]);
  });

  it("shows the booking as it is when it was cancelled after the new time was chosen", async () => {
    const { mara, own, path, units } = await booked(newDatabase());
    const times = await mara.go(`${own}/change`);
    const later = String(TEN + 2 * QUARTER);
    const check = await mara.submit(times, `${path}/hold`, { start: later });
    await mara.submit(await mara.go(`${own}/cancel`), `${own}/cancel`);
    const page = await mara.submit(check, `${path}/book`);
    expect([pathOf(page), textOf(page)]).toEqual([own, expect.stringContaining("Cancelled")]);
    expect((await units()).filter(([, request]) => request !== null)).toEqual([]);
  });

  it("asks who it is first, and knows nobody else’s booking", async () => {
    const { bookable, own, mara } = await booked(newDatabase());
    const address = new URL((await mara.go(`${own}/change`)).url, "https://book.example");
    const target = address.pathname + address.search;
    const nobody = await bookable.browser().ask(target);
    expect(nobody.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(target)}`);
    const esra = await bookable.customer("esra@mail.example");
    expect((await esra.go(target)).status).toBe(404);
  });
});
