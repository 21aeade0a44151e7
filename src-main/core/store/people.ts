import type { Database } from "./database.ts";

/** Shorter ones would take syllables out of ordinary words. */
const SHORTEST = 3;

interface Row {
  readonly text: string;
}

/**
 * Takes every customer's, staff member's and business's name, and every phone number and e-mail address that the desk
 * knows, out of a text. A net below texts that should hold none of them.
 */
export function createPeopleMask(db: Database): (text: string) => string {
  const known = db.statement<Row>(
    "people.known",
    `SELECT name AS text FROM customer UNION SELECT phone FROM customer UNION SELECT email FROM customer
     UNION SELECT name FROM staff UNION SELECT name FROM business
     UNION SELECT account FROM connection UNION SELECT calendar_name FROM connection`,
  );
  return (text) => {
    const names = known
      .all()
      .map((row) => row.text ?? "")
      .filter((name) => name.trim().length >= SHORTEST)
      .toSorted((a, b) => b.length - a.length);
    return names.reduce((left, name) => left.replaceAll(name, "[person]"), text);
  };
}
