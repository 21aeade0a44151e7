import { z } from "zod";
import { Closure, WeeklyHours } from "../../../src-shared/domain/business.ts";
import type { Business } from "../../../src-shared/domain/business.ts";
import type { Database } from "./database.ts";
import { readJson } from "./json.ts";

interface Row extends Omit<Business, "hours" | "closures"> {
  readonly hours: string;
  readonly closures: string;
}

function statements(db: Database) {
  return {
    find: db.statement<Row>(
      "business.find",
      `SELECT id, revision, name, zone, currency, locale, week_start AS weekStart, slot_minutes AS slotMinutes,
              hours, closures
       FROM business LIMIT 1`,
    ),
    put: db.statement(
      "business.put",
      `INSERT INTO business (id, revision, name, zone, currency, locale, week_start, slot_minutes, hours, closures)
       VALUES (:id, :revision, :name, :zone, :currency, :locale, :weekStart, :slotMinutes, :hours, :closures)
       ON CONFLICT (id) DO UPDATE SET
         revision = excluded.revision, name = excluded.name, zone = excluded.zone, currency = excluded.currency,
         locale = excluded.locale, week_start = excluded.week_start, slot_minutes = excluded.slot_minutes,
         hours = excluded.hours, closures = excluded.closures`,
    ),
  };
}

/** The one business of this desk. */
export function createBusinessStore(db: Database) {
  const sql = statements(db);
  return {
    find(): Business | undefined {
      const row = sql.find.get();
      if (row === undefined) return undefined;
      return {
        ...row,
        hours: readJson(WeeklyHours, row.hours, "business hours"),
        closures: readJson(z.array(Closure), row.closures, "closures"),
      };
    },
    put(business: Business): void {
      sql.put.run({
        ...business,
        hours: JSON.stringify(business.hours),
        closures: JSON.stringify(business.closures),
      });
    },
  };
}
export type BusinessStore = ReturnType<typeof createBusinessStore>;
