/** A person at the desk may change an online booking without a mail to the customer. */
export const quietChanges = {
  version: 10,
  name: "quiet-changes",
  sql: `
    -- The revision of the booking of which the customer is told on the page alone; null: also by mail.
    ALTER TABLE online_request ADD COLUMN quiet_revision INTEGER;
  `,
} as const;
