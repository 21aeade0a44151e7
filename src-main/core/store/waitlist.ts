import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { type Waiting, Wish } from "../../../src-shared/domain/waitlist.ts";
import type { Database } from "./database.ts";
import { readJson } from "./json.ts";

/** Somebody who waits, with the names that a list shows. */
export interface NamedWaiting extends Waiting {
  readonly customerName: string;
  readonly customerPhone: string;
  readonly serviceName: string;
}

interface Row extends Omit<NamedWaiting, "wish"> {
  readonly wish: string;
}

const SELECT = `
  SELECT w.id, w.revision, w.customer_id AS customerId, w.service_id AS serviceId, w.staff_id AS staffId,
         w.from_date AS "from", w.to_date AS "to", w.wish, w.note, w.created_at AS createdAt,
         c.name AS customerName, c.phone AS customerPhone, s.name AS serviceName
  FROM waiting w JOIN customer c ON c.id = w.customer_id JOIN service s ON s.id = w.service_id`;

function toWaiting(row: Row): NamedWaiting {
  return { ...row, wish: readJson(Wish, row.wish, "wish") };
}

function statements(db: Database) {
  return {
    find: db.statement<Row>("waiting.find", `${SELECT} WHERE w.id = :id`),
    list: db.statement<Row>(
      "waiting.list",
      `${SELECT} WHERE w.to_date >= :today ORDER BY w.created_at, w.id`,
    ),
    put: db.statement(
      "waiting.put",
      `INSERT INTO waiting (id, revision, customer_id, service_id, staff_id, from_date, to_date, wish, note, created_at)
       VALUES (:id, :revision, :customerId, :serviceId, :staffId, :from, :to, :wish, :note, :createdAt)
       ON CONFLICT (id) DO UPDATE SET
         revision = excluded.revision, customer_id = excluded.customer_id, service_id = excluded.service_id,
         staff_id = excluded.staff_id, from_date = excluded.from_date, to_date = excluded.to_date,
         wish = excluded.wish, note = excluded.note`,
    ),
    remove: db.statement("waiting.remove", "DELETE FROM waiting WHERE id = :id"),
  };
}

export function createWaitlist(db: Database) {
  const sql = statements(db);
  return {
    find(id: Id): NamedWaiting | undefined {
      const row = sql.find.get({ id });
      return row === undefined ? undefined : toWaiting(row);
    },
    /** Those whose last day is not over, longest waiting first. */
    list(today: CalendarDate): NamedWaiting[] {
      return sql.list.all({ today }).map(toWaiting);
    },
    put({ wish, ...columns }: Waiting): void {
      sql.put.run({ ...columns, wish: JSON.stringify(wish) });
    },
    remove(id: Id): void {
      sql.remove.run({ id });
    },
  };
}
export type Waitlist = ReturnType<typeof createWaitlist>;
