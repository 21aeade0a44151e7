import { CalendarCheck2, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CalendarPreview, SyncRules } from "../../src-shared/bridge/contract/sync.ts";
import { useAsked } from "../store/use-asked.ts";
import { useFormats } from "../ui/formats.ts";
import { Note } from "../ui/note.tsx";
import { moment } from "../words/format.ts";

interface PreviewProps extends Pick<SyncRules, "direction" | "allDay"> {
  /** Null is a new calendar. */
  readonly calendarId: string | null;
}

/** What the chosen calendar would bring under these rules, in numbers, before anything is written. */
export function ConnectPreview(props: PreviewProps) {
  const { calendarId, direction, allDay } = props;
  return (
    <div className="choice-later" role="status">
      <Asked key={`${calendarId} ${direction} ${allDay}`} {...props} />
    </div>
  );
}

function Asked({ calendarId, direction, allDay }: PreviewProps) {
  const { t } = useTranslation();
  const rules = { direction, allDay };
  const { value, failure } = useAsked("google.preview", { calendarId, rules });
  if (value !== null) return <Numbers preview={value} />;
  const words = failure === null ? "looking" : "unknown";
  return <p className="small sub">{t(`integrations.connect.calendar.preview.${words}`)}</p>;
}

function Numbers({
  preview: { events, bookings, overlapCount, overlaps },
}: {
  readonly preview: CalendarPreview;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const more = overlapCount - overlaps.length;
  return (
    <>
      <Note tone="plain" icon={CalendarCheck2}>
        {t("integrations.connect.calendar.preview.events", { count: events })},{" "}
        {t("integrations.connect.calendar.preview.bookings", { count: bookings })}.
      </Note>
      {overlapCount === 0 ? null : (
        <Note tone="attention" icon={TriangleAlert}>
          {t("integrations.connect.calendar.preview.overlaps", { count: overlapCount })}
          <ul className="preview-overlaps">
            {overlaps.map(({ bookingId, customerName, start }) => (
              <li key={`${bookingId} ${start}`}>
                {customerName === "" ? t("integrations.attention.unnamed") : customerName}{" "}
                <span className="mute">{moment(start, formats)}</span>
              </li>
            ))}
            {more === 0 ? null : (
              <li>{t("integrations.connect.calendar.preview.more", { count: more })}</li>
            )}
          </ul>
        </Note>
      )}
    </>
  );
}
