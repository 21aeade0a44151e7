import { CircleAlert } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SyncRules } from "../../src-shared/bridge/contract/sync.ts";
import { asFailure, type BridgeFailure, call } from "../bridge.ts";
import { Button } from "../ui/button.tsx";
import { Note } from "../ui/note.tsx";
import { toast } from "../ui/toast.tsx";
import { RulesFields, useRulesDraft } from "./rules-fields.tsx";

interface RulesFormProps {
  readonly rules: SyncRules;
  readonly onClose: () => void;
}

/** Changes the rules; closes when they are saved. */
export function RulesForm({ rules, onClose }: RulesFormProps) {
  const { t } = useTranslation();
  const draft = useRulesDraft(rules);
  const [state, setState] = useState<"typing" | "saving" | BridgeFailure>("typing");
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const changed = draft.read();
    if (changed === null) return;
    setState("saving");
    try {
      await call("sync.setRules", changed);
      toast({ text: t("integrations.rules.saved") });
      onClose();
    } catch (error) {
      setState(asFailure(error));
    }
  };
  return (
    <form className="rules-form" noValidate onSubmit={(event) => void save(event)}>
      <RulesFields draft={draft} />
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
