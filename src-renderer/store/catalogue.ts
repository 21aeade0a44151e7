import { create } from "zustand";
import {
  type AppInfo,
  DEFAULT_PREFERENCES,
  type Preferences,
} from "../../src-shared/bridge/contract/business.ts";
import type { Business, Service, Staff } from "../../src-shared/domain/business.ts";
import { asFailure, type BridgeFailure, call, listen } from "../bridge.ts";
import { speak } from "../words/i18n.ts";
import { keepIdentity } from "./keep-identity.ts";

interface Catalogue {
  readonly info: AppInfo | null;
  readonly business: Business | null;
  /** Archived ones too, by position. */
  readonly staff: readonly Staff[];
  /** Archived ones too, by position. */
  readonly services: readonly Service[];
  readonly preferences: Preferences;
  /** Why nothing could be loaded; null while all is well. */
  readonly failure: BridgeFailure | null;
}

/** What changes seldom: the business, its people and services, and how the window looks. */
export const useCatalogue = create<Catalogue>()(() => ({
  info: null,
  business: null,
  staff: [],
  services: [],
  preferences: DEFAULT_PREFERENCES,
  failure: null,
}));

/** The youngest question that has been answered; an older one's answer, overtaken on its way, changes nothing. */
let answered = 0;
let questions = 0;

export async function loadCatalogue(): Promise<void> {
  const question = ++questions;
  try {
    const [info, business, staff, services, preferences] = await Promise.all([
      call("app.info", {}),
      call("business.get", {}).catch(nullIfNotFound),
      call("staff.list", {}),
      call("service.list", {}),
      call("preferences.get", {}),
    ]);
    if (question < answered) return;
    await speak(preferences.language);
    if (question < answered) return;
    answered = question;
    useCatalogue.setState((old) => ({
      info,
      business: same(old.business, business),
      staff: keepIdentity(old.staff, staff),
      services: keepIdentity(old.services, services),
      preferences: same(old.preferences, preferences),
      failure: null,
    }));
  } catch (error) {
    useCatalogue.setState({ failure: asFailure(error) });
  }
}

/** The old object if nothing in it changed: what is drawn from it is then not drawn again. */
function same<T>(old: T, value: T): T {
  return JSON.stringify(old) === JSON.stringify(value) ? old : value;
}

function nullIfNotFound(error: unknown): null {
  if (asFailure(error).code === "NOT_FOUND") return null;
  throw error;
}

/** Loads, and loads again whenever the desk says that something changed. */
export function followCatalogue(): () => void {
  void loadCatalogue();
  return listen("catalogue.changed", () => void loadCatalogue());
}

/** Shows the change at once and keeps it at the desk. */
export async function changePreferences(changes: Partial<Preferences>): Promise<void> {
  const { preferences } = useCatalogue.getState();
  useCatalogue.setState({ preferences: { ...preferences, ...changes } });
  if (changes.language !== undefined) void speak(changes.language);
  useCatalogue.setState({ preferences: await call("preferences.set", changes) });
}
