import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ErrorCode } from "../../src-shared/errors.ts";
import { openScreen } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { Note } from "../ui/note.tsx";
import { ConnectPage } from "./connect-page.tsx";
import { connectTrouble, scopeWords } from "./connect-steps.ts";
import { attempt, signIn } from "./do.ts";

interface FailedProps {
  readonly code: string;
  readonly missingScopes: readonly string[];
  readonly makeCalendar: boolean;
}

/** A sign-in that came to nothing: why, and the one way on. */
export function ConnectFailed({ code, missingScopes, makeCalendar }: FailedProps) {
  const { t } = useTranslation();
  const known = ErrorCode.safeParse(code);
  const { title, fix } = connectTrouble(code);
  const leave = async (): Promise<void> => {
    await attempt("google.connectCancel", {});
    openScreen("integrations");
  };
  return (
    <ConnectPage
      title={t(`integrations.connect.failed.${title}`)}
      about={t(`errors.${known.success ? known.data : "CONNECT_FAILED"}`)}
      actions={
        <>
          <Button kind="quiet" size="large" onPress={() => void leave()}>
            {t("integrations.connect.cancel")}
          </Button>
          {fix === null ? null : (
            <Button kind="primary" size="large" onPress={() => void signIn(makeCalendar)}>
              {t(`integrations.connect.failed.${fix}`)}
            </Button>
          )}
        </>
      }
    >
      <MissingScopes scopes={missingScopes} />
    </ConnectPage>
  );
}

/** Names the permissions that were not given. */
function MissingScopes({ scopes }: { readonly scopes: readonly string[] }) {
  const { t } = useTranslation();
  const named = [...new Set(scopes.map(scopeWords))].filter((name) => name !== null);
  if (named.length === 0) return null;
  return (
    <Note tone="error" icon={CircleAlert}>
      {t("integrations.connect.failed.scopeText")}
      <ul className="missing-scopes">
        {named.map((name) => (
          <li key={name}>{t(`integrations.connect.scopes.${name}`)}</li>
        ))}
      </ul>
      {t("integrations.connect.failed.scopeFix")}
    </Note>
  );
}
