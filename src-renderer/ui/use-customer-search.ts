import { useEffect, useState } from "react";
import type { CustomerHit } from "../../src-shared/domain/customer.ts";
import { call } from "../bridge.ts";

const NOBODY: readonly CustomerHit[] = [];

/** Customers that match what is typed, as it is typed; an answer to an older question is dropped. */
export function useCustomerSearch(query: string, limit: number): readonly CustomerHit[] {
  const [hits, setHits] = useState(NOBODY);
  const asked = query.trim();
  useEffect(() => {
    let current = true;
    const search =
      asked === "" ? Promise.resolve([]) : call("customer.search", { query: asked, limit });
    search.then(
      (found) => current && setHits(found),
      () => current && setHits(NOBODY),
    );
    return () => {
      current = false;
    };
  }, [asked, limit]);
  return hits;
}
