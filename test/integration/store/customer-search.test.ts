import { expect, test } from "vitest";
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

test("among 50,000 customers the search stays quick (printed)", async () => {
  const salon = await openSalon();
  const first = ["Anna", "Bärbel", "Chloé", "Đorđe", "Eva", "Fátima", "Günther"];
  const last = ["Müller", "Meier", "Łuczak", "Berg", "Smith-Jones", "Øst"];
  salon.db.write("test.fill", () => {
    for (let i = 0; i < 50_000; i += 1)
      salon.stores.customers.put({
        id: salon.ids.next(),
        revision: 1,
        name: `${first[i % 7]} ${last[i % 6]} ${i.toString(36)}`,
        phone: `+49 170 ${1_000_000 + i * 37}`,
        email: `p${i}@example.com`,
        notes: "x".repeat(i % 50 === 0 ? 9_000 : 200),
        alert: "",
      });
  });
  for (const query of ["a", "mü", "müller", "berg eva", "0170 10", "3700", "p4999", "nobody"]) {
    const began = performance.now();
    const hits = salon.stores.customers.search(query, 20, salon.stores.now());
    const ms = (performance.now() - began).toFixed(1);
    console.log(`customer search "${query}": ${hits.length} hits in ${ms} ms`);
  }
  expect(salon.stores.customers.search("p49999@", 20, salon.stores.now())).toHaveLength(1);
});
