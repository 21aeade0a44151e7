import { isDeepStrictEqual } from "node:util";
import {
  alreadyDeleted,
  badRequest,
  duplicateId,
  forbidden,
  invalid,
  organizerNeeded,
  preconditionFailed,
} from "../errors.ts";
import type { EventInput, Person, StoredEvent, WireEvent } from "../types.ts";
import { serverEventId } from "../world.ts";
import { settle } from "./draft.ts";
import type { Found } from "./find.ts";
import { etagOfFound, findEvent, versionOf } from "./find.ts";
import { isGiven, mergePatch, readBody, writableOf } from "./merge.ts";
import {
  afterSeriesChange,
  cancelSeries,
  reviveSeries,
  spreadVisibility,
} from "./series-writes.ts";
import type { EventContext } from "./store.ts";
import { isMaster, record } from "./store.ts";

/** events.insert: 409 for an id that is or ever was taken, 400 for everything Google refuses. */
export function insertEvent(context: EventContext, rawBody: unknown): StoredEvent {
  const body = readBody(rawBody);
  refuseServerFields(context, body);
  const id = body.id ?? serverEventId(context.world);
  checkNewId(context, id);
  const draft = {
    ...writableOf(body),
    id,
    iCalUID: body.iCalUID ?? `${id}@google.com`,
    creator: creatorOf(context),
    organizer: organizerOf(context, body),
  };
  return record(context, settle(context, draft, undefined));
}

/** events.import: a private copy that keeps its organizer; the same iCalUID again updates it. */
export function importEvent(context: EventContext, rawBody: unknown): StoredEvent {
  const body = readBody(rawBody);
  const iCalUID = body.iCalUID ?? undefined;
  if (iCalUID === undefined) throw badRequest("required", "Missing iCalUID.");
  if ((body.eventType ?? "default") !== "default")
    throw invalid("Only default events can be imported.");
  const known = [...context.calendar.events.values()].find(
    ({ event }) => event.iCalUID === iCalUID && event.recurringEventId === undefined,
  );
  const draft = {
    ...writableOf(body),
    id: known?.event.id ?? serverEventId(context.world),
    iCalUID,
    creator: known?.event.creator ?? creatorOf(context),
    organizer: body.organizer ?? organizerOf(context, {}),
    privateCopy: true,
  };
  return record(context, settle(context, draft, known?.event));
}

function refuseServerFields(context: EventContext, body: EventInput): void {
  if (context.world.switches.serverFieldsInBody === "ignore") return;
  if (isGiven(body.created) || isGiven(body.updated)) {
    throw invalid("The created and updated fields are read-only.");
  }
}

function checkNewId(context: EventContext, id: string): void {
  const wellFormed = /^[a-v0-9]{5,1024}$/.test(id);
  if (!wellFormed && context.actor === "api") throw invalid("Invalid resource id value.");
  if (context.calendar.events.has(id)) throw duplicateId();
}

function creatorOf({ account, calendar }: EventContext): Person {
  return { email: account.email, self: calendar.id === account.email ? true : undefined };
}

function organizerOf({ calendar, actor }: EventContext, body: EventInput): Person {
  if (actor === "person" && isGiven(body.organizer)) return body.organizer;
  return {
    email: calendar.id,
    displayName: calendar.primary ? undefined : calendar.summary,
    self: true,
  };
}

export type WriteMode = "update" | "patch";

/** events.update (replaces everything) and events.patch (merges); revives a cancelled event if told its status. */
export function changeEvent(
  context: EventContext,
  id: string,
  rawBody: unknown,
  mode: WriteMode,
  ifMatch: string | undefined,
): StoredEvent {
  const body = readBody(rawBody);
  const found = findEvent(context, id);
  checkMatch(found, ifMatch);
  refuseServerFields(context, body);
  const before = versionOf(found).event;
  checkRevival(context, before, body);
  checkGuest(context, before, body, mode);
  if (isCancelling(before, body)) return cancelEvent(context, found);
  return write(context, found, nextBody(before, body, mode));
}

