import { ChevronDown, CircleAlert, CloudOff, Pause, Play, RefreshCw } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { goesOn, type SyncPresentation } from "../../src-shared/sync-status.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { Icon } from "../ui/icon.tsx";
import { MenuButton } from "../ui/menu.tsx";
import { Note } from "../ui/note.tsx";
import { moment } from "../words/format.ts";
import { Activity } from "./activity.tsx";
import { Attention } from "./attention.tsx";
import { DetailHead } from "./detail-head.tsx";
import { DetailNotes } from "./detail-notes.tsx";
import { DisconnectDialog } from "./disconnect-dialog.tsx";
import { attempt, runSyncFix } from "./do.ts";
import { Doubles } from "./doubles.tsx";
import { GoogleFacts } from "./google-facts.tsx";
import { GuardQuestion } from "./guard-question.tsx";
import { rememberLook } from "./remember-look.ts";
import { ServiceTile } from "./service-tile.tsx";
import { SyncCountsRow } from "./sync-counts.tsx";
import { SyncPill } from "./sync-pill.tsx";
import type { Calendar } from "./use-calendar.ts";
import { useSyncWords } from "./use-sync-words.ts";
import "./google-detail.css";

interface GoogleDetailProps {
  readonly calendar: Calendar;
  /** Until when Google tells of changes by itself; null: it doesn't. */
  readonly pushUntil: string | null;
}

/** Everything about the connected calendar: state, numbers, what needs a person, what was done. */
export function GoogleDetail({ calendar, pushUntil }: GoogleDetailProps) {
  const [disconnecting, setDisconnecting] = useState(false);
  const { state, counts } = calendar.status;
  useEffect(rememberLook, []);
  return (
    <main className="google">
      <div className="google-main">
        <Head calendar={calendar} />
        {state.is === "needsDecision" ? (
          <GuardQuestion guard={state.guard} />
        ) : (
          <SyncCountsRow counts={counts} />
        )}
        <DetailNotes calendar={calendar} />
        <Attention isRestGoing={goesOn(calendar.shown)} />
        {calendar.shown.lastCompleteAt === null ? null : (
          <Doubles lastCompleteAt={calendar.shown.lastCompleteAt} />
        )}
        <Activity />
      </div>
      <GoogleFacts
        calendar={calendar}
        pushUntil={pushUntil}
        onDisconnect={() => setDisconnecting(true)}
      />
      {disconnecting ? <DisconnectDialog onClose={() => setDisconnecting(false)} /> : null}
    </main>
  );
}

function Head({ calendar }: { readonly calendar: Calendar }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { shown, status, connection } = calendar;
  const name = connection?.calendar?.name ?? null;
  const [first = "", ...more] = useSyncWords(shown, status.state, name);
  const isTrouble = !isAnsweredBelow(shown) && shown.tone === "error";
  const isNote = isTrouble || shown.shape === "offline";
  const last = shown.lastCompleteAt;
  const lastSync =
    last === null
      ? t("integrations.detail.noSyncYet")
      : t("integrations.detail.lastSyncAt", { time: moment(last, formats) });
  return (
    <>
      <DetailHead
        crumb={t("integrations.names.google")}
        title={t("integrations.names.google")}
        tile={<ServiceTile of="google" />}
        pill={<SyncPill shown={shown} />}
        says={isNote ? lastSync : first}
        commands={<Commands calendar={calendar} />}
      />
      {isNote ? (
        <div className="google-note">
          <Note
            tone={isTrouble ? "error" : "offline"}
            icon={isTrouble ? CircleAlert : CloudOff}
            live
          >
            <b className="name">{first}</b> {more.join(" ")}
          </Note>
        </div>
      ) : null}
    </>
  );
}

/** Whether what needs a person stands on this page, further down. */
function isAnsweredBelow({ fix }: SyncPresentation): boolean {
  return fix === "decide" || fix === "review";
}

/** One main button: the fix of a trouble, or else “Sync now”. */
function Commands({ calendar: { shown, status } }: { readonly calendar: Calendar }) {
  const { t } = useTranslation();
  const { state } = status;
  const paused = state.is === "paused";
  const busy = state.is === "syncing";
  const fix = shown.tone === "active" || isAnsweredBelow(shown) ? null : shown.fix;
  return (
    <>
      {paused ? (
        <Button icon={Play} kind="primary" onPress={() => void attempt("sync.resume", {})}>
          {t("integrations.detail.resume")}
        </Button>
      ) : null}
      {paused || !goesOn(shown) ? null : <PauseMenu />}
      {fix === null ? (
        <Button
          icon={RefreshCw}
          kind={paused ? "plain" : "primary"}
          isDisabled={busy || paused || shown.fix === "decide"}
          onPress={() => void attempt("sync.now", {})}
        >
          {t(busy ? "integrations.detail.syncing" : "integrations.detail.syncNow")}
        </Button>
      ) : (
        <Button kind="primary" onPress={() => void runSyncFix(fix)}>
          {t(`sync.fix.${fix}`)}
        </Button>
      )}
    </>
  );
}

const PAUSES = [
  { length: "hour", words: "integrations.detail.pauseHour" },
  { length: "today", words: "integrations.detail.pauseToday" },
  { length: "untilResumed", words: "integrations.detail.pauseUntil" },
] as const;

function PauseMenu() {
  const { t } = useTranslation();
  const entries = PAUSES.map(({ length, words }) => ({
    is: "do" as const,
    id: length,
    label: t(words),
    run: () => void attempt("sync.pause", { length }),
  }));
  return (
    <MenuButton label={t("integrations.detail.pause")} entries={entries}>
      <Button icon={Pause}>
        {t("integrations.detail.pause")}
        <Icon of={ChevronDown} size={14} />
      </Button>
    </MenuButton>
  );
}
