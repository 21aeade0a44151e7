import { calendarError, invalid, required } from "../errors.ts";
import type {
  Attendee,
  ExtendedProperties,
  ReminderOverride,
  Reminders,
  WireEvent,
} from "../types.ts";

const MAX_KEY = 44;
const MAX_VALUE = 1024;
const MAX_PROPERTIES = 300;
const MAX_PROPERTY_BYTES = 32 * 1024;
const MAX_REMINDERS = 5;
const MAX_REMINDER_MINUTES = 40_320;

/** Keys over 44 characters vanish, values over 1024 are cut, both silently; too many are a 400. */
export function normaliseProperties(
  properties: ExtendedProperties | undefined,
): ExtendedProperties | undefined {
  if (properties === undefined) return undefined;
  const kept = {
    private: keepProperties(properties.private),
    shared: keepProperties(properties.shared),
  };
  const all = [...Object.entries(kept.private ?? {}), ...Object.entries(kept.shared ?? {})];
  const bytes = all.reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
  if (all.length > MAX_PROPERTIES || bytes > MAX_PROPERTY_BYTES) {
    throw invalid("The event has too many or too large extended properties.");
  }
  return all.length === 0 ? undefined : kept;
}

function keepProperties(
  group: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> | undefined {
  if (group === undefined) return undefined;
  const entries = Object.entries(group).map(
    ([key, value]) => [key, value.slice(0, MAX_VALUE)] as const,
  );
  const short = entries.filter(([key]) => key.length <= MAX_KEY);
  return short.length === 0 ? undefined : Object.fromEntries(short);
}

/** Clamped, merged, sorted; all-day events lose `useDefault` and get the calendar's own overrides spelt out. */
export function normaliseReminders(
  reminders: Reminders | undefined,
  allDay: boolean,
  defaults: readonly ReminderOverride[],
): Reminders {
  const overrides = reminders?.overrides ?? [];
  if (overrides.length > MAX_REMINDERS) {
    throw calendarError(
      "eventRemindersCountExceedsLimit",
      "The number of event reminders exceeds the limit.",
    );
  }
  const useDefault = reminders?.useDefault ?? reminders === undefined;
  if (useDefault && overrides.length > 0) {
    throw calendarError(
      "cannotUseDefaultRemindersAndSpecifyOverride",
      "Cannot specify both default reminders and overrides at the same time.",
    );
  }
  const spelt = useDefault && allDay ? defaults : overrides;
  if (useDefault && !allDay) return { useDefault: true };
  const merged = mergeOverrides(spelt);
  return merged.length === 0 ? { useDefault: false } : { useDefault: false, overrides: merged };
}

function mergeOverrides(overrides: readonly ReminderOverride[]): readonly ReminderOverride[] {
  const clean = overrides
    .filter(({ method }) => method === "popup" || method === "email")
    .map(({ method, minutes }) => ({
      method,
      minutes: Math.min(Math.max(Math.trunc(minutes), 0), MAX_REMINDER_MINUTES),
    }));
  const unique = new Map(clean.map((one) => [`${one.method} ${one.minutes}`, one]));
  return [...unique.values()].toSorted(
    (a, b) => a.minutes - b.minutes || a.method.localeCompare(b.method),
  );
}

/** Local parts in lower case, names equal to the address dropped, the calendar's own row marked. */
export function normaliseAttendees(
  attendees: readonly Attendee[] | undefined,
  calendarId: string,
  organizerEmail: string | undefined,
): readonly Attendee[] | undefined {
  if (attendees === undefined || attendees.length === 0) return undefined;
  return attendees.map((attendee) => {
    const email = normaliseEmail(attendee.email);
    const isSelf = email === calendarId.toLowerCase();
    return {
      ...attendee,
      email,
      displayName: attendee.displayName === attendee.email ? undefined : attendee.displayName,
      organizer: email === organizerEmail ? true : undefined,
      self: isSelf ? true : undefined,
      responseStatus: attendee.responseStatus ?? "needsAction",
    };
  });
}

function normaliseEmail(email: string | undefined): string {
  if (email === undefined || email === "") throw required("Missing attendee email.");
  const [local, domain, ...rest] = email.split("@");
  if (!local || !domain || rest.length > 0) throw invalid("Invalid attendee email.");
  return `${local.toLowerCase()}@${domain}`;
}

const STATUSES = new Set(["confirmed", "tentative", "cancelled"]);
const TRANSPARENCIES = new Set(["opaque", "transparent"]);
const VISIBILITIES = new Set(["default", "public", "private", "confidential"]);

/** Defaults that Google leaves out of its answers: opaque, visibility default. */
export function normaliseWords(event: WireEvent): WireEvent {
  checkWord("status", event.status, STATUSES);
  checkWord("transparency", event.transparency, TRANSPARENCIES);
  checkWord("visibility", event.visibility, VISIBILITIES);
  return {
    ...event,
    status: event.status ?? "confirmed",
    eventType: event.eventType ?? "default",
    colorId: normaliseColor(event.colorId),
    transparency: event.transparency === "opaque" ? undefined : event.transparency,
    visibility: event.visibility === "default" ? undefined : event.visibility,
  };
}

function checkWord(name: string, value: string | undefined, words: ReadonlySet<string>): void {
  if (value !== undefined && !words.has(value)) throw invalid(`Invalid value for: ${name}`);
}

function normaliseColor(colorId: string | undefined): string | undefined {
  if (colorId === undefined) return undefined;
  const text = String(colorId);
  if (!/^([1-9]|10|11)$/.test(text)) throw invalid("Invalid value for: colorId");
  return text;
}
