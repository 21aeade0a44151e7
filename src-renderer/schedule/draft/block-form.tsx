import { CircleAlert } from "lucide-react";
import { type FormEvent, lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asFailure } from "../../bridge.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { Checkbox } from "../../ui/choices.tsx";
import { TextField } from "../../ui/field.tsx";
import { Note } from "../../ui/note.tsx";
import type { BlockFields } from "../actions/blocks.ts";
import { blockFields, blockTrouble, type BlockValues } from "./block-values.ts";
import { TimeFields } from "./booking-fields.tsx";
import { errorsOf, stopAtUnreadable } from "./booking-form.ts";
import { DayField } from "./day-time-fields.tsx";
import { WhoToggles } from "./who-toggles.tsx";
import "./form.css";

interface BlockFormProps {
  readonly values: BlockValues;
  readonly onChange: (values: BlockValues) => void;
  /** @throws BridgeFailure */
  readonly save: (fields: BlockFields) => Promise<void>;
  readonly className?: string;
  readonly buttons: ReactNode;
}

interface Refused {
  readonly words: string | null;
  /** What the desk says about the repetition. */
  readonly rrule: string | undefined;
}

const NOTHING: Refused = { words: null, rrule: undefined };
const MAX_REASON = 200;

const RepeatFields = lazy(async () => ({
  default: (await import("../repeat/repeat-fields.tsx")).RepeatFields,
}));

/** Blocks time for somebody, several or everyone, with a reason: part of a day, again and again, or whole days. */
export function BlockForm({ values, onChange, save, className, buttons }: BlockFormProps) {
  const { t } = useTranslation();
  const zone = useCatalogue((s) => s.business?.zone ?? "UTC");
  const form = useRef<HTMLFormElement>(null);
  const [refused, setRefused] = useState(NOTHING);
  const trouble = blockTrouble(values, zone);
  const refuse = (error: unknown): void => {
    const failure = asFailure(error);
    const { rrule } = errorsOf(failure);
    setRefused({ words: rrule === undefined ? t(`errors.${failure.code}`) : null, rrule });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (trouble !== null || form.current === null || stopAtUnreadable(form.current)) return;
    setRefused(NOTHING);
    save(blockFields(values, zone)).catch(refuse);
  };
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className={className}>
      <div className="nb-body">
        <TextField
          label={t("schedule.form.reason")}
          placeholder={t("schedule.form.reasonHint")}
          value={values.title}
          onChange={(title) => onChange({ ...values, title })}
          maxLength={MAX_REASON}
          autoFocus
        />
        <WhoToggles values={values} onChange={onChange} />
        <WhenFields values={values} onChange={onChange} trouble={trouble} rule={refused.rrule} />
        {refused.words === null ? null : (
          <Note tone="error" icon={CircleAlert} live>
            {refused.words}
          </Note>
        )}
      </div>
      <footer className="nb-foot">{buttons}</footer>
    </form>
  );
}

interface WhenProps extends Pick<BlockFormProps, "values" | "onChange"> {
  readonly trouble: ReturnType<typeof blockTrouble>;
  readonly rule: string | undefined;
}

/** A time of the day that may repeat, or whole days from the first to the last. */
function WhenFields({ values, onChange, trouble, rule }: WhenProps) {
  const { t } = useTranslation();
  const { lastDay, date } = values;
  return (
    <>
      {lastDay === null ? (
        <TimeFields
          values={values}
          onChange={onChange}
          trouble={trouble === "lastDayWrong" ? null : trouble}
        />
      ) : (
        <div className="form-two">
          <DayField
            label={t("schedule.form.firstDay")}
            value={date}
            onChange={(day) =>
              onChange({ ...values, date: day, lastDay: lastDay < day ? day : lastDay })
            }
          />
          <DayField
            label={t("schedule.form.lastDay")}
            value={lastDay}
            onChange={(day) => onChange({ ...values, lastDay: day })}
            error={trouble === "lastDayWrong" ? t("schedule.form.lastDayWrong") : undefined}
          />
        </div>
      )}
      <Checkbox
        isSelected={lastDay !== null}
        onChange={(whole) =>
          onChange({
            ...values,
            lastDay: whole ? date : null,
            repeat: whole ? null : values.repeat,
          })
        }
      >
        {t("schedule.form.wholeDays")}
      </Checkbox>
      {lastDay !== null ? null : (
        <Suspense fallback={null}>
          <RepeatFields
            values={values}
            onChange={(repeat) => onChange({ ...values, repeat })}
            error={rule}
            bookingId={null}
            datesOnly
          />
        </Suspense>
      )}
    </>
  );
}
