import { sql } from "kysely";
import type { Clock } from "../ports.ts";
import { hashSecret } from "../secrets.ts";
import type { Store } from "../store/store.ts";

export interface Limit {
  readonly name: string;
  readonly max: number;
  readonly windowMs: number;
}

const MINUTE = 60_000;

/** How often something may be tried by one address or for one e-mail. */
export const LIMITS = {
  signInByAddress: { name: "sign-in-address", max: 60, windowMs: 15 * MINUTE },
  signInByEmail: { name: "sign-in-email", max: 10, windowMs: 15 * MINUTE },
  mailByAddress: { name: "mail-address", max: 30, windowMs: 60 * MINUTE },
  mailByEmail: { name: "mail-email", max: 5, windowMs: 60 * MINUTE },
  linkByAddress: { name: "link-address", max: 60, windowMs: 15 * MINUTE },
  linkByToken: { name: "link-token", max: 10, windowMs: 15 * MINUTE },
  providerByAddress: { name: "provider-address", max: 60, windowMs: 15 * MINUTE },
  profileByCustomer: { name: "profile-customer", max: 30, windowMs: 15 * MINUTE },
  pairByAddress: { name: "pair-address", max: 30, windowMs: 15 * MINUTE },
  codeByAddress: { name: "code-address", max: 30, windowMs: 15 * MINUTE },
  holdByAddress: { name: "hold-address", max: 60, windowMs: 15 * MINUTE },
  codeByCustomer: { name: "code-customer", max: 10, windowMs: 15 * MINUTE },
} as const satisfies Record<string, Limit>;

export interface Limits {
  /** Counts one try against each; false if any of them is used up. */
  allow(...tries: ReadonlyArray<readonly [limit: Limit, who: string]>): Promise<boolean>;
}

/** Fixed windows, counted in the database in one statement each: right for many requests on many servers at once. */
export function createLimits(store: Store, clock: Clock): Limits {
  const consume = async (limit: Limit, who: string): Promise<boolean> => {
    const now = clock.now();
    const end = now + limit.windowMs;
    const row = await store.db
      .insertInto("rate_limit")
      .values({
        key_hash: hashSecret(`${limit.name}\n${who.toLowerCase()}`),
        count: 1,
        window_ends_at: end,
      })
      .onConflict((conflict) =>
        conflict.column("key_hash").doUpdateSet({
          count: sql<number>`CASE WHEN rate_limit.window_ends_at <= ${now} THEN 1 ELSE rate_limit.count + 1 END`,
          window_ends_at: sql<number>`CASE WHEN rate_limit.window_ends_at <= ${now} THEN excluded.window_ends_at ELSE rate_limit.window_ends_at END`,
        }),
      )
      .returning("count")
      .executeTakeFirstOrThrow();
    return row.count <= limit.max;
  };
  return {
    allow: async (...tries) => {
      const results = await Promise.all(tries.map(([limit, who]) => consume(limit, who)));
      return results.every(Boolean);
    },
  };
}
