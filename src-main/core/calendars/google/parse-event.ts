import type { Zone } from "../../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../../src-shared/time/zones.ts";
import type { EventTime, RemoteEvent, RemoteRow } from "../remote-calendar.ts";
import { isRecord, textOf } from "./json.ts";
import { parseEventTime, parseMoment } from "./parse-time.ts";
import { MARK_BOOKING, MARK_INSTALLATION } from "./render-event.ts";
import { comparableDescription, titleText } from "./text.ts";

/** Google's own ids are shorter; its limit for chosen ones is 1,024. */
const LONGEST_ID = 1_024;
const LONGEST_ETAG = 256;
const LONGEST_MARK = 64;
/** More exceptions than a weekly event gathers in a lifetime; beyond that a rule is an attack, not an appointment. */
const MOST_RULE_LINES = 2_000;
const LONGEST_RULES = 64_000;

/** Kinds that tell something about a day and take no time (events guide: status events, birthdays). */
const NOTES: ReadonlySet<unknown> = new Set(["workingLocation", "birthday"]);
/** Kinds that the API lets nobody change into an appointment of ours. */
const READ_ONLY_KINDS: ReadonlySet<unknown> = new Set(["fromGmail", "birthday", "workingLocation"]);

type Json = Record<string, unknown>;

function malformed(id: string | null, reason: string): RemoteRow {
  return { is: "malformed", id, reason };
}

function idOf(row: Json, name: "id" | "recurringEventId"): string | null {
  const id = textOf(row, name);
  return id === null || id.length > LONGEST_ID ? null : id;
}

function originalStartOf(row: Json, zone: Zone): RemoteEvent["originalStart"] {
  const moment = parseMoment(row["originalStartTime"], zone);
  if (!moment.ok) return null;
  return moment.value.is === "date" ? moment.value.date : toInstant(moment.value.ms);
}

function etagOf(row: Json): string | null {
  const etag = textOf(row, "etag");
  return etag === null || etag.length > LONGEST_ETAG ? null : etag;
}

/** Null if the lines are no rule at all. */
function recurrenceOf(row: Json): readonly string[] | null {
  const lines = row["recurrence"] ?? [];
  if (!Array.isArray(lines) || lines.length > MOST_RULE_LINES) return null;
  const texts = lines.filter((line) => typeof line === "string");
  const length = texts.reduce((sum, line) => sum + line.length, 0);
  return texts.length === lines.length && length <= LONGEST_RULES ? texts : null;
}

function isDeclinedByUs(row: Json): boolean {
  const guests = row["attendees"];
  if (!Array.isArray(guests)) return false;
  return guests.some(
    (guest) => isRecord(guest) && guest["self"] === true && guest["responseStatus"] === "declined",
  );
}

function takesNoTime(time: EventTime): boolean {
  return time.is === "timed" && time.start === time.end;
}

/** Tentative events block; absent fields mean Google's defaults: opaque, an ordinary event. */
function isBusy(row: Json, time: EventTime): boolean {
  return !(
    row["transparency"] === "transparent" ||
    isDeclinedByUs(row) ||
    NOTES.has(row["eventType"]) ||
    takesNoTime(time)
  );
}

/** An invitation by somebody else is theirs, unless they let guests change it. */
function isEditable(row: Json): boolean {
  if (row["locked"] === true || READ_ONLY_KINDS.has(row["eventType"])) return false;
  const organizer = row["organizer"];
  const foreign = isRecord(organizer) && organizer["self"] !== true;
  return !foreign || row["guestsCanModify"] === true;
}

function markOf(row: Json): RemoteEvent["mark"] {
  const properties = isRecord(row["extendedProperties"])
    ? row["extendedProperties"]["private"]
    : null;
  const bookingId = textOf(properties, MARK_BOOKING);
  const installationId = textOf(properties, MARK_INSTALLATION);
  if (bookingId === null || installationId === null) return null;
  if (bookingId.length > LONGEST_MARK || installationId.length > LONGEST_MARK) return null;
  return { bookingId, installationId };
}

function parseLive(id: string, row: Json, zone: Zone): RemoteRow {
  const etag = etagOf(row);
  if (etag === null) return malformed(id, "has no version (etag)");
  const time = parseEventTime(row["start"], row["end"], zone);
  if (!time.ok) return malformed(id, time.reason);
  const recurrence = recurrenceOf(row);
  if (recurrence === null) return malformed(id, "has a repetition that can't be read");
  const seriesId = idOf(row, "recurringEventId");
  const originalStart = originalStartOf(row, zone);
  if (seriesId !== null && originalStart === null)
    return malformed(id, "belongs to a series and does not say to which occurrence");
  const event: RemoteEvent = {
    id,
    etag,
    fields: {
      title: titleText(textOf(row, "summary") ?? ""),
      description: comparableDescription(textOf(row, "description") ?? ""),
      time: time.value,
      colour: (textOf(row, "colorId") ?? "").slice(0, 8),
      recurrence,
    },
    busy: isBusy(row, time.value),
    editable: isEditable(row),
    seriesId,
    originalStart,
    mark: markOf(row),
  };
  return { is: "live", event };
}

/**
 * Reads one event as Google's JSON has it, or says why it can't be read. Never throws, whatever it is given.
 * @param zone what an event counts in that names no zone this computer knows: the calendar's own
 */
export function parseEvent(value: unknown, zone: Zone): RemoteRow {
  if (!isRecord(value)) return malformed(null, "is not an event");
  const id = idOf(value, "id");
  if (id === null) return malformed(null, "has no id");
  if (value["status"] !== "cancelled") return parseLive(id, value, zone);
  // Start and end of a tombstone can be wrong, so nothing else of it is looked at.
  return {
    is: "gone",
    id,
    etag: etagOf(value),
    seriesId: idOf(value, "recurringEventId"),
    originalStart: originalStartOf(value, zone),
  };
}
