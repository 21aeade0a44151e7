import type { AttentionItem, Comparison } from "../../src-shared/bridge/contract/sync.ts";
import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";
import type { Id } from "../../src-shared/domain/primitives.ts";
import { toMs } from "../../src-shared/time/zones.ts";
import { call } from "../bridge.ts";
import { createBooking, inputOf, type Placement } from "../schedule/actions/bookings.ts";
import { rememberMoved } from "../schedule/actions/moving.ts";
import { scopeOf } from "../schedule/actions/scope-question.ts";
import { settle } from "../schedule/actions/turns.ts";
import { toast } from "../ui/toast.tsx";
import { words } from "../words/i18n.ts";

/** Which version is kept. */
export type Choice = "ours" | "google" | "both";

export interface Decision {
  readonly item: AttentionItem;
  readonly found: Comparison;
  /** As the desk has it. */
  readonly booking: ScheduledBooking;
  /** What is in the way was seen. */
  readonly anyway: boolean;
  /** Of the second booking, if both are kept. */
  readonly secondId: Id;
}

/** Where Google has the booking, with the same person; null where no single booking could be there. */
export function theirPlace({ takes }: Comparison, { staffId }: ScheduledBooking): Placement | null {
  if (takes === null) return null;
  const { start, end } = takes;
  return { staffId, start, durationMinutes: (toMs(end) - toMs(start)) / 60_000 };
}

/** Google's time for the booking; that can be taken back, but for a whole series. */
async function takeGoogle({ item, found, booking }: Decision): Promise<void> {
  await call("sync.settleAttention", { id: item.id, how: "acceptGoogle" });
  const place = theirPlace(found, booking);
  if (place === null) return toast({ text: words.t("compare.tookGoogle") });
  const { id, originalStart } = { id: booking.id, originalStart: found.originalStart };
  const { booking: moved } = await call("booking.get", { id, originalStart });
  settle(moved);
  rememberMoved(booking, moved, place, scopeOf(booking));
}

/** The second booking is made first: should that be refused, the question stays open. */
async function keepBoth({ item, found, booking, anyway, secondId }: Decision): Promise<void> {
  const place = theirPlace(found, booking);
  if (place === null) return;
  await createBooking(secondId, { ...inputOf(booking), ...place }, { anyway, waiting: null });
  await call("sync.settleAttention", { id: item.id, how: "keptBoth" });
}

async function keepOurs({ item }: Decision): Promise<void> {
  await call("sync.settleAttention", { id: item.id, how: "retry" });
  toast({ text: words.t("compare.keptOurs") });
}

/**
 * Carries out what was chosen.
 * @throws BridgeFailure, `CONFLICT` if Google's time was taken meanwhile: the dialog shows it
 */
export function decide(choice: Choice, decision: Decision): Promise<void> {
  switch (choice) {
    case "ours":
      return keepOurs(decision);
    case "google":
      return takeGoogle(decision);
    case "both":
      return keepBoth(decision);
  }
}
