import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { currentTime } from "../store/now.ts";
import { createFormats } from "../ui/formats.ts";
import { useLocaleOf } from "../words/locale.ts";
import { localeOptions } from "./places.ts";

interface Place {
  readonly zone: string;
  readonly currency: string;
  /** BCP 47. */
  readonly locale: string;
}

/** The regions to choose from, and how a day, a time and a price would be written in the one that is chosen. */
export function usePlaceSample({ zone, currency, locale }: Place) {
  const { i18n } = useTranslation();
  const localeOf = useLocaleOf();
  const locales = useMemo(() => localeOptions(locale, i18n.language), [locale, i18n.language]);
  const formats = createFormats(localeOf(locale), zone, currency);
  const now = currentTime();
  const sample = [
    formats.weekdayAndDay(formats.dateOf(now)),
    formats.time(now),
    formats.money(5_450),
  ].join(" · ");
  return { locales, sample };
}
