import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { AttentionItem } from "../../src-shared/bridge/contract/sync.ts";
import { openBooking } from "../store/window.ts";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { Icon } from "../ui/icon.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { moment } from "../words/format.ts";
import { attempt } from "./do.ts";

interface AttentionProps {
  /** The sync goes on apart from these. */
  readonly isRestGoing: boolean;
}

/** What needs a person, each with its ways out. Nothing is shown while there is nothing. */
export function Attention({ isRestGoing }: AttentionProps) {
  const { t } = useTranslation();
  const asked = useAsked("sync.attention", {}, ["sync.changed", "schedule.changed"]);
  const items = asked.value ?? [];
  if (items.length === 0) return <LoadFailed of={asked} />;
  return (
    <section className="needs" aria-labelledby="needs-title">
      <div className="needs-head">
        <Icon of={TriangleAlert} />
        <span>
          <h2 id="needs-title">{t("integrations.attention.title", { count: items.length })}</h2>{" "}
          {isRestGoing ? <span className="sub">{t("integrations.attention.about")}</span> : null}
        </span>
      </div>
      <ul>
        {items.map((item) => (
          <Item key={item.id} item={item} settled={asked.again} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly item: AttentionItem;
  readonly settled: () => void;
}

function Item({ item, settled }: ItemProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { start, bookingId } = item;
  const fallback = bookingId === null ? "fromGoogle" : "unnamed";
  const name =
    item.customerName === "" ? t(`integrations.attention.${fallback}`) : item.customerName;
  const kind = t(`integrations.attention.kind.${item.kind}`);
  const saysWhy = (item.kind === "parked" || item.kind === "malformed") && item.reason !== "";
  const whatHappened = saysWhy
    ? t("integrations.attention.because", { kind, reason: item.reason })
    : kind;
  const settle = async (how: "retry" | "dismiss"): Promise<void> => {
    await attempt("sync.settleAttention", { id: item.id, how });
    settled();
  };
  return (
    <li>
      <span title={item.reason}>
        <b className="name">{name}</b> <span className="mute">{whatHappened}</span>
      </span>
      <span className="sub">{start === null ? "" : moment(start, formats)}</span>
      <span className="settle">
        {bookingId !== null && start !== null ? (
          <Button
            size="small"
            aria-label={t("integrations.attention.openNamed", { name })}
            onPress={() => openBooking(bookingId, formats.dateOf(start))}
          >
            {t("integrations.attention.open")}
          </Button>
        ) : null}
        {item.kind === "parked" ? (
          <Button
            size="small"
            aria-label={t("integrations.attention.retryNamed", { name })}
            onPress={() => void settle("retry")}
          >
            {t("integrations.attention.retry")}
          </Button>
        ) : null}
        <Button
          size="small"
          aria-label={t("integrations.attention.dismissNamed", { name })}
          onPress={() => void settle("dismiss")}
        >
          {t("integrations.attention.dismiss")}
        </Button>
      </span>
    </li>
  );
}
