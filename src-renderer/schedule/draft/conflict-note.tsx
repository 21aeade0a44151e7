import { TriangleAlert } from "lucide-react";
import { Trans, useTranslation } from "react-i18next";
import type { Conflict } from "../../../src-shared/bridge/contract/schedule.ts";
import { type Formats, useFormats } from "../../ui/formats.ts";
import { Note } from "../../ui/note.tsx";

interface ConflictNoteProps {
  readonly conflicts: readonly Conflict[];
  readonly staffName: string;
  /** Minutes of the day at which it would be free. */
  readonly free: readonly number[];
}

/** What is in the way, and when it would be free instead. */
export function ConflictNote({ conflicts, staffName, free }: ConflictNoteProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (conflicts.length === 0) return null;
  return (
    <Note tone="attention" icon={TriangleAlert} live>
      {conflicts.slice(0, 3).map((conflict) => (
        <span key={`${conflict.kind}${conflict.start}`}>
          <ConflictWords conflict={conflict} formats={formats} />{" "}
        </span>
      ))}
      {free.length === 0
        ? null
        : t("schedule.conflict.freeAt", {
            name: staffName,
            times: free.map((minutes) => formats.wall(minutes)).join(", "),
          })}
    </Note>
  );
}

/** The shortest whole day: the one on which the clocks skip two hours. Milliseconds. */
const SHORTEST_DAY_MS = 22 * 3_600_000;

/** When it ends: a time, or of whole days the last of them. */
function untilOf({ start, end }: Conflict, formats: Formats): string {
  const length = Date.parse(end) - Date.parse(start);
  if (length < SHORTEST_DAY_MS) return formats.time(end);
  return formats.weekdayAndDay(formats.dateOf(Date.parse(end) - 1));
}

interface WordsProps {
  readonly conflict: Conflict;
  readonly formats: Formats;
}

export function ConflictWords({ conflict, formats }: WordsProps) {
  const { t } = useTranslation();
  if (conflict.kind === "closed" && conflict.label === "") return t("schedule.closedPlain");
  const fallback = conflict.kind === "booking" ? "schedule.walkInName" : "schedule.blockedTime";
  const label = conflict.label === "" ? t(fallback) : conflict.label;
  const values = { label, until: untilOf(conflict, formats) };
  return (
    <Trans
      i18nKey={`schedule.conflict.${conflict.kind}`}
      values={values}
      components={{ b: <b className="name" /> }}
    />
  );
}
