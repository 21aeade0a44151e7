import { expect, test } from "vitest";
import { createCustomerIndex } from "../../../src-main/core/store/customer-index.ts";
import type { Database } from "../../../src-main/core/store/database.ts";
import { openSalon } from "../../fixtures/salon.ts";

async function found(query: string): Promise<string[]> {
  const salon = await openSalon();
  await salon.customer("Eva Müller-Łuczak", { phone: "+49 (170) 123 45-67" });
  await salon.customer("Bergit Evans", { email: "Bergit@Example.com" });
  await salon.customer("Anna Berg", { phone: "030 998877" });
  await salon.customer("Steinberg", { email: "evita@example.com" });
  await salon.customer("🦄 O'Hara");
  const hits = await salon.call("customer.search", { query, limit: 20 });
  return hits.map((hit) => hit.name);
}

test.each([
  [
    "a name by its beginning first, then by its words, then from inside",
    "berg",
    ["Bergit Evans", "Anna Berg", "Steinberg"],
  ],
  ["without minding accents, hyphens and case", "MULLER luc", ["Eva Müller-Łuczak"]],
  ["by words in another order", "luczak eva", ["Eva Müller-Łuczak"]],
  ["a name before a mail address", "ev", ["Eva Müller-Łuczak", "Bergit Evans", "Steinberg"]],
  ["by the middle of a phone number, however it is written", "123-45", ["Eva Müller-Łuczak"]],
  ["by the number as it is dialled at home", "0170 1234567", ["Eva Müller-Łuczak"]],
  ["by its last digits", "8877", ["Anna Berg"]],
  ["by mail address", "bergit@ex", ["Bergit Evans"]],
  ["by a word and the beginning of another, the other way round", "lu mu", ["Eva Müller-Łuczak"]],
  ["by the inside of a word and one letter of another", "ucza e", ["Eva Müller-Łuczak"]],
  ["by the first letter of a later word", "b", ["Bergit Evans", "Anna Berg"]],
  ["by the inside of a mail address", "ita@exam", ["Steinberg"]],
  ["by a picture in the name", "🦄", ["🦄 O'Hara"]],
  ["nobody", "nobody", []],
  ["nobody for signs alone", "%_'\"", []],
  ["nobody by an injected query", "' OR 1=1 --", []],
])("finds %s", async (_what, query, names) => {
  expect(await found(query)).toEqual(names);
});

test("with nothing to look for, the first by name", async () => {
  expect(await found("  ")).toHaveLength(5);
});

test("a hit carries what its bookings add up to", async () => {
  const salon = await openSalon();
  const eva = await salon.customer("Eva Berg");
  const known = { customer: { is: "known" as const, id: eva.id } };
  await salon.book("2026-11-17T09:00:00.000Z", known);
  const missed = await salon.book("2026-11-18T09:00:00.000Z", known);
  await salon.book("2026-11-24T09:00:00.000Z", known);
  const cancelled = await salon.book("2026-11-20T09:00:00.000Z", known);
  await salon.setStatus(missed.id, 1, "noShow");
  await salon.setStatus(cancelled.id, 1, "cancelled", "ill");
  const [hit] = await salon.call("customer.search", { query: "eva", limit: 1 });
  expect(hit).toMatchObject({
    visits: 1,
    noShows: 1,
    lastVisit: "2026-11-17T09:00:00.000Z",
    nextVisit: "2026-11-24T09:00:00.000Z",
  });
});

test("a changed name is found anew and by nothing of what it was; a deleted one not at all", async () => {
  const salon = await openSalon();
  const names = async (query: string) =>
    (await salon.call("customer.search", { query, limit: 20 })).map((hit) => hit.name);
  const fields = { phone: "030 998877", email: "eva@example.com", notes: "", alert: "" };
  const eva = await salon.customer("Eva Müller-Łuczak", fields);
  const renamed = { ...fields, name: "Eva Steinberg", phone: "030 112233" };
  const saved = await salon.call("customer.save", {
    existing: { id: eva.id, revision: 1 },
    fields: renamed,
  });
  expect(await names("inber")).toEqual(["Eva Steinberg"]);
  expect([...(await names("czak")), ...(await names("lu")), ...(await names("9988"))]).toEqual([]);
  await salon.call("customer.erase", { id: eva.id, revision: saved.revision, ahead: "keep" });
  for (const query of ["eva", "inber", "st", "1122", "eva@exa"])
    expect(await names(query)).toEqual([]);
});

test("of who was deleted not a part of the name stays in the file", async () => {
  const salon = await openSalon();
  const eva = await salon.customer("Qvxzwk");
  await salon.call("customer.erase", { id: eva.id, revision: 1, ahead: "keep" });
  const inIndex = salon.db.statement<{ block: Uint8Array }>(
    "test",
    "SELECT block FROM customer_names_data UNION ALL SELECT block FROM customer_contacts_data",
  );
  const bytes = Buffer.concat(inIndex.all().map(({ block }) => block)).toString("latin1");
  expect(bytes).not.toContain("vxz");
});

test("every step of the search reads an index and never all customers", async () => {
  const salon = await openSalon();
  const steps: string[] = [];
  const watched: Database = {
    ...salon.db,
    statement: (name, sql) => {
      if (sql.startsWith("SELECT")) steps.push(sql);
      return salon.db.statement(name, sql);
    },
  };
  createCustomerIndex(watched);
  const plans = steps.map((sql) => {
    const plan = salon.db.statement<{ detail: string }>("test", `EXPLAIN QUERY PLAN ${sql}`);
    const values = { text: "a", limit: 1, match: "muller", short: "[]", first: "a", second: "b" };
    const named = [...sql.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
    const given = Object.entries(values).filter(([name]) => named.includes(name));
    return plan.all(Object.fromEntries(given)).map(({ detail }) => detail);
  });
  // Two words of one or two letters each, in another order than in the name, are the one exception: a narrow table.
  const scanning = plans.filter((plan) =>
    plan.some((line) => line.startsWith("SCAN customer_index")),
  );
  expect(scanning).toHaveLength(1);
  expect(plans.flat().filter((line) => /^SCAN customer\b/.test(line))).toEqual([]);
  expect(plans.flat()).toEqual(
    expect.arrayContaining([
      expect.stringContaining("customer_index_name"),
      expect.stringContaining("customer_index_phone"),
      expect.stringContaining("customer_index_email"),
      expect.stringMatching(/^SCAN customer_names VIRTUAL TABLE INDEX .*M/),
      expect.stringMatching(/^SCAN customer_contacts VIRTUAL TABLE INDEX .*M/),
    ]),
  );
});
