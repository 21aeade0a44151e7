import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CompanionStatus } from "../../src-shared/bridge/contract/companion.ts";
import type { IntegrationCard } from "../../src-shared/bridge/contract/sync.ts";
import { OnlineCard } from "../online/online-card.tsx";
import { useAsked } from "../store/use-asked.ts";
import { Icon } from "../ui/icon.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { CARD_GROUPS, type CardGroup, groupOf, needsPerson } from "./cards.ts";
import { ComingCard } from "./coming-card.tsx";
import { CustomerSignIn } from "./customer-sign-in.tsx";
import { GoogleCard } from "./google-card.tsx";
import type { Calendar } from "./use-calendar.ts";
import "./integrations.css";

interface ListProps {
  readonly calendar: Calendar;
  /** Null until the desk has said. */
  readonly companion: CompanionStatus | null;
}

/** All services in three groups, what needs a person first. */
export function IntegrationsList({ calendar, companion }: ListProps) {
  const { t } = useTranslation();
  const cards = useAsked("integrations.list", {});
  const situation = { ...calendar, counts: calendar.status.counts };
  const inGroup = (group: CardGroup): readonly IntegrationCard[] =>
    (cards.value ?? []).filter((card) => groupOf(card, situation) === group);
  return (
    <main className="page">
      <div className="page-in">
        <h1 className="page-title">{t("integrations.title")}</h1>
        <p className="sub">{t("integrations.about")}</p>
        <LoadFailed of={cards} />
        {CARD_GROUPS.map((group) => (
          <Group
            key={group}
            group={group}
            cards={inGroup(group)}
            count={group === "attention" ? needsPerson(situation) : inGroup(group).length}
            calendar={calendar}
          />
        ))}
        {companion === null ? null : <OnlineCard status={companion} />}
        <CustomerSignIn
          methods={companion?.pairing.is === "paired" ? companion.pairing.methods : null}
        />
        <p className="small mute integrations-foot">{t("integrations.comingNote")}</p>
      </div>
    </main>
  );
}

interface GroupProps {
  readonly group: CardGroup;
  readonly cards: readonly IntegrationCard[];
  readonly count: number;
  readonly calendar: Calendar;
}

function Group({ group, cards, count, calendar }: GroupProps) {
  const { t } = useTranslation();
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2 className="integration-group" id={`group-${group}`}>
        {group === "attention" ? <Icon of={CircleAlert} size={14} /> : null}
        {t(`integrations.group.${group}`)}
        {group === "available" ? null : <span className="count">{count}</span>}
      </h2>
      {cards.map((card) =>
        card.availability === "coming" || card.id !== "google" ? (
          <ComingCard key={card.id} id={card.id} />
        ) : (
          <GoogleCard key={card.id} calendar={calendar} />
        ),
      )}
    </section>
  );
}
