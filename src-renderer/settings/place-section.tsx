import { usePlaceSample } from "./place-sample.ts";
import { useMemo } from "react";
import { type Control, Controller, useController, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type Business, BusinessFields } from "../../src-shared/domain/business.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { ComboField } from "../ui/combo-field.tsx";
import { FormText } from "../ui/form-fields.tsx";
import { SaveRow, SaveTrouble } from "../ui/save-row.tsx";
import { type Option, SelectField } from "../ui/select-field.tsx";
import { useRowForm } from "../ui/use-row-form.ts";
import { currencyOptions, weekStartOf, zoneOptions } from "./places.ts";
import { saveBusiness } from "./save-business.ts";
import { Section } from "./section.tsx";

const WEEK_STARTS = { 1: "1", 6: "6", 7: "7" } as const;
const WEEK_START_OF = { "1": 1, "6": 6, "7": 7 } as const;

const PlaceForm = z.object({
  name: BusinessFields.shape.name,
  zone: BusinessFields.shape.zone,
  currency: BusinessFields.shape.currency,
  locale: BusinessFields.shape.locale,
  weekStart: z.enum(["1", "6", "7"]).transform((day) => WEEK_START_OF[day]),
});
type Typed = z.input<typeof PlaceForm>;
type Read = z.output<typeof PlaceForm>;
type PlaceControl = Control<Typed, unknown, Read>;

function typedOf(business: Business | null): Typed {
  return {
    name: business?.name ?? "",
    zone: business?.zone ?? "UTC",
    currency: business?.currency ?? "EUR",
    locale: business?.locale ?? "en-GB",
    weekStart: WEEK_STARTS[business?.weekStart ?? 1],
  };
}

/** How the business is called, whose clock it goes by, how it writes dates and money. */
export function PlaceSection() {
  const { t } = useTranslation();
  const business = useCatalogue((s) => s.business);
  const { form, state, submit, reload, saveMine } = useRowForm({
    row: business,
    typedOf,
    schema: PlaceForm,
    save: saveBusiness,
  });
  const { control, formState } = form;
  return (
    <Section title={t("settings.section.place")} about={t("settings.place.about")}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FormText control={control} name="name" label={t("settings.place.name")} isRequired />
        <ZoneField control={control} saved={business?.zone ?? "UTC"} />
        <div className="form-pair">
          <CurrencyField control={control} />
          <WeekStartField control={control} />
        </div>
        <LocaleField control={control} />
        <SaveTrouble state={state} onReload={reload} onSaveMine={saveMine} />
        <SaveRow state={state} isDirty={formState.isDirty} onSave={submit} onDiscard={reload} />
      </form>
    </Section>
  );
}

function ZoneField({ control, saved }: { readonly control: PlaceControl; readonly saved: string }) {
  const { t } = useTranslation();
  const options = useMemo(() => zoneOptions(saved), [saved]);
  return (
    <Controller
      control={control}
      name="zone"
      render={({ field, fieldState }) => (
        <ComboField
          label={t("settings.place.zone")}
          hint={t(field.value === saved ? "settings.place.zoneMore" : "settings.place.zoneChange")}
          options={options}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

function CurrencyField({ control }: { readonly control: PlaceControl }) {
  const { t, i18n } = useTranslation();
  const options = useMemo(() => currencyOptions("EUR", i18n.language), [i18n.language]);
  return (
    <Controller
      control={control}
      name="currency"
      render={({ field, fieldState }) => (
        <ComboField
          label={t("settings.place.currency")}
          options={options}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

function WeekStartField({ control }: { readonly control: PlaceControl }) {
  const { t } = useTranslation();
  const options: readonly Option<Typed["weekStart"]>[] = [
    { id: "1", label: t("common.weekdays.monday") },
    { id: "6", label: t("common.weekdays.saturday") },
    { id: "7", label: t("common.weekdays.sunday") },
  ];
  return (
    <Controller
      control={control}
      name="weekStart"
      render={({ field }) => (
        <SelectField
          label={t("settings.place.weekStart")}
          options={options}
          value={field.value}
          onChange={field.onChange}
        />
      )}
    />
  );
}

/** Shows beside the choice how things would be written; the week begins as usual there until somebody says otherwise. */
function LocaleField({ control }: { readonly control: PlaceControl }) {
  const { t } = useTranslation();
  const { field: weekStart } = useController({ control, name: "weekStart" });
  const [zone, currency, locale] = useWatch({ control, name: ["zone", "currency", "locale"] });
  const { locales, sample } = usePlaceSample({ zone, currency, locale });
  return (
    <Controller
      control={control}
      name="locale"
      render={({ field, fieldState }) => (
        <ComboField
          label={t("settings.place.locale")}
          hint={t("settings.place.sample", { sample })}
          options={locales}
          value={field.value}
          onChange={(chosen) => {
            field.onChange(chosen);
            weekStart.onChange(WEEK_STARTS[weekStartOf(chosen)]);
          }}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
