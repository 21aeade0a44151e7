import { CalendarPlus, CircleAlert, CloudOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CompanionStatus } from "../../src-shared/bridge/contract/companion.ts";
import { DetailHead } from "../integrations/detail-head.tsx";
import { Icon } from "../ui/icon.tsx";
import { Note, Pill } from "../ui/note.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { PILLS, toneOf } from "./look.ts";
import { OfferForm } from "./offer-form.tsx";
import { PairForm } from "./pair-form.tsx";
import { PairedFacts } from "./paired-facts.tsx";
import { ShownCode } from "./shown-code.tsx";
import "../integrations/google-detail.css";
import "./online.css";

/** Everything about online booking: pairing, connection, and how customers may book. */
export function OnlineDetail({ status }: { readonly status: CompanionStatus }) {
  const [ending, setEnding] = useState(false);
  const { pairing } = status;
  return (
    <main className={pairing.is === "paired" ? "google" : "google online-alone"}>
      <div className="google-main">
        <Head status={status} />
        <Trouble status={status} />
        <Body status={status} />
      </div>
      {pairing.is === "paired" ? (
        <PairedFacts status={status} pairing={pairing} onEnd={() => setEnding(true)} />
      ) : null}
      {ending ? <EndDialog status={status} onClose={() => setEnding(false)} /> : null}
    </main>
  );
}

function Head({ status }: { readonly status: CompanionStatus }) {
  const { t } = useTranslation();
  const tone = toneOf(status);
  return (
    <DetailHead
      crumb={t("online.crumb")}
      title={t("online.title")}
      tile={
        <span className="tile">
          <Icon of={CalendarPlus} size={18} />
        </span>
      }
      pill={<Pill {...PILLS[tone]}>{t(`online.pill.${tone}`)}</Pill>}
      says={t(tone === "on" ? "online.fine" : "online.purpose")}
    />
  );
}

function Trouble({ status }: { readonly status: CompanionStatus }) {
  const { t } = useTranslation();
  const { problem, unsent } = status;
  if (problem === null) return null;
  const offline = toneOf(status) === "offline";
  return (
    <div className="google-note">
      <Note tone={offline ? "offline" : "error"} icon={offline ? CloudOff : CircleAlert} live>
        {t(`online.problem.${problem}`)}{" "}
        {unsent === 0 ? null : t("online.toSend", { count: unsent })}
      </Note>
    </div>
  );
}

function Body({ status: { pairing } }: { readonly status: CompanionStatus }): ReactNode {
  switch (pairing.is) {
    case "none":
      return <PairForm />;
    case "waiting":
      return <ShownCode pairing={pairing} />;
    case "paired":
      return <OfferForm />;
  }
}
