/**
 * The customer search answers at every key press. A trigram index finds any part of a name, a number or an address of
 * three letters and more; ordered tables find what begins with the first one or two.
 */
export const findingCustomers = {
  version: 11,
  name: "finding-customers",
  sql: `
    DROP INDEX customer_search;

    -- What of a customer is searched. Its own row number: that of customer may change when a copy is compacted.
    CREATE TABLE customer_index (
      row INTEGER PRIMARY KEY,
      customer_id TEXT NOT NULL UNIQUE REFERENCES customer (id) ON DELETE CASCADE,
      -- Folded; digits only; lower case.
      name TEXT NOT NULL,
      phone TEXT NOT NULL,
      email TEXT NOT NULL
    ) STRICT;
    CREATE INDEX customer_index_name ON customer_index (name);
    CREATE INDEX customer_index_phone ON customer_index (phone) WHERE phone <> '';
    CREATE INDEX customer_index_email ON customer_index (email) WHERE email <> '';

    -- Each word of a name but the first, with what follows it; then, behind a line break, the whole name to sort by.
    CREATE TABLE customer_word (
      text TEXT NOT NULL,
      row INTEGER NOT NULL REFERENCES customer_index (row) ON DELETE CASCADE,
      PRIMARY KEY (text, row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX customer_word_row ON customer_word (row);

    -- Two indexes: letters that stand in every address would be looked through for each name, too.
    CREATE VIRTUAL TABLE customer_names USING fts5(
      name,
      content = 'customer_index', content_rowid = 'row', columnsize = 0, tokenize = 'trigram case_sensitive 1'
    );
    CREATE VIRTUAL TABLE customer_contacts USING fts5(
      phone, email,
      content = 'customer_index', content_rowid = 'row', columnsize = 0, tokenize = 'trigram case_sensitive 1'
    );
    -- Of who was deleted nothing stays in the indexes either.
    INSERT INTO customer_names (customer_names, rank) VALUES ('secure-delete', 1);
    INSERT INTO customer_contacts (customer_contacts, rank) VALUES ('secure-delete', 1);
    CREATE TRIGGER customer_index_added AFTER INSERT ON customer_index BEGIN
      INSERT INTO customer_names (rowid, name) VALUES (new.row, new.name);
      INSERT INTO customer_contacts (rowid, phone, email) VALUES (new.row, new.phone, new.email);
    END;
    CREATE TRIGGER customer_index_removed AFTER DELETE ON customer_index BEGIN
      INSERT INTO customer_names (customer_names, rowid, name) VALUES ('delete', old.row, old.name);
      INSERT INTO customer_contacts (customer_contacts, rowid, phone, email)
      VALUES ('delete', old.row, old.phone, old.email);
    END;
    CREATE TRIGGER customer_index_changed AFTER UPDATE ON customer_index BEGIN
      INSERT INTO customer_names (customer_names, rowid, name) VALUES ('delete', old.row, old.name);
      INSERT INTO customer_names (rowid, name) VALUES (new.row, new.name);
      INSERT INTO customer_contacts (customer_contacts, rowid, phone, email)
      VALUES ('delete', old.row, old.phone, old.email);
      INSERT INTO customer_contacts (rowid, phone, email) VALUES (new.row, new.phone, new.email);
    END;

    INSERT INTO customer_index (customer_id, name, phone, email)
    SELECT id, name_folded, phone_digits, lower(email) FROM customer;
    INSERT INTO customer_word (text, row)
    WITH RECURSIVE word (row, name, rest) AS (
      SELECT row, name, name FROM customer_index
      UNION ALL
      SELECT row, name, substr(rest, instr(rest, ' ') + 1) FROM word WHERE instr(rest, ' ') > 0
    )
    SELECT DISTINCT rest || char(10) || name, row FROM word WHERE rest <> name;
  `,
} as const;
