import { forbidden, invalid, required } from "../errors.ts";
import { parseJson } from "../server/exchange.ts";
import type { Account, Calendar, StoredEvent } from "../types.ts";
import type { World } from "../world.ts";
import { addCalendar, announce, etagOf, nextRevision, nextStamp, touchEntry } from "../world.ts";
import { isZone } from "../zone.ts";

/** A calendar itself, as calendars.get shows it. */
export function renderCalendar(calendar: Calendar): object {
  return {
    kind: "calendar#calendar",
    etag: etagOf(calendar.stamp),
    id: calendar.id,
    summary: calendar.summary,
    description: calendar.description,
    location: calendar.location,
    timeZone: calendar.timeZone,
    dataOwner: calendar.primary ? undefined : calendar.dataOwner,
    conferenceProperties: { allowedConferenceSolutionTypes: ["hangoutsMeet"] },
  };
}

export function readObject(body: string): Readonly<Record<string, unknown>> {
  const content = parseJson(body);
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw invalid("Parse Error");
  }
  return { ...content };
}

/** calendars.insert: not idempotent, only a summary is required. */
export function insertCalendar(
  world: World,
  account: Account,
  body: Readonly<Record<string, unknown>>,
  project: string,
): Calendar {
  const { summary, timeZone, description } = readMembers(body);
  if (summary === undefined || summary === "") throw required("Missing title.");
  const seed = {
    summary,
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(description === undefined ? {} : { description }),
  };
  return addCalendar(world, account, { ...seed, accessRole: "owner" }, project);
}

function readMembers(body: Readonly<Record<string, unknown>>): {
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly location: string | undefined;
  readonly timeZone: string | undefined;
} {
  const text = (name: string): string | undefined => {
    const value = body[name];
    return typeof value === "string" ? value : undefined;
  };
  const timeZone = text("timeZone");
  if (timeZone !== undefined && !isZone(timeZone)) throw invalid("Invalid time zone.");
  return {
    summary: text("summary"),
    description: text("description"),
    location: text("location"),
    timeZone,
  };
}

/** calendars.patch, and calendars.update where what is left out goes back to nothing. */
export function changeCalendar(
  world: World,
  calendar: Calendar,
  body: Readonly<Record<string, unknown>>,
  mode: "patch" | "update",
): void {
  const members = readMembers(body);
  if (mode === "update" && members.summary === undefined) throw required("Missing title.");
  calendar.summary = members.summary ?? calendar.summary;
  calendar.timeZone = members.timeZone ?? calendar.timeZone;
  const keep = mode === "patch";
  calendar.description = members.description ?? (keep ? calendar.description : undefined);
  calendar.location = members.location ?? (keep ? calendar.location : undefined);
  calendar.stamp = nextStamp(world);
  calendar.updatedMs = world.now();
  touchEverywhere(world, calendar, (owner) => owner.email === calendar.dataOwner);
}

/** A change of read-only data is not news for people who merely subscribe. */
function touchEverywhere(
  world: World,
  calendar: Calendar,
  concerns: (account: Account) => boolean,
): void {
  for (const account of world.accounts.values()) {
    const entry = account.entries.get(calendar.id);
    if (entry !== undefined && concerns(account)) touchEntry(world, account, entry);
  }
}

/** calendars.delete: it is gone for everybody; a primary calendar cannot be deleted. */
export function deleteCalendar(world: World, calendar: Calendar): void {
  if (calendar.primary)
    throw forbidden("cannotDeletePrimaryCalendar", "Cannot delete primary calendar.");
  calendar.deleted = true;
  for (const account of world.accounts.values()) {
    const entry = account.entries.get(calendar.id);
    if (entry === undefined) continue;
    entry.deleted = true;
    touchEntry(world, account, entry);
  }
  announce(world, { kind: "events", calendarId: calendar.id });
}

/** calendars.clear: every event of a primary calendar is deleted. */
export function clearCalendar(world: World, calendar: Calendar): void {
  if (!calendar.primary) throw invalid("Only primary calendars can be cleared.");
  for (const stored of calendar.events.values()) {
    if (stored.event.status === "cancelled") continue;
    calendar.events.set(stored.event.id, cancelled(world, stored));
  }
  calendar.revision = world.revision;
  announce(world, { kind: "events", calendarId: calendar.id });
}

function cancelled(world: World, stored: StoredEvent): StoredEvent {
  return {
    ...stored,
    revision: nextRevision(world),
    stamp: nextStamp(world),
    updatedMs: world.now(),
    event: { ...stored.event, status: "cancelled" },
  };
}
