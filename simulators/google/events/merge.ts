import { badRequest } from "../errors.ts";
import { eventShape } from "./shape.ts";
import type { EventInput, WireEvent } from "../types.ts";

/** Members a body may set. Everything else belongs to the server and is ignored, or unknown to it. */
const WRITABLE = [
  "summary",
  "description",
  "location",
  "colorId",
  "start",
  "end",
  "endTimeUnspecified",
  "recurrence",
  "status",
  "transparency",
  "visibility",
  "sequence",
  "attendees",
  "attendeesOmitted",
  "extendedProperties",
  "reminders",
  "guestsCanModify",
  "guestsCanInviteOthers",
  "guestsCanSeeOtherGuests",
  "anyoneCanAddSelf",
  "source",
  "attachments",
  "conferenceData",
  "eventType",
  "workingLocationProperties",
  "outOfOfficeProperties",
  "focusTimeProperties",
  "birthdayProperties",
] as const satisfies readonly (keyof WireEvent)[];

const WRITABLE_NAMES = new Set<string>(WRITABLE);

/** The body of a write, nulls kept. 400 `parseError` for what is not shaped like an event. */
export function readBody(body: unknown): EventInput {
  const read = eventShape.safeParse(body);
  if (read.success) return body as EventInput;
  const path = read.error.issues[0]?.path.join(".") ?? "";
  throw badRequest("parseError", path === "" ? "Parse Error" : `Invalid value for: ${path}`);
}

/** PUT and insert: exactly what the body says; nulls count as absent. */
export function writableOf(body: EventInput): WireEvent {
  return withoutNulls(pickWritable(body));
}

/** PATCH: objects merge member by member, arrays are replaced whole, null deletes. */
export function mergePatch(current: WireEvent, body: EventInput): WireEvent {
  return mergeObjects(current, pickWritable(body));
}

function pickWritable(body: EventInput): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(([key, value]) => WRITABLE_NAMES.has(key) && value !== undefined),
  );
}

function mergeObjects(current: object, patch: object): Record<string, unknown> {
  const merged = new Map<string, unknown>(Object.entries(current));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, isObject(value) ? mergeObjects(objectOr(merged.get(key)), value) : value);
  }
  return Object.fromEntries(merged);
}

function objectOr(value: unknown): object {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withoutNulls(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, isObject(member) ? withoutNulls({ ...member }) : member]),
  );
}

/** Whether a body says anything about a member: null and absence mean the same on insert and PUT. */
export function isGiven<T>(value: T): value is NonNullable<T> {
  return value !== undefined && value !== null;
}
