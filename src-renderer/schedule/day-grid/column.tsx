import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { keyOf, keyOfBlock } from "../../store/booking-key.ts";
import type { Formats } from "../../ui/formats.ts";
import type { ColumnsBy, DayColumn } from "../day-columns.ts";
import { type Axis, MIN_BLOCK_PX, yOf } from "../grid/axis.ts";
import { clashesOf } from "../grid/conflicts.ts";
import { type Laned, layoutColumn } from "../grid/layout.ts";
import { isDayOff, type PlacedBlock } from "../grid/place.ts";
import { DeskBlock, GoogleBlock } from "./block-block.tsx";
import { BookingBlock } from "./booking-block.tsx";

interface ColumnProps {
  readonly column: DayColumn;
  readonly by: ColumnsBy;
  readonly axis: Axis;
  readonly formats: Formats;
}

const ALONE = { lane: 0, lanes: 1 } as const;

/**
 * What the lanes are made of: bookings and our own blocks as tall as they are drawn. Google's stripes and days off lie
 * below all.
 */
function lanedItems(column: DayColumn, axis: Axis): readonly Laned[] {
  const shortest = MIN_BLOCK_PX / axis.pxPerMinute;
  const drawn = (id: string, from: number, to: number): Laned => ({
    id,
    from,
    to: Math.max(to, from + shortest),
  });
  return [
    ...column.bookings.map((p) => drawn(keyOf(p.booking), p.from, p.to)),
    ...deskBlocks(column, axis)
      .filter(({ block }) => !isDayOff(block))
      .map((p) => drawn(keyOfBlock(p.block), p.from, p.to)),
  ];
}

/** Whole days take up what of the day is drawn, so that their words are in sight. */
function deskBlocks(column: DayColumn, { from, to }: Axis): readonly PlacedBlock[] {
  return column.blocks
    .filter((p) => p.block.source === "desk")
    .map((p) => (isDayOff(p.block) ? { ...p, from, to } : p));
}

/** A person's stripes; on a day those for everyone are drawn across all columns, whole days as a band on top. */
function ownStripes(column: DayColumn, by: ColumnsBy): readonly PlacedBlock[] {
  return column.blocks.filter(
    ({ block }) =>
      block.source === "google" &&
      block.allDay === null &&
      (by === "day" || block.staffIds.length > 0),
  );
}

/** One person's day. Drawn again only when something in it changed. */
export const Column = memo(function Column({ column, by, axis, formats }: ColumnProps) {
  const { t } = useTranslation();
  const lanes = useMemo(() => layoutColumn(lanedItems(column, axis)), [column, axis]);
  const clashes = useMemo(() => clashesOf(column.bookings), [column]);
  const name = column.staff.name;
  const { pxPerMinute } = axis;
  return (
    <div className="col" role="region" aria-label={useColumnLabel(column, by, formats)}>
      <ul
        aria-label={
          column.known ? t("schedule.bookings", { count: column.bookings.length }) : undefined
        }
      >
        {ownStripes(column, by).map((p) => (
          <GoogleBlock
            key={keyOfBlock(p.block)}
            placed={p}
            everyone={p.block.staffIds.length === 0}
            top={yOf(p.from, axis)}
            {...{ pxPerMinute, formats }}
          />
        ))}
        {deskBlocks(column, axis).map((p) => (
          <DeskBlock
            key={keyOfBlock(p.block)}
            placed={p}
            lane={lanes.get(keyOfBlock(p.block)) ?? ALONE}
            top={yOf(p.from, axis)}
            {...{ pxPerMinute, formats }}
          />
        ))}
        {column.bookings.map((p) => (
          <BookingBlock
            key={keyOf(p.booking)}
            placed={p}
            {...(lanes.get(keyOf(p.booking)) ?? ALONE)}
            top={yOf(p.from, axis)}
            clash={clashes.has(keyOf(p.booking))}
            staffName={name}
            {...{ pxPerMinute, formats }}
          />
        ))}
      </ul>
    </div>
  );
});

function useColumnLabel(column: DayColumn, by: ColumnsBy, formats: Formats): string {
  const { t } = useTranslation();
  const name = by === "person" ? column.staff.name : formats.weekdayAndDay(column.date);
  if (!column.known) return name;
  return t("schedule.columnLabel", {
    name,
    bookings: t("schedule.bookings", { count: column.bookings.length }),
    blocks: t("schedule.blocks", { count: column.blocks.length }),
  });
}
