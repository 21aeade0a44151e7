import { expect, it } from "vitest";
import { dateAt } from "../../../../src-shared/time/zones.ts";
import { startBookable } from "../../../fixtures/companion/bookable.ts";
import { type Page, textOf } from "../../../../scripts/practice/web-client.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";
import { workingHour } from "../../../fixtures/companion/paired-salon.ts";
import { together } from "../../../fixtures/companion/together.ts";

const TEN = workingHour(10);
const DAY = dateAt(TEN, "Europe/Berlin");

const pathOf = ({ url }: Page): string => new URL(url, "https://book.example").pathname;

/** A customer in front of the last question before ten o'clock is booked. */
async function checking(databaseUrl: string | null) {
  const bookable = await startBookable(databaseUrl);
  const { path, timesOn } = bookable;
  const client = await bookable.customer("mara@mail.example");
  const holding = async (start: number, page?: Page) =>
    client.submit(page ?? (await timesOn(client, DAY)), `${path}/hold`, { start: String(start) });
  const sending = (page: Page, notes = "") => client.submit(page, `${path}/book`, { notes });
  const requests = () => bookable.db.selectFrom("booking_request").selectAll().execute();
  const { store } = bookable.companion.companion;
  return { ...bookable, store, client, holding, sending, requests, check: await holding(TEN) };
}

onEveryDatabase("What a customer does twice at once", (newDatabase) => {
  it("a double press of “Book” books once and shows the booking both times", async () => {
    const { store, check, sending, requests } = await checking(newDatabase());
    const pages = await together(
      store,
      () => sending(check),
      () => sending(check),
    );
    const rows = await requests();
    expect(rows).toHaveLength(1);
    expect(pages.map(pathOf)).toEqual([`/bookings/${rows[0]?.id}`, `/bookings/${rows[0]?.id}`]);
  });

  it("a booking that is cancelled while it moves stays cancelled and gives its times back", async () => {
    const { client, store, db, check, holding, sending, requests } = await checking(newDatabase());
    const own = pathOf(await sending(check));
    const cancel = await client.go(`${own}/cancel`);
    const move = await holding(workingHour(14), await client.go(`${own}/change`));
    await together(
      store,
      () => client.submit(cancel, `${own}/cancel`),
      () => sending(move),
    );
    expect(await requests()).toMatchObject([{ status: "cancelled" }]);
    const units = await db.selectFrom("slot_unit").selectAll().execute();
    expect(units.filter(({ request_id }) => request_id !== null)).toEqual([]);
  });

  it("the page of a booked time leads to the booking: sent again, reloaded, or come back to", async () => {
    const { client, check, sending } = await checking(newDatabase());
    const booked = pathOf(await sending(check));
    expect(pathOf(await sending(check))).toBe(booked);
    expect(pathOf(await client.go(check.url))).toBe(booked);
  });

  it("a time that is held no longer is told, with what was wished for still chosen", async () => {
    const { client, companion, check, sending, requests } = await checking(newDatabase());
    companion.wait(10 * 60_000 + 1);
    for (const page of [await sending(check), await client.go(check.url)]) {
      expect(textOf(page)).toContain("no longer held for you, and nothing was booked");
      expect(textOf(page)).toContain("Choose a time");
    }
    expect(await requests()).toEqual([]);
  });

  it("with two tabs, the older one books nothing and says which time is held", async () => {
    const { check, holding, sending, requests } = await checking(newDatabase());
    await holding(workingHour(15));
    const page = await sending(check);
    expect(textOf(page)).toContain("You have chosen another time meanwhile");
    expect(textOf(page)).toContain("15:00");
    expect(await requests()).toEqual([]);
    expect(pathOf(await sending(page))).toMatch(/^\/bookings\/[\w-]+$/);
    expect(await requests()).toMatchObject([{ start_at: workingHour(15) }]);
  });
});
