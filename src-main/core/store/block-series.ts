import type { Block } from "../../../src-shared/domain/block.ts";
import type { Id, Instant, Zone } from "../../../src-shared/domain/primitives.ts";
import type { BlockRow } from "./block-rows.ts";
import { SELECT_BLOCK, toBlock } from "./block-rows.ts";
import type { Database } from "./database.ts";
import type { Expand } from "./expansion.ts";
import { compare, seriesEnd } from "./occurrences.ts";

interface ExceptionRow {
  readonly originalStart: Instant;
}

interface SeriesColumns {
  readonly rrule: string | null;
  readonly zone: Zone | null;
}

function statements(db: Database) {
  return {
    inRange: db.statement<BlockRow & { readonly zone: Zone }>(
      "block.seriesInRange",
      `${SELECT_BLOCK("b.zone,")}
       WHERE b.rrule IS NOT NULL AND (b.series_end IS NULL OR b.series_end > :from) AND b.start < :to`,
    ),
    columns: db.statement<SeriesColumns>(
      "block.series",
      "SELECT rrule, zone FROM block WHERE id = :id",
    ),
    put: db.statement(
      "block.putSeries",
      "UPDATE block SET rrule = :rrule, zone = :zone, series_end = :end WHERE id = :id",
    ),
    exceptions: db.statement<ExceptionRow>(
      "block.exceptions",
      `SELECT original_start AS originalStart FROM block_exception WHERE block_id = :id ORDER BY original_start`,
    ),
    clear: db.statement(
      "block.clearExceptions",
      "DELETE FROM block_exception WHERE block_id = :id",
    ),
    except: db.statement(
      "block.except",
      "INSERT INTO block_exception (block_id, original_start) VALUES (:id, :originalStart)",
    ),
  };
}

/** The rules of blocks that repeat, the days they leave out, and their occurrences. */
export function createBlockSeries(db: Database, expand: Expand) {
  const sql = statements(db);
  const exceptionsOf = (id: Id): Instant[] =>
    sql.exceptions.all({ id }).map((row) => row.originalStart);
  return {
    exceptionsOf,
    /** The zone whose wall clock a series keeps; null for a single block. */
    zoneOf(id: Id): Zone | null {
      return sql.columns.get({ id })?.zone ?? null;
    },
    /** Occurrences that touch the time from `from` until before `to`, by start. */
    inRange(from: Instant, to: Instant): Block[] {
      return sql.inRange
        .all({ from, to })
        .flatMap(({ zone, ...row }) => {
          const series = toBlock(row);
          const left = new Set(exceptionsOf(series.id));
          return expand({ ...series, zone }, from, to)
            .filter(({ originalStart }) => !left.has(originalStart))
            .map((at): Block => ({ ...series, ...at }));
        })
        .toSorted((a, b) => compare(a.start, b.start) || compare(a.id, b.id));
    },
    /** How a block that was just written repeats. Belongs into the same transaction. */
    put(block: Block, zone: Zone, exceptions: readonly Instant[]): void {
      const { id, start, end, rrule } = block;
      const last = rrule === null ? null : seriesEnd({ start, end, rrule, zone });
      sql.put.run({ id, rrule, zone: rrule === null ? null : zone, end: last });
      sql.clear.run({ id });
      for (const originalStart of new Set(exceptions)) sql.except.run({ id, originalStart });
    },
  };
}
export type BlockSeries = ReturnType<typeof createBlockSeries>;
