import { CircleAlert, CircleCheck, Cloud, CloudOff, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { KeyList } from "../app/key-sheet.tsx";
import { SyncPill } from "../integrations/sync-pill.tsx";
import { useSyncWords } from "../integrations/use-sync-words.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useSync, useSyncPresentation } from "../store/sync.ts";
import { openScreen } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Checks } from "./checks.tsx";
import { Stuck } from "./stuck.tsx";
import "./help.css";

const STATES: readonly {
  readonly id: "active" | "offline" | "error" | "disconnected";
  readonly icon: LucideIcon;
}[] = [
  { id: "active", icon: CircleCheck },
  { id: "offline", icon: CloudOff },
  { id: "error", icon: CircleAlert },
  { id: "disconnected", icon: Cloud },
];
const QUESTIONS = ["move", "delete", "foreign", "both"] as const;

/** What the sync says at the moment and what its words mean, the keys, the version. */
export function HelpScreen() {
  const { t } = useTranslation();
  return (
    <div className="help">
      <main className="help-main">
        <Checks />
        <RightNow />
        <section>
          <h2>{t("help.states")}</h2>
          <dl className="help-list">
            {STATES.map(({ id, icon }) => (
              <div key={id} className={`is-${id}`}>
                <dt className="name">
                  <Icon of={icon} />
                  {t(`help.stateWord.${id}`)}
                </dt>
                <dd>{t(`help.state.${id}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h2>{t("help.questions")}</h2>
          <dl className="help-list wide">
            {QUESTIONS.map((id) => (
              <div key={id}>
                <dt className="name">{t(`help.question.${id}`)}</dt>
                <dd>{t(`help.answer.${id}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </main>
      <aside className="help-aside">
        <Stuck />
        <section>
          <h2>{t("help.keyboard")}</h2>
          <KeyList />
        </section>
        <Version />
      </aside>
    </div>
  );
}

/** The state of the sync in sentences, and the way to where it can be changed. */
function RightNow() {
  const { t } = useTranslation();
  const shown = useSyncPresentation();
  const state = useSync((s) => s.status?.state ?? null);
  if (shown === null || state === null) return null;
  return (
    <section>
      <h2>{t("help.now")}</h2>
      <div className="help-now">
        <SyncPill shown={shown} />
        <Sentences shown={shown} state={state} />
        <Button onPress={() => openScreen("integrations", "google")}>
          {t("integrations.title")}
        </Button>
      </div>
    </section>
  );
}

function Sentences(now: {
  readonly shown: Parameters<typeof useSyncWords>[0];
  readonly state: Parameters<typeof useSyncWords>[1];
}) {
  const sentences = useSyncWords(now.shown, now.state);
  return <p className="grow">{sentences.join(" ")}</p>;
}

function Version() {
  const { t } = useTranslation();
  const info = useCatalogue((s) => s.info);
  if (info === null) return null;
  return (
    <section>
      <h2>{t("help.version")}</h2>
      <p>{t("help.versionLine", { version: info.version })}</p>
      <p className="small sub">{t(`help.host.${info.host}`)}</p>
      {info.practice ? <p className="small sub">{t("help.practice")}</p> : null}
    </section>
  );
}
