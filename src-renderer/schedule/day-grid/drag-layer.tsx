import { TriangleAlert } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { instantOfWall, toInstant } from "../../../src-shared/time/zones.ts";
import { useWindow } from "../../store/window.ts";
import type { Formats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { joinClass } from "../../ui/join-class.ts";
import { columnAt, type ColumnsBy, type DayColumn } from "../day-columns.ts";
import { type Axis, yOf } from "../grid/axis.ts";
import { type Obstacle, takenWithin } from "../grid/conflicts.ts";
import { placeReally } from "../grid/dropped.ts";
import type { Place } from "../grid/gestures.ts";
import type { Span } from "../grid/span.ts";
import { columnsAfter, obstacleFor, type Standing, takenFor } from "../grid/standing.ts";
import { firstName } from "../labels.ts";
import { blockClass, BlockWords } from "./block-block.tsx";
import { bookingClass, BookingBlockIn, formOf, heightOfBlock } from "./booking-block.tsx";
import { obstacleWords } from "./obstacle-words.ts";
import { useDrag } from "./drag-store.ts";

interface LayerProps {
  readonly columns: readonly DayColumn[];
  readonly by: ColumnsBy;
  readonly axis: Axis;
  readonly formats: Formats;
}

/** Whatever floats over the grid: the box under the pointer, the draft, and what is dragged. */
export function DragLayer(props: LayerProps) {
  const drag = useDrag((s) => s.drag);
  const draft = useWindow((s) => s.draft);
  const drafted = draft !== null && drag.is !== "draw";
  return (
    <div className="over">
      {drafted ? (
        <DraftBox place={{ ...draft, from: draft.start, to: draft.end }} {...props} />
      ) : null}
      {drag.is === "hover" ? <HoverBox place={drag.place} {...props} /> : null}
      {drag.is === "draw" ? <DraftBox place={drag.place} {...props} /> : null}
      {"what" in drag ? (
        <Lifted
          {...drag}
          place={
            drag.is === "resize"
              ? drag.place
              : placeReally(drag.what, drag.place, props.formats.zone)
          }
          resizing={drag.is === "resize"}
          {...props}
        />
      ) : null}
    </div>
  );
}

interface PlacedProps extends LayerProps {
  readonly place: Place;
}

/** A box of the size of one column, at that column. */
function ColumnBox({ place, columns, children }: PlacedProps & { readonly children: ReactNode }) {
  const column = columnAt(columns, place);
  if (column === undefined) return null;
  const index = columns.indexOf(column);
  const style: CSSProperties = {
    insetInlineStart: `${(index / columns.length) * 100}%`,
    width: `${100 / columns.length}%`,
  };
  return (
    <div className="over-col" style={style}>
      {children}
    </div>
  );
}

function bounds(span: Span, axis: Axis): CSSProperties {
  return {
    top: yOf(span.from, axis),
    height: heightOfBlock(span.to - span.from, axis.pxPerMinute),
  };
}

function HoverBox(props: PlacedProps) {
  const { place, by, axis, formats, columns } = props;
  const name = by === "person" ? (columnAt(columns, place)?.staff.name ?? "") : "";
  return (
    <ColumnBox {...props}>
      <div className="hov" style={bounds(place, axis)}>
        {formats.wall(place.from)} {firstName(name)}
      </div>
    </ColumnBox>
  );
}

function DraftBox(props: PlacedProps) {
  const { t } = useTranslation();
  const { place, axis, formats, columns } = props;
  const draft = useWindow((s) => s.draft);
  const column = columnAt(columns, place);
  const taken = column === undefined ? [] : takenWithin(place, column, null);
  const clashing = draft?.is !== "block" && taken.length > 0;
  return (
    <ColumnBox {...props}>
      {clashing
        ? taken.map((span) => (
            <i key={span.from} className="clash-band" style={bounds(span, axis)} />
          ))
        : null}
      <div className={joinClass("draft", clashing && "beside")} style={bounds(place, axis)}>
        <span className="cut">{useDraftName() ?? t("schedule.draftNew")}</span>
        <span className="cut">
          {formats.wall(place.from)}–{formats.wall(place.to)}
        </span>
      </div>
    </ColumnBox>
  );
}

function useDraftName(): string | null {
  const name = useWindow((s) =>
    s.draft?.is === "block" ? s.draft.title : s.draft?.customer?.name,
  );
  return name === undefined || name === "" ? null : name;
}

interface LiftedProps extends PlacedProps {
  readonly what: Standing;
  /** From whose column it is taken. */
  readonly from: Id;
  readonly resizing: boolean;
}

/** What is dragged, in every column where it would stand, with what is in its way. */
function Lifted({ from, ...props }: LiftedProps) {
  const { what, place, columns } = props;
  const held = columnsAfter(what, from, place, columns);
  const column = columnAt(columns, place);
  if (column === undefined) return null;
  const obstacle = held
    .map((one) => obstacleFor(what, place, one))
    .find((one): one is Obstacle => one !== null);
  return (
    <>
      {held.map((one) => (
        <Ghost
          key={`${one.staff.id} ${one.date}`}
          column={one}
          {...props}
          place={{ ...place, staffId: one.staff.id }}
        />
      ))}
      <ColumnBox {...props}>
        <DragTip {...props} column={column} obstacle={obstacle ?? null} />
      </ColumnBox>
    </>
  );
}

type GhostProps = Omit<LiftedProps, "from"> & { readonly column: DayColumn };

function Ghost(props: GhostProps) {
  const { what, column, place, axis, formats, resizing } = props;
  const height = heightOfBlock(place.to - place.from, axis.pxPerMinute);
  const style = { height, transform: `translateY(${yOf(place.from, axis)}px)` };
  const lift = joinClass("lift", resizing && "resized");
  return (
    <ColumnBox {...props}>
      {takenFor(what, place, column).map((span) => (
        <i key={span.from} className="overl" style={bounds(span, axis)} />
      ))}
      {what.is === "booking" ? (
        <BookingGhost
          booking={atPlace(what.booking, place, formats)}
          {...{ lift, style, formats }}
        />
      ) : (
        <div className={joinClass(blockClass(height), lift)} style={style}>
          <BlockWords block={what.block} />
        </div>
      )}
    </ColumnBox>
  );
}

interface BookingGhostProps {
  readonly booking: ScheduledBooking;
  readonly lift: string;
  readonly style: CSSProperties & { readonly height: number };
  readonly formats: Formats;
}

function BookingGhost({ booking, lift, style, formats }: BookingGhostProps) {
  const form = formOf(style.height);
  return (
    <div className={joinClass(bookingClass(booking, form), lift)} style={style}>
      <BookingBlockIn booking={booking} form={form} narrow={false} formats={formats} />
    </div>
  );
}

/** The booking as it would be if it were dropped here; only for its words. */
function atPlace(
  booking: ScheduledBooking,
  { date, from, to }: Place,
  { zone }: Formats,
): ScheduledBooking {
  return {
    ...booking,
    start: toInstant(instantOfWall(date, from, zone)),
    end: toInstant(instantOfWall(date, to, zone)),
  };
}

interface TipProps extends PlacedProps {
  readonly column: DayColumn;
  readonly obstacle: Obstacle | null;
}

function DragTip({ place, by, axis, columns, column, obstacle, formats }: TipProps) {
  const { t } = useTranslation();
  const index = columns.indexOf(column);
  const side = index >= columns.length / 2 ? "at-left" : "at-right";
  const time = `${formats.wall(place.from)}–${formats.wall(place.to)}`;
  const name = by === "person" ? firstName(column.staff.name) : formats.weekdayAndDay(column.date);
  return (
    <div className={joinClass("drag-tip", side)} style={{ top: yOf(place.from, axis) + 4 }}>
      <b>{t("schedule.drag.where", { name, time })}</b>
      {obstacle === null ? null : <ObstacleLine obstacle={obstacle} formats={formats} />}
      <span className="mute">
        {t("schedule.drag.hint")} · {t("schedule.drag.escape")}
      </span>
    </div>
  );
}

interface ObstacleProps {
  readonly obstacle: Obstacle;
  readonly formats: Formats;
}

function ObstacleLine({ obstacle, formats }: ObstacleProps) {
  const { t } = useTranslation();
  const words = obstacleWords(obstacle, formats);
  return (
    <span className="att">
      <Icon of={TriangleAlert} size={13} />
      <span>
        {words} {t("schedule.drag.anyway")}
      </span>
    </span>
  );
}

/** The time that the pointer means, while it draws, moves or resizes. */
function useSnapped(): number | null {
  return useDrag(({ drag }) => {
    if (drag.is === "none" || drag.is === "hover") return null;
    return drag.is === "move" || drag.is === "hold" ? drag.place.from : drag.place.to;
  });
}

/** A line across at that time; below the blocks, so that it strikes no name. */
export function SnapLine({ axis }: Pick<LayerProps, "axis">) {
  const minute = useSnapped();
  if (minute === null) return null;
  return <div className="snap" style={{ transform: `translateY(${yOf(minute, axis)}px)` }} />;
}

/** The same time in the gutter. */
export function SnapTag({ axis, formats }: Pick<LayerProps, "axis" | "formats">) {
  const minute = useSnapped();
  if (minute === null) return null;
  return (
    <b className="snap-tag" style={{ transform: `translateY(${yOf(minute, axis)}px)` }}>
      {formats.wall(minute)}
    </b>
  );
}
