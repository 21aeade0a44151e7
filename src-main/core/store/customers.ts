import type { Customer, CustomerHit, Visit } from "../../../src-shared/domain/customer.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { createCustomerIndex } from "./customer-index.ts";
import type { Database } from "./database.ts";
import { digitsOf, fold } from "./folding.ts";
import { compare } from "./occurrences.ts";
import { isKept } from "./series-visits.ts";
import type { SeriesVisits } from "./series-visits.ts";

/** What a customer's bookings add up to. A visit is a booking whose time has come and that was kept. */
export type VisitNumbers = Pick<CustomerHit, "visits" | "noShows" | "nextVisit" | "lastVisit">;

const KEPT = "rrule IS NULL AND status NOT IN ('cancelled', 'noShow')";

/** Of single bookings; a series is not one visit but many. */
const NUMBERS = `
  (SELECT count(*) FROM booking WHERE customer_id = c.id AND start <= :now AND ${KEPT}) AS visits,
  (SELECT count(*) FROM booking WHERE customer_id = c.id AND rrule IS NULL AND status = 'noShow') AS noShows,
  (SELECT min(start) FROM booking WHERE customer_id = c.id AND start > :now AND ${KEPT}) AS nextVisit,
  (SELECT max(start) FROM booking WHERE customer_id = c.id AND start <= :now AND ${KEPT}) AS lastVisit`;

function statements(db: Database) {
  return {
    find: db.statement<Customer>(
      "customer.find",
      "SELECT id, revision, name, phone, email, notes, alert FROM customer WHERE id = :id",
    ),
    put: db.statement(
      "customer.put",
      `INSERT INTO customer (id, revision, name, phone, email, notes, alert, name_folded, phone_digits)
       VALUES (:id, :revision, :name, :phone, :email, :notes, :alert, :nameFolded, :phoneDigits)
       ON CONFLICT (id) DO UPDATE SET
         revision = excluded.revision, name = excluded.name, phone = excluded.phone, email = excluded.email,
         notes = excluded.notes, alert = excluded.alert, name_folded = excluded.name_folded,
         phone_digits = excluded.phone_digits`,
    ),
    phones: db.statement<Pick<Customer, "id" | "phone">>(
      "customer.phones",
      `SELECT id, phone FROM customer
       WHERE id IN (SELECT value FROM json_each(:ids)) AND phone <> ''`,
    ),
    hits: db.statement<CustomerHit>(
      "customer.hits",
      `SELECT c.id, c.name, c.phone, c.email, c.alert, ${NUMBERS}
       FROM json_each(:rows) AS found JOIN customer_index i ON i.row = found.value JOIN customer c ON c.id = i.customer_id
       ORDER BY found.key`,
    ),
    numbers: db.statement<VisitNumbers>(
      "customer.numbers",
      `SELECT ${NUMBERS} FROM customer c WHERE c.id = :id`,
    ),
    visits: db.statement<Visit>(
      "customer.visits",
      `SELECT b.id AS bookingId, NULL AS originalStart, b.start, b.status, service.name AS serviceName, staff.name AS staffName
       FROM booking b JOIN service ON service.id = b.service_id JOIN staff ON staff.id = b.staff_id
       WHERE b.customer_id = :id AND b.rrule IS NULL AND b.start <= :now ORDER BY b.start DESC, b.id DESC LIMIT :limit`,
    ),
  };
}

function firstOf(...instants: readonly (Instant | null)[]): Instant | null {
  return instants.filter((at) => at !== null).toSorted(compare)[0] ?? null;
}

function lastOf(...instants: readonly (Instant | null)[]): Instant | null {
  return (
    instants
      .filter((at) => at !== null)
      .toSorted(compare)
      .at(-1) ?? null
  );
}

/** The numbers with the occurrences of series in them. */
function withSeries<Numbers extends VisitNumbers>(
  numbers: Numbers,
  series: ReturnType<SeriesVisits["around"]>,
): Numbers {
  if (series === null) return numbers;
  const kept = series.past.filter(isKept);
  return {
    ...numbers,
    visits: numbers.visits + kept.length,
    noShows: numbers.noShows + series.past.filter(({ status }) => status === "noShow").length,
    nextVisit: firstOf(numbers.nextVisit, series.next?.start ?? null),
    lastVisit: lastOf(numbers.lastVisit, kept.at(-1)?.start ?? null),
  };
}

export function createCustomerStore(db: Database, series: SeriesVisits) {
  const sql = statements(db);
  const index = createCustomerIndex(db);
  const whole = (hits: CustomerHit[], now: Instant): CustomerHit[] =>
    hits.map((hit) => withSeries(hit, series.around(hit.id, now)));
  return {
    find(id: Id): Customer | undefined {
      return sql.find.get({ id });
    },
    put(customer: Customer): void {
      const nameFolded = fold(customer.name);
      const phoneDigits = digitsOf(customer.phone);
      db.write("customer.put", () => {
        sql.put.run({ ...customer, nameFolded, phoneDigits });
        const email = customer.email.toLowerCase();
        index.put(customer.id, { name: nameFolded, phone: phoneDigits, email });
      });
    },
    /** Best match first; with nothing to look for, the first by name. */
    search(query: string, limit: number, now: Instant): CustomerHit[] {
      const rows = JSON.stringify(index.search(query, limit));
      return whole(sql.hits.all({ rows, now }), now);
    },
    /** Numbers by customer; whoever has none is left out. */
    phones(ids: readonly Id[]): Record<Id, string> {
      const rows = sql.phones.all({ ids: JSON.stringify(ids) });
      return Object.fromEntries(rows.map(({ id, phone }) => [id, phone]));
    },
    /** Each series with the first of its occurrences, by name, that is still to come; an ended one has none. */
    seriesAhead: (id: Id, now: Instant) => series.ahead(id, now),
    numbers(id: Id, now: Instant): VisitNumbers {
      const none = { visits: 0, noShows: 0, nextVisit: null, lastVisit: null };
      return withSeries(sql.numbers.get({ id, now }) ?? none, series.around(id, now));
    },
    /** Past bookings, cancelled and missed ones too, newest first. */
    visits(id: Id, limit: number, now: Instant): Visit[] {
      const repeated = series.past(id, now).slice(0, limit);
      const all = [...sql.visits.all({ id, limit, now }), ...repeated];
      return all.toSorted((a, b) => compare(b.start, a.start)).slice(0, limit);
    },
  };
}
export type CustomerStore = ReturnType<typeof createCustomerStore>;
