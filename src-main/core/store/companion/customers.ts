import { z } from "zod";
import { SignInMethodName } from "../../../../src-shared/companion/wire.ts";
import type { Id } from "../../../../src-shared/domain/primitives.ts";
import type { Database } from "../database.ts";
import { readJson } from "../json.ts";

const Methods = z.array(SignInMethodName);

/** Customers who book online, and how they sign in there. */
export function createOnlineCustomers(db: Database) {
  const byEmail = db.statement<{ id: string }>(
    "onlineCustomer.byEmail",
    `SELECT id FROM (
       SELECT id, 0 AS merged FROM customer WHERE lower(email) = lower(:email)
       UNION ALL SELECT customer_id, 1 FROM customer_email WHERE email = lower(:email)
     ) ORDER BY merged, id LIMIT 1`,
  );
  const put = db.statement(
    "onlineCustomer.put",
    `INSERT INTO online_customer VALUES (:customerId, :methods)
     ON CONFLICT (customer_id) DO UPDATE SET methods = excluded.methods`,
  );
  const find = db.statement<{ methods: string }>(
    "onlineCustomer.find",
    "SELECT methods FROM online_customer WHERE customer_id = :customerId",
  );
  return {
    /**
     * The customer with this verified address, also of a card that was merged; of several with the same one, the first
     * that was made.
     */
    byEmail: (email: string): Id | undefined => byEmail.get({ email })?.id,
    setMethods(customerId: Id, methods: readonly SignInMethodName[]): void {
      put.run({ customerId, methods: JSON.stringify(methods) });
    },
    methodsOf(customerId: Id): SignInMethodName[] {
      const row = find.get({ customerId });
      return row === undefined ? [] : readJson(Methods, row.methods, "sign-in methods");
    },
  };
}
