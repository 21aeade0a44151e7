/**
 * Calendar files (RFC 5545, RFC 5546). Moments go out in UTC, which every calendar shows on its owner's clock, so that
 * no zone definition has to be sent along.
 */

export interface CalendarBooking {
  /** Stays the same from the confirmation to the cancellation. */
  readonly uid: string;
  /** Grows with every change; a calendar ignores lower ones. */
  readonly sequence: number;
  /** Whether the booking takes place. */
  readonly is: "on" | "off";
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  /** When it was changed last, epoch milliseconds. */
  readonly stamp: number;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
  /** Name of the business, and the address that its mails come from. */
  readonly organizer: { readonly name: string; readonly email: string };
}

/** A line has at most 75 octets without its end; the ones after the first begin with a space. */
const LINE_OCTETS = 75;

const encoder = new TextEncoder();

/** Breaks a line between characters, never inside one. */
function folded(line: string): string {
  let octets = 0;
  let out = "";
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

function text(value: string): string {
  return value
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(CONTROLS, "")
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll("\n", "\\n");
}

/** Inside quotation marks nothing can be escaped. */
function quoted(value: string): string {
  return `"${value.replaceAll(/\s+/g, " ").replaceAll(CONTROLS, "").replaceAll('"', "'")}"`;
}

/** `20261203T100000Z`. */
function moment(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, "");
}

export function calendarFile(booking: CalendarBooking): string {
  const { is, organizer } = booking;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Bellhop//Companion//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${is === "on" ? "PUBLISH" : "CANCEL"}`,
    "BEGIN:VEVENT",
    `UID:${text(booking.uid)}`,
    `SEQUENCE:${booking.sequence}`,
    `DTSTAMP:${moment(booking.stamp)}`,
    `DTSTART:${moment(booking.start)}`,
    `DTEND:${moment(booking.end)}`,
    `SUMMARY:${text(booking.summary)}`,
    `DESCRIPTION:${text(booking.description)}`,
    `LOCATION:${text(booking.location)}`,
    `URL:${booking.url}`,
    `ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`,
    `STATUS:${is === "on" ? "CONFIRMED" : "CANCELLED"}`,
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
