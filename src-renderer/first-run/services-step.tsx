import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SetUpDraft } from "../../src-shared/bridge/contract/set-up.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Swatch } from "../ui/swatch.tsx";
import { emptyService } from "./set-up-draft.ts";
import type { StepProps } from "./set-up-form.tsx";

const MOST = 100;
type Row = SetUpDraft["services"][number];

/** What can be booked: name, minutes, price. */
export function ServicesStep({ draft, faults, onChange }: StepProps) {
  const { t } = useTranslation();
  const { services } = draft;
  return (
    <div className="first-run-part">
      <div className="first-run-services">
        <div className="first-run-heads" aria-hidden>
          <span />
          <span>{t("firstRun.services.nameHead")}</span>
          <span>{t("firstRun.services.durationHead")}</span>
          <span>{t("firstRun.services.priceHead", { currency: draft.currency })}</span>
        </div>
        <ul>
          {services.map((service, i) => (
            // A service has no name yet that could tell the rows apart; their place does.
            <li key={i}>
              <ServiceRow
                at={i}
                service={service}
                faults={faults}
                onChange={(changed) => onChange({ services: services.with(i, changed) })}
              />
              <IconButton
                icon={X}
                label={t("firstRun.services.remove", { count: i + 1 })}
                isDisabled={services.length === 1}
                onPress={() => onChange({ services: services.toSpliced(i, 1) })}
              />
            </li>
          ))}
        </ul>
      </div>
      <Button
        icon={Plus}
        isDisabled={services.length >= MOST}
        onPress={() => onChange({ services: [...services, emptyService(services.length)] })}
      >
        {t("firstRun.services.add")}
      </Button>
    </div>
  );
}

interface ServiceRowProps {
  readonly at: number;
  readonly service: Row;
  readonly faults: StepProps["faults"];
  readonly onChange: (service: Row) => void;
}

function ServiceRow({ at, service, faults, onChange }: ServiceRowProps) {
  const { t } = useTranslation();
  const count = at + 1;
  const errors = {
    serviceName: t("firstRun.errors.serviceName"),
    duration: t("settings.services.errors.duration"),
    price: t("settings.services.errors.price"),
  };
  const wrong = (field: string): string | undefined => {
    const fault = faults.rows?.[`${at}.${field}`];
    return fault === undefined ? undefined : errors[fault];
  };
  const noneAtAll =
    at === 0 && faults.services ? t(`firstRun.errors.${faults.services}`) : undefined;
  const field = { labelUnseen: true, validationBehavior: "aria", maxLength: 200 } as const;
  return (
    <>
      <Swatch tint={service.tint} />
      <TextField
        {...field}
        label={t("firstRun.services.name", { count })}
        value={service.name}
        onChange={(name) => onChange({ ...service, name })}
        error={noneAtAll ?? wrong("name")}
      />
      <TextField
        {...field}
        label={t("firstRun.services.duration", { count })}
        inputMode="numeric"
        value={service.duration}
        onChange={(duration) => onChange({ ...service, duration })}
        error={wrong("duration")}
      />
      <TextField
        {...field}
        label={t("firstRun.services.price", { count })}
        inputMode="decimal"
        value={service.price}
        onChange={(price) => onChange({ ...service, price })}
        error={wrong("price")}
      />
    </>
  );
}
