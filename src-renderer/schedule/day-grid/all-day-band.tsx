import { Lock } from "lucide-react";
import type { CSSProperties } from "react";
import type { Block } from "../../../src-shared/domain/block.ts";
import { select, useWindow } from "../../store/window.ts";
import { Icon } from "../../ui/icon.tsx";
import { joinClass } from "../../ui/join-class.ts";
import type { DayColumn } from "../day-columns.ts";
import type { PlacedBlock } from "../grid/place.ts";
import { keyOfBlock } from "../../store/booking-key.ts";
import { useGoogleWords } from "./google-words.ts";

interface Band {
  readonly block: Block;
  /** First column and number of columns; one band for each person of a block that names several. */
  readonly column: number;
  readonly width: number;
}

function isBand({ block }: PlacedBlock): boolean {
  return block.source === "google" && block.allDay !== null;
}

/**
 * Whole days of Google's, each with the columns it holds for: all persons of a day if it is for everyone, the days
 * that follow each other in a week; else one band for each person.
 */
export function bandsOf(columns: readonly DayColumn[]): readonly Band[] {
  const bands: Band[] = [];
  columns.forEach((column, i) => {
    for (const { block } of column.blocks.filter(isBand)) {
      const before = bands.findIndex((b) => b.block.id === block.id && b.column + b.width === i);
      const last = bands[before];
      const goesOn = block.staffIds.length === 0 || columns[i - 1]?.staff.id === column.staff.id;
      if (last !== undefined && goesOn) bands[before] = { ...last, width: last.width + 1 };
      else bands.push({ block, column: i, width: 1 });
    }
  });
  return bands;
}

/** Whole days of Google's on top of the grid: they stay in sight while it scrolls. */
export function AllDayBands({ bands }: { readonly bands: readonly Band[] }) {
  if (bands.length === 0) return null;
  return (
    <ul className="bands">
      {bands.map((band) => (
        <BandRow key={`${band.block.id}-${band.column}`} band={band} />
      ))}
    </ul>
  );
}

function BandRow({ band }: { readonly band: Band }) {
  const { block, column, width } = band;
  const selected = useWindow(
    (s) => s.selection?.is === "block" && s.selection.id === keyOfBlock(block),
  );
  return (
    <li style={{ gridColumn: `${column + 1} / span ${width}` } as CSSProperties}>
      <button
        type="button"
        className={joinClass("gg band", selected && "sel")}
        aria-pressed={selected}
        onClick={() => select({ is: "block", id: keyOfBlock(block) })}
      >
        <span className="lb">
          <Icon of={Lock} size={12} />
          {useGoogleWords(block, block.staffIds.length === 0)}
        </span>
      </button>
    </li>
  );
}
