import { badRequest } from "../errors.ts";
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

/** The writable members of a body, nulls kept. 400 for a body that is not an object of roughly the right shape. */
export function readBody(body: unknown): EventInput {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw badRequest("parseError", "This API does not support parsing form-encoded input.");
  }
  checkShapes(body);
  return body;
}

const OBJECTS = ["start", "end", "extendedProperties", "reminders"] as const;
const ARRAYS = ["recurrence", "attendees"] as const;
const STRINGS = ["id", "summary", "description", "location", "status", "iCalUID"] as const;

function checkShapes(body: EventInput): void {
  const wrong = (name: string): Error => badRequest("parseError", `Invalid value for: ${name}`);
  for (const name of OBJECTS) {
    const value = body[name];
    if (isGiven(value) && (typeof value !== "object" || Array.isArray(value))) throw wrong(name);
  }
  for (const name of ARRAYS) {
    if (isGiven(body[name]) && !Array.isArray(body[name])) throw wrong(name);
  }
  for (const name of STRINGS) {
    if (isGiven(body[name]) && typeof body[name] !== "string") throw wrong(name);
  }
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
