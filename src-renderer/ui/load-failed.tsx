import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Asked } from "../store/use-asked.ts";
import { Button } from "./button.tsx";
import { Note } from "./note.tsx";

/** Says that something could not be loaded, why, and offers to try again; nothing while all is well. */
export function LoadFailed({ of: asked }: { readonly of: Asked<unknown> }) {
  const { t } = useTranslation();
  if (asked.failure === null) return null;
  return (
    <Note tone="error" icon={CircleAlert} live>
      <span className="row load-failed">
        <span className="grow">{t(`errors.${asked.failure.code}`)}</span>
        <Button size="small" onPress={asked.again}>
          {t("common.tryAgain")}
        </Button>
      </span>
    </Note>
  );
}
