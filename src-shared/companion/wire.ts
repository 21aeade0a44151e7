import { z } from "zod";
import { Accent } from "../domain/accent.ts";
import { ClosedDays, Tint, WeeklyHours } from "../domain/business.ts";
import { Id, Instant, LongText, Minor, ShortText, Zone } from "../domain/primitives.ts";

/**
 * What desk and companion say to each other under `/api/desk/v1`. Everything may arrive twice and late: versions and
 * sequences decide what still counts. Objects are strict, so that nothing more than this can leave a desk.
 */

/** A desk's key: 256 bits, base64url. The desk makes it; the companion keeps its SHA-256 only. */
export const DeskKey = z.string().regex(/^[\w-]{43}$/);

/** Letters and digits that nobody takes for another; no vowels, so that no word comes out. */
export const CODE_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789";
export const CODE_LENGTH = 8;
/** The short code that the owner reads off the desk, without the dash that it is shown with. */
export const PairingCode = z.string().regex(/^[BCDFGHJKLMNPQRSTVWXZ2-9]{8}$/);

export const SIGN_IN_METHODS = ["google", "facebook", "email"] as const;
export const SignInMethodName = z.enum(SIGN_IN_METHODS);
export type SignInMethodName = z.infer<typeof SignInMethodName>;

// ---------------------------------------------------------------- pairing

/** `PUT /pairing`: asks for a confirmation. The key is in the header; the same call again changes nothing. */
export const PairingWish = z.strictObject({
  code: PairingCode,
  businessId: Id,
  businessName: ShortText.min(1),
});
export type PairingWish = z.infer<typeof PairingWish>;

/** `GET /pairing`, and the answer to the wish. An answer may grow: unknown fields are ignored by the desk. */
export const PairingState = z.discriminatedUnion("is", [
  z.object({ is: z.literal("waiting"), confirmUrl: z.url(), expiresAt: Instant }),
  z.object({
    is: z.literal("paired"),
    /** Where customers book. */
    bookingUrl: z.url(),
    /** Ways in that this companion offers. */
    methods: z.array(SignInMethodName),
  }),
]);
export type PairingState = z.infer<typeof PairingState>;

// ------------------------------------------------------------- publishing

const Version = z.int().min(1);

export const PublishedService = z.strictObject({
  id: Id,
  name: ShortText.min(1),
  durationMinutes: z.int().min(5).max(720),
  tint: Tint,
  priceMinor: Minor,
  /** Who does it; empty means everybody. */
  staffIds: z.array(Id).max(500),
});
export type PublishedService = z.infer<typeof PublishedService>;

export const PublishedStaff = z.strictObject({
  id: Id,
  name: ShortText.min(1),
  /** Null: whenever the business is open. */
  hours: WeeklyHours.nullable(),
});
export type PublishedStaff = z.infer<typeof PublishedStaff>;

/** How customers may book: the owner's choices. */
export const BookingRules = z.strictObject({
  /** `auto`: the desk confirms by itself when free. `hand`: somebody looks at each. */
  confirming: z.enum(["auto", "hand"]),
  /** Customers change and cancel until so many minutes before the start. */
  cutoffMinutes: z
    .int()
    .min(0)
    .max(60 * 24 * 60),
  /** The earliest that can be booked, in minutes from now. */
  leadMinutes: z
    .int()
    .min(0)
    .max(60 * 24 * 60),
  /** How many days ahead can be booked. */
  horizonDays: z.int().min(1).max(365),
});
export type BookingRules = z.infer<typeof BookingRules>;

/** Everything that customers may see of a business. Services and staff are in the order to be shown. */
export const PublicProfile = z.strictObject({
  name: ShortText.min(1),
  zone: Zone,
  currency: z.string().regex(/^[A-Z]{3}$/),
  locale: z.string().min(2).max(60),
  weekStart: z.union([z.literal(1), z.literal(6), z.literal(7)]),
  slotMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(30)]),
  hours: WeeklyHours,
  /** Days on which the business is shut, without the reason. */
  closures: z.array(ClosedDays.safeExtend({ name: z.literal("") })).max(1_000),
  address: z.string().max(300),
  phone: z.string().max(40),
  /** Left out: the ink of the house. */
  accent: Accent.optional(),
  services: z.array(PublishedService).max(1_000),
  staff: z.array(PublishedStaff).max(500),
  rules: BookingRules,
});
export type PublicProfile = z.infer<typeof PublicProfile>;

/** `PUT /profile`. A version that is not newer than the published one changes nothing. */
export const ProfilePublication = z.strictObject({ version: Version, profile: PublicProfile });
export type ProfilePublication = z.infer<typeof ProfilePublication>;

/** Time that can't be booked: when, and whom. Null means everybody. Nothing says why. */
export const BusyInterval = z
  .strictObject({ staffId: Id.nullable(), start: Instant, end: Instant })
  .refine(({ start, end }) => start < end, "The end must come after the start.");
export type BusyInterval = z.infer<typeof BusyInterval>;

/** `PUT /busy`: the whole window at once; outside of it nothing is free. */
export const BusyPublication = z.strictObject({
  version: Version,
  from: Instant,
  until: Instant,
  intervals: z.array(BusyInterval).max(100_000),
});
export type BusyPublication = z.infer<typeof BusyPublication>;

/** The answer to both: which version counts now. */
export const PublishedVersion = z.object({ version: z.int() });

// -------------------------------------------------------- changes, answers

