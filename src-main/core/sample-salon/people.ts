import type { Customer } from "../../../src-shared/domain/customer.ts";
import { fold } from "../store/folding.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { Chance } from "./chance.ts";
import { ALERTS, GIVEN_NAMES, SURNAMES } from "./names.ts";

/** Numbers that the German regulator keeps for films: nobody can be reached under them. */
const PHONE_PREFIX = "+49 30 23125";

function mailName(name: string): string {
  return fold(name).replaceAll(/[^a-z]+/g, ".");
}

/** Different people: no name comes twice, every given name and every surname does. */
export function customersOf(nextId: () => Id, chance: Chance, count: number): Customer[] {
  const surnames = chance.shuffled(SURNAMES);
  return Array.from({ length: count }, (_, i): Customer => {
    const round = Math.floor(i / GIVEN_NAMES.length);
    const given = GIVEN_NAMES[i % GIVEN_NAMES.length] ?? "";
    const surname = surnames[(i + round) % surnames.length] ?? "";
    const name = `${given} ${surname}`;
    return {
      id: nextId(),
      revision: 1,
      name,
      phone: chance.happens(0.92) ? `${PHONE_PREFIX} ${String(i).padStart(3, "0")}` : "",
      email: chance.happens(0.7) ? `${mailName(name)}@example.com` : "",
      notes: "",
      alert: chance.happens(0.06) ? chance.pick(ALERTS) : "",
    };
  });
}
