import { create } from "zustand";
import type { CustomerFields } from "../../src-shared/domain/customer.ts";
import type { CalendarDate, Id } from "../../src-shared/domain/primitives.ts";

export const SCREENS = ["schedule", "customers", "integrations", "settings", "help"] as const;
export type Screen = (typeof SCREENS)[number];

/** What is selected on the schedule and shown in its pane. */
export type Selection =
  | { readonly is: "booking"; readonly id: Id }
  | { readonly is: "block"; readonly id: Id }
  | null;

/** Who a new booking is for before its form says more. */
export type DraftCustomer =
  | { readonly is: "known"; readonly id: Id; readonly name: string }
  | { readonly is: "new"; readonly fields: Pick<CustomerFields, "name"> }
  | null;

/** A booking or block being made. `start` and `end` are minutes on the wall clock of `date`. */
export interface Draft {
  readonly is: "booking" | "block";
  readonly date: CalendarDate;
  readonly staffId: Id;
  readonly start: number;
  readonly end: number;
  /** The stretch was drawn by hand, so a service does not change its length. */
  readonly drawn: boolean;
  readonly customer: DraftCustomer;
}

export type SearchOpen = { readonly query: string } | null;

interface WindowState {
  readonly screen: Screen;
  /** A part of the screen to be shown: a settings section, an integration. */
  readonly detail: string | null;
  readonly customerId: Id | null;
  /** Null until the business's zone is known: then today. */
  readonly date: CalendarDate | null;
  readonly selection: Selection;
  /** The pane shows the form instead of the card. */
  readonly editing: boolean;
  readonly draft: Draft | null;
  readonly walkInOpen: boolean;
  readonly cancelling: Id | null;
  readonly search: SearchOpen;
  readonly keysOpen: boolean;
}

/** What this window shows; nothing of it is kept. */
export const useWindow = create<WindowState>()(() => ({
  screen: "schedule",
  detail: null,
  customerId: null,
  date: null,
  selection: null,
  editing: false,
  draft: null,
  walkInOpen: false,
  cancelling: null,
  search: null,
  keysOpen: false,
}));

/** Shows a screen, or a part of it: `openScreen("settings", "staff")`. */
export function openScreen(screen: Screen, detail: string | null = null): void {
  useWindow.setState({ screen, detail, search: null, draft: null, walkInOpen: false });
}

export function openCustomer(customerId: Id): void {
  openScreen("customers");
  useWindow.setState({ customerId });
}

/** Shows a day of the schedule. */
export function openDay(date: CalendarDate): void {
  openScreen("schedule");
  useWindow.setState({ date });
}

export function select(selection: Selection, editing = false): void {
  useWindow.setState({ selection, editing, draft: null });
}

/** Shows a booking in the pane, on its day. */
export function openBooking(id: Id, date: CalendarDate): void {
  openDay(date);
  select({ is: "booking", id });
}
