import { z } from "zod";
import {
  Business,
  BusinessFields,
  Service,
  ServiceFields,
  Staff,
  StaffFields,
} from "../../domain/business.ts";
import { Customer, CustomerFields, CustomerHit, Visit } from "../../domain/customer.ts";
import { SignInMethodName } from "../../companion/wire.ts";
import { Id, Instant, Revision } from "../../domain/primitives.ts";
import { CLOCK_CHOICES, LANGUAGE_CHOICES } from "../../words/languages.ts";
import { channel } from "./define.ts";

const Nothing = z.strictObject({});
const Ids = z.strictObject({ ids: z.array(Id).max(1_000) });

/** Names an existing row at the revision that was seen, or null to make a new one. */
const Existing = z.strictObject({ id: Id, revision: Revision }).nullable();

/** The ways to look at the schedule. */
export const SCHEDULE_VIEWS = ["day", "week", "month", "list"] as const;
export type ScheduleView = (typeof SCHEDULE_VIEWS)[number];

/** How this window looks; kept by the desk so that both hosts behave alike. */
export const Preferences = z.strictObject({
  theme: z.enum(["system", "light", "dark"]),
  /** What the words are in: the computer's language, or one that was chosen. */
  language: z.enum(LANGUAGE_CHOICES),
  /** Hours from 1 to 12 or from 0 to 23; as usual in the business's region unless one was chosen. */
  clock: z.enum(CLOCK_CHOICES),
  zoom: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  /** Which view of the schedule a window opens with: the one that was chosen last. */
  view: z.enum(SCHEDULE_VIEWS),
  hiddenStaffIds: z.array(Id).max(500),
  singleKeys: z.boolean(),
  /** Whether the schedule asks once a week to look at how the sync is. */
  syncReminder: z.boolean(),
  /** When a person last looked at it, or answered the reminder; null before the first time. */
  syncLookedAt: Instant.nullable(),
  /** Whether the system shows notices at all. */
  notices: z.boolean(),
  /** Whether they also tell that a customer has arrived. */
  noticeArrivals: z.boolean(),
  /** Whether they name the customer: a notice also lies on a locked screen. */
  noticeNames: z.boolean(),
  /** Whether they come outside the opening hours too. */
  noticesWhenClosed: z.boolean(),
});
export type Preferences = z.infer<typeof Preferences>;

/** Until somebody chooses otherwise. */
export const DEFAULT_PREFERENCES: Preferences = {
  theme: "system",
  language: "system",
  clock: "region",
  zoom: 0,
  view: "day",
  hiddenStaffIds: [],
  singleKeys: true,
  syncReminder: true,
  syncLookedAt: null,
  notices: true,
  noticeArrivals: false,
  noticeNames: false,
  noticesWhenClosed: false,
};

export const AppInfo = z.strictObject({
  version: z.string(),
  host: z.enum(["electron", "browser"]),
  /** Practice mode: a sample business beside a stand-in for Google. */
  practice: z.boolean(),
  /** True until a business was set up. */
  firstRun: z.boolean(),
  /** True while the desk shows the practice salon that the first run offers. */
  practising: z.boolean(),
});
export type AppInfo = z.infer<typeof AppInfo>;

export const CustomerCard = z.strictObject({
  customer: Customer,
  visits: z.int(),
  noShows: z.int(),
  lastVisits: z.array(Visit),
  /** How the customer signs in online; empty for one who never did. */
  signIn: z.array(SignInMethodName),
});
export type CustomerCard = z.infer<typeof CustomerCard>;

export const businessChannels = {
  "app.info": channel("Version and host of the running desk.", Nothing, AppInfo),
  "preferences.get": channel("How the window looks.", Nothing, Preferences),
  "preferences.set": channel(
    "Changes some of the preferences.",
    Preferences.partial(),
    Preferences,
  ),
  "business.get": channel("The business: name, zone, hours, closures.", Nothing, Business, [
    "NOT_FOUND",
  ]),
  "business.update": channel(
    "Changes fields of the business; a change of zone keeps every booking at its instant.",
    z.strictObject({ revision: Revision, fields: BusinessFields.partial() }),
    Business,
    ["STALE", "NOT_FOUND"],
  ),
  "staff.list": channel("All staff, archived ones too, by position.", Nothing, z.array(Staff)),
  "staff.save": channel(
    "Adds or changes a staff member.",
    z.strictObject({ existing: Existing, fields: StaffFields }),
    Staff,
    ["STALE", "NOT_FOUND"],
  ),
  "staff.reorder": channel("Sets the order of the columns.", Ids, z.array(Staff), ["NOT_FOUND"]),
  "service.list": channel(
    "All services, archived ones too, by position.",
    Nothing,
    z.array(Service),
  ),
  "service.save": channel(
    "Adds or changes a service; its bookings follow in the calendar.",
    z.strictObject({ existing: Existing, fields: ServiceFields }),
    Service,
    ["STALE", "NOT_FOUND"],
  ),
  "service.reorder": channel("Sets the order of the services.", Ids, z.array(Service), [
    "NOT_FOUND",
  ]),
  "customer.search": channel(
    "Customers by name, any part of the phone number, or e-mail; best match first.",
    z.strictObject({ query: z.string().max(200), limit: z.int().min(1).max(200) }),
    z.array(CustomerHit),
  ),
  "customer.get": channel(
    "A customer with the last visits.",
    z.strictObject({ id: Id }),
    CustomerCard,
    ["NOT_FOUND"],
  ),
  "customer.phones": channel(
    "Phone numbers by customer, for a sheet on paper; those without one are left out.",
    z.strictObject({ ids: z.array(Id).max(2_000) }),
    z.record(Id, z.string()),
  ),
  "customer.save": channel(
    "Adds or changes a customer; a new name follows in the calendar.",
    z.strictObject({ existing: Existing, fields: CustomerFields }),
    Customer,
    ["STALE", "NOT_FOUND"],
  ),
} as const;
