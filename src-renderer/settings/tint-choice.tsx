import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { type Service, type Tint, TINTS } from "../../src-shared/domain/business.ts";
import { Icon } from "../ui/icon.tsx";

interface TintChoiceProps {
  readonly title: string;
  readonly value: Tint;
  readonly onChange: (tint: Tint) => void;
  /** Other services, to say who has the same colour. */
  readonly others: readonly Service[];
}

/** The twelve colours of a service, and who else uses the chosen one. */
export function TintChoice({ title, value, onChange, others }: TintChoiceProps) {
  const { t } = useTranslation();
  const same = others.filter((service) => service.active && service.tint === value);
  const names = same.map(({ name }) => name).join(", ");
  return (
    <RadioGroup
      className="tints"
      value={value}
      onChange={(tint) => onChange(tint as Tint)}
      orientation="horizontal"
    >
      <div className="tints-head">
        <Label className="name grow cut">{title}</Label>
        <span className="small sub">{t(`common.tints.${value}`)}</span>
      </div>
      <div className="tints-grid">
        {TINTS.map((tint) => (
          <Radio
            key={tint}
            value={tint}
            aria-label={t(`common.tints.${tint}`)}
            className={`tint t-${tint}`}
          >
            {tint === value ? <Icon of={Check} size={14} /> : null}
          </Radio>
        ))}
      </div>
      <p className="small sub">
        {t("settings.services.alsoUsed", {
          names: names === "" ? t("settings.services.nobodyElse") : names,
        })}
      </p>
    </RadioGroup>
  );
}
