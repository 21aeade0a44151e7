import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CompanionStatus } from "../../src-shared/bridge/contract/companion.ts";
import type { IntegrationCard } from "../../src-shared/bridge/contract/sync.ts";
import { toneOf } from "../online/look.ts";
import { OnlineCard } from "../online/online-card.tsx";
import { useAsked } from "../store/use-asked.ts";
import { Icon } from "../ui/icon.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { CARD_GROUPS, type CardGroup, groupOf, groupOfOnline, needsPerson } from "./cards.ts";
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
            needs={needsPerson(situation)}
            calendar={calendar}
            companion={
              companion !== null && groupOfOnline(toneOf(companion)) === group ? companion : null
            }
          />
        ))}
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
  /** How many things of the calendar wait for a person. */
  readonly needs: number;
  readonly calendar: Calendar;
  /** Online booking, where it belongs to this group. */
  readonly companion: CompanionStatus | null;
}

function Group({ group, cards, needs, calendar, companion }: GroupProps) {
  const { t } = useTranslation();
  const works = cards.filter(({ id, availability }) => id === "google" && availability === "works");
  const coming = cards.filter((card) => !works.includes(card));
  const others = companion === null ? 0 : 1;
  if (cards.length + others === 0) return null;
  const count = (group === "attention" ? needs : works.length) + others;
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2 className="integration-group" id={`group-${group}`}>
        {group === "attention" ? <Icon of={CircleAlert} size={14} /> : null}
        {t(`integrations.group.${group}`)}
        {group === "available" ? null : <span className="count">{count}</span>}
      </h2>
      {works.map((card) => (
        <GoogleCard key={card.id} calendar={calendar} />
      ))}
      {companion === null ? null : <OnlineCard status={companion} />}
      {coming.map((card) => (
        <ComingCard key={card.id} id={card.id} />
      ))}
    </section>
  );
}
