import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { Waiting } from "../../../src-shared/domain/waitlist.ts";
import { call } from "../../bridge.ts";
import { newId } from "../../ui/new-id.ts";
import { words } from "../../words/i18n.ts";
import { remember, sayFailure } from "./history.ts";

export type WaitingFields = BridgeInput<"waitlist.save">["fields"];

function fieldsOf(waiting: Waiting): WaitingFields {
  const { customerId, serviceId, staffId, from, to, wish, note } = waiting;
  return { customerId, serviceId, staffId, from, to, wish, note };
}

/** An entry that goes and comes back keeps its id; its revision is the one of the last time. */
export function comeAndGo(first: Waiting) {
  let entry = first;
  return {
    remove: async () => {
      await call("waitlist.remove", { id: entry.id, revision: entry.revision });
    },
    putBack: async () => {
      const fields = fieldsOf(first);
      entry = await call("waitlist.save", { id: first.id, revision: null, fields });
    },
  };
}

/** @throws BridgeFailure: the form shows it */
export async function addWaiting(fields: WaitingFields, customer: string): Promise<void> {
  const entry = await call("waitlist.save", { id: newId(), revision: null, fields });
  const { remove, putBack } = comeAndGo(entry);
  remember({ words: words.t("waitlist.added", { customer }), undo: remove, redo: putBack });
}

/** @throws BridgeFailure, `STALE` among others: the form shows it */
export async function changeWaiting(
  before: Waiting,
  fields: WaitingFields,
  customer: string,
): Promise<void> {
  const { id } = before;
  let last = await call("waitlist.save", { id, revision: before.revision, fields });
  const write = async (to: WaitingFields): Promise<void> => {
    last = await call("waitlist.save", { id, revision: last.revision, fields: to });
  };
  remember({
    words: words.t("waitlist.changed", { customer }),
    undo: () => write(fieldsOf(before)),
    redo: () => write(fields),
  });
}

type Named = Waiting & { readonly customerName: string };

export async function removeWaiting(row: Named): Promise<void> {
  try {
    const { remove, putBack } = comeAndGo(row);
    await remove();
    const told = words.t("waitlist.removed", { customer: row.customerName });
    remember({ words: told, undo: putBack, redo: remove });
  } catch (error) {
    sayFailure(error);
  }
}

/** A customer of the form, made first if new: only who has a card can be called when a time becomes free. */
export async function customerIdOf(
  customer: { readonly is: "known"; readonly id: Id } | NewCustomer,
): Promise<Id> {
  if (customer.is === "known") return customer.id;
  const { name, phone, email } = customer;
  const fields = { name, phone, email, notes: "", alert: "" };
  return (await call("customer.save", { existing: null, fields })).id;
}

interface NewCustomer {
  readonly is: "new";
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}
