import type { Id, Instant } from "../../../../src-shared/domain/primitives.ts";
import { BELONGS_IN_CALENDAR } from "../booking-rows.ts";
import type { Database } from "../database.ts";

/** A booking that would be in the calendar if there is room for it. */
export interface InWindow {
  readonly id: Id;
  readonly start: Instant;
  /** A series reaches from its start on; it always counts as near. */
  readonly isSeries: boolean;
}

interface Row {
  readonly id: Id;
  readonly start: Instant;
  readonly series: number;
}

const WHERE = `FROM booking b WHERE ${BELONGS_IN_CALENDAR} AND (b.end > :since OR b.rrule IS NOT NULL)`;

/** The bookings that the synced window holds. */
export function createWindow(db: Database) {
  const count = db.statement<{ n: number }>("window.count", `SELECT count(*) AS n ${WHERE}`);
  const list = db.statement<Row>(
    "window.list",
    `SELECT b.id, b.start, b.rrule IS NOT NULL AS series ${WHERE} ORDER BY b.start, b.id`,
  );
  const lacking = db.statement<{ id: Id }>(
    "window.lacking",
    `SELECT b.id ${WHERE}
       AND NOT EXISTS (SELECT 1 FROM pending_change p WHERE p.booking_id = b.id)
       AND NOT EXISTS (SELECT 1 FROM link l WHERE l.calendar_key = :calendarKey AND l.booking_id = b.id
         AND (l.gone = 0 AND l.etag IS NOT NULL OR l.gone = 1 AND l.restores > 0))
     ORDER BY b.start, b.id`,
  );
  return {
    /** Bookings that the calendar does not hold although nothing waits and nobody deleted them there for good. */
    lacking: (calendarKey: string, since: Instant): Id[] =>
      lacking.all({ calendarKey, since }).map(({ id }) => id),
    count: (since: Instant): number => count.get({ since })?.n ?? 0,
    list: (since: Instant): InWindow[] =>
      list.all({ since }).map(({ id, start, series }) => ({ id, start, isSeries: series === 1 })),
  };
}
export type Window = ReturnType<typeof createWindow>;
