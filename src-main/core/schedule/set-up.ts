import type { BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import { SetUpDraft } from "../../../src-shared/bridge/contract/set-up.ts";
import type { Business } from "../../../src-shared/domain/business.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { mustBeCurrent } from "../store/revision.ts";
import { changeCatalogue } from "./catalogue.ts";
import type { Stores } from "./stores.ts";

const DRAFT_KEY = "setUpDraft";

function finish(stores: Stores, input: BridgeParsed<"setUp.finish">): Business {
  if (stores.staff.list().length > 0)
    throw new AppError("STALE", "This business was set up meanwhile.");
  const before = mustBeCurrent(stores.business.find(), input.revision, "business");
  const business = { ...before, ...input.business, revision: before.revision + 1 };
  stores.business.put(business);
  for (const [position, name] of input.staff.entries())
    stores.staff.put({
      id: stores.ids.next(),
      revision: 1,
      name,
      hours: null,
      position,
      active: true,
    });
  for (const [position, fields] of input.services.entries())
    stores.services.put({
      ...fields,
      id: stores.ids.next(),
      revision: 1,
      online: true,
      active: true,
      position,
      staffIds: [],
    });
  stores.settings.set(DRAFT_KEY, null);
  return business;
}

/** The first run: what is typed is kept until all of it becomes the business in one transaction. */
export function setUpHandlers(
  stores: Stores,
): Pick<Handlers, "setUp.draft" | "setUp.keep" | "setUp.finish"> {
  return {
    "setUp.draft": () => stores.settings.get(DRAFT_KEY, SetUpDraft.nullable()) ?? null,
    "setUp.keep": ({ draft }) => {
      stores.settings.set(DRAFT_KEY, draft);
      return {};
    },
    "setUp.finish": (input) => changeCatalogue(stores, "setUp.finish", () => finish(stores, input)),
  };
}
