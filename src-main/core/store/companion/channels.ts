import type { Instant } from "../../../../src-shared/domain/primitives.ts";
import type { Database } from "../database.ts";

/** A watch channel that was asked for. */
export interface WatchedChannel {
  readonly id: string;
  readonly calendarKey: string;
  /** Null until the calendar has answered: perhaps there is a channel, perhaps not. */
  readonly resourceId: string | null;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

export function createChannelStore(db: Database) {
  const list = db.statement<WatchedChannel>(
    "pushChannel.list",
    `SELECT id, calendar_key AS calendarKey, resource_id AS resourceId, made_at AS madeAt, expires_at AS expiresAt
     FROM push_channel ORDER BY expires_at DESC, id`,
  );
  const put = db.statement(
    "pushChannel.put",
    `INSERT INTO push_channel VALUES (:id, :calendarKey, :resourceId, :madeAt, :expiresAt)
     ON CONFLICT (id) DO UPDATE SET resource_id = excluded.resource_id, expires_at = excluded.expires_at`,
  );
  const drop = db.statement("pushChannel.drop", "DELETE FROM push_channel WHERE id = :id");
  return {
    /** The one that lives longest first. */
    list: (): WatchedChannel[] => list.all(),
    put(channel: WatchedChannel): void {
      put.run({ ...channel });
    },
    drop(id: string): void {
      drop.run({ id });
    },
  };
}
export type ChannelStore = ReturnType<typeof createChannelStore>;
