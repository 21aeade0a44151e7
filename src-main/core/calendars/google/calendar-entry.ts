import { Zone } from "../../../../src-shared/domain/primitives.ts";
import type { AccountCalendar } from "../calendar-account.ts";
import { isRecord, textOf } from "./json.ts";
import { titleText } from "./text.ts";

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Google adds roles now and then; one we don't know may not be written to. */
function accessOf(role: unknown): AccountCalendar["access"] {
  switch (role) {
    case "owner":
      return "owner";
    // The second may write all but events marked private, and ours never are.
    case "writer":
    case "writerWithoutPrivateAccess":
      return "writer";
    case "reader":
      return "reader";
    case "freeBusyReader":
      return "freeBusy";
    default:
      return "unknown";
  }
}

/** An entry of the calendar list; null for one that is deleted or can't be read. Never throws. */
export function parseCalendarEntry(value: unknown): AccountCalendar | null {
  const id = textOf(value, "id");
  if (!isRecord(value) || id === null || id.length > 1_024 || value["deleted"] === true)
    return null;
  const access = accessOf(value["accessRole"]);
  const colour = textOf(value, "backgroundColor");
  const zone = Zone.safeParse(value["timeZone"]);
  return {
    id,
    // The account's own title for somebody else's calendar goes first.
    name: titleText(textOf(value, "summaryOverride") ?? textOf(value, "summary") ?? id),
    primary: value["primary"] === true,
    colour: colour !== null && COLOUR.test(colour) ? colour : null,
    access,
    usable: access === "owner" || access === "writer",
    zone: zone.success ? zone.data : "UTC",
  };
}
