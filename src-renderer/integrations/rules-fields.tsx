import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SyncRules } from "../../src-shared/bridge/contract/sync.ts";
import { RadioChoices } from "../ui/choices.tsx";
import { TextField } from "../ui/field.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { useConventions } from "../words/format.ts";
import { readCount } from "./typed-count.ts";

const DIRECTIONS = SyncRules.shape.direction.options;
const TITLES = SyncRules.shape.titles.options;
const ALL_DAY = SyncRules.shape.allDay.options;
const MOVES = SyncRules.shape.moves.options;
const BUSY = ["plain", "titles"] as const;
const { minValue: MIN, maxValue: MAX } = SyncRules.shape.maxEvents;

/** Rules while a person chooses; the number may still be half typed. */
export interface RulesDraft {
  readonly chosen: Omit<SyncRules, "maxEvents">;
  readonly most: string;
  readonly badMost: boolean;
  readonly change: (changes: Partial<SyncRules>) => void;
  readonly type: (most: string) => void;
  /** What is to be kept; null, and said at the field, if the number is none. */
  readonly read: () => SyncRules | null;
}

export function useRulesDraft({ maxEvents, ...rules }: SyncRules): RulesDraft {
  const [chosen, setChosen] = useState(rules);
  const [most, setMost] = useState(String(maxEvents));
  const [badMost, setBadMost] = useState(false);
  return {
    chosen,
    most,
    badMost,
    change: (changes) => setChosen((before) => ({ ...before, ...changes })),
    type: setMost,
    read() {
      const count = SyncRules.shape.maxEvents.safeParse(readCount(most));
      setBadMost(!count.success);
      return count.success ? { ...chosen, maxEvents: count.data } : null;
    },
  };
}

/** Everything that the owner decides about the sync. */
export function RulesFields({ draft }: { readonly draft: RulesDraft }) {
  const { t } = useTranslation();
  const { locale } = useConventions();
  const { chosen, change } = draft;
  const { direction } = chosen;
  const number = new Intl.NumberFormat(locale);
  const range = { min: number.format(MIN ?? 0), max: number.format(MAX ?? 0) };
  return (
    <>
      <SelectField
        label={t("integrations.rules.direction")}
        value={direction}
        onChange={(to) => change({ direction: to })}
        options={DIRECTIONS.map((id) => ({
          id,
          label: t(`integrations.rules.directionRule.${id}`),
          detail: t(`integrations.rules.directionMore.${id}`),
        }))}
      />
      {direction === "both" ? null : (
        <p className="small sub rules-more">{t(`integrations.rules.directionMore.${direction}`)}</p>
      )}
      {direction === "block" ? null : (
        <>
          <SelectField
            label={t("integrations.rules.titles")}
            value={chosen.titles}
            onChange={(titles) => change({ titles })}
            options={TITLES.map((id) => ({
              id,
              label: t(`integrations.rules.titlesRule.${id}`),
              detail: t(`integrations.rules.titlesMore.${id}`),
            }))}
          />
          <p className="small sub rules-more">{t("integrations.rules.description")}</p>
        </>
      )}
      {direction === "send" ? null : (
        <>
          <SelectField
            label={t("integrations.rules.allDay")}
            value={chosen.allDay}
            onChange={(allDay) => change({ allDay })}
            options={ALL_DAY.map((id) => ({ id, label: t(`integrations.rules.allDayRule.${id}`) }))}
          />
          <RadioChoices
            label={t("integrations.rules.foreign")}
            value={chosen.showDetails ? "titles" : "plain"}
            onChange={(busy) => change({ showDetails: busy === "titles" })}
            choices={BUSY.map((id) => ({
              id,
              label: t(`integrations.rules.busyRule.${id}`),
              detail: t(`integrations.rules.busyMore.${id}`),
            }))}
          />
        </>
      )}
      {direction === "both" ? (
        <RadioChoices
          label={t("integrations.rules.moves")}
          value={chosen.moves}
          onChange={(moves) => change({ moves })}
          choices={MOVES.map((id) => ({
            id,
            label: t(`integrations.rules.moveRule.${id}`),
            detail: t(`integrations.rules.moveMore.${id}`),
          }))}
        />
      ) : null}
      {direction === "block" ? null : (
        <TextField
          label={t("integrations.rules.mostField")}
          hint={t("integrations.rules.mostHint", range)}
          error={draft.badMost ? t("integrations.rules.mostWrong", range) : undefined}
          inputMode="numeric"
          maxLength={12}
          value={draft.most}
          onChange={draft.type}
        />
      )}
      <p className="small sub rules-more">{t("integrations.rules.reach")}</p>
    </>
  );
}
