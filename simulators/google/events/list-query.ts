import { badRequest, invalid, timeRangeEmpty, updatedMinTooLongAgo } from "../errors.ts";
import { readCount, readFlag, readInstant, readText } from "../server/query.ts";
import { isZone } from "../zone.ts";

/** What an events.list asks for. Instants are epoch ms. */
export interface ListQuery {
  readonly singleEvents: boolean;
  /** Undefined when the caller did not say. */
  readonly showDeleted: boolean | undefined;
  readonly timeMin: number | undefined;
  readonly timeMax: number | undefined;
  readonly updatedMin: number | undefined;
  readonly iCalUID: string | undefined;
  readonly q: string | undefined;
  readonly privateProperties: readonly string[];
  readonly sharedProperties: readonly string[];
  readonly eventTypes: readonly string[];
  readonly orderBy: "startTime" | "updated" | undefined;
  readonly timeZone: string | undefined;
  readonly maxAttendees: number | undefined;
  readonly maxResults: number;
  readonly pageToken: string | undefined;
  readonly syncToken: string | undefined;
}

const NOT_WITH_SYNC_TOKEN = [
  "iCalUID",
  "orderBy",
  "privateExtendedProperty",
  "sharedExtendedProperty",
  "q",
  "timeMin",
  "timeMax",
  "updatedMin",
] as const;

/** Reads and checks the parameters of events.list. */
export function readListQuery(
  query: URLSearchParams,
  limits: { readonly now: number; readonly updatedMinLifeMs: number },
): ListQuery {
  const showDeleted = readFlag(query, "showDeleted");
  const syncToken = readText(query, "syncToken");
  if (syncToken !== undefined) refuseRestrictions(query, showDeleted);
  const asked = {
    singleEvents: readFlag(query, "singleEvents") ?? false,
    showDeleted,
    timeMin: readInstant(query, "timeMin"),
    timeMax: readInstant(query, "timeMax"),
    updatedMin: readInstant(query, "updatedMin"),
    iCalUID: readText(query, "iCalUID"),
    q: readText(query, "q"),
    privateProperties: query.getAll("privateExtendedProperty"),
    sharedProperties: query.getAll("sharedExtendedProperty"),
    eventTypes: query.getAll("eventTypes"),
    orderBy: readOrder(query),
    timeZone: readZone(query),
    maxAttendees: query.has("maxAttendees")
      ? readCount(query, "maxAttendees", { standard: 1, min: 1, max: 1_000_000 })
      : undefined,
    maxResults: readCount(query, "maxResults", { standard: 250, min: 1, max: 2500 }),
    pageToken: readText(query, "pageToken"),
    syncToken,
  };
  if (
    asked.timeMin !== undefined &&
    asked.timeMax !== undefined &&
    asked.timeMin >= asked.timeMax
  ) {
    throw timeRangeEmpty("timeMax");
  }
  if (asked.updatedMin !== undefined && asked.updatedMin < limits.now - limits.updatedMinLifeMs) {
    throw updatedMinTooLongAgo();
  }
  return asked;
}

function refuseRestrictions(query: URLSearchParams, showDeleted: boolean | undefined): void {
  if (showDeleted === false || NOT_WITH_SYNC_TOKEN.some((name) => query.has(name))) {
    throw badRequest(
      "syncTokenWithRequestRestrictions",
      "Sync token cannot be used with other request restrictions.",
    );
  }
}

function readOrder(query: URLSearchParams): "startTime" | "updated" | undefined {
  const orderBy = readText(query, "orderBy");
  if (orderBy === undefined || orderBy === "updated") return orderBy;
  if (orderBy !== "startTime") throw invalid("Invalid value for: orderBy", "orderBy");
  if (query.get("singleEvents") !== "true") {
    throw invalid("The requested ordering is not available for the particular query.", "orderBy");
  }
  return orderBy;
}

export function readZone(query: URLSearchParams): string | undefined {
  const zone = readText(query, "timeZone");
  if (zone !== undefined && !isZone(zone)) throw invalid("Invalid time zone.", "timeZone");
  return zone;
}

const NOT_IDENTIFYING = [
  "pageToken",
  "maxResults",
  "syncToken",
  "fields",
  "alt",
  "prettyPrint",
  "quotaUser",
];

/** Everything a later page must repeat. */
export function fingerprintOf(query: URLSearchParams): string {
  const kept = new URLSearchParams([...query].filter(([name]) => !NOT_IDENTIFYING.includes(name)));
  kept.sort();
  return kept.toString();
}
