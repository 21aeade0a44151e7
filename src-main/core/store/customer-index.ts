import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { Database } from "./database.ts";
import { digitsOf, fold } from "./folding.ts";

/** What of a customer is searched: the folded name, the digits of the number, the address in lower case. */
interface Indexed {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

interface Row {
  readonly row: number;
}

/** The trigram index knows nothing shorter, in characters. */
const SHORTEST_PART = 3;

/** Bounds of a range in an index: everything that begins with the text. */
const BEGINS = (column: string): string =>
  `${column} >= :text AND ${column} < :text || char(0x10FFFF)`;

function statements(db: Database) {
  const one = (name: string, sql: string) => db.statement<Row>(`customer.${name}`, sql);
  return {
    put: one(
      "index",
      `INSERT INTO customer_index (customer_id, name, phone, email) VALUES (:id, :name, :phone, :email)
       ON CONFLICT (customer_id) DO UPDATE SET name = excluded.name, phone = excluded.phone, email = excluded.email
       RETURNING row`,
    ),
    clearWords: one("clearWords", "DELETE FROM customer_word WHERE row = :row"),
    addWord: one(
      "addWord",
      "INSERT INTO customer_word (text, row) VALUES (:text, :row) ON CONFLICT DO NOTHING",
    ),
    name: one(
      "byName",
      `SELECT row FROM customer_index WHERE ${BEGINS("name")} ORDER BY name, row LIMIT :limit`,
    ),
    word: one(
      "byWord",
      `SELECT row FROM customer_word WHERE ${BEGINS("text")} ORDER BY text, row LIMIT :limit`,
    ),
    email: one(
      "byEmail",
      `SELECT row FROM customer_index WHERE email <> '' AND ${BEGINS("email")} ORDER BY email, row LIMIT :limit`,
    ),
    phone: one(
      "byPhone",
      `SELECT row FROM customer_index WHERE phone <> '' AND ${BEGINS("phone")} ORDER BY phone, row LIMIT :limit`,
    ),
    insideName: one(
      "insideName",
      `SELECT i.row FROM customer_names JOIN customer_index i ON i.row = customer_names.rowid
       WHERE customer_names MATCH :match
         AND NOT EXISTS (SELECT 1 FROM json_each(:short) AS word WHERE instr(i.name, word.value) = 0)
       ORDER BY customer_names.rowid LIMIT :limit`,
    ),
    insideContact: one(
      "insideContact",
      `SELECT rowid AS row FROM customer_contacts WHERE customer_contacts MATCH :match ORDER BY rowid LIMIT :limit`,
    ),
    bothWords: one(
      "bothWords",
      `SELECT row FROM customer_index WHERE instr(name, :first) > 0 AND instr(name, :second) > 0 LIMIT :limit`,
    ),
  };
}

/** A number is looked for only if the query could be one: "Anna 2" is a name. */
function phonePartOf(query: string): string {
  if (!/^[\d\s+()/.-]+$/.test(query)) return "";
  const digits = digitsOf(query);
  // One digit stands in nearly every number.
  if (digits.length < 2) return "";
  // 0170… at home is +49170… from abroad; the zero stands for the country code.
  return digits.length > 4 ? digits.replace(/^0{1,2}/, "") : digits;
}

/** A phrase of the index's own query language, in one column. */
function part(column: keyof Indexed, text: string): string {
  return `${column} : "${text.replaceAll('"', '""')}"`;
}

function isLong(text: string): boolean {
  return [...text].length >= SHORTEST_PART;
}

/** The words of a name from the second on, each with what follows it. */
function laterWords(name: string): string[] {
  const words = name.split(" ");
  return words.slice(1).map((_, i) => words.slice(i + 1).join(" "));
}

type Lookup = (limit: number) => readonly Row[];

/** Keeps the index of the customers' names, numbers and addresses, and searches in it. */
export function createCustomerIndex(db: Database) {
  const sql = statements(db);

  function insideName(words: readonly string[]): Lookup {
    const long = words.filter(isLong);
    const short = words.filter((word) => !isLong(word));
    if (long.length > 0) {
      const match = long.map((word) => part("name", word)).join(" AND ");
      return (limit) => sql.insideName.all({ match, short: JSON.stringify(short), limit });
    }
    const [first = "", ...rest] = words;
    // One or two letters begin a word; inside of one they stand nearly everywhere.
    if (rest.length === 0) return () => [];
    return (limit) => sql.bothWords.all({ first, second: rest.join(" "), limit });
  }

  function insideContact(email: string, digits: string): Lookup {
    const parts = [
      ...(isLong(email) ? [part("email", email)] : []),
      ...(isLong(digits) ? [part("phone", digits)] : []),
    ];
    if (parts.length === 0) return () => [];
    return (limit) => sql.insideContact.all({ match: parts.join(" OR "), limit });
  }

  /** From the best grade of a match to the least. */
  function grades(query: string): readonly Lookup[] {
    const words = fold(query);
    const text = query.trim().toLowerCase();
    const email = /\s/.test(text) ? "" : text;
    const digits = phonePartOf(query);
    return [
      ...(words === ""
        ? []
        : [
            (limit: number) => sql.name.all({ text: words, limit }),
            (limit: number) => sql.word.all({ text: words, limit }),
          ]),
      ...(email === "" ? [] : [(limit: number) => sql.email.all({ text: email, limit })]),
      ...(digits === "" ? [] : [(limit: number) => sql.phone.all({ text: digits, limit })]),
      ...(words === "" ? [] : [insideName(words.split(" "))]),
      insideContact(email, digits),
    ];
  }

  return {
    /** Belongs into the transaction that writes the customer. */
    put(id: Id, indexed: Indexed): void {
      const row = sql.put.get({ id, ...indexed })?.row;
      if (row === undefined) throw new Error("The customer was not indexed.");
      sql.clearWords.run({ row });
      for (const rest of laterWords(indexed.name))
        sql.addWord.run({ text: `${rest}\n${indexed.name}`, row });
    },
    /**
     * Rows of the index, the best match first: the name begins with the words, a word of it does, an address or number
     * begins with it, it stands somewhere inside. With nothing to look for, the first by name. Each grade is asked for
     * no more than is missing, so that a name that thousands share costs no more than a rare one.
     */
    search(query: string, limit: number): number[] {
      if (query.trim() === "") return sql.name.all({ text: "", limit }).map(({ row }) => row);
      const found = new Set<number>();
      for (const lookup of grades(query)) {
        if (found.size >= limit) break;
        // What a better grade found comes once more, and a name may begin several of its words alike.
        for (const { row } of lookup(2 * limit + found.size)) found.add(row);
      }
      return [...found].slice(0, limit);
    },
  };
}
