import { Copy, Download, Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../src-shared/bridge/contract/sync.ts";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { Segments } from "../ui/choices.tsx";
import { TextField } from "../ui/field.tsx";
import { useFormats } from "../ui/formats.ts";
import { LoadFailed } from "../ui/load-failed.tsx";
import { copyText } from "../ui/copy-text.ts";
import { saveFile } from "../ui/save-file.ts";
import { timeToSecond, useConventions } from "../words/format.ts";
import { csvOf, linesOf } from "./activity-file.ts";
import { ActivityTable } from "./activity-table.tsx";
import { sayAction, WAY_WORDS } from "./activity-words.ts";

const LIMIT = 500;
const WAYS = ["all", "out", "in", "trouble"] as const;
type Way = (typeof WAYS)[number];

/** What the sync did and why, newest first. */
export function Activity() {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>("all");
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search);
  const asked = useAsked("sync.journal", { limit: LIMIT, search: wanted, direction: way }, [
    "sync.changed",
  ]);
  const entries = asked.value;
  const filtered = way !== "all" || wanted !== "";
  return (
    <section aria-labelledby="activity-title">
      <div className="activity-head">
        <h2 id="activity-title">{t("integrations.activity.title")}</h2>
        <span className="mute small">{t("integrations.activity.last", { count: LIMIT })}</span>
        <span className="grow" />
        <Segments
          label={t("integrations.activity.show")}
          value={way}
          onChange={setWay}
          choices={WAYS.map((id) => ({ id, label: t(`integrations.activity.${id}`) }))}
        />
        <TextField
          className="activity-search"
          label={t("integrations.activity.search")}
          labelUnseen
          type="search"
          icon={Search}
          placeholder={t("integrations.activity.searchShort")}
          value={search}
          onChange={setSearch}
          maxLength={200}
        />
        <Take entries={entries ?? []} />
      </div>
      <LoadFailed of={asked} />
      {entries === null ? null : entries.length === 0 ? (
        <p className="activity-empty">
          {t(filtered ? "integrations.activity.nothingFound" : "integrations.activity.empty")}
        </p>
      ) : (
        <ActivityTable entries={entries} />
      )}
    </section>
  );
}

/** What is listed as a table: for a spreadsheet, or on the clipboard. */
function Take({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { zone } = useConventions();
  const table = (): readonly (readonly string[])[] => {
    const columns = ["time", "direction", "what", "which", "why", "result"] as const;
    const head = columns.map((column) => t(`integrations.activity.${column}`));
    const rows = entries.map((entry) => [
      `${formats.dateOf(entry.at)} ${timeToSecond(entry.at, { locale: "en-GB", zone })}`,
      t(WAY_WORDS[entry.direction]),
      sayAction(t, "journal", entry.action),
      entry.subject,
      entry.reason,
      sayAction(t, "journalResult", entry.action),
    ]);
    return [head, ...rows];
  };
  const copy = (): void => {
    const text = linesOf(table());
    void copyText(text, t("integrations.activity.copied", { count: entries.length }));
  };
  const save = (): void => {
    const name = t("integrations.activity.exportFile", { date: formats.today() });
    saveFile(name, csvOf(table()), "text/csv");
  };
  return (
    <>
      <Button size="small" icon={Copy} isDisabled={entries.length === 0} onPress={copy}>
        {t("integrations.activity.copy")}
      </Button>
      <Button size="small" icon={Download} isDisabled={entries.length === 0} onPress={save}>
        {t("integrations.activity.export")}
      </Button>
    </>
  );
}
