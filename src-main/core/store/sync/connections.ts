import type { Instant } from "../../../../src-shared/domain/primitives.ts";
import type { Database } from "../database.ts";

/** The one connected account (S12). Its refresh token is in the keychain, never here. */
export interface Connection {
  readonly provider: string;
  readonly account: string;
  readonly scopes: readonly string[];
  readonly connectedAt: Instant;
  readonly calendar: ConnectedCalendar | null;
}

export interface ConnectedCalendar {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  /** Names this calendar of this account in links, cursors and foreign events. */
  readonly key: string;
}

interface Row {
  readonly provider: string;
  readonly account: string;
  readonly scopes: string;
  readonly connected_at: string;
  readonly calendar_id: string | null;
  readonly calendar_name: string | null;
  readonly calendar_zone: string | null;
  readonly calendar_key: string | null;
}

function toCalendar(row: Row): ConnectedCalendar | null {
  if (row.calendar_id === null || row.calendar_key === null) return null;
  return {
    id: row.calendar_id,
    name: row.calendar_name ?? row.calendar_id,
    zone: row.calendar_zone ?? "UTC",
    key: row.calendar_key,
  };
}

export function createConnections(db: Database) {
  const find = db.statement<Row>("connection.find", "SELECT * FROM connection");
  const save = db.statement(
    "connection.save",
    `INSERT OR REPLACE INTO connection (only_one, provider, account, scopes, connected_at, calendar_id,
       calendar_name, calendar_zone, calendar_key)
     VALUES (1, :provider, :account, :scopes, :connectedAt, :calendarId, :calendarName, :calendarZone, :calendarKey)`,
  );
  const drop = db.statement("connection.drop", "DELETE FROM connection");
  return {
    find(): Connection | undefined {
      const row = find.get();
      if (row === undefined) return undefined;
      return {
        provider: row.provider,
        account: row.account,
        scopes: row.scopes.split(" ").filter((scope) => scope !== ""),
        connectedAt: row.connected_at,
        calendar: toCalendar(row),
      };
    },
    save(connection: Connection): void {
      save.run({
        provider: connection.provider,
        account: connection.account,
        scopes: connection.scopes.join(" "),
        connectedAt: connection.connectedAt,
        calendarId: connection.calendar?.id ?? null,
        calendarName: connection.calendar?.name ?? null,
        calendarZone: connection.calendar?.zone ?? null,
        calendarKey: connection.calendar?.key ?? null,
      });
    },
    drop(): void {
      drop.run();
    },
  };
}
export type Connections = ReturnType<typeof createConnections>;
