import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Label, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { IsoWeekday } from "../../../src-shared/time/recurrence/repeat.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { WEEKDAY_NAMES, weekdayName } from "./repeat-words.ts";
import "../../ui/choices.css";

interface TogglesProps {
  readonly value: readonly IsoWeekday[];
  readonly label: string;
  /** The day of the booking itself, which always belongs to it. */
  readonly fixed: IsoWeekday | null;
  readonly onChange: (weekdays: readonly IsoWeekday[]) => void;
}

/** The days of a week, several of them at once. */
export function WeekdayToggles({ label, value, fixed, onChange }: TogglesProps) {
  const { t } = useTranslation();
  const id = useId();
  const weekStart = useCatalogue((s) => s.business?.weekStart ?? 1);
  const days = WEEKDAY_NAMES.map((_, i) => (((weekStart - 1 + i) % 7) + 1) as IsoWeekday);
  return (
    <div className="fld">
      <Label className="lab" id={id}>
        {label}
      </Label>
      <ToggleButtonGroup
        className="seg repeat-days"
        aria-labelledby={id}
        selectionMode="multiple"
        selectedKeys={value.map(String)}
        onSelectionChange={(keys) => {
          const chosen = days.filter((day) => day === fixed || keys.has(String(day)));
          onChange(chosen.toSorted((a, b) => a - b));
        }}
      >
        {days.map((day) => (
          <ToggleButton
            key={day}
            id={String(day)}
            className="seg-item"
            aria-label={t(`common.weekdays.${WEEKDAY_NAMES[day - 1] ?? "monday"}`)}
          >
            {weekdayName(t, day)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
