import { CalendarDays, CornerDownRight, Scissors, Users, Zap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Header, ListBoxItem, ListBoxSection } from "react-aria-components";
import type { Visit } from "../../src-shared/domain/customer.ts";
import { occurrenceKey } from "../store/booking-key.ts";
import { useFormats } from "../ui/formats.ts";
import { Highlight } from "../ui/highlight.tsx";
import { Icon } from "../ui/icon.tsx";
import { ENTRY_GROUPS, type EntryGroup, type SearchEntry } from "./search-entries.ts";

const ICONS = {
  staff: Users,
  services: Scissors,
  screens: CornerDownRight,
  commands: Zap,
} as const;

const BOOKING = "booking:";

/** The row of a visit by its key. */
export function visitId({ bookingId, originalStart }: Visit): string {
  return `${BOOKING}${occurrenceKey(bookingId, originalStart)}`;
}

interface VisitRowsProps {
  readonly visits: readonly Visit[];
  readonly name: string;
}

/** The bookings of who was found first: the day, what, with whom. */
export function VisitRows({ visits, name }: VisitRowsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ListBoxSection>
      <Header className="palette-group">{t("app.searchBookings", { name })}</Header>
      {visits.map((visit) => {
        const day = formats.weekdayAndDay(formats.dateOf(visit.start));
        const words = `${day}, ${formats.time(visit.start)}, ${visit.serviceName}`;
        return (
          <ListBoxItem
            key={visitId(visit)}
            id={visitId(visit)}
            textValue={words}
            className="palette-row is-short"
          >
            <Icon of={CalendarDays} />
            <span className="cut">
              {words} <span className="mute">{visit.staffName}</span>
            </span>
          </ListBoxItem>
        );
      })}
    </ListBoxSection>
  );
}

interface EntryRowsProps {
  readonly entries: readonly SearchEntry[];
  readonly query: string;
}

/** People, services, screens and commands, each group below its name. */
export function EntryRows({ entries, query }: EntryRowsProps) {
  return ENTRY_GROUPS.filter((group) => entries.some((entry) => entry.group === group)).map(
    (group) => <EntryGroupRows key={group} {...{ group, entries, query }} />,
  );
}

function EntryGroupRows({
  group,
  entries,
  query,
}: EntryRowsProps & { readonly group: EntryGroup }) {
  const { t } = useTranslation();
  return (
    <ListBoxSection>
      <Header className="palette-group">{t(`app.searchGroups.${group}`)}</Header>
      {entries
        .filter((entry) => entry.group === group)
        .map(({ id, label }) => (
          <ListBoxItem key={id} id={id} textValue={label} className="palette-row is-short">
            <Icon of={ICONS[group]} />
            <span className="cut">
              <Highlight text={label} query={query} />
            </span>
          </ListBoxItem>
        ))}
    </ListBoxSection>
  );
}
