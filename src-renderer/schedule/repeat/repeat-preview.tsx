import { TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SeriesPreview } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { type Repeat, ruleOf } from "../../../src-shared/time/recurrence/repeat.ts";
import { call } from "../../bridge.ts";
import { useSchedule } from "../../store/schedule.ts";
import { useFormats } from "../../ui/formats.ts";
import { Note } from "../../ui/note.tsx";
import { ConflictWords } from "../draft/conflict-note.tsx";
import { placementIn } from "../draft/values.ts";
import type { Repeating } from "./repeat-fields.tsx";

interface PreviewProps {
  readonly repeat: Repeat;
  readonly values: Repeating;
  readonly bookingId: Id | null;
  /** A block is no booking: what it lies over is not in its way. */
  readonly datesOnly: boolean;
}

/** What the desk says about a series that is not booked yet; null until it has answered for just this one. */
function usePreview({
  repeat,
  values,
  bookingId,
}: Omit<PreviewProps, "datesOnly">): SeriesPreview | null {
  const { zone } = useFormats();
  const turn = useSchedule((s) => s.turn);
  const placement = placementIn(values, zone);
  const rrule = ruleOf(repeat, values.date, zone);
  const asked = { rrule, ignoreBookingId: bookingId };
  const key = typeof placement === "string" ? "" : JSON.stringify({ ...placement, ...asked });
  const [answer, setAnswer] = useState<{
    readonly key: string;
    readonly value: SeriesPreview;
  } | null>(null);
  useEffect(() => {
    if (key === "") return undefined;
    let current = true;
    call("series.check", JSON.parse(key)).then(
      (value) => current && setAnswer({ key, value }),
      () => current && setAnswer(null),
    );
    return () => {
      current = false;
    };
  }, [key, turn]);
  return answer?.key === key ? answer.value : null;
}

const NAMED = 4;

/** The next dates of a series, and on which days something is in its way. */
export function RepeatPreview(props: PreviewProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const preview = usePreview(props);
  if (preview === null) return <div className="repeat-next" />;
  const { starts, count } = preview;
  const dates = starts.map((at) => formats.shortDay(formats.dateOf(at))).join(", ");
  const all = count !== null && count <= starts.length;
  return (
    <>
      <p className="repeat-next" role="status">
        {t(all ? "repeat.next" : "repeat.nextMore", { dates })}
      </p>
      {props.datesOnly ? null : <InTheWay preview={preview} />}
    </>
  );
}

/** The first date's own conflict is told by the form itself. */
function InTheWay({ preview }: { readonly preview: SeriesPreview }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const later = preview.conflicts.filter(({ start }) => start !== preview.starts[0]);
  if (later.length === 0) return null;
  return (
    <Note tone="attention" icon={TriangleAlert} live>
      {preview.more > 0
        ? t("repeat.takenMany", { count: later.length })
        : t("repeat.taken", { count: later.length })}
      <ul className="repeat-taken">
        {later.slice(0, NAMED).map(({ start, conflict }) => (
          <li key={start}>
            <b>{formats.weekdayAndDay(formats.dateOf(start))}</b>{" "}
            <ConflictWords conflict={conflict} formats={formats} />
          </li>
        ))}
        {later.length > NAMED ? <li>…</li> : null}
      </ul>
    </Note>
  );
}
