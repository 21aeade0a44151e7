import { CircleAlert, Info } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Customer, CustomerFields } from "../../src-shared/domain/customer.ts";
import {
  mergedFields,
  type SingleField,
  toChoose,
} from "../../src-shared/domain/merge-customers.ts";
import { asFailure, type BridgeFailure, call } from "../bridge.ts";
import { openCustomer } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { RadioChoices } from "../ui/choices.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { Note } from "../ui/note.tsx";
import { toast } from "../ui/toast.tsx";

interface MergeFormProps {
  readonly kept: Customer;
  readonly other: Customer;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

const NO_ERRORS: Readonly<Record<string, string>> = {};

function errorsIn(fields: CustomerFields): Readonly<Record<string, string>> {
  const { success, error } = CustomerFields.safeParse(fields);
  if (success) return NO_ERRORS;
  return Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0]), message]));
}

/** What stays of two cards: chosen where they differ, and to be seen before it is done. */
export function MergeForm({ kept, other, onBack, onClose }: MergeFormProps) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(() => mergedFields(kept, other));
  const [state, setState] = useState<"asking" | "going" | BridgeFailure>("asking");
  const errors = errorsIn(fields);
  const merge = async (): Promise<void> => {
    setState("going");
    try {
      const seen = ({ id, revision }: Customer) => ({ id, revision });
      await call("customer.merge", { keep: seen(kept), drop: seen(other), fields });
      onClose();
      openCustomer(kept.id);
      toast({ text: t("customers.merge.done", { name: fields.name }) });
    } catch (error) {
      setState(asFailure(error));
    }
  };
  return (
    <Dialog
      role="alertdialog"
      isOpen
      width={560}
      title={t("customers.merge.title", { name: kept.name })}
      onClose={onClose}
      actions={
        <>
          <Button size="large" onPress={onClose}>
            {t("customers.merge.cancel")}
          </Button>
          <Button
            size="large"
            kind="primary"
            isDisabled={state === "going" || errors !== NO_ERRORS}
            onPress={() => void merge()}
          >
            {t(state === "going" ? "customers.merge.going" : "customers.merge.go")}
          </Button>
        </>
      }
    >
      <div className="merge-form">
        <p className="row">
          <span className="grow cut">{t("customers.merge.other", { name: other.name })}</span>
          <Button size="small" onPress={onBack}>
            {t("customers.merge.change")}
          </Button>
        </p>
        <Fields kept={kept} other={other} fields={fields} errors={errors} onChange={setFields} />
        <Note tone="plain" icon={Info}>
          {t("customers.merge.kept")}
        </Note>
        {typeof state === "string" ? null : (
          <Note tone="error" icon={CircleAlert} live>
            {t(`errors.${state.code}`)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}

interface FieldsProps {
  readonly kept: Customer;
  readonly other: Customer;
  readonly fields: CustomerFields;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (fields: CustomerFields) => void;
}

function Fields({ kept, other, fields, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const choices = (field: SingleField) => [
    { id: "kept", label: kept[field] } as const,
    { id: "other", label: other[field] } as const,
  ];
  return (
    <>
      {toChoose(kept, other).map((field) => (
        <RadioChoices
          key={field}
          label={t("customers.merge.says", { field: t(`customers.${field}`) })}
          value={fields[field] === kept[field] ? "kept" : "other"}
          onChange={(card) => onChange({ ...fields, [field]: { kept, other }[card][field] })}
          choices={choices(field)}
        />
      ))}
      {fields.alert === "" ? null : (
        <TextField
          label={t("customers.alert")}
          value={fields.alert}
          onChange={(alert) => onChange({ ...fields, alert })}
          error={errors["alert"]}
        />
      )}
      {fields.notes === "" ? null : (
        <TextField
          label={t("customers.notes")}
          lines={4}
          value={fields.notes}
          onChange={(notes) => onChange({ ...fields, notes })}
          error={errors["notes"]}
        />
      )}
    </>
  );
}
