import type { z } from "zod";
import type { Database } from "./database.ts";
import { parseJson } from "./json.ts";

/** Small values by name, as JSON. */
export function createSettings(db: Database) {
  const find = db.statement<{ value: string }>(
    "setting.find",
    "SELECT value FROM setting WHERE key = :key",
  );
  const put = db.statement(
    "setting.put",
    `INSERT INTO setting (key, value) VALUES (:key, :value)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
  );
  return {
    /** Undefined if it was never set or isn't what `schema` says: a setting has a default, never an error. */
    get<Schema extends z.ZodType>(key: string, schema: Schema): z.output<Schema> | undefined {
      const row = find.get({ key });
      return row === undefined ? undefined : schema.safeParse(parseJson(row.value)).data;
    },
    set(key: string, value: unknown): void {
      put.run({ key, value: JSON.stringify(value) });
    },
  };
}
export type Settings = ReturnType<typeof createSettings>;
