import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { GoogleConnection } from "../../src-shared/bridge/contract/sync.ts";
import { useNow } from "../store/now.ts";
import { useFormats } from "../ui/formats.ts";
import { ago, moment, useConventions } from "../words/format.ts";
import { scopeWords } from "./connect-steps.ts";
import { Fact } from "./fact.tsx";
import { RulesSection } from "./rules-section.tsx";
import { Upkeep } from "./upkeep.tsx";
import type { Calendar } from "./use-calendar.ts";

interface FactsProps {
  readonly calendar: Calendar;
  /** Until when Google tells of changes by itself; null: it doesn't. */
  readonly pushUntil: string | null;
  readonly onDisconnect: () => void;
}

/** Whose calendar it is, what Bellhop may do there, and the seldom things. */
export function GoogleFacts({ calendar, pushUntil, onDisconnect }: FactsProps) {
  const { t } = useTranslation();
  const { connection } = calendar;
  if (connection === null) return null;
  return (
    <aside className="google-aside">
      <section>
        <h2>{t("integrations.detail.connection")}</h2>
        <ConnectionFacts connection={connection} calendar={calendar} pushUntil={pushUntil} />
      </section>
      <RulesSection />
      <Upkeep calendar={calendar} onDisconnect={onDisconnect} />
    </aside>
  );
}

interface ConnectionProps extends Pick<FactsProps, "calendar" | "pushUntil"> {
  readonly connection: GoogleConnection;
}

function ConnectionFacts({ connection, calendar, pushUntil }: ConnectionProps) {
  const { shown, status } = calendar;
  const { t } = useTranslation();
  const formats = useFormats();
  const { locale } = useConventions();
  const now = useNow();
  const last = shown.lastCompleteAt;
  const tried = status.lastTryAt;
  return (
    <dl className="google-facts">
      <Fact name={t("integrations.detail.account")}>
        <span className="google-may cut">{connection.account}</span>
      </Fact>
      <Fact name={t("integrations.detail.calendar")}>
        {connection.calendar?.name ?? t("integrations.detail.notChosen")}
      </Fact>
      <Fact name={t("integrations.detail.since")}>
        {formats.dayAndMonth(formats.dateOf(connection.connectedAt))}
      </Fact>
      <Fact name={t("integrations.detail.may")}>{useMayDo(connection)}</Fact>
      <Fact name={t("integrations.detail.signIn")}>
        {t(
          connection.secretKeptIn === "keychain"
            ? "integrations.detail.keptInKeychain"
            : "integrations.detail.keptInSession",
        )}
      </Fact>
      <Fact name={t("integrations.detail.liveUpdates")}>
        {pushUntil === null
          ? t("integrations.detail.polled")
          : t("integrations.detail.live", { time: moment(pushUntil, formats) })}
      </Fact>
      <Fact name={t("integrations.detail.lastSync")}>
        {last === null
          ? t("integrations.detail.never")
          : `${moment(last, formats)}, ${ago(last, locale, now)}`}
      </Fact>
      {tried === null || tried === last ? null : (
        <Fact name={t("integrations.detail.lastTry")}>{moment(tried, formats)}</Fact>
      )}
      <Fact name={t("integrations.detail.nextLook")}>{useNextLook(status)}</Fact>
    </dl>
  );
}

const MAY_WORDS = {
  events: "integrations.detail.mayEvents",
  calendarList: "integrations.detail.mayRead",
  makeCalendar: "integrations.detail.mayMake",
} as const;

/** What the granted scopes allow, in words; the most telling one first. */
function useMayDo({ scopes }: GoogleConnection): ReactNode {
  const { t } = useTranslation();
  const granted = new Set(scopes.map(scopeWords));
  const named = (["events", "calendarList", "makeCalendar"] as const).filter((may) =>
    granted.has(may),
  );
  return named.map((may) => (
    <span key={may} className="google-may cut">
      {t(MAY_WORDS[may])}
    </span>
  ));
}

function useNextLook({ state, nextCycleAt }: Calendar["status"]): string {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  switch (state.is) {
    case "needsDecision":
      return t("integrations.detail.nextAfterAnswer");
    case "paused":
      return state.until === null
        ? t("integrations.detail.nextAfterResume")
        : moment(state.until, formats);
    case "syncing":
      return t("integrations.detail.nextNow");
    default:
      if (nextCycleAt === null) return t("integrations.detail.nextNone");
      return Date.parse(nextCycleAt) <= now
        ? t("integrations.detail.nextNow")
        : moment(nextCycleAt, formats);
  }
}
