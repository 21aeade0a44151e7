import { Offer } from "../../../src-shared/bridge/contract/companion.ts";
import type { Stores } from "../schedule/stores.ts";
import { createChannelStore } from "../store/companion/channels.ts";
import { createPairingStore } from "../store/companion/pairing.ts";
import { createRequestStore } from "../store/companion/requests.ts";

/** An offer from before there were colours is kept, without one. */
const KeptOffer = Offer.extend({ accent: Offer.shape.accent.default(null) });

const OFFER_KEY = "companion.offer";

/** A day's notice, an hour ahead, two months: what most salons start with. */
export const DEFAULT_OFFER: Offer = {
  confirming: "auto",
  cutoffMinutes: 24 * 60,
  leadMinutes: 60,
  horizonDays: 60,
  address: "",
  phone: "",
  accent: null,
};

/** What the companion's side of the desk remembers, beside the schedule it works on. */
export function createCompanionMemory(stores: Stores) {
  const { db, settings } = stores;
  return {
    ...stores,
    pairing: createPairingStore(db),
    requests: createRequestStore(db),
    channels: createChannelStore(db),
    offer: (): Offer => settings.get(OFFER_KEY, KeptOffer) ?? DEFAULT_OFFER,
    setOffer(offer: Offer): void {
      settings.set(OFFER_KEY, offer);
    },
  };
}
export type CompanionMemory = ReturnType<typeof createCompanionMemory>;
