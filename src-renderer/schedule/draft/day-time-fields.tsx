import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { addDays, DAY_MINUTES } from "../../../src-shared/time/zones.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { TextField } from "../../ui/field.tsx";
import { useFormats } from "../../ui/formats.ts";
import { useLocale } from "../../words/locale.ts";
import { joinClass } from "../../ui/join-class.ts";
import { parseDay, parseTime } from "./parse.ts";

interface TypedProps<T> {
  readonly label: string;
  readonly value: T;
  readonly write: (value: T) => string;
  readonly read: (text: string) => T | null;
  readonly stepped: (value: T, by: 1 | -1) => T;
  readonly onChange: (value: T) => void;
  readonly wrong: string;
  /** What the form says about it, once it can be read. */
  readonly error: string | undefined;
  readonly className?: string;
}

/**
 * A field that is typed in any usual way and then written in the house's. Up and Down step it. Enter first takes
 * what was typed; only then may it send the form, so that nothing is booked at a time that was not looked at.
 */
export function TypedField<T>(props: TypedProps<T>) {
  const { label, value, write, read, stepped, onChange, wrong, error } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null ? value : read(typed);
  const take = (): void => {
    if (parsed === null) return;
    setTyped(null);
    if (parsed !== value) onChange(parsed);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && typed !== null && parsed !== value) {
      event.preventDefault();
      take();
    }
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    setTyped(null);
    onChange(stepped(parsed ?? value, event.key === "ArrowDown" ? 1 : -1));
  };
  return (
    <TextField
      label={label}
      value={typed ?? write(value)}
      onChange={setTyped}
      onBlur={take}
      onFieldKeyDown={onKeyDown}
      error={parsed === null ? wrong : error}
      autoComplete="off"
      className={joinClass(props.className, parsed === null && "unreadable")}
    />
  );
}

interface DayFieldProps {
  readonly value: CalendarDate;
  readonly onChange: (date: CalendarDate) => void;
  /** Otherwise it is the day of the booking. */
  readonly label?: string;
  readonly error?: string | undefined;
}

export function DayField({ value, onChange, label, error }: DayFieldProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const locale = useLocale();
  return (
    <TypedField
      label={label ?? t("schedule.form.day")}
      value={value}
      write={formats.weekdayAndDay}
      read={(text) => parseDay(text, { today: formats.today(), locale })}
      stepped={addDays}
      onChange={onChange}
      wrong={t("schedule.form.dayWrong")}
      error={error}
    />
  );
}

interface TimeFieldProps {
  readonly label: string;
  /** Minutes since midnight. */
  readonly value: number;
  readonly onChange: (minutes: number) => void;
  readonly error?: string | undefined;
}

export function TimeField({ label, value, onChange, error }: TimeFieldProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const step = useCatalogue((s) => s.business?.slotMinutes ?? 15);
  const stepped = (minutes: number, by: 1 | -1): number =>
    Math.max(0, Math.min(DAY_MINUTES, (Math.floor(minutes / step) + by) * step));
  return (
    <TypedField
      label={label}
      value={value}
      write={(minutes) => (minutes === DAY_MINUTES ? "24:00" : formats.wall(minutes))}
      read={parseTime}
      stepped={stepped}
      onChange={onChange}
      wrong={t("schedule.form.timeWrong")}
      error={error}
    />
  );
}