function checkMatch(found: Found, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === "*") return;
  const accepted = ifMatch.split(",").map((tag) => tag.trim());
  if (!accepted.includes(etagOfFound(found))) throw preconditionFailed();
}

function checkRevival(context: EventContext, before: WireEvent, body: EventInput): void {
  if (before.status !== "cancelled" || context.actor === "person") return;
  const revives = body.status === "confirmed" || body.status === "tentative";
  if (!revives || context.world.switches.cancelledWrites === "forbidden") throw forbidden();
}

function isCancelling(before: WireEvent, body: EventInput): boolean {
  return body.status === "cancelled" && before.status !== "cancelled";
}

const GUEST_RIGHTS = {
  guestsCanModify: false,
  guestsCanInviteOthers: true,
  guestsCanSeeOtherGuests: true,
} as const;

/** A guest's copy: shared properties are the organizer's, and a PUT resets the guests' rights it leaves out. */
function checkGuest(
  context: EventContext,
  before: WireEvent,
  body: EventInput,
  mode: WriteMode,
): void {
  if (context.actor === "person" || before.organizer?.self === true) return;
  if (before.guestsCanModify === true || before.privateCopy === true) return;
  const rights = Object.entries(GUEST_RIGHTS).some(([key, standard]) => {
    const right = key as keyof typeof GUEST_RIGHTS;
    const now = before[right] ?? standard;
    const wanted = body[right] ?? (mode === "update" ? standard : now);
    return wanted !== now;
  });
  const shared = body.extendedProperties?.shared;
  const sharedChanges =
    shared !== undefined &&
    JSON.stringify(shared) !== JSON.stringify(before.extendedProperties?.shared);
  if (rights || sharedChanges) throw organizerNeeded();
}

function nextBody(
  before: StoredEvent["event"],
  body: EventInput,
  mode: WriteMode,
): StoredEvent["event"] {
  const { id, iCalUID, creator, organizer, recurringEventId, originalStartTime, privateCopy } =
    before;
  const eventType = before.eventType;
  const changed =
    mode === "patch"
      ? mergePatch(before, body)
      : { eventType, sequence: before.sequence, ...writableOf(body) };
  const status = changed.status === "cancelled" ? "confirmed" : (changed.status ?? "confirmed");
  const fixed = {
    id,
    iCalUID,
    creator,
    organizer,
    recurringEventId,
    originalStartTime,
    privateCopy,
  };
  const recurrence = recurringEventId === undefined ? changed.recurrence : undefined;
  return { ...changed, ...fixed, status, recurrence };
}

function write(context: EventContext, found: Found, draft: StoredEvent["event"]): StoredEvent {
  const before = versionOf(found).event;
  const settled = settle(context, spreadVisibility(context, draft, before), before);
  const stored = record(context, settled, { remindersOnly: onlyRemindersDiffer(before, settled) });
  if (isMaster(settled) || isMaster(before)) {
    if (before.status === "cancelled") reviveSeries(context, settled.id);
    afterSeriesChange(context, before, settled);
  }
  return stored;
}

function onlyRemindersDiffer(before: WireEvent, after: WireEvent): boolean {
  return (
    isDeepStrictEqual(plain({ ...before, reminders: {} }), plain({ ...after, reminders: {} })) &&
    !isDeepStrictEqual(plain(before.reminders ?? {}), plain(after.reminders ?? {}))
  );
}

/** As it would be after a trip over the wire: members that are undefined are gone. */
function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** events.delete: an instance becomes a cancelled exception, a series takes its exceptions along; 410 the second time. */
export function deleteEvent(
  context: EventContext,
  id: string,
  ifMatch: string | undefined,
): StoredEvent {
  const found = findEvent(context, id);
  checkMatch(found, ifMatch);
  if (versionOf(found).event.status === "cancelled") throw alreadyDeleted();
  return cancelEvent(context, found);
}

function cancelEvent(context: EventContext, found: Found): StoredEvent {
  const { event } = versionOf(found);
  const cancelled = { ...event, status: "cancelled", sequence: (event.sequence ?? 0) + 1 };
  const stored = record(context, cancelled);
  if (isMaster(event)) cancelSeries(context, event.id);
  return stored;
}
