import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Label, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useCatalogue } from "../../store/catalogue.ts";
import { firstName } from "../labels.ts";
import type { BlockValues } from "./block-values.ts";
import "../../ui/choices.css";
import "./who-toggles.css";

type Who = Pick<BlockValues, "staffId" | "others" | "everyone">;

interface TogglesProps<V extends Who> {
  readonly values: V;
  readonly onChange: (values: V) => void;
  /** Leaves “everyone” out, unless it is chosen already. */
  readonly peopleOnly?: boolean;
}

const EVERYONE = "everyone";

/** For whom time is blocked: everyone, or one person and as many more as are wanted; never nobody. */
export function WhoToggles<V extends Who>({ values, onChange, peopleOnly }: TogglesProps<V>) {
  const { t } = useTranslation();
  const id = useId();
  const staff = useCatalogue((s) => s.staff);
  const chosen = values.everyone ? [EVERYONE] : [values.staffId, ...values.others];
  const people = staff.filter((one) => one.active || chosen.includes(one.id));
  const choose = (keys: ReadonlySet<unknown>): void => {
    if (keys.has(EVERYONE) && !values.everyone) return onChange({ ...values, everyone: true });
    const named = people.map((one) => one.id).filter((one) => keys.has(one));
    const [first] = named.includes(values.staffId) ? [values.staffId] : named;
    if (first === undefined) return undefined;
    const others = named.filter((one) => one !== first);
    return onChange({ ...values, everyone: false, staffId: first, others });
  };
  return (
    <div className="fld">
      <Label className="lab" id={id}>
        {t("schedule.form.who")}
      </Label>
      <ToggleButtonGroup
        className="who-toggles"
        aria-labelledby={id}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={choose}
      >
        {peopleOnly === true && !values.everyone ? null : (
          <ToggleButton id={EVERYONE} className="seg-item">
            {t("schedule.form.everyone")}
          </ToggleButton>
        )}
        {people.map((one) => (
          <ToggleButton key={one.id} id={one.id} className="seg-item" aria-label={one.name}>
            {firstName(one.name)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
