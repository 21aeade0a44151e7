import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { HoursEditor } from "../settings/hours-editor.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import type { StepProps } from "./set-up-form.tsx";

const MOST = 50;

/** When the business is open, and who works there. */
export function PeopleStep({ draft, faults, onChange }: StepProps) {
  const { t } = useTranslation();
  return (
    <div className="first-run-part">
      <HoursEditor
        draft={draft.hours}
        onChange={(hours) => onChange({ hours: hours as typeof draft.hours })}
        faults={faults.hours ?? {}}
        weekStart={draft.weekStart}
      />
      {faults.closed === undefined ? null : (
        <p className="field-error" role="alert">
          {t("firstRun.errors.closed")}
        </p>
      )}
      <Names draft={draft} faults={faults} onChange={onChange} />
    </div>
  );
}

function Names({ draft, faults, onChange }: StepProps) {
  const { t } = useTranslation();
  const { staff } = draft;
  return (
    <section className="first-run-names">
      <h2>{t("firstRun.people.staff")}</h2>
      <p className="sub small">{t("firstRun.people.staffMore")}</p>
      <ul>
        {staff.map((name, i) => (
          // A person has no name yet that could tell the rows apart; their place does.
          <li key={i}>
            <TextField
              label={t("firstRun.people.name", { count: i + 1 })}
              labelUnseen
              value={name}
              maxLength={200}
              validationBehavior="aria"
              onChange={(typed) => onChange({ staff: staff.with(i, typed) })}
              error={i === 0 && faults.staff ? t(`firstRun.errors.${faults.staff}`) : undefined}
            />
            <IconButton
              icon={X}
              label={t("firstRun.people.remove", { count: i + 1 })}
              isDisabled={staff.length === 1}
              onPress={() => onChange({ staff: staff.toSpliced(i, 1) })}
            />
          </li>
        ))}
      </ul>
      <Button
        icon={Plus}
        isDisabled={staff.length >= MOST}
        onPress={() => onChange({ staff: [...staff, ""] })}
      >
        {t("firstRun.people.add")}
      </Button>
    </section>
  );
}
