import {
  ArrowDownLeft,
  ArrowUpRight,
  Copy,
  Dot,
  Download,
  type LucideIcon,
  Search,
} from "lucide-react";
import { type KeyboardEvent, memo, useDeferredValue, useState } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../src-shared/bridge/contract/sync.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { sayKey } from "../../src-shared/words/translator.ts";
import { openBooking } from "../store/window.ts";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { Segments } from "../ui/choices.tsx";
import { TextField } from "../ui/field.tsx";
import { type Formats, useFormats } from "../ui/formats.ts";
import { Icon } from "../ui/icon.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { copyText } from "../ui/copy-text.ts";
import { saveFile } from "../ui/save-file.ts";
import { type Conventions, exactly, timeToSecond, useConventions } from "../words/format.ts";
import { csvOf, linesOf } from "./activity-file.ts";
import { attempt } from "./do.ts";
import { timesInText } from "./times-in-text.ts";

const LIMIT = 500;
const WAYS = ["all", "out", "in", "trouble"] as const;
type Way = (typeof WAYS)[number];

const WAY_ICONS: Record<JournalEntry["direction"], LucideIcon> = {
  out: ArrowUpRight,
  in: ArrowDownLeft,
  none: Dot,
};
const WAY_WORDS = {
  out: "integrations.activity.toGoogle",
  in: "integrations.activity.fromGoogle",
  none: "integrations.activity.inside",
} as const;

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
        <Table entries={entries} />
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

/** What was done, or what came of it, in the words of the catalogue. */
function sayAction(t: TFunction, words: "journal" | "journalResult", action: string): string {
  const said = sayKey(t, `${words}.${action}`);
  return said === `${words}.${action}` ? t(`${words}.unknown`) : said;
}

function Table({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const conventions = useConventions();
  const firstLink = entries.find(({ bookingId }) => bookingId !== null)?.id;
  return (
    <table className="activity">
      <thead>
        <tr>
          <th className="c-time">{t("integrations.activity.time")}</th>
          <th className="c-way">
            <span className="unseen">{t("integrations.activity.direction")}</span>
          </th>
          <th className="c-what">{t("integrations.activity.what")}</th>
          <th className="c-which">{t("integrations.activity.which")}</th>
          <th className="c-result">{t("integrations.activity.result")}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row
            key={entry.id}
            isFirstLink={entry.id === firstLink}
            entry={entry}
            formats={formats}
            conventions={conventions}
            today={formats.today()}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The arrows lead from link to link: five hundred of them must not be five hundred stops of the Tab key. */
function goBetweenLinks(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const table = event.currentTarget.closest("tbody");
  const links = [...(table?.querySelectorAll<HTMLElement>("button.link") ?? [])];
  const at = links.indexOf(event.currentTarget);
  const next = links[at + step];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

interface RowProps {
  /** Whether the Tab key stops at its link. */
  readonly isFirstLink: boolean;
  readonly entry: JournalEntry;
  readonly formats: Formats;
  readonly conventions: Conventions;
  readonly today: CalendarDate;
}

/** What it was about and why; leads to the booking where it was one. */
function Which({
  entry,
  isFirstLink,
  formats,
}: Pick<RowProps, "entry" | "isFirstLink" | "formats">) {
  const { t } = useTranslation();
  const { bookingId } = entry;
  const which = timesInText(entry.subject, formats);
  const why = timesInText(entry.reason, formats);
  const open = async (): Promise<void> => {
    const found = bookingId === null ? null : await attempt("booking.get", { id: bookingId });
    if (found !== null) openBooking(found.booking.id, formats.dateOf(found.booking.start));
  };
  return (
    <td className="cut" title={`${which}\n${why}`}>
      {bookingId === null ? (
        which
      ) : (
        <button
          type="button"
          className="link"
          tabIndex={isFirstLink ? 0 : -1}
          aria-label={t("integrations.activity.openNamed", { which })}
          onClick={() => void open()}
          onKeyDown={goBetweenLinks}
        >
          {which}
        </button>
      )}{" "}
      <span className="mute">{why}</span>
    </td>
  );
}

/** What was written into the journal never changes, so a row is drawn again only for another day or zone. */
function sameRow(before: RowProps, after: RowProps): boolean {
  return (
    before.entry.id === after.entry.id &&
    before.isFirstLink === after.isFirstLink &&
    before.formats === after.formats &&
    before.today === after.today
  );
}

const Row = memo(function Row({ entry, isFirstLink, formats, conventions, today }: RowProps) {
  const { t } = useTranslation();
  const date = formats.dateOf(entry.at);
  const day = date === today ? "" : `${formats.shortDay(date)}, `;
  return (
    <tr>
      <td className="quiet" title={exactly(entry.at, conventions)}>
        {day}
        {timeToSecond(entry.at, conventions)}
      </td>
      <td>
        <Icon of={WAY_ICONS[entry.direction]} size={13} />
        <span className="unseen">{t(WAY_WORDS[entry.direction])}</span>
      </td>
      <td>{sayAction(t, "journal", entry.action)}</td>
      <Which entry={entry} isFirstLink={isFirstLink} formats={formats} />
      <td className="cut quiet">{sayAction(t, "journalResult", entry.action)}</td>
    </tr>
  );
}, sameRow);
