import { CircleAlert } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { instantOfWall, toInstant } from "../../../src-shared/time/zones.ts";
import { asFailure } from "../../bridge.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import type { BookingValues } from "../../store/window.ts";
import { TextField } from "../../ui/field.tsx";
import { Note } from "../../ui/note.tsx";
import { type Option, SelectField } from "../../ui/select-field.tsx";
import type { BlockFields } from "../actions/blocks.ts";
import { TimeFields } from "./booking-fields.tsx";
import { placementIn } from "./values.ts";
import "./form.css";

/** What a block's form holds. */
export type BlockValues = Pick<BookingValues, "date" | "staffId" | "start" | "end"> & {
  readonly title: string;
  readonly everyone: boolean;
};

interface BlockFormProps {
  readonly values: BlockValues;
  readonly onChange: (values: BlockValues) => void;
  /** @throws BridgeFailure */
  readonly save: (fields: BlockFields) => Promise<void>;
  readonly className?: string;
  readonly buttons: ReactNode;
}

const EVERYONE = "everyone";

function fieldsIn(
  { date, start, end, staffId, everyone, title }: BlockValues,
  zone: string,
): BlockFields {
  return {
    staffIds: everyone ? [] : [staffId],
    start: toInstant(instantOfWall(date, start, zone)),
    end: toInstant(instantOfWall(date, end, zone)),
    title: title.trim(),
  };
}

/** Blocks time for somebody or for everyone, with a reason. */
export function BlockForm({ values, onChange, save, className, buttons }: BlockFormProps) {
  const { t } = useTranslation();
  const zone = useCatalogue((s) => s.business?.zone ?? "UTC");
  const [failed, setFailed] = useState<string | null>(null);
  const found = placementIn(values, zone);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (typeof found === "string") return;
    save(fieldsIn(values, zone)).catch((error: unknown) =>
      setFailed(t(`errors.${asFailure(error).code}`)),
    );
  };
  return (
    <form onSubmit={onSubmit} noValidate className={className}>
      <div className="nb-body">
        <TextField
          label={t("schedule.form.reason")}
          placeholder={t("schedule.form.reasonHint")}
          value={values.title}
          onChange={(title) => onChange({ ...values, title })}
          autoFocus
        />
        <WhoField values={values} onChange={onChange} />
        <TimeFields
          values={values}
          onChange={onChange}
          trouble={typeof found === "string" ? found : null}
        />
        {failed === null ? null : (
          <Note tone="error" icon={CircleAlert} live>
            {failed}
          </Note>
        )}
      </div>
      <footer className="nb-foot">{buttons}</footer>
    </form>
  );
}

function WhoField({ values, onChange }: Pick<BlockFormProps, "values" | "onChange">) {
  const { t } = useTranslation();
  const staff = useCatalogue((s) => s.staff);
  const people = staff
    .filter((s) => s.active || s.id === values.staffId)
    .map((s): Option => ({ id: s.id, label: s.name }));
  return (
    <SelectField
      label={t("schedule.form.who")}
      options={[{ id: EVERYONE, label: t("schedule.form.everyone") }, ...people]}
      value={values.everyone ? EVERYONE : values.staffId}
      onChange={(id) =>
        onChange(
          id === EVERYONE
            ? { ...values, everyone: true }
            : { ...values, everyone: false, staffId: id },
        )
      }
    />
  );
}
