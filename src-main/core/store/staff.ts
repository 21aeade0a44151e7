import { WeeklyHours } from "../../../src-shared/domain/business.ts";
import type { Staff } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { Database } from "./database.ts";
import { readJson } from "./json.ts";

interface Row extends Omit<Staff, "hours" | "active"> {
  readonly hours: string | null;
  readonly active: number;
}

const SELECT = "SELECT id, revision, name, hours, position, active FROM staff";

function toStaff(row: Row): Staff {
  return {
    ...row,
    hours: row.hours === null ? null : readJson(WeeklyHours, row.hours, "working hours"),
    active: row.active === 1,
  };
}

function statements(db: Database) {
  return {
    find: db.statement<Row>("staff.find", `${SELECT} WHERE id = :id`),
    list: db.statement<Row>("staff.list", `${SELECT} ORDER BY position, id`),
    put: db.statement(
      "staff.put",
      `INSERT INTO staff (id, revision, name, hours, position, active)
       VALUES (:id, :revision, :name, :hours, :position, :active)
       ON CONFLICT (id) DO UPDATE SET
         revision = excluded.revision, name = excluded.name, hours = excluded.hours,
         position = excluded.position, active = excluded.active`,
    ),
  };
}

export function createStaffStore(db: Database) {
  const sql = statements(db);
  return {
    find(id: Id): Staff | undefined {
      const row = sql.find.get({ id });
      return row === undefined ? undefined : toStaff(row);
    },
    /** All of them, archived ones too, by position. */
    list(): Staff[] {
      return sql.list.all().map(toStaff);
    },
    put(staff: Staff): void {
      sql.put.run({
        ...staff,
        hours: staff.hours === null ? null : JSON.stringify(staff.hours),
        active: Number(staff.active),
      });
    },
  };
}
export type StaffStore = ReturnType<typeof createStaffStore>;
