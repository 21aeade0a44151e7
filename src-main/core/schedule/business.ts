import { given } from "../given.ts";
import { z } from "zod";
import type { BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import { DEFAULT_PREFERENCES, Preferences } from "../../../src-shared/bridge/contract/business.ts";
import type { AppInfo } from "../../../src-shared/bridge/contract/business.ts";
import type { Business, HoursSpan } from "../../../src-shared/domain/business.ts";
import type { Zone } from "../../../src-shared/domain/primitives.ts";
import { mustBeCurrent } from "../store/revision.ts";
import { changeCatalogue } from "./catalogue.ts";
import type { Stores } from "./stores.ts";

const PREFERENCES_KEY = "preferences";
export const PRACTISING_KEY = "practising";

/** Whether this desk shows a practice salon that its first run filled. */
export function isPractising({ settings }: Pick<Stores, "settings">): boolean {
  return settings.get(PRACTISING_KEY, z.boolean()) ?? false;
}

/** As an earlier or a later version may have left them: what is missing has its default, what is unknown is left out. */
const StoredPreferences = z.object(Preferences.shape).partial();

const OFFICE_HOURS: HoursSpan[] = [{ from: "09:00", to: "18:00" }];

/** On the first start: a business to edit in Settings, Monday to Friday nine to six in the zone of the computer. */
export function ensureBusiness(stores: Stores, zone: Zone): void {
  if (stores.business.find() !== undefined) return;
  stores.business.put({
    id: stores.ids.next(),
    revision: 1,
    name: "My business",
    zone,
    currency: "EUR",
    locale: "en-GB",
    weekStart: 1,
    slotMinutes: 15,
    hours: {
      1: OFFICE_HOURS,
      2: OFFICE_HOURS,
      3: OFFICE_HOURS,
      4: OFFICE_HOURS,
      5: OFFICE_HOURS,
      6: [],
      7: [],
    },
    closures: [],
  });
}

function update(stores: Stores, { revision, fields }: BridgeParsed<"business.update">): Business {
  const before = mustBeCurrent(stores.business.find(), revision, "business");
  const business: Business = { ...before, ...given(fields), revision: revision + 1 };
  stores.business.put(business);
  if (business.zone !== before.zone) stores.blocks.respanAllDay(business.zone);
  return business;
}

export function businessHandlers(
  stores: Stores,
): Pick<Handlers, "business.get" | "business.update"> {
  return {
    "business.get": () => stores.theBusiness(),
    "business.update": (input) =>
      changeCatalogue(stores, "business.update", () => update(stores, input)),
  };
}

/** How this desk's window looks and tells. */
export function storedPreferences({ settings }: Pick<Stores, "settings">): Preferences {
  return {
    ...DEFAULT_PREFERENCES,
    ...given(settings.get(PREFERENCES_KEY, StoredPreferences) ?? {}),
  };
}

/** @param about what doesn't change while the desk runs */
export function appHandlers(
  stores: Stores,
  about: Omit<AppInfo, "firstRun" | "practising">,
): Pick<Handlers, "app.info" | "preferences.get" | "preferences.set"> {
  const preferences = (): Preferences => storedPreferences(stores);
  return {
    // Without staff there is no column to book in: the business isn't set up yet.
    "app.info": () => ({
      ...about,
      firstRun: stores.staff.list().length === 0,
      practising: isPractising(stores),
    }),
    "preferences.get": preferences,
    "preferences.set": (changes) => {
      const changed = { ...preferences(), ...given(changes) };
      stores.settings.set(PREFERENCES_KEY, changed);
      return changed;
    },
  };
}
