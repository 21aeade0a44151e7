import { badRequest, fullSyncRequired, invalid, notFound } from "../errors.ts";
import type { Walks } from "../server/paging.ts";
import { takePage } from "../server/paging.ts";
import { openToken, readCount, readFlag, readText, sealToken } from "../server/query.ts";
import type { AccessRole, Account, Calendar, ListEntry, ReminderOverride } from "../types.ts";
import { accessRoles } from "../types.ts";
import type { World } from "../world.ts";
import { etagOf, touchEntry } from "../world.ts";
import { calendarColor, calendarColors, foregroundColor } from "./colors.ts";

/** A calendar as it stands in a person's list. */
export function renderEntry(calendar: Calendar, entry: ListEntry): Record<string, unknown> {
  const head = { kind: "calendar#calendarListEntry", etag: etagOf(entry.stamp), id: calendar.id };
  if (entry.deleted || calendar.deleted) return { ...head, deleted: true };
  return {
    ...head,
    summary: calendar.summary,
    description: calendar.description,
    location: calendar.location,
    timeZone: calendar.timeZone,
    dataOwner: calendar.primary ? undefined : calendar.dataOwner,
    summaryOverride: entry.summaryOverride,
    colorId: entry.colorId,
    backgroundColor: entry.backgroundColor ?? calendarColor(entry.colorId),
    foregroundColor: entry.foregroundColor ?? foregroundColor,
    hidden: entry.hidden ? true : undefined,
    selected: entry.selected ? true : undefined,
    accessRole: entry.accessRole,
    defaultReminders: entry.defaultReminders,
    primary: calendar.primary && calendar.dataOwner === calendar.id ? true : undefined,
  };
}

/** calendarList.list: everything, or what changed since a sync token. */
export function listCalendars(
  world: World,
  account: Account,
  query: URLSearchParams,
  walks: Walks<ListEntry>,
): Record<string, unknown> {
  const syncToken = readText(query, "syncToken");
  const since = syncToken === undefined ? undefined : readSyncToken(account, syncToken);
  if (syncToken !== undefined) refuseRestrictions(query);
  const page = takePage(
    walks,
    {
      pageToken: readText(query, "pageToken"),
      size: readCount(query, "maxResults", { standard: 100, min: 1, max: 250 }),
      fingerprint: `${account.email} ${syncToken ?? ""}`,
      emptyPages: world.switches.emptyPages,
    },
    () => ({
      rows: entriesFor(account, query, since),
      syncToken: sealToken({
        email: account.email,
        revision: world.revision,
        epoch: account.listEpoch,
      }),
    }),
  );
  return {
    kind: "calendar#calendarList",
    etag: etagOf(world.revision),
    nextPageToken: page.nextPageToken,
    nextSyncToken: page.nextSyncToken,
    items: page.rows.flatMap((entry) => {
      const calendar = world.calendars.get(entry.calendarId);
      return calendar === undefined ? [] : [renderEntry(calendar, entry)];
    }),
  };
}

function entriesFor(
  account: Account,
  query: URLSearchParams,
  since: number | undefined,
): readonly ListEntry[] {
  const entries = [...account.entries.values()];
  if (since !== undefined) return entries.filter((entry) => entry.revision > since);
  const showDeleted = readFlag(query, "showDeleted") ?? false;
  const showHidden = readFlag(query, "showHidden") ?? false;
  const minimum = readRole(query);
  return entries.filter(
    (entry) =>
      (showDeleted || !entry.deleted) &&
      (showHidden || !entry.hidden) &&
      accessRoles.indexOf(entry.accessRole) >= Math.max(accessRoles.indexOf(minimum), 1),
  );
}

function readRole(query: URLSearchParams): AccessRole {
  const text = readText(query, "minAccessRole") ?? "none";
  const role = accessRoles.find((one) => one === text);
  if (role === undefined) throw invalid("Invalid value for: minAccessRole", "minAccessRole");
  return role;
}

function refuseRestrictions(query: URLSearchParams): void {
  const restricted =
    query.has("minAccessRole") ||
    query.has("showOwnOrganizationOnly") ||
    query.get("showDeleted") === "false" ||
    query.get("showHidden") === "false";
  if (restricted) {
    throw badRequest(
      "syncTokenWithRequestRestrictions",
      "Sync token cannot be used with other request restrictions.",
    );
  }
}

function readSyncToken(account: Account, token: string): number {
  const content = openToken(token);
  const revision = content?.["revision"];
  const good = content?.["email"] === account.email && content["epoch"] === account.listEpoch;
  if (!good || typeof revision !== "number") throw fullSyncRequired();
  return revision;
}

/** calendarList.patch and update: only what belongs to the reader of the list. */
export function changeEntry(
  world: World,
  account: Account,
  entry: ListEntry,
  body: Readonly<Record<string, unknown>>,
  rgb: boolean,
): void {
  if (typeof body["summaryOverride"] === "string" || body["summaryOverride"] === null) {
    entry.summaryOverride = body["summaryOverride"] ?? undefined;
  }
  if (typeof body["selected"] === "boolean") entry.selected = body["selected"];
  if (typeof body["hidden"] === "boolean") entry.hidden = body["hidden"];
  if (typeof body["colorId"] === "string") changeColor(entry, body["colorId"]);
  if (Array.isArray(body["defaultReminders"])) {
    entry.defaultReminders = body["defaultReminders"].filter(isReminder);
  }
  if (rgb && typeof body["backgroundColor"] === "string") {
    entry.backgroundColor = body["backgroundColor"];
    if (typeof body["foregroundColor"] === "string")
      entry.foregroundColor = body["foregroundColor"];
  }
  touchEntry(world, account, entry);
}

function isReminder(value: unknown): value is ReminderOverride {
  const { method, minutes } = (value ?? {}) as Partial<ReminderOverride>;
  return (method === "popup" || method === "email") && typeof minutes === "number";
}

function changeColor(entry: ListEntry, colorId: string): void {
  if (!(Number(colorId) >= 1 && Number(colorId) <= calendarColors.length)) {
    throw invalid("Invalid value for: colorId");
  }
  entry.colorId = colorId;
  entry.backgroundColor = undefined;
  entry.foregroundColor = undefined;
}

/** The entry of a calendar in somebody's list; 404 where there is none. */
export function entryOf(
  world: World,
  account: Account,
  pathId: string,
): { readonly calendar: Calendar; readonly entry: ListEntry } {
  const id = pathId === "primary" ? account.email : pathId;
  const entry = account.entries.get(id);
  const calendar = world.calendars.get(id);
  if (entry === undefined || calendar === undefined || entry.deleted) throw notFound();
  return { calendar, entry };
}
