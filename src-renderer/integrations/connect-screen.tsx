import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConnectProgress, GoogleConnection } from "../../src-shared/bridge/contract/sync.ts";
import { openScreen } from "../store/window.ts";
import { Icon } from "../ui/icon.tsx";
import { ConnectCalendar } from "./connect-calendar.tsx";
import { ConnectDone } from "./connect-done.tsx";
import { ConnectFailed } from "./connect-failed.tsx";
import { ConnectShared } from "./connect-shared.tsx";
import { ConnectRules, type PickedCalendar } from "./connect-rules.tsx";
import { CONNECT_STEPS, type ConnectStep, connectStep } from "./connect-steps.ts";
import { ConnectWaiting } from "./connect-waiting.tsx";
import { PARTS } from "./do.ts";
import type { Calendar } from "./use-calendar.ts";
import "./connect.css";

interface ConnectProps {
  readonly connection: GoogleConnection | null;
  readonly progress: ConnectProgress;
  readonly status: Calendar["status"];
  /** The person asked for another calendar. */
  readonly choosing: boolean;
}

/** The way to a connected calendar: what is shared, sign-in, which calendar, by which rules, done. */
export function ConnectScreen({ connection, progress, status, choosing }: ConnectProps) {
  const [makeCalendar, setMakeCalendar] = useState(true);
  const [picked, setPicked] = useState<PickedCalendar | null>(null);
  const [choosesRules, setChoosesRules] = useState(false);
  const reached = connectStep(connection, progress, choosing);
  const step = reached === "calendar" && choosesRules && picked !== null ? "rules" : reached;
  const pick = (calendar: PickedCalendar): void => {
    setPicked(calendar);
    setChoosesRules(true);
  };
  const started = (): void => {
    setPicked(null);
    setChoosesRules(false);
    openScreen("integrations", PARTS.connect);
  };
  return (
    <main className="connect">
      <Steps
        step={step}
        account={connection?.account ?? null}
        inStep={status.state.is === "idle" && status.state.lastCompleteAt !== null}
      />
      {stepView()}
    </main>
  );

  function stepView(): ReactNode {
    switch (step) {
      case "shared":
        return <ConnectShared makeCalendar={makeCalendar} onMakeCalendar={setMakeCalendar} />;
      case "signIn":
        return progress.is === "waiting" ? <ConnectWaiting {...progress} /> : null;
      case "failed":
        return progress.is === "failed" ? (
          <ConnectFailed {...progress} makeCalendar={makeCalendar} />
        ) : null;
      case "calendar":
        return connection === null ? null : (
          <ConnectCalendar connection={connection} before={picked} onPick={pick} />
        );
      case "rules":
        return picked === null ? null : (
          <ConnectRules picked={picked} onBack={() => setChoosesRules(false)} onStarted={started} />
        );
      case "done":
        return connection === null ? null : <ConnectDone connection={connection} status={status} />;
    }
  }
}

const STEP_WORDS = {
  shared: "integrations.connect.stepShared",
  signIn: "integrations.connect.stepSignIn",
  calendar: "integrations.connect.stepCalendar",
  rules: "integrations.connect.stepRules",
  done: "integrations.connect.stepDone",
} as const;

interface StepsProps {
  readonly step: ConnectStep;
  readonly account: string | null;
  /** The first sync is complete. */
  readonly inStep: boolean;
}

function Steps({ step, account, inStep }: StepsProps) {
  const { t } = useTranslation();
  const here = CONNECT_STEPS.indexOf(step === "failed" ? "signIn" : step);
  const detail = { shared: t("integrations.connect.stepSharedDone"), signIn: account } as const;
  return (
    <aside className="connect-steps" aria-label={t("integrations.connect.steps")}>
      <h2>{t("integrations.connect.title")}</h2>
      <ol>
        {CONNECT_STEPS.map((id, i) => {
          const past = i < here || (step === "done" && i === here && inStep);
          const more = past && (id === "shared" || id === "signIn") ? detail[id] : null;
          return (
            <li
              key={id}
              className={past ? "past" : i === here ? "here" : undefined}
              aria-current={i === here ? "step" : undefined}
            >
              <span className="dot">{past ? <Icon of={Check} size={12} /> : i + 1}</span>
              <span>
                {t(STEP_WORDS[id])}
                {more === null ? null : <small className="cut">{more}</small>}
              </span>
            </li>
          );
        })}
      </ol>
    </aside>
  );
}
