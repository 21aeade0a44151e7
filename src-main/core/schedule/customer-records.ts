import type { Handlers } from "../../../src-shared/bridge/contract.ts";
import type { customerRecordChannels } from "../../../src-shared/bridge/contract/customer-records.ts";
import { changeCatalogue } from "./catalogue.ts";
import { customerRecord } from "./customer-record.ts";
import { eraseCustomer, erasePreview } from "./erase-customer.ts";
import { mergeCustomers } from "./merge-customers.ts";
import type { Stores } from "./stores.ts";

/** What is done with a whole person: two cards made one, everything handed out, everything deleted. */
export function customerRecordHandlers(
  stores: Stores,
): Pick<Handlers, keyof typeof customerRecordChannels> {
  return {
    "customer.merge": (input) =>
      changeCatalogue(stores, "customer.merge", () => mergeCustomers(stores, input)),
    "customer.record": ({ id }) => customerRecord(stores, id),
    "customer.erasePreview": ({ id }) => erasePreview(stores, id),
    "customer.erase": (input) => {
      const erased = changeCatalogue(stores, "customer.erase", () => eraseCustomer(stores, input));
      stores.traces.shredded();
      return erased;
    },
  };
}
