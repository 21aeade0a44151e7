import { type Control, Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useCatalogue } from "../store/catalogue.ts";
import { DateField } from "../ui/date-field.tsx";
import type { DaysDraft, DaysMessages } from "./closures-draft.ts";

const FIRST_DAYS = { 1: "mon", 6: "sat", 7: "sun" } as const;
const LABELS = { first: "settings.closures.from", last: "settings.closures.to" } as const;

/** What is wrong with days, in words. */
export function useDaysMessages(): DaysMessages {
  const { t } = useTranslation();
  return {
    date: t("settings.closures.errors.date"),
    order: t("settings.closures.errors.order"),
    long: t("settings.closures.errors.long"),
  };
}

/** The first and the last whole day; without a last one it is one day. */
export function DaysFields<Typed extends DaysDraft, Read>(props: {
  readonly control: Control<Typed, unknown, Read>;
}) {
  const { t } = useTranslation();
  const weekStart = useCatalogue((s) => s.business?.weekStart ?? 1);
  // What differs between the forms is not looked at here.
  const control = props.control as unknown as Control<DaysDraft, unknown, Read>;
  return (
    <div className="form-pair">
      {(["first", "last"] as const).map((name) => (
        <Controller
          key={name}
          control={control}
          name={name}
          render={({ field, fieldState }) => (
            <DateField
              label={t(LABELS[name])}
              value={field.value}
              onChange={field.onChange}
              firstDay={FIRST_DAYS[weekStart]}
              error={fieldState.error?.message}
            />
          )}
        />
      ))}
    </div>
  );
}
