import { z } from "zod";
import { BookingRules, DeclineReason, SignInMethodName } from "../../companion/wire.ts";
import { Accent } from "../../domain/accent.ts";
import { Id, Instant, Revision } from "../../domain/primitives.ts";
import { channel } from "./define.ts";
import { Conflict } from "./schedule.ts";

const Nothing = z.strictObject({});

/** How customers may book online, and what they read of the place. */
export const Offer = BookingRules.extend({
  address: z.string().trim().max(300),
  phone: z.string().trim().max(40),
  /** Of the pages that customers see; null: the ink of the house. */
  accent: Accent.nullable(),
});
export type Offer = z.infer<typeof Offer>;

/** Why nothing comes through at the moment. */
export const CompanionProblem = z.enum([
  "noNetwork",
  "timeout",
  "serverError",
  "badAnswer",
  /** Another desk was paired in its place, or it was unpaired over there. */
  "revoked",
  /** The keychain holds no key any more, such as after a restart without a keychain. */
  "keyMissing",
  "keychain",
  "refused",
]);
export type CompanionProblem = z.infer<typeof CompanionProblem>;

/** How desk and companion stand to each other. */
export const CompanionStatus = z.strictObject({
  pairing: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("none") }),
    z.strictObject({
      is: z.literal("waiting"),
      url: z.string(),
      /** To be typed at `confirmUrl`. */
      code: z.string(),
      confirmUrl: z.string(),
      expiresAt: Instant,
    }),
    z.strictObject({
      is: z.literal("paired"),
      url: z.string(),
      bookingUrl: z.string(),
      methods: z.array(SignInMethodName),
      pairedAt: Instant,
    }),
  ]),
  /** Null while all is well. */
  problem: CompanionProblem.nullable(),
  lastContactAt: Instant.nullable(),
  /** The stream that wakes the desk is open. */
  live: z.boolean(),
  /** Until when Google tells the desk of changes at once; null: it looks every few minutes. */
  pushUntil: Instant.nullable(),
  /** Requests that wait for a person. */
  waiting: z.int(),
  /** Answers and publications that wait to be sent. */
  unsent: z.int(),
});
export type CompanionStatus = z.infer<typeof CompanionStatus>;

/** A request that waits for a person. */
export const WaitingRequest = z.strictObject({
  id: Id,
  customerName: z.string(),
  email: z.string(),
  methods: z.array(SignInMethodName),
  serviceName: z.string(),
  staffId: Id,
  staffName: z.string(),
  start: Instant,
  end: Instant,
  notes: z.string(),
  receivedAt: Instant,
  /** Where the booking stands now, for a wish to move it; null for a new one. */
  moves: z.strictObject({ bookingId: Id, start: Instant, staffName: z.string() }).nullable(),
  /** What stands in the way. */
  conflicts: z.array(Conflict),
});
export type WaitingRequest = z.infer<typeof WaitingRequest>;

export const companionChannels = {
  "companion.status": channel(
    "Pairing with the companion and how the connection stands.",
    Nothing,
    CompanionStatus,
  ),
  "companion.pair": channel(
    "Begins a pairing: shows a code that the owner types at the companion.",
    z.strictObject({ url: z.string().trim().max(300) }),
    CompanionStatus,
    [
      "PRACTISING",
      "ALREADY_CONNECTED",
      "COMPANION_AWAY",
      "REMOTE_REFUSED",
      "KEYCHAIN_LOCKED",
      "KEYCHAIN_UNAVAILABLE",
    ],
  ),
  "companion.unpair": channel(
    "Ends the pairing, or gives up one that waits; customers can book no longer, their bookings stay. `anyway`: although the companion can't be told.",
    z.strictObject({ anyway: z.boolean() }),
    CompanionStatus,
    ["COMPANION_AWAY", "REMOTE_REFUSED"],
  ),
  "companion.offer": channel("How customers may book online.", Nothing, Offer),
  "companion.setOffer": channel(
    "Changes some of how customers may book online.",
    Offer.partial(),
    Offer,
  ),
  "companion.requests": channel(
    "Requests of customers that wait for a person, the oldest first.",
    Nothing,
    z.array(WaitingRequest),
  ),
  "companion.customerNews": channel(
    "Whether the customer of a booking is about to be told by mail how it stands now.",
    z.strictObject({ bookingId: Id }),
    z.strictObject({ willBeMailed: z.boolean() }),
  ),
  "companion.keepQuiet": channel(
    "The customer of a booking is not told by mail how it stands in this revision; their page shows it. Answers whether that was in time.",
    z.strictObject({ bookingId: Id, revision: Revision }),
    z.strictObject({ inTime: z.boolean() }),
    ["NOT_FOUND", "STALE"],
  ),
  "companion.decide": channel(
    "Confirms or declines a customer's request; a declined wish to move leaves the booking where it is.",
    z.strictObject({
      id: Id,
      decision: z.discriminatedUnion("is", [
        /** `anyway`: although something is in the way. */
        z.strictObject({ is: z.literal("confirm"), anyway: z.boolean() }),
        z.strictObject({ is: z.literal("decline"), reason: DeclineReason }),
      ]),
    }),
    Nothing,
    ["NOT_FOUND", "CONFLICT", "NOT_ALLOWED"],
  ),
} as const;
