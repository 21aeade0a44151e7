import { useTranslation } from "react-i18next";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { addMonths } from "../dates.ts";
import {
  type Repeat,
  type RepeatEnd,
  weekdaysOn,
} from "../../../src-shared/time/recurrence/repeat.ts";
import {
  MAX_DESK_COUNT,
  MAX_DESK_INTERVAL,
} from "../../../src-shared/time/recurrence/desk-rule.ts";
import { isoWeekday } from "../../../src-shared/time/zones.ts";
import type { BookingValues, RepeatChoice } from "../../store/window.ts";
import { type Option, SelectField } from "../../ui/select-field.tsx";
import { useFormats } from "../../ui/formats.ts";
import { DayField, TypedField } from "../draft/day-time-fields.tsx";
import { repeatWords, useRuleWords } from "./repeat-words.ts";
import { RepeatPreview } from "./repeat-preview.tsx";
import { WeekdayToggles } from "./weekday-toggles.tsx";
import "./repeat.css";

/** What the fields need of a form, be it a booking's or a block's. */
export type Repeating = Pick<BookingValues, "date" | "staffId" | "start" | "end"> & {
  readonly repeat: RepeatChoice;
};

interface FieldsProps {
  readonly values: Repeating;
  readonly onChange: (repeat: RepeatChoice) => void;
  readonly error: string | undefined;
  /** The booking that is changed; it is not in its own way. */
  readonly bookingId: Id | null;
  /** Without what is in the way of it. */
  readonly datesOnly?: boolean;
}

const UNITS = ["day", "week", "month", "monthWeekday", "year"] as const;
const NONE = "none";
const KEPT = "kept";

function begun(every: Repeat["every"], before: RepeatChoice, values: Repeating): Repeat {
  const old = before === null || before.every === "kept" ? null : before;
  return {
    every,
    interval: old?.interval ?? 1,
    weekdays: every === "week" ? [isoWeekday(values.date)] : [],
    end: old?.end ?? { is: "never" },
  };
}

/** How often a booking repeats, chosen in words, with what that means below. */
export function RepeatFields(props: FieldsProps) {
  const { values, onChange, error } = props;
  const { t } = useTranslation();
  const { repeat } = values;
  const chosen = repeat === null || repeat.every === "kept" ? null : repeat;
  return (
    <div className="repeat">
      <SelectField
        label={t("repeat.label")}
        options={useOptions(values)}
        value={repeat === null ? NONE : repeat.every}
        error={error}
        onChange={(unit) => {
          const every = UNITS.find((one) => one === unit);
          if (unit === NONE) onChange(null);
          else if (every !== undefined) onChange(begun(every, repeat, values));
        }}
      />
      {chosen === null ? null : <Details repeat={chosen} values={values} onChange={onChange} />}
      {chosen === null ? null : <InWords repeat={chosen} values={values} />}
      {chosen === null ? null : (
        <RepeatPreview
          repeat={chosen}
          values={values}
          bookingId={props.bookingId}
          datesOnly={props.datesOnly ?? false}
        />
      )}
    </div>
  );
}

function useOptions({ repeat, date }: Repeating): readonly Option[] {
  const { t } = useTranslation();
  const wordsOf = useRuleWords();
  const kept =
    repeat?.every === "kept"
      ? [{ id: KEPT, label: t("repeat.keep", { what: wordsOf(repeat.rule, date) }) }]
      : [];
  return [
    { id: NONE, label: t("repeat.none") },
    ...kept,
    ...UNITS.map((unit): Option => ({ id: unit, label: t(`repeat.unit.${unit}`) })),
  ];
}

interface DetailsProps {
  readonly repeat: Repeat;
  readonly values: Repeating;
  readonly onChange: (repeat: Repeat) => void;
}

function Details({ repeat, values, onChange }: DetailsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="repeat-three">
        <NumberField
          label={t("repeat.interval")}
          value={repeat.interval}
          most={MAX_DESK_INTERVAL}
          wrong={t("repeat.intervalWrong")}
          onChange={(interval) => onChange({ ...repeat, interval })}
        />
        <EndField repeat={repeat} values={values} onChange={onChange} />
        <EndValue repeat={repeat} values={values} onChange={onChange} />
      </div>
      {repeat.every === "week" ? (
        <WeekdayToggles
          label={t("repeat.weekdays")}
          value={weekdaysOn(repeat, values.date)}
          fixed={isoWeekday(values.date)}
          onChange={(weekdays) => onChange({ ...repeat, weekdays })}
        />
      ) : null}
    </>
  );
}

const ENDS = ["never", "until", "count"] as const;
const MONTHS_AHEAD = 3;
const TIMES = 10;

function EndField({ repeat, values, onChange }: DetailsProps) {
  const { t } = useTranslation();
  const ends: Readonly<Record<RepeatEnd["is"], RepeatEnd>> = {
    never: { is: "never" },
    until: { is: "until", date: addMonths(values.date, MONTHS_AHEAD) },
    count: { is: "count", count: TIMES },
  };
  return (
    <SelectField
      label={t("repeat.ends")}
      options={ENDS.map((is) => ({ id: is, label: t(`repeat.end.${is}`) }))}
      value={repeat.end.is}
      onChange={(is) => onChange({ ...repeat, end: ends[is] })}
    />
  );
}

function EndValue({ repeat, values, onChange }: DetailsProps) {
  const { t } = useTranslation();
  const { end } = repeat;
  if (end.is === "until")
    return (
      <DayField
        label={t("repeat.lastDay")}
        value={end.date}
        onChange={(date) => onChange({ ...repeat, end: { is: "until", date } })}
        error={end.date < values.date ? t("repeat.lastDayWrong") : undefined}
      />
    );
  if (end.is === "count")
    return (
      <NumberField
        label={t("repeat.count")}
        value={end.count}
        most={MAX_DESK_COUNT}
        wrong={t("repeat.countWrong")}
        onChange={(count) => onChange({ ...repeat, end: { is: "count", count } })}
      />
    );
  return <span />;
}

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly wrong: string;
  readonly onChange: (value: number) => void;
}

function NumberField({ label, value, most, wrong, onChange }: NumberProps) {
  const read = (text: string): number | null => {
    const typed = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
    return typed >= 1 && typed <= most ? typed : null;
  };
  return (
    <TypedField
      label={label}
      value={value}
      write={String}
      read={read}
      stepped={(number, by) => Math.min(most, Math.max(1, number + by))}
      onChange={onChange}
      wrong={wrong}
      error={undefined}
    />
  );
}

function InWords({ repeat, values }: Pick<DetailsProps, "repeat" | "values">) {
  const { t } = useTranslation();
  return <p className="repeat-words">{repeatWords(t, useFormats(), repeat, values.date)}</p>;
}
