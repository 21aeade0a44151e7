import { Clock } from "lucide-react";
import { Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Business } from "../../src-shared/domain/business.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { Icon } from "../ui/icon.tsx";
import { SaveRow, SaveTrouble } from "../ui/save-row.tsx";
import { useRowForm } from "../ui/use-row-form.ts";
import { draftOf, readHours } from "./hours-draft.ts";
import { HoursEditor } from "./hours-editor.tsx";
import { cityOf } from "./places.ts";
import { saveBusiness } from "./save-business.ts";
import { Section } from "./section.tsx";
import { TypedHours } from "./typed-hours.ts";

const HoursForm = z.object({ hours: TypedHours });
type Typed = z.input<typeof HoursForm>;

const CLOSED = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };

function typedOf(business: Business | null): Typed {
  return { hours: draftOf(business?.hours ?? CLOSED) };
}

/** When the business is open in a usual week. */
export function HoursSection() {
  const { t } = useTranslation();
  const business = useCatalogue((s) => s.business);
  const zone = business?.zone ?? "UTC";
  const { form, state, submit, reload, saveMine } = useRowForm({
    row: business,
    typedOf,
    schema: HoursForm,
    save: saveBusiness,
  });
  return (
    <Section title={t("settings.section.hours")} about={t("settings.hours.about")}>
      <div className="hours-form">
        <Controller
          control={form.control}
          name="hours"
          render={({ field }) => {
            const read = readHours(field.value);
            return (
              <HoursEditor
                draft={field.value}
                onChange={field.onChange}
                faults={read.ok ? {} : read.faults}
                weekStart={business?.weekStart ?? 1}
              />
            );
          }}
        />
        <p className="row small sub hours-zone">
          <Icon of={Clock} size={14} />
          {t("settings.hours.times", { place: cityOf(zone), zone })}
        </p>
        <SaveTrouble state={state} onReload={reload} onSaveMine={saveMine} />
        <SaveRow
          state={state}
          isDirty={form.formState.isDirty}
          onSave={submit}
          onDiscard={reload}
        />
      </div>
    </Section>
  );
}
