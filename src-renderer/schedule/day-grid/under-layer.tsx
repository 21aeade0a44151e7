import { Moon } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Formats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import type { ColumnsBy, DayColumn } from "../day-columns.ts";
import { closedWords } from "../labels.ts";
import { type Axis, yOf } from "../grid/axis.ts";
import type { PlacedBlock } from "../grid/place.ts";
import { gapsIn } from "../grid/span.ts";
import { keyOfBlock } from "../../store/booking-key.ts";
import { GoogleBlock } from "./block-block.tsx";

interface LinesProps {
  readonly axis: Axis;
}

function halfHours(axis: Axis): readonly number[] {
  const first = Math.ceil(axis.from / 30) * 30;
  const count = Math.max(0, Math.ceil((axis.to - first) / 30));
  return Array.from({ length: count }, (_, i) => first + i * 30);
}

/** Hairlines of the hours and, fainter, of the half hours. */
export const Lines = memo(function Lines({ axis }: LinesProps) {
  return (
    <div className="lines" aria-hidden>
      {halfHours(axis).map((minute) => (
        <i
          key={minute}
          className={minute % 60 === 0 ? "" : "h"}
          style={{ top: yOf(minute, axis) }}
        />
      ))}
    </div>
  );
});

interface HoursProps extends LinesProps {
  readonly formats: Formats;
  /** What else stands in the gutter. */
  readonly children: ReactNode;
}

/** The hours at the left: a large hour with its small minutes, or with am and pm where the business writes those. */
export const Hours = memo(function Hours({ axis, formats, children }: HoursProps) {
  return (
    <div className="hours" aria-hidden>
      {halfHours(axis)
        .filter((minute) => minute % 60 === 0 && minute > axis.from)
        .map((minute) => (
          <span key={minute} style={{ top: yOf(minute, axis) }}>
            {hourParts(formats.wall(minute))}
          </span>
        ))}
      {children}
    </div>
  );
});

function hourParts(text: string) {
  const [hour = "", rest = ""] = text.split(/[:.]/);
  const half = rest.replace(/\d+\s*/, "").toLowerCase();
  return (
    <>
      {hour.replace(/^0(?=\d)/, "")}
      <sup>{half === "" ? rest : half}</sup>
    </>
  );
}

interface ShutProps {
  readonly columns: readonly DayColumn[];
  readonly by: ColumnsBy;
  readonly axis: Axis;
}

/** Outside the working hours the paper is a well; one per column. */
export const Shut = memo(function Shut({ columns, by, axis }: ShutProps) {
  const closure = by === "person" ? (columns[0]?.closure ?? null) : null;
  return (
    <div className="shut-layer">
      {columns.map((column) => (
        <div className="shut-col" key={column.staff.id}>
          {gapsIn(axis, column.working).map((gap) => (
            <i
              key={gap.from}
              className="shut"
              style={{ top: yOf(gap.from, axis), height: (gap.to - gap.from) * axis.pxPerMinute }}
            />
          ))}
          {by === "day" && column.closure !== null ? <Closed closure={column.closure} /> : null}
        </div>
      ))}
      {closure === null ? null : <Closed closure={closure} />}
    </div>
  );
});

/** Why nobody works on a day. */
function Closed({ closure }: { readonly closure: string }) {
  const { t } = useTranslation();
  return (
    <span className="closed">
      <Icon of={Moon} size={13} />
      <span className="cut">{closedWords(t, closure)}</span>
    </span>
  );
}

interface EveryoneProps {
  readonly blocks: readonly PlacedBlock[];
  readonly axis: Axis;
  readonly formats: Formats;
}

/** Google's busy time that holds for everyone: over the whole width, below the blocks. */
export const EveryoneStripes = memo(function EveryoneStripes({
  blocks,
  axis,
  formats,
}: EveryoneProps) {
  const { t } = useTranslation();
  return (
    <ul className="everyone" aria-label={t("schedule.form.everyone")}>
      {blocks.map((p) => (
        <GoogleBlock
          key={keyOfBlock(p.block)}
          placed={p}
          everyone
          top={yOf(p.from, axis)}
          pxPerMinute={axis.pxPerMinute}
          formats={formats}
        />
      ))}
    </ul>
  );
});

/** Google's blocks without a person and with times, from any column: each column holds all of them. */
export function everyoneBlocks(columns: readonly DayColumn[]): readonly PlacedBlock[] {
  return (columns[0]?.blocks ?? []).filter(
    ({ block }) =>
      block.source === "google" && block.staffIds.length === 0 && block.allDay === null,
  );
}
