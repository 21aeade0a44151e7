import { useMemo } from "react";
import { Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Block } from "../../src-shared/domain/block.ts";
import { saveDaysOff } from "../schedule/actions/blocks.ts";
import { WhoToggles } from "../schedule/draft/who-toggles.tsx";
import { useCatalogue } from "../store/catalogue.ts";
import { AsideForm } from "../ui/aside-form.tsx";
import { FormText } from "../ui/form-fields.tsx";
import { useFormats } from "../ui/formats.ts";
import { useRowForm } from "../ui/use-row-form.ts";
import { DaysFields, useDaysMessages } from "./days-fields.tsx";
import { daysOffSchema, typedDaysOff } from "./days-off-draft.ts";

interface DaysOffFormProps {
  /** Null makes new ones. */
  readonly block: Block | null;
  /** Whose days they are, in words. */
  readonly who: string;
  readonly onClose: () => void;
}

/** Adds or changes whole days on which somebody is not there. */
export function DaysOffForm({ block, who, onClose }: DaysOffFormProps) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const anybody = useCatalogue((s) => s.staff.find((one) => one.active)?.id ?? "");
  const messages = useDaysMessages();
  const words = Object.values(messages).join();
  // The messages are the same as long as their words are.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const schema = useMemo(() => daysOffSchema(zone, messages), [zone, words]);
  const rowForm = useRowForm({
    row: block,
    typedOf: (row: Block | null) => typedDaysOff(row, anybody),
    schema,
    save: (fields, seen) =>
      saveDaysOff(
        block === null || seen === null ? null : { id: block.id, revision: seen },
        fields,
      ),
    onSaved: onClose,
  });
  const { control } = rowForm.form;
  const title =
    block === null ? t("settings.daysOff.addTitle") : t("settings.daysOff.editTitle", { who });
  return (
    <AsideForm title={title} rowForm={rowForm} onClose={onClose}>
      <Controller
        control={control}
        name="who"
        render={({ field }) => (
          <WhoToggles values={field.value} onChange={field.onChange} peopleOnly />
        )}
      />
      <DaysFields control={control} />
      <FormText
        control={control}
        name="name"
        label={t("settings.closures.name")}
        placeholder={t("settings.daysOff.nameHint")}
        maxLength={200}
      />
    </AsideForm>
  );
}
