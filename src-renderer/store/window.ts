import { create } from "zustand";
import type { ScheduleView } from "../../src-shared/bridge/contract/business.ts";
import type { CalendarDate, Id } from "../../src-shared/domain/primitives.ts";
import type { Repeat } from "../../src-shared/time/recurrence/repeat.ts";
import type { Waiting } from "../../src-shared/domain/waitlist.ts";
import type { BookingKey } from "./booking-key.ts";
import { seenBooking } from "./schedule.ts";

export const SCREENS = ["schedule", "customers", "integrations", "settings", "help"] as const;
export type Screen = (typeof SCREENS)[number];

/** What is selected on the schedule and shown in its pane. */
export type Selection =
  | { readonly is: "booking"; readonly id: BookingKey }
  | { readonly is: "block"; readonly id: BookingKey }
  | null;

/** Who a booking is for, as a form holds it. Null: nobody named. */
export type FormCustomer =
  | { readonly is: "known"; readonly id: Id; readonly name: string; readonly about: string }
  | { readonly is: "new"; readonly name: string; readonly phone: string; readonly email: string }
  | null;

/** A rule of a kind that the form doesn't offer is kept as it is. */
export interface KeptRule {
  readonly every: "kept";
  readonly rule: string;
}
export type RepeatChoice = Repeat | KeptRule | null;

/** What a booking's form holds while it is typed. `start` and `end` are minutes on the wall clock of `date`. */
export interface BookingValues {
  readonly date: CalendarDate;
  readonly staffId: Id;
  readonly start: number;
  readonly end: number;
  readonly customer: FormCustomer;
  readonly serviceId: Id | null;
  readonly deskNotes: string;
  readonly customerNotes: string;
  /** As typed; empty takes the service's price. */
  readonly price: string;
  /** Null for a single booking. */
  readonly repeat: RepeatChoice;
}

/** A booking or block being made. It stays when another place on the grid is clicked. */
export interface Draft extends BookingValues {
  readonly is: "booking" | "block";
  /** The stretch was drawn by hand, so a service does not change its length. */
  readonly drawn: boolean;
  /** Reason of a block. */
  readonly title: string;
  /** A block for everyone. */
  readonly everyone: boolean;
  /** Who is blocked besides the person of the column. */
  readonly others: readonly Id[];
  /** The last of the whole days that are blocked; null for a time of the day. */
  readonly lastDay: CalendarDate | null;
  /** Who is booked had waited for it; the entry of the waitlist goes with the booking. */
  readonly waiting: Waiting | null;
}

export type SearchOpen = { readonly query: string } | null;

interface WindowState {
  readonly screen: Screen;
  /** A part of the screen to be shown: a settings section, an integration. */
  readonly detail: string | null;
  readonly customerId: Id | null;
  /** Null until one is chosen in this window: then the one that was chosen last at the desk. */
  readonly view: ScheduleView | null;
  /** Whose week is shown; null for the first person of the schedule. */
  readonly personId: Id | null;
  /** Null until the business's zone is known: then today. */
  readonly date: CalendarDate | null;
  readonly selection: Selection;
  /** The pane shows the form instead of the card. */
  readonly editing: boolean;
  readonly draft: Draft | null;
  readonly walkInOpen: boolean;
  /** The dialog before a day sheet is printed. */
  readonly printOpen: boolean;
  readonly cancelling: BookingKey | null;
  readonly search: SearchOpen;
  readonly keysOpen: boolean;
}

/** What this window shows; nothing of it is kept. */
export const useWindow = create<WindowState>()(() => ({
  screen: "schedule",
  detail: null,
  customerId: null,
  view: null,
  personId: null,
  date: null,
  selection: null,
  editing: false,
  draft: null,
  walkInOpen: false,
  printOpen: false,
  cancelling: null,
  search: null,
  keysOpen: false,
}));

/** Shows a screen, or a part of it: `openScreen("settings", "staff")`. */
export function openScreen(screen: Screen, detail: string | null = null): void {
  useWindow.setState({ screen, detail, search: null, walkInOpen: false });
}

export function openCustomer(customerId: Id): void {
  openScreen("customers");
  useWindow.setState({ customerId });
}

/** Shows a day of the schedule: a week and a list turn to it, an overview gives way to the day itself. */
export function openDay(date: CalendarDate): void {
  openScreen("schedule");
  useWindow.setState(({ view }) => ({ date, view: view === "month" ? "day" : view }));
}

/** Shows a day on the grid, where something can be placed. */
export function openDayOnGrid(date: CalendarDate): void {
  openDay(date);
  useWindow.setState(({ view }) => ({ view: view === "list" ? "day" : view }));
}

export function select(selection: Selection, editing = false): void {
  useWindow.setState({ selection, editing, draft: null });
}

/** Shows a booking, or one occurrence of a series, in the pane, on its day; in a week the one of its person. */
export function openBooking(id: BookingKey, date: CalendarDate): void {
  openDay(date);
  const staffId = seenBooking(id)?.staffId;
  if (staffId !== undefined) useWindow.setState({ personId: staffId });
  select({ is: "booking", id });
}
