import type { ScheduleRange } from "../../src-shared/bridge/contract/schedule.ts";
import type { BookingStatus, ScheduledBooking } from "../../src-shared/domain/booking.ts";
import type { SyncPresentation, SyncShape } from "../../src-shared/sync-status.ts";
import { type UpdateStatus, versionReady } from "../../src-shared/update-status.ts";
import { syncSentences } from "../../src-shared/words/sync-words.ts";
import type { Say } from "./say.ts";

export type TrayAction =
  | "open"
  | "syncNow"
  | "pauseHour"
  | "pauseToday"
  | "pauseUntilResumed"
  | "resume"
  | "restartToUpdate"
  | "quit";

export type TrayItem =
  | { readonly is: "line"; readonly label: string }
  | { readonly is: "gap" }
  | { readonly is: "action"; readonly label: string; readonly action: TrayAction }
  | { readonly is: "menu"; readonly label: string; readonly items: readonly TrayItem[] };

/** Everything the tray shows; equal models look the same. */
export interface TrayModel {
  /** File name below resources/tray. */
  readonly icon: string;
  readonly tooltip: string;
  readonly items: readonly TrayItem[];
}

export interface TrayFacts {
  readonly shown: SyncPresentation;
  readonly next: readonly ScheduledBooking[];
  readonly update: UpdateStatus;
  /** Writes an instant as the clock on the wall of the business shows it. */
  readonly time: (at: string) => string;
  readonly platform: NodeJS.Platform;
  /** Whether the taskbar is dark, which may differ from the windows. */
  readonly darkBar: boolean;
}

const NEXT_SHOWN = 3;
/** Windows cuts longer ones. */
const LONGEST_TOOLTIP = 63;
const STILL_TO_COME: ReadonlySet<BookingStatus> = new Set(["booked", "confirmed", "arrived"]);

/** The next bookings of a day that still have to begin. @param now epoch milliseconds */
export function nextBookings(
  day: Pick<ScheduleRange, "bookings">,
  now: number,
): readonly ScheduledBooking[] {
  return day.bookings
    .filter((one) => STILL_TO_COME.has(one.status) && Date.parse(one.start) >= now)
    .toSorted((a, b) => a.start.localeCompare(b.start))
    .slice(0, NEXT_SHOWN);
}

/**
 * macOS paints templates by itself; Windows and Linux get coloured ones that fit the bar. Whoever looks at the bar sees
 * one drawing for all that needs a person.
 */
export function trayIcon(shape: SyncShape, platform: NodeJS.Platform, darkBar: boolean): string {
  const drawing = shape === "attention" ? "error" : shape;
  if (platform === "darwin") return `${drawing}Template.png`;
  const kind = platform === "win32" ? "ico" : "png";
  return `${drawing}-${darkBar ? "dark" : "light"}.${kind}`;
}

function bookingLine(booking: ScheduledBooking, facts: TrayFacts, say: Say): TrayItem {
  const name = booking.customerName || say("host.walkIn");
  const values = { time: facts.time(booking.start), name, service: booking.serviceName };
  return { is: "line", label: say("host.booking", values) };
}

function stateLine(facts: TrayFacts, say: Say): TrayItem {
  const [first] = syncSentences(facts.shown, { time: facts.time });
  const label = first === undefined ? "" : say(first.key, first.values);
  return { is: "line", label };
}

const PAUSES = ["pauseHour", "pauseToday", "pauseUntilResumed"] as const;

function pauseFor(action: (typeof PAUSES)[number], say: Say): TrayItem {
  return { is: "action", label: say(`host.${action}`), action };
}

function syncActions(shown: SyncPresentation, say: Say): readonly TrayItem[] {
  if (shown.tone === "disconnected") return [];
  const pause: TrayItem =
    shown.words === "paused"
      ? { is: "action", label: say("host.resume"), action: "resume" }
      : { is: "menu", label: say("host.pause"), items: PAUSES.map((one) => pauseFor(one, say)) };
  return [{ is: "action", label: say("host.syncNow"), action: "syncNow" }, pause, { is: "gap" }];
}

/** Only a person installs an update; here and in the window it is offered. */
function updateActions(update: UpdateStatus, say: Say): readonly TrayItem[] {
  const version = versionReady(update);
  if (version === null) return [];
  const label = say("host.restartToUpdate", { version });
  return [{ is: "action", label, action: "restartToUpdate" }, { is: "gap" }];
}

/** What the tray shows for a state of the desk. */
export function trayModel(facts: TrayFacts, say: Say): TrayModel {
  const { shown, next, platform, darkBar } = facts;
  const state = say(`sync.${shown.words}`, { count: shown.count });
  const upcoming = next.map((booking) => bookingLine(booking, facts, say));
  const nothing: TrayItem = { is: "line", label: say("host.nothingNext") };
  return {
    icon: trayIcon(shown.shape, platform, darkBar),
    tooltip: say("host.tooltip", { state }).slice(0, LONGEST_TOOLTIP),
    items: [
      { is: "action", label: say("host.open"), action: "open" },
      stateLine(facts, say),
      { is: "gap" },
      ...(upcoming.length > 0 ? upcoming : [nothing]),
      { is: "gap" },
      ...syncActions(shown, say),
      ...updateActions(facts.update, say),
      { is: "action", label: say("host.quit"), action: "quit" },
    ],
  };
}
