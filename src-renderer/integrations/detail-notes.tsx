import { ListEnd, SkipForward, Unplug } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Note } from "../ui/note.tsx";
import { attempt } from "./do.ts";
import type { Calendar } from "./use-calendar.ts";

/** What is good to know about the connection and needs nobody. */
export function DetailNotes({ calendar: { connection, status } }: { readonly calendar: Calendar }) {
  const { leftOut, skipped } = status.counts;
  return (
    <>
      {connection?.leaving === true ? <Leaving /> : null}
      {leftOut === 0 ? null : <LeftOut count={leftOut} />}
      {skipped === 0 ? null : <Skipped count={skipped} />}
    </>
  );
}

/** A disconnect that could not be done at once can still be taken back. */
function Leaving() {
  const { t } = useTranslation();
  return (
    <div className="google-note">
      <Note tone="offline" icon={Unplug}>
        <span className="row integration-note">
          <span className="grow">{t("integrations.disconnect.leaving")}</span>
          <Button size="small" onPress={() => void attempt("google.stay", {})}>
            {t("integrations.disconnect.stayConnected")}
          </Button>
        </span>
      </Note>
    </div>
  );
}

function LeftOut({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return (
    <div className="google-note">
      <Note tone="plain" icon={ListEnd}>
        {t("integrations.detail.leftOut", { count })}
      </Note>
    </div>
  );
}

/** What somebody chose not to send stays in sight, with the way back. */
function Skipped({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return (
    <div className="google-note">
      <Note tone="plain" icon={SkipForward}>
        <span className="row integration-note">
          <span className="grow">{t("integrations.detail.skippedNote", { count })}</span>
          <Button size="small" onPress={() => void attempt("sync.sendSkipped", {})}>
            {t("integrations.detail.sendSkipped")}
          </Button>
        </span>
      </Note>
    </div>
  );
}
