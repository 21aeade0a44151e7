import {
  type ComponentType,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { instantOfWall, toInstant, wallClockAt } from "../../../src-shared/time/zones.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { currentTime } from "../../store/now.ts";
import { useFormats } from "../../ui/formats.ts";
import { joinClass } from "../../ui/join-class.ts";
import { placementOf } from "../actions/bookings.ts";
import { openDraft, openDraftAt, usualLength } from "../actions/drafting.ts";
import { type Move, moveStanding } from "../actions/moving.ts";
import { columnAt, type ColumnsBy, type DayColumn } from "../day-columns.ts";
import { type Axis, heightOf, visibleRange, yOf, ZOOM_PX_PER_MINUTE } from "../grid/axis.ts";
import { lengthOfResized, startOfMoved } from "../grid/dropped.ts";
import type { Place } from "../grid/gestures.ts";
import type { ColumnName } from "../grid/hit.ts";
import type { Slot } from "../grid/slots.ts";
import type { Span } from "../grid/span.ts";
import { movableIn, obstacleFor } from "../grid/standing.ts";
import { heldBooking, pickUp, takeHeld, useHeld } from "../moving/held.ts";
import { usualSpans } from "../grid/hours.ts";
import { AllDayBands, bandsOf } from "./all-day-band.tsx";
import { Column } from "./column.tsx";
import { DragLayer, SnapLine, SnapTag } from "./drag-layer.tsx";
import { EmptyHint } from "./empty-hint.tsx";
import { idOf, keepOneTabStop, onGridKey } from "./grid-keys.ts";
import { type HeadProps, stripOf } from "./heads.tsx";
import { NowLine, NowTag, useNowInStyle } from "./now-line.tsx";
import { SlotCursor } from "./slot-cursor.tsx";
import { followPointer, type GridEvents, type GridScene, type Taken } from "./pointer.ts";
import { everyoneBlocks, EveryoneStripes, Hours, Lines, Shut } from "./under-layer.tsx";
import { ZoneCorner } from "../zone/zone-line.tsx";
import "./day-grid.css";

interface DayGridProps {
  readonly columns: readonly DayColumn[];
  readonly by: ColumnsBy;
  readonly today: CalendarDate;
  readonly label: string;
  /** What stands above each column. */
  readonly Head: ComponentType<HeadProps>;
}

function useAxis(columns: readonly DayColumn[]): Axis {
  const zoom = useCatalogue((s) => s.preferences.zoom);
  const business = useCatalogue((s) => s.business);
  const shown = columns.flatMap((c) => [
    ...c.working,
    ...c.bookings,
    ...c.blocks.filter((p) => p.block.source === "desk" && p.block.allDay === null),
  ]);
  const range = visibleRange([...(business === null ? [] : usualSpans(business)), ...shown]);
  const pxPerMinute = ZOOM_PX_PER_MINUTE[zoom];
  return useMemo(
    () => ({ from: range.from, to: range.to, pxPerMinute }),
    [range.from, range.to, pxPerMinute],
  );
}

/** The same object for as long as it is the same stretch, lest every head be drawn again. */
function useStrip(columns: readonly DayColumn[], axis: Axis): Span {
  const { from, to } = stripOf(columns, axis);
  return useMemo(() => ({ from, to }), [from, to]);
}

/** The hours, with a column for each person of a day or for each day of a person. */
export function DayGrid({ columns, by, today, label, Head }: DayGridProps) {
  const formats = useFormats();
  const business = useCatalogue((s) => s.business);
  const axis = useAxis(columns);
  const scroller = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const strip = useStrip(columns, axis);
  const everyone = useMemo(
    () => (by === "person" ? everyoneBlocks(columns) : NO_BLOCKS),
    [columns, by],
  );
  const bands = useMemo(() => bandsOf(columns), [columns]);
  const open = columns.some((c) => c.closure === null);
  const step = business?.slotMinutes ?? 15;
  useNowInStyle(scroller, { columns, axis, formats }, strip);
  useOpeningScroll(scroller, { today, axis, columns });
  useGestures(scroller, sheet, { axis, step, columns });
  useGridKeys(sheet, { columns, by, step, zone: formats.zone });
  const holding = useHeld((s) => s.held !== null);
  const empty = columns.every((c) => c.known && c.bookings.length === 0 && c.blocks.length === 0);
  return (
    <div className="grid" ref={scroller}>
      <div
        className="grid-in"
        style={{ minWidth: `calc(var(--gutter) + ${columns.length} * 136px)` }}
      >
        <div className="grid-top">
          <div className="heads">
            <span className="corner">
              <ZoneCorner date={columns[0]?.date} />
            </span>
            {columns.map((column) => (
              <div
                key={keyOfColumn(column, by)}
                className={joinClass("head", column.date !== today && "other-day")}
              >
                <Head {...{ column, strip, today, formats }} />
              </div>
            ))}
          </div>
          <AllDayBands bands={bands} />
        </div>
        <div
          className={joinClass("sheet", holding && "placing")}
          ref={sheet}
          role="group"
          aria-label={label}
          style={{ height: heightOf(axis) }}
        >
          <Hours axis={axis} formats={formats}>
            <NowTag {...{ columns, axis, formats }} />
            <SnapTag {...{ axis, formats }} />
          </Hours>
          <div className="body">
            <Shut {...{ columns, by, axis }} />
            <Lines axis={axis} />
            <EveryoneStripes blocks={everyone} axis={axis} formats={formats} />
            <NowLine {...{ columns, axis, formats }} />
            <SnapLine axis={axis} />
            <div className="cols">
              {columns.map((column) => (
                <div
                  className={joinClass("col-place", column.date !== today && "other-day")}
                  key={keyOfColumn(column, by)}
                  data-staff={column.staff.id}
                  data-date={column.date}
                >
                  <Column {...{ column, by, axis, formats }} />
                </div>
              ))}
            </div>
            <DragLayer {...{ columns, by, axis, formats }} />
            <SlotCursor
              {...{ columns, axis, step, formats }}
              onChosen={(slot) => {
                const placed = chooseSlot(slot, formats.zone, true);
                void placed?.then((key) => focusCell(sheet.current, key));
              }}
            />
            {empty && open ? <EmptyHint top={yOf(strip.from, axis) + 12} /> : null}
          </div>
        </div>
      </div>
    </div>
  );
}

function keyOfColumn({ staff, date }: DayColumn, by: ColumnsBy): string {
  return by === "person" ? staff.id : date;
}

const NO_BLOCKS: ReturnType<typeof everyoneBlocks> = [];

interface Opening {
  readonly today: CalendarDate;
  readonly axis: Axis;
  readonly columns: readonly DayColumn[];
}

/** A day opens at now, or a little before its first hour; a change of zoom keeps what is in sight. */
function useOpeningScroll(scroller: RefObject<HTMLElement | null>, opening: Opening): void {
  const { today, axis, columns } = opening;
  const first = columns[0]?.date;
  const zone = useFormats().zone;
  const opened = useRef({ first: "", from: 0, pxPerMinute: axis.pxPerMinute });
  const place = useEffectEvent(() => {
    const element = scroller.current;
    const last = opened.current;
    if (element === null || first === undefined) return;
    const now = wallClockAt(currentTime(), zone).minutes;
    const top =
      last.first === first
        ? yOf(last.from + element.scrollTop / last.pxPerMinute, axis)
        : columns.some((c) => c.date === today)
          ? yOf(now, axis) - element.clientHeight * NOW_AT
          : yOf(stripOf(columns, axis).from, axis) - BEFORE_OPENING_PX;
    element.scrollTo({ top });
    opened.current = { first, from: axis.from, pxPerMinute: axis.pxPerMinute };
  });
  // Only a new day or another axis moves the paper; a booking that arrives does not.
  useLayoutEffect(() => place(), [first, axis.from, axis.pxPerMinute]);
}

/** Now stands a little above the middle of the window. */
const NOW_AT = 0.45;
const BEFORE_OPENING_PX = 16;

/** Listens to the keys of the grid, and keeps it one stop for Tab. */
function useGridKeys(
  sheet: RefObject<HTMLElement | null>,
  grid: Omit<Parameters<typeof onGridKey>[1], "focus">,
): void {
  /** Whose element has the focus; it follows a booking to another column, where it is drawn by another element. */
  const focused = useRef<string | null>(null);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    onGridKey(event, { ...grid, focus: (id, column) => focusCell(sheet.current, id, column) });
  });
  useEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    const listener = (event: KeyboardEvent): void => onKey(event);
    const onFocus = (event: FocusEvent): void => {
      focused.current = idOf(event);
      keepOneTabStop(element);
    };
    const onBlur = (event: FocusEvent): void => {
      // An element that is taken out of the page loses the focus without one that gets it.
      if (event.relatedTarget !== null) focused.current = null;
    };
    const onPress = (event: PointerEvent): void => {
      focused.current = idOf(event);
    };
    element.addEventListener("keydown", listener);
    element.addEventListener("focusin", onFocus);
    element.addEventListener("focusout", onBlur);
    document.addEventListener("pointerdown", onPress, true);
    return () => {
      document.removeEventListener("pointerdown", onPress, true);
      element.removeEventListener("keydown", listener);
      element.removeEventListener("focusin", onFocus);
      element.removeEventListener("focusout", onBlur);
    };
  }, [sheet]);
  // Before anything is painted, so that no key falls between the old element and the new one.
  useLayoutEffect(() => {
    if (sheet.current === null) return;
    const lost = document.activeElement === document.body && focused.current;
    if (typeof lost === "string") focusCell(sheet.current, lost);
    keepOneTabStop(sheet.current);
  }, [sheet, grid.columns]);
}

