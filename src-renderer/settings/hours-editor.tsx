import { Copy, Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { minutesOf } from "../../src-shared/time/zones.ts";
import { IconButton } from "../ui/button.tsx";
import { Switch } from "../ui/choices.tsx";
import { TextField } from "../ui/field.tsx";
import { joinClass } from "../ui/join-class.ts";
import {
  addSpan,
  copyDayBefore,
  type DayDraft,
  type HoursDraft,
  type HoursFaults,
  parseWallTime,
  removeSpan,
  setOpen,
  setSpan,
  shownHours,
  type SpanDraft,
  type Weekday,
  WEEKDAY_NAMES,
  weekFrom,
} from "./hours-draft.ts";

interface HoursEditorProps {
  readonly draft: HoursDraft;
  readonly onChange: (draft: HoursDraft) => void;
  readonly faults: HoursFaults;
  /** ISO weekday that the week begins with. */
  readonly weekStart: number;
  /** Without the picture of each day, for a narrow place. */
  readonly compact?: boolean;
}

/** The hours of a week: per day open or closed, any number of stretches, and a picture of them. */
export function HoursEditor({ draft, onChange, faults, weekStart, compact }: HoursEditorProps) {
  const shown = shownHours(draft);
  const marks = evenHours(shown);
  return (
    <div className={joinClass("week-hours", compact === true && "compact")}>
      {compact === true ? null : (
        <div className="hours-scale" aria-hidden>
          <span />
          <span />
          <div>
            {marks.map((hour) => (
              <span key={hour} style={{ insetInlineStart: `${percent(hour * 60, shown)}%` }}>
                {hour}
              </span>
            ))}
          </div>
        </div>
      )}
      <ul>
        {weekFrom(weekStart).map((day) => (
          <DayRow
            key={day}
            day={day}
            draft={draft}
            onChange={onChange}
            faults={faults}
            shown={shown}
            compact={compact === true}
          />
        ))}
      </ul>
    </div>
  );
}

type Shown = ReturnType<typeof shownHours>;

function evenHours({ from, to }: Shown): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(
    (h) => (h - from) % 2 === 0,
  );
}

/** Where a minute of the day stands between the first and the last hour shown, 0 to 100. */
function percent(minutes: number, { from, to }: Shown): number {
  return (100 * (minutes - from * 60)) / ((to - from) * 60);
}

interface DayRowProps extends Pick<HoursEditorProps, "draft" | "onChange" | "faults"> {
  readonly day: Weekday;
  readonly shown: Shown;
  readonly compact: boolean;
}

function DayRow({ day, draft, onChange, faults, shown, compact }: DayRowProps) {
  const { t } = useTranslation();
  const { open, spans } = draft[day];
  const name = t(`common.weekdays.${WEEKDAY_NAMES[day]}`);
  return (
    <li className="hours-day">
      <Switch isSelected={open} onChange={(on) => onChange(setOpen(draft, day, on))} labelUnseen>
        {t("settings.hours.open", { day: name })}
      </Switch>
      <span className={open ? "name" : "mute"}>{name}</span>
      {compact ? null : <Track day={draft[day]} shown={shown} />}
      {open ? (
        <div className="hours-spans">
          {spans.map((span, i) => (
            <SpanRow
              // Stretches have no names of their own; their place is what they are.
              key={i}
              day={name}
              span={span}
              fault={faults[`${day}.${i}`]}
              onChange={(changed) => onChange(setSpan(draft, day, i, changed))}
              {...(i === 0 ? {} : { onRemove: () => onChange(removeSpan(draft, day, i)) })}
            />
          ))}
        </div>
      ) : (
        <span className="mute small">{t("settings.hours.closed")}</span>
      )}
      <span className="hours-tools">
        <IconButton
          size="small"
          icon={Copy}
          label={t("settings.hours.copyNamed", { day: name })}
          onPress={() => onChange(copyDayBefore(draft, day))}
        />
        <IconButton
          size="small"
          icon={Plus}
          label={t("settings.hours.addSpan", { day: name })}
          isDisabled={spans.length >= 6}
          onPress={() => onChange(addSpan(draft, day))}
        />
      </span>
    </li>
  );
}

function Track({ day, shown }: { readonly day: DayDraft; readonly shown: Shown }) {
  const stretches = day.open ? day.spans : [];
  return (
    <div className="hours-track" aria-hidden>
      {stretches.map((span) => {
        const from = parseWallTime(span.from);
        const to = parseWallTime(span.to);
        if (from === null || to === null || from >= to) return null;
        const left = percent(minutesOf(from), shown);
        return (
          <i
            key={`${from}-${to}`}
            style={{
              insetInlineStart: `${left}%`,
              width: `${percent(minutesOf(to), shown) - left}%`,
            }}
          />
        );
      })}
    </div>
  );
}

interface SpanRowProps {
  readonly day: string;
  readonly span: SpanDraft;
  readonly fault: HoursFaults[string] | undefined;
  readonly onChange: (span: SpanDraft) => void;
  readonly onRemove?: () => void;
}

function SpanRow({ day, span, fault, onChange, onRemove }: SpanRowProps) {
  const { t } = useTranslation();
  return (
    <div className="hours-span">
      <TimeInput
        label={t("settings.hours.from", { day })}
        value={span.from}
        isWrong={fault !== undefined}
        onChange={(from) => onChange({ ...span, from })}
      />
      <span aria-hidden>–</span>
      <TimeInput
        label={t("settings.hours.to", { day })}
        value={span.to}
        isWrong={fault !== undefined}
        onChange={(to) => onChange({ ...span, to })}
      />
      {onRemove === undefined ? null : (
        <IconButton
          size="small"
          icon={X}
          label={t("settings.hours.removeSpan", { day, from: span.from })}
          onPress={onRemove}
        />
      )}
      {fault === undefined ? null : (
        <span className="field-error" role="alert">
          {t(`settings.hours.errors.${fault}`)}
        </span>
      )}
    </div>
  );
}

interface TimeInputProps {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

/** Takes what is typed when it is left, so that half a time is not called wrong. */
function TimeInput({ label, value, isWrong, onChange }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (): void => {
    const time = typed === null ? value : (parseWallTime(typed) ?? typed);
    setTyped(null);
    if (time !== value) onChange(time);
  };
  return (
    <TextField
      className={joinClass("time-input", isWrong && "wrong")}
      label={label}
      labelUnseen
      value={typed ?? value}
      onChange={setTyped}
      onBlur={take}
      onFieldKeyDown={(event) => event.key === "Enter" && take()}
    />
  );
}