export const RequestStatus = z.enum(["waiting", "confirmed", "declined", "cancelled"]);
export type RequestStatus = z.infer<typeof RequestStatus>;

/** Who asked. The e-mail is verified: the companion has no customers without. */
export const RequestCustomer = z.object({
  id: z.string().min(1).max(100),
  email: z.email().max(254),
  firstName: z.string().max(200),
  lastName: z.string().max(200),
  methods: z.array(SignInMethodName),
});
export type RequestCustomer = z.infer<typeof RequestCustomer>;

/** A booking request as it is now, not as it was when something happened to it. */
export const RequestSnapshot = z.object({
  id: Id,
  /** Grows with every change on either side; an answer names the one that it answers. */
  sequence: z.int().min(0),
  status: RequestStatus,
  serviceId: Id,
  staffId: Id,
  /** The customer asked for anyone. */
  anyStaff: z.boolean(),
  start: Instant,
  end: Instant,
  notes: LongText,
  /** Code of a decline or cancellation; empty otherwise. */
  reason: z.string().max(100),
  /** Null once the account was deleted. */
  customer: RequestCustomer.nullable(),
  createdAt: Instant,
});
export type RequestSnapshot = z.infer<typeof RequestSnapshot>;

/** What happened, in order. `request` is there for every kind that begins with `request.`, unless it is gone. */
export const DESK_EVENT_KINDS = [
  "request.new",
  "request.changed",
  "request.cancelled",
  "calendar.changed",
] as const;

export const DeskEvent = z.object({
  position: z.int().min(1),
  /** One of `DESK_EVENT_KINDS`; an older desk passes over what it does not know. */
  kind: z.string().max(60),
  request: RequestSnapshot.nullable(),
});
export type DeskEvent = z.infer<typeof DeskEvent>;

/**
 * `GET /changes?after=`: the oldest first; `more` if there are further ones. `newest` is the last position that was
 * given out: smaller than the desk's own means that the companion was put back to an older backup.
 */
export const DeskChanges = z.object({
  events: z.array(DeskEvent),
  more: z.boolean(),
  newest: z.int().min(0),
});
export type DeskChanges = z.infer<typeof DeskChanges>;

/** `POST /acknowledge`: everything up to here is kept safely at the desk and may go. */
export const Acknowledgement = z.strictObject({ position: z.int().min(0) });

/** Why a desk declines or cancels, as words for the customer; never what stands in the way. */
export const DECLINE_REASONS = ["taken", "closed", "unavailable", "late", "desk"] as const;
export const DeclineReason = z.enum(DECLINE_REASONS);
export type DeclineReason = z.infer<typeof DeclineReason>;

const Answered = {
  requestId: Id,
  sequence: z.int().min(0),
  /** The customer reads of it on the page alone, and gets no mail: whoever sits at the desk has told them. */
  quietly: z.boolean().default(false),
};

/**
 * How a request stands at the desk: the state, not the step, so that saying it twice is saying it once. `confirmed`
 * with another time, staff member or service than was asked for is a change by the desk.
 */
export const DeskAnswer = z.discriminatedUnion("is", [
  z.strictObject({
    is: z.literal("confirmed"),
    ...Answered,
    bookingId: Id,
    serviceId: Id,
    staffId: Id,
    start: Instant,
    end: Instant,
  }),
  z.strictObject({ is: z.literal("declined"), ...Answered, reason: DeclineReason }),
  z.strictObject({ is: z.literal("cancelled"), ...Answered, reason: DeclineReason }),
]);
export type DeskAnswer = z.infer<typeof DeskAnswer>;

/** `POST /answers`. */
export const DeskAnswers = z.strictObject({ answers: z.array(DeskAnswer).min(1).max(200) });

/**
 * `done`: it stands so now, as of `sequence`. `stale`: it stands otherwise than the desk thinks, because the customer did
 * something or a receipt was lost; the desk will read among the changes how. `gone`: there is no such request.
 */
export const AnswerResult = z.discriminatedUnion("is", [
  z.object({ is: z.literal("done"), requestId: Id, sequence: z.int() }),
  z.object({ is: z.literal("stale"), requestId: Id }),
  z.object({ is: z.literal("gone"), requestId: Id }),
]);
export type AnswerResult = z.infer<typeof AnswerResult>;
export const AnswerResults = z.object({ results: z.array(AnswerResult) });

// ------------------------------------------------------------ push channels

/** `PUT /push-channels`: a watch channel that Google will call the companion for. */
export const PushChannelWish = z.strictObject({
  id: z.string().min(1).max(64),
  token: DeskKey,
  expiresAt: Instant,
});
export type PushChannelWish = z.infer<typeof PushChannelWish>;

/** Where Google shall send its notifications. */
export const PushAddress = z.object({ address: z.url() });

// ---------------------------------------------------------------- failures

/** Every refusal of the desk's API. */
export const WIRE_ERRORS = [
  "BAD_INPUT",
  "TOO_LARGE",
  "UNKNOWN_KEY",
  "REVOKED",
  "NOT_CONFIRMED",
  "CODE_TAKEN",
  "TOO_MANY",
  "NOT_FOUND",
] as const;
export const WireErrorCode = z.enum(WIRE_ERRORS);
export type WireErrorCode = z.infer<typeof WireErrorCode>;
export const WireError = z.object({
  error: z.object({ code: WireErrorCode, message: z.string() }),
});
