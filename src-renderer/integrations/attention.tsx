import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { BridgeInput } from "../../src-shared/bridge/contract.ts";
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
  const settle = async (how: Way["how"]): Promise<void> => {
    await attempt("sync.settleAttention", { id: item.id, how });
    settled();
  };
  return (
    <li>
      <span title={item.reason}>
        <b className="name">{name}</b> <span className="mute">{useWhatHappened(item)}</span>
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
        {waysOf(item.kind).map(({ words, how }) => (
          <Button
            key={words}
            size="small"
            aria-label={t(`integrations.attention.${words}Named`, { name })}
            onPress={() => void settle(how)}
          >
            {t(`integrations.attention.${words}`)}
          </Button>
        ))}
      </span>
    </li>
  );
}

function useWhatHappened({ kind, reason, movedTo }: AttentionItem): string {
  const { t } = useTranslation();
  const formats = useFormats();
  if (movedTo !== null)
    return t("integrations.attention.movedTo", { time: moment(movedTo, formats) });
  const happened = t(`integrations.attention.kind.${kind}`);
  const saysWhy = (kind === "parked" || kind === "malformed") && reason !== "";
  return saysWhy ? t("integrations.attention.because", { kind: happened, reason }) : happened;
}

interface Way {
  readonly words: "accept" | "putBack" | "retry" | "dismiss";
  readonly how: BridgeInput<"sync.settleAttention">["how"];
}

/** The ways out of an item. A move that was asked about has two answers, and no third. */
function waysOf(kind: AttentionItem["kind"]): readonly Way[] {
  const dismiss: Way = { words: "dismiss", how: "dismiss" };
  switch (kind) {
    case "movedInGoogle":
      return [
        { words: "accept", how: "acceptGoogle" },
        { words: "putBack", how: "retry" },
      ];
    case "parked":
      return [{ words: "retry", how: "retry" }, dismiss];
    default:
      return [dismiss];
  }
}
