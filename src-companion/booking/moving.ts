import type { SignedIn } from "../accounts/session.ts";
import type { Companion } from "../http/env.ts";
import { isChangeable, ownBooking, type OwnBooking } from "./own.ts";

/**
 * The booking that an address or a form wants to move. `sign-in`: nobody knows whose it would be. `unknown`: not this
 * customer's, or not at this business. `over`: it can't be changed any more.
 */
export type Move =
  | { readonly is: "none" }
  | { readonly is: "sign-in" }
  | { readonly is: "unknown" }
  | { readonly is: "over"; readonly booking: OwnBooking }
  | { readonly is: "moving"; readonly booking: OwnBooking };

export async function moveOf(
  companion: Companion,
  customer: SignedIn | null,
  businessId: string,
  id: string | undefined,
): Promise<Move> {
  if (id === undefined || id === "") return { is: "none" };
  if (customer === null) return { is: "sign-in" };
  const booking = await ownBooking(companion, customer.id, id);
  if (booking?.business_id !== businessId) return { is: "unknown" };
  return { is: isChangeable(booking, companion.clock.now()) ? "moving" : "over", booking };
}
