import { useMemo } from "react";
import { Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Business, Closure } from "../../src-shared/domain/business.ts";
import { AsideForm } from "../ui/aside-form.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { FormText } from "../ui/form-fields.tsx";
import { useRowForm } from "../ui/use-row-form.ts";
import { closureSchema, draftOfDays, isLeapDay, type TypedClosure } from "./closures-draft.ts";
import { DaysFields, useDaysMessages } from "./days-fields.tsx";
import { saveClosure } from "./save-closures.ts";

interface ClosureFormProps {
  /** Null makes a new one. */
  readonly closure: Closure | null;
  readonly onClose: () => void;
}

function typedOf(closure: Closure | null): TypedClosure {
  const days = closure === null ? { first: null, last: null } : draftOfDays(closure);
  return { ...days, name: closure?.name ?? "", yearly: closure?.yearly ?? false };
}

/** Adds or changes days on which the business is closed. */
export function ClosureForm({ closure, onClose }: ClosureFormProps) {
  const { t } = useTranslation();
  const messages = useDaysMessages();
  const words = Object.values(messages).join();
  // The messages are the same as long as their words are.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const schema = useMemo(() => closureSchema(messages), [words]);
  const rowForm = useRowForm({
    row: null as Business | null,
    typedOf: () => typedOf(closure),
    schema,
    save: (read) => saveClosure(closure, read),
    onSaved: onClose,
  });
  const { control } = rowForm.form;
  const title =
    closure === null
      ? t("settings.closures.addTitle")
      : t("settings.closures.editTitle", {
          name: closure.name === "" ? t("settings.closures.unnamed") : closure.name,
        });
  const leapDay = isLeapDay(rowForm.form.watch());
  return (
    <AsideForm title={title} rowForm={rowForm} onClose={onClose}>
      <FormText
        control={control}
        name="name"
        label={t("settings.closures.name")}
        placeholder={t("settings.closures.nameHint")}
        maxLength={200}
      />
      <DaysFields control={control} />
      <Controller
        control={control}
        name="yearly"
        render={({ field }) => (
          <div>
            <Checkbox isSelected={field.value} onChange={field.onChange}>
              {t("settings.closures.yearly")}
            </Checkbox>
            {field.value && leapDay ? (
              <p className="field-hint">{t("settings.closures.leapDay")}</p>
            ) : null}
          </div>
        )}
      />
    </AsideForm>
  );
}
