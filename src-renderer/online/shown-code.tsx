import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CompanionStatus } from "../../src-shared/bridge/contract/companion.ts";
import { attempt } from "../integrations/do.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { useFormats } from "../ui/formats.ts";

type Waiting = Extract<CompanionStatus["pairing"], { is: "waiting" }>;

/** The code that the owner types at the companion, in two halves as people read it aloud. */
export function ShownCode({ pairing }: { readonly pairing: Waiting }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { code, confirmUrl, expiresAt } = pairing;
  return (
    <section className="online-form" aria-labelledby="online-code">
      <h2 id="online-code">{t("online.codeTitle")}</h2>
      <div className="online-code row">
        <output className="num" aria-label={[...code].join(" ")}>
          {code.slice(0, 4)}-{code.slice(4)}
        </output>
        <IconButton
          icon={Copy}
          label={t("online.copyCode")}
          onPress={() => void copyText(code, t("online.copied"))}
        />
      </div>
      <p>{t("online.codeSteps", { url: confirmUrl })}</p>
      <p className="small mute">{t("online.codeUntil", { time: formats.time(expiresAt) })}</p>
      <div className="row online-buttons">
        <Button onPress={() => void copyText(confirmUrl, t("online.copied"))}>
          {t("online.copyAddress")}
        </Button>
        <Button kind="quiet" onPress={() => void attempt("companion.unpair", { anyway: true })}>
          {t("online.giveUp")}
        </Button>
      </div>
    </section>
  );
}
