/** Addresses of cards that were merged into another one: who signs in with one is that customer. */
export const customerCards = {
  version: 8,
  name: "customer-cards",
  sql: `
    CREATE TABLE customer_email (
      -- Lower case.
      email TEXT PRIMARY KEY,
      customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX customer_email_customer ON customer_email (customer_id);
  `,
} as const;
