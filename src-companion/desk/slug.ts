import type { Writing } from "../store/store.ts";

const LONGEST = 40;

/** A name as a part of an address: `Café Zoë & Söhne` becomes `cafe-zoe-sohne`; a name without any such letter is `salon`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll("ß", "ss")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, "");
  return plain === "" ? "salon" : plain;
}

/** The name's own address, or with the first number that is free. */
export async function freeSlug(trx: Writing, name: string): Promise<string> {
  const base = slugOf(name);
  const rows = await trx
    .selectFrom("business")
    .where((eb) => eb.or([eb("slug", "=", base), eb("slug", "like", `${base}-%`)]))
    .select("slug")
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
