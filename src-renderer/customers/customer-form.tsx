import { useTranslation } from "react-i18next";
import { type Customer, CustomerFields } from "../../src-shared/domain/customer.ts";
import { call } from "../bridge.ts";
import { AsideForm } from "../ui/aside-form.tsx";
import { FormText } from "../ui/form-fields.tsx";
import { useRowForm } from "../ui/use-row-form.ts";

interface CustomerFormProps {
  /** Null makes a new one. */
  readonly customer: Customer | null;
  /** Name that a new one begins with. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onSaved: (customer: Customer) => void;
}

function typedOf(customer: Customer | null, name: string): CustomerFields {
  if (customer === null) return { name, phone: "", email: "", notes: "", alert: "" };
  const { id: _id, revision: _revision, ...fields } = customer;
  return fields;
}

/** Adds or changes a customer. */
export function CustomerForm({ customer, name, onClose, onSaved }: CustomerFormProps) {
  const { t } = useTranslation();
  const rowForm = useRowForm({
    row: customer,
    typedOf: (row: Customer | null) => typedOf(row, name),
    schema: CustomerFields,
    save: (fields, seen) =>
      call("customer.save", {
        existing: customer === null || seen === null ? null : { id: customer.id, revision: seen },
        fields,
      }),
    onSaved,
  });
  const { control } = rowForm.form;
  const title =
    customer === null ? t("customers.addTitle") : t("customers.editTitle", { name: customer.name });
  return (
    <AsideForm
      title={title}
      rowForm={rowForm}
      isBegun={customer === null && name !== ""}
      onClose={onClose}
    >
      <FormText control={control} name="name" label={t("customers.name")} isRequired />
      <FormText control={control} name="phone" label={t("customers.phone")} type="tel" />
      <FormText control={control} name="email" label={t("customers.email")} type="email" />
      <FormText
        control={control}
        name="alert"
        label={t("customers.alert")}
        hint={t("customers.alertMore")}
        maxLength={500}
      />
      <FormText control={control} name="notes" label={t("customers.notes")} lines={5} />
    </AsideForm>
  );
}
