import type { Business } from "../../src-shared/domain/business.ts";
import type { Option } from "../ui/select-field.tsx";

/** `Europe/Berlin` to `Berlin`, `America/Argentina/Buenos_Aires` to `Buenos Aires`. */
export function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** `Europe/Berlin` to `Berlin, Europe`, to be found by either. */
function labelOf(zone: string): string {
  const region = zone.split("/").slice(0, -1).join(", ").replaceAll("_", " ");
  return region === "" ? zone : `${cityOf(zone)}, ${region}`;
}

/** Every zone that this computer knows, by its city; the current one always among them. */
export function zoneOptions(current: string): readonly Option[] {
  const zones = new Set([current, ...Intl.supportedValuesOf("timeZone")]);
  return [...zones]
    .map((zone) => ({ id: zone, label: labelOf(zone) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "en"));
}

/** Every currency with its name in the language, `EUR` as `Euro`. */
export function currencyOptions(current: string, language: string): readonly Option[] {
  const names = new Intl.DisplayNames(language, { type: "currency" });
  const codes = new Set([current, ...Intl.supportedValuesOf("currency")]);
  return [...codes]
    .map((code) => ({ id: code, label: `${code}, ${names.of(code) ?? code}` }))
    .toSorted((a, b) => a.id.localeCompare(b.id));
}

/** Ways of writing dates and money that a desk in Europe, the Americas, Asia or the Pacific may want. */
const LOCALES = [
  "cs-CZ",
  "da-DK",
  "de-AT",
  "de-CH",
  "de-DE",
  "en-AU",
  "en-CA",
  "en-GB",
  "en-IE",
  "en-IN",
  "en-NZ",
  "en-US",
  "es-ES",
  "es-MX",
  "fi-FI",
  "fr-CA",
  "fr-CH",
  "fr-FR",
  "it-IT",
  "ja-JP",
  "ko-KR",
  "nb-NO",
  "nl-BE",
  "nl-NL",
  "pl-PL",
  "pt-BR",
  "pt-PT",
  "sv-SE",
  "tr-TR",
  "uk-UA",
] as const;

/** Conventions by the name of the language and country, in the language of the window. */
export function localeOptions(current: string, language: string): readonly Option[] {
  const names = new Intl.DisplayNames(language, { type: "language", languageDisplay: "standard" });
  return [...new Set<string>([current, ...LOCALES])]
    .map((locale) => ({ id: locale, label: names.of(locale) ?? locale }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
}

/** Newer than the types of `Intl`. */
interface WeekAware extends Intl.Locale {
  getWeekInfo?(): { readonly firstDay: number };
}

/** The day that a week begins with there, as far as a business can choose it. */
export function weekStartOf(locale: string): Business["weekStart"] {
  const { firstDay } = (new Intl.Locale(locale) as WeekAware).getWeekInfo?.() ?? { firstDay: 1 };
  return firstDay === 6 || firstDay === 7 ? firstDay : 1;
}
