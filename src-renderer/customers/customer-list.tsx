import { TriangleAlert, UserPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CustomerHit } from "../../src-shared/domain/customer.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { Highlight } from "../ui/highlight.tsx";
import { Icon } from "../ui/icon.tsx";
import { joinClass } from "../ui/join-class.ts";

interface CustomerListProps {
  readonly hits: readonly CustomerHit[];
  readonly query: string;
  readonly chosen: string | null;
  /** There are more than are shown. */
  readonly isCut: boolean;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
}

/** Customers that match, best first; all by name without a search. */
export function CustomerList(props: CustomerListProps) {
  const { hits, query, chosen, isCut, onChoose, onAdd } = props;
  const { t } = useTranslation();
  if (hits.length === 0) return <Nobody query={query} onAdd={onAdd} />;
  return (
    <>
      <ul className="customer-list" aria-label={t("customers.list")}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <CustomerRow
              hit={hit}
              query={query}
              isChosen={hit.id === chosen}
              onChoose={() => onChoose(hit.id)}
            />
          </li>
        ))}
      </ul>
      {isCut ? (
        <p className="small mute customers-cut">{t("customers.more", { count: hits.length })}</p>
      ) : null}
    </>
  );
}

interface NobodyProps {
  readonly query: string;
  readonly onAdd: () => void;
}

function Nobody({ query, onAdd }: NobodyProps) {
  const { t } = useTranslation();
  if (query === "") return <p className="sub">{t("customers.empty")}</p>;
  return (
    <div className="customers-nobody">
      <p className="sub">{t("customers.nothingFound", { query })}</p>
      <Button icon={UserPlus} onPress={onAdd}>
        {t("customers.addNamed", { query })}
      </Button>
    </div>
  );
}

interface CustomerRowProps {
  readonly hit: CustomerHit;
  readonly query: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function CustomerRow({ hit, query, isChosen, onChoose }: CustomerRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const day = (at: string | null): string =>
    at === null ? t("common.none") : formats.shortDay(formats.dateOf(at));
  const reach = [hit.phone, hit.email].filter((part) => part !== "").join(" · ");
  return (
    <button
      type="button"
      className={joinClass("customer-row", isChosen && "on")}
      aria-current={isChosen ? "true" : undefined}
      onClick={onChoose}
    >
      <span className="customer-who">
        <span className="row customer-name">
          <span className="name cut">
            <Highlight text={hit.name} query={query} />
          </span>
          {hit.alert === "" ? null : <Icon of={TriangleAlert} size={13} className="alert" />}
        </span>
        <small className="cut">
          <Highlight text={reach} query={query} />
        </small>
      </span>
      <span className="cell">
        <b>{t("customers.visits", { count: hit.visits })}</b>
        {hit.noShows === 0 ? null : t("customers.noShows", { count: hit.noShows })}
      </span>
      <span className="cell">
        <b>{day(hit.nextVisit)}</b>
        {t("customers.nextVisit")}
      </span>
      <span className="cell">
        <b>{day(hit.lastVisit)}</b>
        {t("customers.lastVisit")}
      </span>
    </button>
  );
}
