import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BridgeInput } from "../../src-shared/bridge/contract.ts";
import type { AttentionItem } from "../../src-shared/bridge/contract/sync.ts";
import type { CalendarDate, Instant } from "../../src-shared/domain/primitives.ts";
import { openBooking } from "../store/window.ts";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { Icon } from "../ui/icon.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { toast } from "../ui/toast.tsx";
import { words } from "../words/i18n.ts";
import { moment } from "../words/format.ts";
import { CompareDialog, type ComparedItem } from "./compare-dialog.tsx";
import { attempt } from "./do.ts";

interface AttentionProps {
  /** The sync goes on apart from these. */
  readonly isRestGoing: boolean;
}

/** What needs a person, each with its ways out. Nothing is shown while there is nothing. */
export function Attention({ isRestGoing }: AttentionProps) {
  const { t } = useTranslation();
  const asked = useAsked("sync.attention", {}, ["sync.changed", "schedule.changed"]);
  const [compared, setCompared] = useState<ComparedItem | null>(null);
  const items = asked.value ?? [];
  const close = (): void => {
    setCompared(null);
    asked.again();
  };
  const dialog = compared === null ? null : <CompareDialog item={compared} onClose={close} />;
  if (items.length === 0) return dialog ?? <LoadFailed of={asked} />;
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
          <Item key={item.id} item={item} settled={asked.again} onCompare={setCompared} />
        ))}
      </ul>
      {dialog}
    </section>
  );
}

interface ItemProps {
  readonly item: AttentionItem;
  readonly settled: () => void;
  readonly onCompare: (item: ComparedItem) => void;
}

function Item({ item, settled, onCompare }: ItemProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { start, bookingId } = item;
  const fallback = bookingId === null ? "fromGoogle" : "unnamed";
  const name =
    item.customerName === "" ? t(`integrations.attention.${fallback}`) : item.customerName;
  const settle = async (how: Way["how"]): Promise<void> => {
    const isDone = how !== "cancelBooking" || (await cancelBooking(bookingId, formats.dateOf));
    if (isDone)
      await attempt("sync.settleAttention", {
        id: item.id,
        how: how === "cancelBooking" ? "dismiss" : how,
      });
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
        {COMPARED.has(item.kind) ? (
          <Button
            size="small"
            aria-label={t("integrations.attention.compareNamed", { name })}
            onPress={() => onCompare({ ...item, name })}
          >
            {t("integrations.attention.compare")}
          </Button>
        ) : null}
        {waysOf(item.kind).map(({ words: way, how }) => (
          <Button
            key={way}
            size="small"
            aria-label={t(`integrations.attention.${way}Named`, { name })}
            onPress={() => void settle(how)}
          >
            {t(`integrations.attention.${way}`)}
          </Button>
        ))}
      </span>
    </li>
  );
}

/** What has two versions. */
const COMPARED: ReadonlySet<AttentionItem["kind"]> = new Set([
  "changedOnBothSides",
  "movedOntoBusy",
  "movedInGoogle",
  "parked",
]);

/** Cancels a booking that somebody deleted in Google. True if it is cancelled. */
async function cancelBooking(
  id: AttentionItem["bookingId"],
  day: (at: Instant) => CalendarDate,
): Promise<boolean> {
  if (id === null) return false;
  const found = await attempt("booking.get", { id });
  if (found === null) return false;
  const { revision, rrule, start } = found.booking;
  if (rrule !== null) {
    // Which of them is meant is asked where the series is shown.
    openBooking(id, day(start));
    return false;
  }
  const how = { id, revision, status: "cancelled", reason: "" } as const;
  if ((await attempt("booking.setStatus", how)) === null) return false;
  toast({ text: words.t("integrations.attention.cancelled") });
  return true;
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

type How = BridgeInput<"sync.settleAttention">["how"];

interface Way {
  readonly words: "accept" | "putBack" | "retry" | "dismiss" | "skip" | "cancelBooking";
  readonly how: How | "cancelBooking";
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
      return [
        { words: "retry", how: "retry" },
        { words: "skip", how: "dismiss" },
      ];
    case "deletedInGoogle":
      return [{ words: "cancelBooking", how: "cancelBooking" }, dismiss];
    default:
      return [dismiss];
  }
}
