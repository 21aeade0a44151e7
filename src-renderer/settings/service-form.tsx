import { useMemo } from "react";
import { type Control, Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Service } from "../../src-shared/domain/business.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { AsideForm } from "../ui/aside-form.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { FormText } from "../ui/form-fields.tsx";
import { useRowForm } from "../ui/use-row-form.ts";
import { useConventions } from "../words/format.ts";
import { saveService } from "./save-catalogue.ts";
import {
  type ReadService,
  serviceFields,
  serviceSchema,
  type TypedService,
  typedService,
} from "./service-form-values.ts";
import { TintChoice } from "./tint-choice.tsx";

type ServiceControl = Control<TypedService, unknown, ReadService>;

interface ServiceFormProps {
  /** Null makes a new one. */
  readonly service: Service | null;
  readonly services: readonly Service[];
  readonly onClose: () => void;
}

/** Adds or changes a service. */
export function ServiceForm({ service, services, onClose }: ServiceFormProps) {
  const { t } = useTranslation();
  const { locale } = useConventions();
  const currency = useCatalogue((s) => s.business?.currency ?? "EUR");
  const schema = useMemo(
    () =>
      serviceSchema(currency, {
        duration: t("settings.services.errors.duration"),
        price: t("settings.services.errors.price"),
      }),
    [currency, t],
  );
  const rowForm = useRowForm({
    row: service,
    typedOf: (row: Service | null) => typedService(row, { locale, currency }),
    schema,
    save: (read, seen) =>
      saveService(service?.id ?? null, seen, serviceFields(read, service, services.length)),
    onSaved: onClose,
  });
  const { control } = rowForm.form;
  const title =
    service === null
      ? t("settings.services.addTitle")
      : t("settings.services.editTitle", { name: service.name });
  return (
    <AsideForm title={title} rowForm={rowForm} onClose={onClose}>
      <FormText control={control} name="name" label={t("settings.services.name")} isRequired />
      <div className="form-pair">
        <FormText
          control={control}
          name="duration"
          label={t("settings.services.duration")}
          inputMode="numeric"
        />
        <FormText
          control={control}
          name="price"
          label={t("settings.services.priceIn", { currency })}
          inputMode="decimal"
          placeholder={t("settings.services.free")}
        />
      </div>
      <Controller
        control={control}
        name="tint"
        render={({ field }) => (
          <TintChoice
            title={t("settings.services.colourOfNew")}
            value={field.value}
            onChange={field.onChange}
            others={services.filter((other) => other.id !== service?.id)}
          />
        )}
      />
      <WhoChoice control={control} />
      <Controller
        control={control}
        name="online"
        render={({ field }) => (
          <Checkbox isSelected={field.value} onChange={field.onChange}>
            {t("settings.services.onlineMore")}
          </Checkbox>
        )}
      />
    </AsideForm>
  );
}

/** Who does it. Nobody ticked means everybody. */
function WhoChoice({ control }: { readonly control: ServiceControl }) {
  const { t } = useTranslation();
  const staff = useCatalogue((s) => s.staff);
  const active = staff.filter((member) => member.active);
  return (
    <Controller
      control={control}
      name="staffIds"
      render={({ field }) => (
        <fieldset className="plain-set">
          <legend className="lab">{t("settings.services.whoDoesIt")}</legend>
          <div className="check-list">
            {active.map(({ id, name }) => (
              <Checkbox
                key={id}
                isSelected={field.value.includes(id)}
                onChange={(on) =>
                  field.onChange(
                    on ? [...field.value, id] : field.value.filter((other) => other !== id),
                  )
                }
              >
                {name}
              </Checkbox>
            ))}
          </div>
          <p className="field-hint">{t("settings.services.nobodyTicked")}</p>
        </fieldset>
      )}
    />
  );
}
