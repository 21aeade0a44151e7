import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ComboField } from "../ui/combo-field.tsx";
import { TextField } from "../ui/field.tsx";
import { usePlaceSample } from "../settings/place-sample.ts";
import { currencyOptions, weekStartOf, zoneOptions } from "../settings/places.ts";
import type { StepProps } from "./set-up-form.tsx";

/** What the business is called, whose clock it goes by, how it writes dates and money. */
export function PlaceStep({ draft, faults, onChange }: StepProps) {
  const { t, i18n } = useTranslation();
  const { zone, locale, currency } = draft;
  const zones = useMemo(() => zoneOptions(zone), [zone]);
  const currencies = useMemo(() => currencyOptions("EUR", i18n.language), [i18n.language]);
  const { locales, sample } = usePlaceSample({ zone, locale, currency });
  return (
    <div className="form">
      <TextField
        label={t("settings.place.name")}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        isRequired
        validationBehavior="aria"
        maxLength={200}
        error={faults.name && t(`firstRun.errors.${faults.name}`)}
      />
      <ComboField
        label={t("settings.place.zone")}
        hint={t("firstRun.place.zoneMore")}
        options={zones}
        value={zone}
        onChange={(chosen) => onChange({ zone: chosen })}
        error={faults.zone && t(`firstRun.errors.${faults.zone}`)}
      />
      <div className="form-pair">
        <ComboField
          label={t("settings.place.locale")}
          hint={t("settings.place.sample", { sample })}
          options={locales}
          value={locale}
          onChange={(chosen) => onChange({ locale: chosen, weekStart: weekStartOf(chosen) })}
        />
        <ComboField
          label={t("settings.place.currency")}
          options={currencies}
          value={currency}
          onChange={(chosen) => onChange({ currency: chosen })}
        />
      </div>
    </div>
  );
}
