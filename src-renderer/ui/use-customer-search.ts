import { useEffect, useState } from "react";
import type { CustomerHit } from "../../src-shared/domain/customer.ts";
import { call } from "../bridge.ts";

export interface CustomerSearch {
  readonly hits: readonly CustomerHit[];
  /** What the hits belong to, trimmed. */
  readonly query: string;
  /** The hits are those of what is typed now, not of what was typed before. */
  readonly answered: boolean;
}

interface Answer {
  readonly query: string;
  readonly hits: readonly CustomerHit[];
}

/** Customers that match what is typed, as it is typed; an answer to an older question is dropped. */
export function useCustomerSearch(query: string, limit: number): CustomerSearch {
  const [answer, setAnswer] = useState<Answer>({ query: "", hits: [] });
  const asked = query.trim();
  useEffect(() => {
    let current = true;
    const search =
      asked === "" ? Promise.resolve([]) : call("customer.search", { query: asked, limit });
    search.then(
      (hits) => current && setAnswer({ query: asked, hits }),
      () => current && setAnswer({ query: asked, hits: [] }),
    );
    return () => {
      current = false;
    };
  }, [asked, limit]);
  return { ...answer, answered: answer.query === asked };
}
