import { CircleAlert } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { SyncRules } from "../../src-shared/bridge/contract/sync.ts";
import { asFailure, type BridgeFailure, call } from "../bridge.ts";
import { Button } from "../ui/button.tsx";
import { RadioChoices } from "../ui/choices.tsx";
import { TextField } from "../ui/field.tsx";
import { Note } from "../ui/note.tsx";
import { toast } from "../ui/toast.tsx";
import { useConventions } from "../words/format.ts";
import { readCount } from "./typed-count.ts";

const MOVES = SyncRules.shape.moves.options;
const BUSY = ["plain", "titles"] as const;
const { minValue: MIN, maxValue: MAX } = SyncRules.shape.maxEvents;

interface RulesFormProps {
  readonly rules: SyncRules;
  readonly onClose: () => void;
}

/** Changes the rules; closes when they are saved. */
export function RulesForm({ rules, onClose }: RulesFormProps) {
  const { t } = useTranslation();
  const { locale } = useConventions();
  const [moves, setMoves] = useState(rules.moves);
  const [busy, setBusy] = useState<(typeof BUSY)[number]>(rules.showDetails ? "titles" : "plain");
  const [most, setMost] = useState(String(rules.maxEvents));
  const [badMost, setBadMost] = useState(false);
  const [state, setState] = useState<"typing" | "saving" | BridgeFailure>("typing");
  const number = new Intl.NumberFormat(locale);
  const range = { min: number.format(MIN ?? 0), max: number.format(MAX ?? 0) };
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const maxEvents = SyncRules.shape.maxEvents.safeParse(readCount(most));
    setBadMost(!maxEvents.success);
    if (!maxEvents.success) return;
    setState("saving");
    try {
      const showDetails = busy === "titles";
      await call("sync.setRules", { moves, showDetails, maxEvents: maxEvents.data });
      toast({ text: t("integrations.rules.saved") });
      onClose();
    } catch (error) {
      setState(asFailure(error));
    }
  };
  return (
    <form className="rules-form" noValidate onSubmit={(event) => void save(event)}>
      <RadioChoices
        label={t("integrations.rules.moves")}
        value={moves}
        onChange={setMoves}
        choices={MOVES.map((id) => ({
          id,
          label: t(`integrations.rules.moveRule.${id}`),
          detail: t(`integrations.rules.moveMore.${id}`),
        }))}
      />
      <RadioChoices
        label={t("integrations.rules.foreign")}
        value={busy}
        onChange={setBusy}
        choices={BUSY.map((id) => ({
          id,
          label: t(`integrations.rules.busyRule.${id}`),
          detail: t(`integrations.rules.busyMore.${id}`),
        }))}
      />
      <TextField
        label={t("integrations.rules.mostField")}
        hint={t("integrations.rules.mostHint", range)}
        error={badMost ? t("integrations.rules.mostWrong", range) : undefined}
        inputMode="numeric"
        maxLength={12}
        value={most}
        onChange={setMost}
      />
      {typeof state === "string" ? null : (
        <Note tone="error" icon={CircleAlert} live>
          {t(`errors.${state.code}`)}
        </Note>
      )}
      <div className="rules-actions">
        <Button kind="quiet" onPress={onClose}>
          {t("integrations.rules.cancel")}
        </Button>
        <Button type="submit" kind="primary" isDisabled={state === "saving"}>
          {t(state === "saving" ? "common.saving" : "common.save")}
        </Button>
      </div>
    </form>
  );
}
