import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Note } from "./note.tsx";
import type { SaveState } from "./use-row-form.ts";
import "./form.css";

interface SaveRowProps {
  readonly state: SaveState;
  readonly isDirty: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  /** Words of the main button; “Save” without it. */
  readonly save?: string;
}

/** Save and discard at the foot of a form, with what became of the last save. */
export function SaveRow({ state, isDirty, onSave, onDiscard, save }: SaveRowProps) {
  const { t } = useTranslation();
  const saving = state === "saving";
  return (
    <div className="save-row">
      <Button kind="primary" isDisabled={!isDirty || saving} onPress={onSave}>
        {saving ? t("common.saving") : (save ?? t("common.save"))}
      </Button>
      {isDirty ? (
        <Button kind="quiet" isDisabled={saving} onPress={onDiscard}>
          {t("common.discard")}
        </Button>
      ) : null}
      <span role="status" className="save-said">
        {state === "saved" ? (
          <>
            <Icon of={CircleCheck} size={14} />
            {t("common.saved")}
          </>
        ) : isDirty && !saving ? (
          t("common.unsaved")
        ) : null}
      </span>
    </div>
  );
}

interface SaveTroubleProps {
  readonly state: SaveState;
  readonly onReload: () => void;
  readonly onSaveMine: () => void;
}

/** Why the last save did not go through, and the ways on; nothing while all is well. */
export function SaveTrouble({ state, onReload, onSaveMine }: SaveTroubleProps) {
  const { t } = useTranslation();
  if (state === "stale")
    return (
      <Note tone="attention" icon={CircleAlert} live>
        <b className="name">{t("common.staleTitle")}</b> {t("common.staleText")}
        <span className="save-trouble">
          <Button size="small" onPress={onReload}>
            {t("common.reload")}
          </Button>
          <Button size="small" onPress={onSaveMine}>
            {t("common.saveMine")}
          </Button>
        </span>
      </Note>
    );
  if (typeof state === "string") return null;
  return (
    <Note tone="error" icon={CircleAlert} live>
      {t(`errors.${state.code}`)}
    </Note>
  );
}
