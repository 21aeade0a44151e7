import { create } from "zustand";
import type { WaitingRow } from "../../../src-shared/bridge/contract/waiting.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { FormCustomer } from "../../store/window.ts";
import type { FreedTime } from "../actions/offers.ts";

/** What is already known of who wants a time. */
export interface Wanted {
  readonly serviceId: Id | null;
  readonly staffId: Id | null;
  readonly customer: FormCustomer;
}

export const NOTHING_WANTED: Wanted = { serviceId: null, staffId: null, customer: null };

/** The dialogs of the desk; one at a time. */
export type DeskDialog =
  | { readonly is: "find"; readonly wanted: Wanted }
  /** Everybody who waits, or those who would take a time that became free. */
  | { readonly is: "waitlist"; readonly freed: FreedTime | null }
  | { readonly is: "waiting"; readonly row: WaitingRow | null; readonly wanted: Wanted }
  | { readonly is: "conflicts" };

export const useDeskDialog = create<{ readonly open: DeskDialog | null }>()(() => ({ open: null }));

export function openDialog(open: DeskDialog): void {
  useDeskDialog.setState({ open });
}

export function closeDialog(): void {
  useDeskDialog.setState({ open: null });
}
