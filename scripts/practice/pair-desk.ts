import type { OpenedCompanion } from "../../src-companion/companion.ts";
import { confirmPairing } from "../../src-companion/desk/pairing.ts";
import { systemClock } from "../../src-main/node/time.ts";
import type { BridgeClient } from "./bridge-client.ts";
import type { CompanionSite } from "./companion-at.ts";
import { until } from "./until.ts";

const OWNER = { email: "owner@salon.example", first: "Ida", last: "Nord" } as const;

/** The owner's account, made without the pages: whoever practises has nothing to type. */
async function ownerOf({ companion }: OpenedCompanion): Promise<string> {
  const { store, random } = companion;
  const id = random.id();
  const moment = new Date(systemClock.now()).toISOString();
  await store.db
    .insertInto("customer")
    .values({
      id,
      name: `${OWNER.first} ${OWNER.last}`,
      email: OWNER.email,
      email_verified: 1,
      image: null,
      first_name: OWNER.first,
      last_name: OWNER.last,
      language: "en",
      created_at: moment,
      updated_at: moment,
    })
    .execute();
  return id;
}

/**
 * Pairs a desk with the companion as its owner would, and waits until customers can book.
 * Returns the address where they do.
 */
export async function pairDesk(bridge: BridgeClient, online: CompanionSite): Promise<string> {
  const begun = await bridge.call("companion.pair", { url: online.url });
  if (begun.pairing.is !== "waiting") throw new Error(`The pairing is ${begun.pairing.is}.`);
  const { companion } = online.opened();
  const confirmed = await confirmPairing(
    companion,
    begun.pairing.code,
    await ownerOf(online.opened()),
  );
  if (confirmed.is !== "paired") throw new Error(`The code is ${confirmed.is}.`);
  return until("The desk’s first publication", async () => {
    const { pairing } = await bridge.call("companion.status", {});
    const business = await companion.store.db
      .selectFrom("business")
      .select("busy_version")
      .executeTakeFirst();
    const canBook = pairing.is === "paired" && (business?.busy_version ?? 0) > 0;
    return canBook ? pairing.bookingUrl : undefined;
  });
}
