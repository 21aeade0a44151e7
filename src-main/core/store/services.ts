import type { Service } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { Database } from "./database.ts";

interface Row extends Omit<Service, "online" | "active" | "staffIds"> {
  readonly online: number;
  readonly active: number;
  /** Joined by commas; null if everybody does it. */
  readonly staffIds: string | null;
}

const SELECT = `
  SELECT id, revision, name, duration_minutes AS durationMinutes, tint, price_minor AS priceMinor, online, active,
         position, (SELECT group_concat(staff_id) FROM service_staff WHERE service_id = service.id) AS staffIds
  FROM service`;

function toService(row: Row): Service {
  return {
    ...row,
    online: row.online === 1,
    active: row.active === 1,
    staffIds: row.staffIds?.split(",") ?? [],
  };
}

function statements(db: Database) {
  return {
    find: db.statement<Row>("service.find", `${SELECT} WHERE id = :id`),
    list: db.statement<Row>("service.list", `${SELECT} ORDER BY position, id`),
    put: db.statement(
      "service.put",
      `INSERT INTO service
         (id, revision, name, duration_minutes, tint, price_minor, online, active, position)
       VALUES (:id, :revision, :name, :durationMinutes, :tint, :priceMinor, :online, :active, :position)
       ON CONFLICT (id) DO UPDATE SET
         revision = excluded.revision, name = excluded.name, duration_minutes = excluded.duration_minutes,
         tint = excluded.tint, price_minor = excluded.price_minor, online = excluded.online,
         active = excluded.active, position = excluded.position`,
    ),
    clearStaff: db.statement(
      "service.clearStaff",
      "DELETE FROM service_staff WHERE service_id = :id",
    ),
    addStaff: db.statement(
      "service.addStaff",
      "INSERT INTO service_staff (service_id, staff_id) VALUES (:id, :staffId)",
    ),
  };
}

export function createServiceStore(db: Database) {
  const sql = statements(db);
  return {
    find(id: Id): Service | undefined {
      const row = sql.find.get({ id });
      return row === undefined ? undefined : toService(row);
    },
    /** All of them, archived ones too, by position. */
    list(): Service[] {
      return sql.list.all().map(toService);
    },
    put({ staffIds, ...service }: Service): void {
      db.write("service.put", () => {
        const { id } = service;
        sql.put.run({
          ...service,
          online: Number(service.online),
          active: Number(service.active),
        });
        sql.clearStaff.run({ id });
        for (const staffId of new Set(staffIds)) sql.addStaff.run({ id, staffId });
      });
    },
  };
}
export type ServiceStore = ReturnType<typeof createServiceStore>;
