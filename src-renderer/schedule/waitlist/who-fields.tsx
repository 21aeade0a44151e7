import { useTranslation } from "react-i18next";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { type Option, SelectField } from "../../ui/select-field.tsx";

interface ServiceProps {
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly error?: string | undefined;
}

/** One of the services that can be booked. */
export function ServiceField({ value, onChange, error }: ServiceProps) {
  const { t } = useTranslation();
  const services = useCatalogue((s) => s.services).filter((s) => s.active || s.id === value);
  return (
    <SelectField
      label={t("schedule.form.service")}
      options={services.map((s): Option => ({ id: s.id, label: s.name, tint: s.tint }))}
      value={value}
      placeholder={t("schedule.form.chooseService")}
      onChange={onChange}
      error={error}
    />
  );
}

const ANYONE = "anyone";

interface StaffProps {
  readonly value: Id | null;
  readonly serviceId: Id | null;
  readonly onChange: (id: Id | null) => void;
}

/** Anyone who does the service, or one of them. */
export function StaffField({ value, serviceId, onChange }: StaffProps) {
  const { t } = useTranslation();
  const service = useCatalogue((s) => s.services.find((one) => one.id === serviceId));
  const does = service?.staffIds ?? [];
  const staff = useCatalogue((s) => s.staff).filter(
    (s) => (s.active && (does.length === 0 || does.includes(s.id))) || s.id === value,
  );
  return (
    <SelectField
      label={t("schedule.form.with")}
      options={[
        { id: ANYONE, label: t("waitlist.anyone") },
        ...staff.map((s): Option => ({ id: s.id, label: s.name })),
      ]}
      value={value ?? ANYONE}
      onChange={(id) => onChange(id === ANYONE ? null : id)}
    />
  );
}
