import type { EventFields } from "../../calendars/remote-calendar.ts";

/** What the calendar was last known to hold of one event of ours. */
export interface KnownEvent {
  /** Null until the calendar acknowledged a write. */
  readonly etag: string | null;
  /** As last acknowledged: the base of the three-way comparison. */
  readonly fields: EventFields | null;
  /** Known to be deleted in the calendar. */
  readonly gone: boolean;
  /** How often it was restored for this version of the booking. */
  readonly restores: number;
}

/** The same as columns. */
export interface KnownRow {
  readonly etag: string | null;
  readonly fields: string | null;
  readonly gone: number;
  readonly restores: number;
}

export function toKnown({ etag, fields, gone, restores }: KnownRow): KnownEvent {
  return {
    etag,
    // Written by `toColumns` only, in the same shape.
    fields: fields === null ? null : (JSON.parse(fields) as EventFields),
    gone: gone === 1,
    restores,
  };
}

export function toColumns({ etag, fields, gone, restores }: KnownEvent): KnownRow {
  return {
    etag,
    fields: fields === null ? null : JSON.stringify(fields),
    gone: gone ? 1 : 0,
    restores,
  };
}
