import { ArrowDownLeft, ArrowUpRight, Dot, type LucideIcon } from "lucide-react";
import { type KeyboardEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../src-shared/bridge/contract/sync.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { openBooking } from "../store/window.ts";
import { type Formats, useFormats } from "../ui/formats.ts";
import { Icon } from "../ui/icon.tsx";
import { type Conventions, exactly, timeToSecond, useConventions } from "../words/format.ts";
import { sayAction, WAY_WORDS } from "./activity-words.ts";
import { attempt } from "./do.ts";
import { timesInText } from "./times-in-text.ts";

const WAY_ICONS: Record<JournalEntry["direction"], LucideIcon> = {
  out: ArrowUpRight,
  in: ArrowDownLeft,
  none: Dot,
};
/** Where something waits for a person. */
const STUCK: ReadonlySet<string> = new Set(["stopped", "parked", "malformed"]);

/** What the sync did, a row each. */
export function ActivityTable({ entries }: { readonly entries: readonly JournalEntry[] }) {
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
      <td className={STUCK.has(entry.action) ? "is-trouble" : undefined}>
        {sayAction(t, "journal", entry.action)}
      </td>
      <Which entry={entry} isFirstLink={isFirstLink} formats={formats} />
      <td className="cut quiet">{sayAction(t, "journalResult", entry.action)}</td>
    </tr>
  );
}, sameRow);
