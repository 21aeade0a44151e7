import type { Business, Closure } from "../../src-shared/domain/business.ts";
import { call } from "../bridge.ts";
import { ChangedMeanwhile, remember } from "../schedule/actions/history.ts";
import { inTurn } from "../schedule/actions/turns.ts";
import { words } from "../words/i18n.ts";
import { saveBusiness } from "./save-business.ts";

/** A closure has no name of its own: it is known by what it says. */
export function isSameClosure(a: Closure, b: Closure): boolean {
  return a.from === b.from && a.to === b.to && a.name === b.name && a.yearly === b.yearly;
}

/** Puts one closure into the place of another in the list as it is now; null for one that is made or removed. */
async function swap(before: Closure | null, after: Closure | null): Promise<Business> {
  const { closures, revision } = await call("business.get", {});
  const others = closures.filter(
    (one) => ![before, after].some((gone) => gone !== null && isSameClosure(one, gone)),
  );
  const changed = [...others, ...(after === null ? [] : [after])];
  return saveBusiness(
    { closures: changed.toSorted((a, b) => a.from.localeCompare(b.from)) },
    revision,
  );
}

/** @throws ChangedMeanwhile if somebody has changed or removed it since */
async function takeBack(before: Closure | null, after: Closure | null): Promise<void> {
  const { closures } = await call("business.get", {});
  if (after !== null && !closures.some((one) => isSameClosure(one, after)))
    throw new ChangedMeanwhile();
  await swap(after, before);
}

function told(before: Closure | null, after: Closure | null): string {
  const name = (after ?? before)?.name ?? "";
  const what = name === "" ? words.t("settings.closures.unnamed") : name;
  if (after === null) return words.t("settings.closures.removed", { name: what });
  return words.t(before === null ? "settings.closures.added" : "settings.closures.changed", {
    name: what,
  });
}

/**
 * Makes, changes or removes a closure, and offers to take that back.
 * @param before null makes a new one
 * @param after null removes it
 * @throws BridgeFailure
 */
export function saveClosure(before: Closure | null, after: Closure | null): Promise<Business> {
  return inTurn(async () => {
    const saved = await swap(before, after);
    remember({
      words: told(before, after),
      undo: () => takeBack(before, after),
      redo: () => takeBack(after, before),
    });
    return saved;
  });
}
