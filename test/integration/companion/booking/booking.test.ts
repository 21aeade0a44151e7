import { expect, it } from "vitest";
import { dateAt } from "../../../../src-shared/time/zones.ts";
import { type Bookable, startBookable } from "../../../fixtures/companion/bookable.ts";
import { type Client, type Page, textOf } from "../../../../scripts/practice/web-client.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";

import { workingHour } from "../../../fixtures/companion/paired-salon.ts";
import { SERVICE } from "../../../fixtures/companion/profile.ts";

const TEN = workingHour(10);
const DAY = dateAt(TEN, "Europe/Berlin");

const startsOn = ({ html }: Page): number[] =>
  [...html.matchAll(/name="start"\s+value="(\d+)"/g)].map(([, start]) => Number(start));

async function hold({ path, timesOn }: Bookable, client: Client, start: number): Promise<Page> {
  return client.submit(await timesOn(client, DAY), `${path}/hold`, { start: String(start) });
}

async function book(bookable: Bookable, client: Client, start = TEN): Promise<Page> {
  const check = await hold(bookable, client, start);
  return client.submit(check, `${bookable.path}/book`, { notes: "Rings twice" });
}

onEveryDatabase("Booking by the pages", (newDatabase) => {
  it("offers what is open, ahead and free, and nothing else", async () => {
    const bookable = await startBookable(newDatabase());
    const client = bookable.browser();
    await bookable.busy(2, [
      { start: new Date(TEN).toISOString(), end: new Date(TEN + 3_600_000).toISOString() },
    ]);
    const starts = startsOn(await bookable.timesOn(client, DAY)).filter(
      (start) => dateAt(start, "Europe/Berlin") === DAY,
    );
    const quarters = starts.map((start) => (start - TEN) / 900_000);
    // From 9:00; not into 10:00 to 11:00; the last one ends at 18:00.
    expect(quarters).toEqual([-4, -3, ...Array.from({ length: 26 }, (_, i) => i + 4)]);
    expect(Math.max(...starts)).toBe(workingHour(17) + 900_000);
  });

  it("gives one time to one of forty customers who press at once, and tells the others", async () => {
    const bookable = await startBookable(newDatabase());
    const clients = Array.from({ length: 40 }, () => bookable.browser());
    const pages = await Promise.all(clients.map((one) => bookable.timesOn(one, DAY)));
    const ends = await Promise.all(
      clients.map((one, i) =>
        one.submit(pages[i] as Page, `${bookable.path}/hold`, { start: String(TEN) }),
      ),
    );
    const held = ends.filter(({ url }) => url.includes("/sign-in"));
    expect(held).toHaveLength(1);
    for (const page of ends.filter((one) => !held.includes(one))) {
      expect(page.status).toBe(200);
      expect(textOf(page)).toContain("This time is no longer free.");
    }
    expect(await bookable.db.selectFrom("hold").selectAll().execute()).toHaveLength(1);
    expect(await bookable.db.selectFrom("slot_unit").selectAll().execute()).toHaveLength(9);
  });

  it("books once, however often the form is sent, and tells the desk in the same breath", async () => {
    const bookable = await startBookable(newDatabase());
    const client = await bookable.customer("mara@mail.example");
    const check = await hold(bookable, client, TEN);
    const sent = await Promise.all(
      [1, 2, 3].map(() => client.submit(check, `${bookable.path}/book`, { notes: "" })),
    );
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    const rows = await bookable.db.selectFrom("booking_request").selectAll().execute();
    expect(rows).toMatchObject([{ start_at: TEN, status: "waiting", service_id: SERVICE }]);
    const { body } = await bookable.desk.changes();
    expect(body).toMatchObject({
      events: [{ kind: "request.new", request: { customer: { email: "mara@mail.example" } } }],
    });
    expect(await bookable.db.selectFrom("hold").selectAll().execute()).toEqual([]);
  });

  it("keeps a held time for ten minutes and then gives it to the next", async () => {
    const bookable = await startBookable(newDatabase());
    const mara = await bookable.customer("mara@mail.example");
    const check = await hold(bookable, mara, TEN);
    bookable.companion.wait(10 * 60_000 + 1);
    const esra = await bookable.customer("esra@mail.example");
    expect((await book(bookable, esra)).url).toMatch(/\/bookings\/[\w-]+$/);
    const late = await mara.submit(check, `${bookable.path}/book`, { notes: "" });
    expect(late.url).toContain(`${bookable.path}?service=${SERVICE}`);
    expect(textOf(late)).toContain("nothing was booked");
    expect(await bookable.db.selectFrom("booking_request").selectAll().execute()).toHaveLength(1);
  });

  it("shows a booking to its customer alone, and nobody else can touch it", async () => {
    const bookable = await startBookable(newDatabase());
    const mara = await bookable.customer("mara@mail.example");
    const { url } = await book(bookable, mara);
    const { pathname } = new URL(url, "https://book.example");
    const esra = await bookable.customer("esra@mail.example");
    const nobody = bookable.browser();
    const missing = await esra.go("/bookings/0198c0de-0000-7000-8000-00000000dead");
    for (const path of [pathname, `${pathname}/change`, `${pathname}/cancel`]) {
      const page = await esra.go(path);
      expect(page.status, path).toBe(404);
      expect(textOf(page), path).toBe(textOf(missing));
      expect((await nobody.ask(path)).headers.get("location"), path).toMatch(/^\/sign-in\?next=/);
    }
    expect(textOf(await esra.go("/bookings"))).not.toContain("Cut");
    const token = /name="_token" value="([^"]+)"/.exec((await esra.go("/profile")).html)?.[1] ?? "";
    expect((await esra.post(`${pathname}/cancel`, { _token: token })).status).toBe(404);
    const [row] = await bookable.db.selectFrom("booking_request").selectAll().execute();
    expect(row).toMatchObject({ status: "waiting", sequence: 0 });
  });

  it("can't be moved onto somebody else's booking by a name in the form", async () => {
    const bookable = await startBookable(newDatabase());
    const mara = await bookable.customer("mara@mail.example");
    await book(bookable, mara);
    const [mine] = await bookable.db.selectFrom("booking_request").selectAll().execute();
    const esra = await bookable.customer("esra@mail.example");
    const times = await bookable.timesOn(esra, DAY);
    const refused = await esra.submit(times, `${bookable.path}/hold`, {
      start: String(workingHour(14)),
      moves: mine?.id ?? "",
    });
    expect(refused.status).toBe(404);
    expect(await bookable.db.selectFrom("hold").selectAll().execute()).toEqual([]);
    const rows = await bookable.db.selectFrom("booking_request").selectAll().execute();
    expect(rows).toEqual([mine]);
  });

  it("cancels until the cut-off and not after it", async () => {
    const bookable = await startBookable(newDatabase());
    const mara = await bookable.customer("mara@mail.example");
    const { url } = await book(bookable, mara);
    const path = new URL(url, "https://book.example").pathname;
    const page = await mara.go(`${path}/cancel`);
    const statusNow = async () =>
      (await bookable.db.selectFrom("booking_request").select("status").executeTakeFirst())?.status;
    await bookable.db.updateTable("booking_request").set({ cutoff_at: 1 }).execute();
    expect(textOf(await mara.submit(page, `${path}/cancel`))).toContain("too late");
    expect(await statusNow()).toBe("waiting");
    await bookable.db.updateTable("booking_request").set({ cutoff_at: TEN }).execute();
    expect(textOf(await mara.submit(page, `${path}/cancel`))).toContain("does not take place");
    expect(await statusNow()).toBe("cancelled");
    expect(await bookable.db.selectFrom("slot_unit").selectAll().execute()).toEqual([]);
  });

  it.each([
    ["no number", "soon"],
    ["a time that is past", String(TEN - 30 * 86_400_000)],
    ["a time between the slots", String(TEN + 60_000)],
    ["a time at night", String(workingHour(3))],
    ["a time beyond what can be booked", String(TEN + 200 * 86_400_000)],
    ["a number beyond all time", "99999999999999"],
  ])("answers %s with a page and holds nothing", async (_name, start) => {
    const bookable = await startBookable(newDatabase());
    const client = bookable.browser();
    const times = await bookable.timesOn(client, DAY);
    const page = await client.submit(times, `${bookable.path}/hold`, { start });
    expect(page.status).toBe(200);
    expect(page.url).toContain(bookable.path);
    expect(await bookable.db.selectFrom("hold").selectAll().execute()).toEqual([]);
  });
});
