import { type Dialect, PostgresDialect } from "kysely";
import pg from "pg";

const INT8 = pg.types.builtins.INT8;

/** Epoch milliseconds and counts fit a double exactly; the driver would hand 64-bit numbers out as text. */
function parserOf(type: number, format?: "text" | "binary"): unknown {
  if (type === INT8 && format !== "binary") return Number;
  return pg.types.getTypeParser(type, format);
}

const POOL = 10;

export interface PostgresOptions {
  readonly url: string;
  /** A connection of the pool died while nobody used it; the next query opens another. */
  readonly onLostConnection: () => void;
}

export function postgresDialect({ url, onLostConnection }: PostgresOptions): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  });
  pool.on("error", onLostConnection);
  return new PostgresDialect({ pool });
}
