import type { BridgeInput } from "../../src-shared/bridge/contract.ts";
import type { SetUpDraft } from "../../src-shared/bridge/contract/set-up.ts";
import { type Business, TINTS, type WeeklyHours } from "../../src-shared/domain/business.ts";
import { Zone } from "../../src-shared/domain/primitives.ts";
import { weekStartOf } from "../settings/places.ts";
import { draftOf, type HoursFaults, readHours, WEEKDAYS } from "../settings/hours-draft.ts";
import { serviceSchema } from "../settings/service-form-values.ts";

export type Step = SetUpDraft["step"];
export const STEPS = ["place", "people", "services"] as const satisfies readonly Step[];

/** What is wrong in a step, by field: a key below `firstRun.errors`, or of a service. */
export interface Faults {
  readonly name?: "name";
  readonly zone?: "zone";
  readonly hours?: HoursFaults;
  readonly closed?: "closed";
  readonly staff?: "staff";
  readonly services?: "services";
  /** By `row.field`, such as `0.duration`. */
  readonly rows?: Readonly<Record<string, "serviceName" | "duration" | "price">>;
}

type TypedService = SetUpDraft["services"][number];

/** Currencies of the countries whose conventions are offered; elsewhere the euro is as good a guess as any. */
const CURRENCIES: Readonly<Record<string, string>> = {
  AU: "AUD",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CZ: "CZK",
  DK: "DKK",
  GB: "GBP",
  IN: "INR",
  JP: "JPY",
  KR: "KRW",
  MX: "MXN",
  NO: "NOK",
  NZ: "NZD",
  PL: "PLN",
  SE: "SEK",
  TR: "TRY",
  UA: "UAH",
  US: "USD",
};

/** A service that nobody has typed yet, in a colour that the ones before it don't have. */
export function emptyService(position: number): TypedService {
  return {
    name: "",
    duration: "30",
    price: "",
    tint: TINTS[(position * 5 + 7) % TINTS.length] ?? "sky",
  };
}

/**
 * What the steps begin with: the zone of the computer, and the habits of its language.
 * @param language BCP 47, as the system says it, `de-DE`
 */
export function firstDraft(business: Business, language: string): SetUpDraft {
  const locale = new Intl.Locale(language).maximize();
  const region = locale.region ?? "GB";
  return {
    step: "place",
    name: "",
    zone: business.zone,
    currency: CURRENCIES[region] ?? "EUR",
    locale: `${locale.language}-${region}`,
    weekStart: weekStartOf(language),
    hours: draftOf(business.hours) as SetUpDraft["hours"],
    staff: ["", ""],
    services: [emptyService(0), emptyService(1), emptyService(2)],
  };
}

function faultsOfPeople(draft: SetUpDraft): Faults {
  const read = readHours(draft.hours);
  const isShut = WEEKDAYS.every((day) => !draft.hours[day].open);
  return {
    ...(read.ok ? {} : { hours: read.faults }),
    ...(isShut ? { closed: "closed" as const } : {}),
    ...(draft.staff.some((name) => name.trim() !== "") ? {} : { staff: "staff" as const }),
  };
}

/** Rows in which nobody typed a name or a price are not meant. */
function isMeant({ name, price }: TypedService): boolean {
  return name.trim() !== "" || price.trim() !== "";
}

function readService(typed: TypedService, currency: string) {
  const schema = serviceSchema(currency, { duration: "duration", price: "price" });
  return schema.safeParse({ ...typed, name: typed.name.trim(), online: true, staffIds: [] });
}

function faultsOfServices({ services, currency }: SetUpDraft): Faults {
  if (!services.some(isMeant)) return { services: "services" };
  const rows = services.flatMap((typed, row) => {
    const read = isMeant(typed) ? readService(typed, currency) : null;
    if (read === null || read.success) return [];
    return read.error.issues.map(({ path: [field] }) => {
      const fault = field === "duration" || field === "price" ? field : "serviceName";
      return [`${row}.${fault === "serviceName" ? "name" : fault}`, fault] as const;
    });
  });
  return rows.length === 0 ? {} : { rows: Object.fromEntries(rows) };
}

/** What keeps a step from being left; empty if nothing does. */
export function faultsOf(draft: SetUpDraft, step: Step): Faults {
  if (step === "people") return faultsOfPeople(draft);
  if (step === "services") return faultsOfServices(draft);
  return {
    ...(draft.name.trim() === "" ? { name: "name" as const } : {}),
    ...(Zone.safeParse(draft.zone).success ? {} : { zone: "zone" as const }),
  };
}

export function isFine(faults: Faults): boolean {
  return Object.keys(faults).length === 0;
}

const SHUT: WeeklyHours = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };

/** What a draft without faults makes of the business that was seen at `revision`. */
export function setUpOf(draft: SetUpDraft, revision: number): BridgeInput<"setUp.finish"> {
  const { zone, currency, locale, weekStart } = draft;
  const hours = readHours(draft.hours);
  return {
    revision,
    business: {
      name: draft.name.trim(),
      zone,
      currency,
      locale,
      weekStart,
      hours: hours.ok ? hours.hours : SHUT,
    },
    staff: draft.staff.map((name) => name.trim()).filter((name) => name !== ""),
    services: draft.services.filter(isMeant).flatMap((typed) => {
      const { data } = readService(typed, currency);
      if (data === undefined) return [];
      return [
        {
          name: data.name,
          durationMinutes: data.duration,
          priceMinor: data.price,
          tint: data.tint,
        },
      ];
    }),
  };
}
