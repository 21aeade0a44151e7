import type { BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import type { Business } from "../../../src-shared/domain/business.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { putSalon, sampleSalon } from "../sample-salon/index.ts";
import { createEmptying } from "../store/emptying.ts";
import { mustBeCurrent } from "../store/revision.ts";
import { ensureBusiness, isPractising, PRACTISING_KEY } from "./business.ts";
import { changeCatalogue } from "./catalogue.ts";
import type { Stores } from "./stores.ts";

/** Everybody practises with the same salon. */
const SEED = 7;

function practise(stores: Stores, { revision }: BridgeParsed<"setUp.practise">): Business {
  if (stores.staff.list().length > 0)
    throw new AppError("STALE", "This business was set up meanwhile.");
  const before = mustBeCurrent(stores.business.find(), revision, "business");
  const salon = sampleSalon({ now: stores.clock.now(), zone: before.zone, seed: SEED });
  const business = { ...salon.business, id: before.id, revision: before.revision + 1 };
  putSalon(stores, { ...salon, business });
  stores.settings.set(PRACTISING_KEY, true);
  return business;
}

function startOver(stores: Stores, empty: () => void): Business {
  if (!isPractising(stores))
    throw new AppError("NOT_ALLOWED", "Only a practice salon can be cleared away.");
  const { zone } = stores.theBusiness();
  empty();
  stores.settings.set(PRACTISING_KEY, false);
  ensureBusiness(stores, zone);
  return stores.theBusiness();
}

/** A salon to try everything with, in place of the three steps, and the way from it to one's own business. */
export function practiceHandlers(
  stores: Stores,
): Pick<Handlers, "setUp.practise" | "setUp.startOver"> {
  const empty = createEmptying(stores.db);
  return {
    "setUp.practise": (input) =>
      changeCatalogue(stores, "setUp.practise", () => practise(stores, input)),
    "setUp.startOver": () => {
      // Whoever practised with what turned out to be real finds it there.
      if (isPractising(stores)) stores.db.backUp();
      return changeCatalogue(stores, "setUp.startOver", () => startOver(stores, empty));
    },
  };
}

/** Practice bookings never reach a real calendar or real customers: neither is connected to the other. */
export function refuseIf<Input, Output>(
  refuses: () => boolean,
  code: "PRACTISING" | "ALREADY_CONNECTED",
  handle: (input: Input) => Output,
): (input: Input) => Output {
  return (input) => {
    if (refuses()) throw new AppError(code, "A practice salon is connected to nothing real.");
    return handle(input);
  };
}
