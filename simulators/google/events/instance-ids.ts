import type { Switches } from "../switches.ts";
import { occurrenceKey } from "./series.ts";
import type { EventTime } from "../types.ts";

/**
 * Classic: masterId_20261119T113000Z or masterId_20261119. The new shape announced for Q3 2026 was
 * never shown; this stand-in keeps to the documented alphabet: masterId + "i" + the same digits,
 * with "t" for a time. Either way the ids are opaque to a client.
 */
export function instanceId(masterId: string, original: EventTime, switches: Switches): string {
  const key = occurrenceKey(original);
  return switches.instanceIds === "classic"
    ? `${masterId}_${key}`
    : `${masterId}i${key.replace("T", "t").replace("Z", "")}`;
}

/** Ids of both shapes keep working, whichever is being made now. */
export function parseInstanceId(
  id: string,
): { readonly masterId: string; readonly key: string } | undefined {
  const classic = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/.exec(id);
  if (classic?.[1] !== undefined && classic[2] !== undefined) {
    return { masterId: classic[1], key: classic[2] };
  }
  const modern = /^(.+)i(\d{8})(?:t(\d{6}))?$/.exec(id);
  if (modern?.[1] === undefined || modern[2] === undefined) return undefined;
  const time = modern[3] === undefined ? "" : `T${modern[3]}Z`;
  return { masterId: modern[1], key: `${modern[2]}${time}` };
}
