import { Check, Copy, ExternalLink } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Instant } from "../../src-shared/domain/primitives.ts";
import { openScreen } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { useFormats } from "../ui/formats.ts";
import { ConnectPage } from "./connect-page.tsx";
import { attempt } from "./do.ts";

interface WaitingProps {
  readonly url: string;
  readonly until: Instant;
}

/** The sign-in is open in the browser; the desk waits for its answer. */
export function ConnectWaiting({ url, until }: WaitingProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const cancel = async (): Promise<void> => {
    await attempt("google.connectCancel", {});
    openScreen("integrations");
  };
  return (
    <ConnectPage
      title={t("integrations.connect.waiting.title")}
      about={t("integrations.connect.waiting.about")}
      actions={
        <Button size="large" onPress={() => void cancel()}>
          {t("integrations.connect.cancel")}
        </Button>
      }
    >
      <p className="mute">
        {t("integrations.connect.waiting.until", { time: formats.time(until) })}{" "}
        {t("integrations.connect.waiting.nothingWritten")}
      </p>
      <div className="waiting-actions">
        <Button icon={ExternalLink} onPress={() => void attempt("google.signInReopen", {})}>
          {t("integrations.connect.waiting.again")}
        </Button>
      </div>
      <LinkToCopy url={url} />
    </ConnectPage>
  );
}

function LinkToCopy({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  return (
    <div className="waiting-link">
      <TextField
        className="grow"
        label={t("integrations.connect.waiting.link")}
        value={url}
        isReadOnly
      />
      <Button size="large" icon={copied ? Check : Copy} onPress={() => void copy()}>
        {t(copied ? "integrations.connect.waiting.copied" : "integrations.connect.waiting.copy")}
      </Button>
    </div>
  );
}
