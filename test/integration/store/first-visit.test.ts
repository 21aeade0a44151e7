import fc from "fast-check";
import { expect, test } from "vitest";
import { openSalon } from "../../fixtures/salon.ts";

/** As the definition has it, booking by booking: nothing of the customer that was not cancelled is earlier. */
const BY_DEFINITION = `
  SELECT b.id FROM booking b WHERE b.customer_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM booking e
    WHERE e.customer_id = b.customer_id AND e.start < b.start AND e.status <> 'cancelled')
  ORDER BY b.id`;

type Salon = Awaited<ReturnType<typeof openSalon>>;

const steps = fc.array(
  fc.record({
    does: fc.constantFrom("insert", "move", "cancel", "revive", "give", "unname", "delete"),
    booking: fc.integer({ min: 0, max: 5 }),
    customer: fc.integer({ min: 0, max: 2 }),
    hour: fc.integer({ min: 8, max: 17 }),
  }),
  { maxLength: 25 },
);

const SQL = {
  insert: `INSERT OR IGNORE INTO booking SELECT :id, 1, staff_id, service_id, :customer, 0, :start, :end, zone, NULL,
    NULL, 'booked', '', '', '', NULL, 'desk', start, start FROM booking WHERE id = :like`,
  move: "UPDATE booking SET start = :start, end = :end WHERE id = :id",
  cancel: "UPDATE booking SET status = 'cancelled' WHERE id = :id",
  revive: "UPDATE booking SET status = 'booked' WHERE id = :id",
  give: "UPDATE booking SET customer_id = :customer WHERE id = :id",
  unname: "UPDATE booking SET customer_id = NULL WHERE id = :id",
  delete: "DELETE FROM booking WHERE id = :id",
} as const;

async function firstVisits(salon: Salon): Promise<readonly string[]> {
  const { bookings } = await salon.call("schedule.get", {
    from: "2026-11-20",
    to: "2026-11-21",
    withCancelled: true,
  });
  return bookings.flatMap(({ id, firstVisit }) => (firstVisit ? [id] : [])).toSorted();
}

test("whatever is written about bookings, the kept first visits are those of the definition", async () => {
  const salon = await openSalon();
  const like = (await salon.book("2026-12-21T09:00:00.000Z")).id;
  const people: string[] = [];
  for (const name of ["Eva", "Mara", "Theo"]) people.push((await salon.customer(name)).id);
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      salon.db
        .statement("test.clear", "DELETE FROM booking WHERE id LIKE '01990000-0000-7000-8000-%'")
        .run();
      for (const { does, booking, customer, hour } of all) {
        const sql = SQL[does];
        const values = {
          id: `01990000-0000-7000-8000-00000000000${booking}`,
          like,
          customer: people[customer] ?? "",
          start: `2026-11-20T${String(hour).padStart(2, "0")}:00:00.000Z`,
          end: `2026-11-20T${String(hour).padStart(2, "0")}:30:00.000Z`,
        };
        const used = Object.entries(values).filter(([name]) => sql.includes(`:${name}`));
        salon.db.statement("test.step", sql).run(Object.fromEntries(used));
      }
      const expected = salon.db.statement<{ id: string }>("test.first", BY_DEFINITION).all();
      expect(await firstVisits(salon)).toEqual(expected.map(({ id }) => id));
    }),
    { numRuns: 60 },
  );
});
