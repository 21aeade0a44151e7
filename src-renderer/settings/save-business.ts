import type { Business, BusinessFields } from "../../src-shared/domain/business.ts";
import { call } from "../bridge.ts";
import { useCatalogue } from "../store/catalogue.ts";

/**
 * Changes fields of the business over the revision that was seen, and shows the answer at once.
 * @throws BridgeFailure `STALE` if somebody changed it meanwhile
 */
export async function saveBusiness(
  fields: Partial<BusinessFields>,
  seen: number | null,
): Promise<Business> {
  const business = await call("business.update", { revision: seen ?? 1, fields });
  useCatalogue.setState({ business });
  return business;
}
