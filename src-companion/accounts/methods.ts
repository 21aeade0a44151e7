import type { Companion } from "../http/env.ts";

export interface Method {
  readonly id: string;
  readonly provider: string;
}

/** The ways in of a customer, the oldest first. */
export function methodsOf({ store }: Companion, customerId: string): Promise<Method[]> {
  return store.db
    .selectFrom("sign_in_method")
    .where("customer_id", "=", customerId)
    .orderBy("created_at")
    .select(["id", "provider"])
    .execute();
}

/**
 * Removes one way in; false if it is the last one or not this customer's. The customer's row is written first, so that
 * two removals at once come one after the other.
 */
export function removeMethod(
  { store }: Companion,
  customerId: string,
  methodId: string,
): Promise<boolean> {
  return store.write(async (trx) => {
    await trx
      .updateTable("customer")
      .set((eb) => ({ language: eb.ref("language") }))
      .where("id", "=", customerId)
      .execute();
    const methods = await trx
      .selectFrom("sign_in_method")
      .where("customer_id", "=", customerId)
      .select("id")
      .execute();
    if (methods.length < 2 || !methods.some(({ id }) => id === methodId)) return false;
    await trx.deleteFrom("sign_in_method").where("id", "=", methodId).execute();
    return true;
  });
}
