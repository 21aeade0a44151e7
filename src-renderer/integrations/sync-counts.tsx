import { useTranslation } from "react-i18next";
import type { SyncCounts } from "../../src-shared/sync-status.ts";
import { joinClass } from "../ui/join-class.ts";

/** The numbers of the sync in one row. */
export function SyncCountsRow({ counts }: { readonly counts: SyncCounts }) {
  const { t } = useTranslation();
  const shown = [
    { words: "sentToday", count: counts.sentToday },
    { words: "takenInToday", count: counts.takenInToday },
    { words: "linked", count: counts.linked },
    { words: "blocks", count: counts.blocks },
    { words: "waiting", count: counts.waiting },
    { words: "skipped", count: counts.skipped },
    { words: "failed", count: counts.parked },
  ] as const;
  return (
    <dl className="google-counts" aria-label={t("integrations.detail.counts")}>
      {shown.map(({ words, count }) => (
        <div
          key={words}
          className={joinClass(count === 0 && "zero", words === "failed" && count > 0 && "trouble")}
        >
          <dt>{t(`integrations.detail.${words}`)}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
