import type { FailureCode, GuardQuestion, SignInCause } from "../../../src-shared/sync-status.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { SyncMemory } from "./memory.ts";
import type { SyncEvent } from "./state.ts";

const SIGNED_OUT: Record<SignInCause, string> = {
  grantExpired: "The permission was given for a limited time, and that is over.",
  grantRevoked: "The permission was taken back; a new sign-in is needed.",
  scopeMissing: "The permission to change events is missing.",
  secretMissing: "The sign-in is not on this computer any more.",
  clientRejected: "The calendar does not know this copy of Bellhop.",
};

const FAILED: Record<FailureCode, string> = {
  CALENDAR_GONE: "The calendar is gone, or this account can't see it any more.",
  CALENDAR_READ_ONLY: "The calendar is read-only for this account.",
  ACCESS_BLOCKED: "The organisation blocks this app.",
  KEYCHAIN_LOCKED: "The keychain of this computer is locked.",
  KEYCHAIN_UNAVAILABLE: "The keychain of this computer does not give out the sign-in.",
  UNEXPECTED: "A reason that Bellhop does not know.",
};

function askedReason({ kind, remove, known }: GuardQuestion): string {
  return kind === "blocksVanish"
    ? `${remove} of ${known} busy times are missing in the calendar.`
    : `${remove} of ${known} events of bookings would be deleted at once.`;
}

function reasonOf(event: SyncEvent): string | null {
  switch (event.type) {
    case "signInNeeded":
      return SIGNED_OUT[event.cause];
    case "failed":
      return FAILED[event.code];
    case "guardAsked":
      return askedReason(event.guard);
    default:
      return null;
  }
}

type Memory = Pick<SyncMemory, "clock" | "journal">;

function add({ clock, journal }: Memory, action: "stopped" | "settled", reason: string): void {
  const nothing = { subject: "", bookingId: null, eventId: null };
  journal.add(toInstant(clock.now()), { direction: "none", action, reason, ...nothing });
}

/** Writes into the journal that the sync stopped until a person does something; other events leave no line. */
export function recordStop(memory: Memory, event: SyncEvent): void {
  const reason = reasonOf(event);
  if (reason !== null) add(memory, "stopped", reason);
}

const ANSWERS = {
  blocksVanish: {
    keep: "The missing busy times stay blocked at the desk.",
    goAhead: "The missing busy times are free again.",
  },
  eventsDeleted: {
    keep: "The events of the cancelled bookings stay in the calendar.",
    goAhead: "The events of the cancelled bookings are deleted.",
  },
} as const;

/** Writes into the journal what a person answered to the guard. */
export function recordAnswer(
  memory: Memory,
  kind: GuardQuestion["kind"],
  answer: "keep" | "goAhead",
): void {
  add(memory, "settled", ANSWERS[kind][answer]);
}
