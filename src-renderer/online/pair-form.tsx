import { CircleAlert } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { asFailure, type BridgeFailure, call } from "../bridge.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Note } from "../ui/note.tsx";

/** Asks for the companion's address and begins the pairing. */
export function PairForm() {
  const { t } = useTranslation();
  const [url, setUrl] = useState("");
  const [state, setState] = useState<"typing" | "asking" | BridgeFailure>("typing");
  const failure = typeof state === "string" ? null : state;
  const isWrong = failure?.code === "BAD_INPUT";
  const begin = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setState("asking");
    try {
      await call("companion.pair", { url });
    } catch (error) {
      setState(asFailure(error));
    }
  };
  return (
    <form className="online-form" noValidate onSubmit={(event) => void begin(event)}>
      <p>{t("online.pairAbout")}</p>
      <TextField
        label={t("online.address")}
        hint={t("online.addressHint")}
        error={isWrong ? t("online.addressWrong") : undefined}
        type="url"
        maxLength={300}
        value={url}
        onChange={setUrl}
      />
      {failure === null || isWrong ? null : (
        <Note tone="error" icon={CircleAlert} live>
          {t(
            failure.code === "REMOTE_REFUSED"
              ? "online.problem.badAnswer"
              : `errors.${failure.code}`,
          )}
        </Note>
      )}
      <div>
        <Button
          type="submit"
          kind="primary"
          size="large"
          isDisabled={state === "asking" || url.trim() === ""}
        >
          {t(state === "asking" ? "online.pairing" : "online.pair")}
        </Button>
      </div>
    </form>
  );
}