function focusCell(sheet: HTMLElement | null, id: string, column?: ColumnName): void {
  const within =
    column === undefined
      ? ""
      : `[data-staff="${CSS.escape(column.staffId)}"][data-date="${CSS.escape(column.date)}"] `;
  const cell = sheet?.querySelector<HTMLElement>(`${within}[data-id="${CSS.escape(id)}"]`);
  cell?.focus();
  cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

interface Grid {
  readonly axis: Axis;
  readonly step: number;
  readonly columns: readonly DayColumn[];
}

/**
 * Places what is held at a time, or opens the form there. A conflict that was seen before is overruled by placing; of one
 * that was not, the desk asks first.
 */
function chooseSlot(slot: Slot, zone: string, seen: boolean): Promise<string> | undefined {
  const booking = takeHeld();
  if (booking === null) {
    openDraftAt(slot, slot.from);
    return undefined;
  }
  const { staffId } = slot;
  const start = toInstant(instantOfWall(slot.date, slot.from, zone));
  return moveStanding({ is: "booking", booking }, (from) => ({ ...from, staffId, start }), {
    anyway: seen,
    staffId: booking.staffId,
  });
}

function eventsOf({ columns }: Grid, zone: string): GridEvents {
  const drop = ({ placed: { what }, column }: Taken, place: Place, move: Move): void => {
    // What was in the way was hatched and named during the drag, so the drop overrules it.
    const there = columnAt(columns, place);
    const anyway = there !== undefined && obstacleFor(what, place, there) !== null;
    void moveStanding(what, move, { anyway, staffId: column.staffId });
  };
  return {
    onSlot: ({ staffId, date }, from, seen) => void chooseSlot({ staffId, date, from }, zone, seen),
    onDrawn: ({ staffId, date, from, to }) =>
      openDraft({ date, staffId, start: from, end: to, drawn: true }),
    onMoved: (taken, place) => {
      const start = startOfMoved(taken.placed, taken.column.date, place, zone);
      drop(taken, place, (from) => ({ ...from, staffId: place.staffId, start }));
    },
    onTaken: pickUp,
    onResized: (taken, place) => {
      const durationMinutes = lengthOfResized(taken.placed, place, zone);
      drop(taken, place, (from) => ({ ...from, durationMinutes }));
    },
  };
}

function useGestures(
  scroller: RefObject<HTMLElement | null>,
  sheet: RefObject<HTMLElement | null>,
  grid: Grid,
): void {
  const zone = useFormats().zone;
  const scene = useEffectEvent((): GridScene => ({
    axis: grid.axis,
    step: grid.step,
    movable: (key, name) => {
      const column = columnAt(grid.columns, name);
      return column === undefined ? undefined : movableIn(column, key);
    },
    usualLength: (staffId) => {
      const booking = heldBooking();
      return booking === null ? usualLength(staffId) : placementOf(booking).durationMinutes;
    },
    held: heldBooking,
  }));
  const events = useEffectEvent(() => eventsOf(grid, zone));
  useEffect(() => {
    if (scroller.current === null || sheet.current === null) return undefined;
    const elements = { scroller: scroller.current, sheet: sheet.current };
    return followPointer(
      elements,
      () => scene(),
      () => events(),
    );
  }, [scroller, sheet]);
}
