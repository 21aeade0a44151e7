import type { DayOfChoice } from "./choice.ts";
import type { FreeTime } from "./free-times.ts";

const HOUR = 60;
const DAY = 24 * HOUR;
/** Rows are no shorter than this, in minutes; closer times stand side by side in one. */
const SHORTEST_ROW = 15;

/** A row with times, or a stretch of rows without. `shut`: outside of the day's opening hours. */
export type Cell =
  | { readonly is: "times"; readonly times: readonly FreeTime[] }
  | { readonly is: "taken" | "shut"; readonly rows: number };

export interface GridDay {
  readonly day: DayOfChoice;
  readonly beforeNoon: readonly Cell[];
  readonly afternoon: readonly Cell[];
}

/** The wide page's week: one column a day, one row for so many minutes of the wall clock. */
export interface WeekGrid {
  readonly rowMinutes: number;
  /** The full hours at which the rows begin that have a name, in minutes of the wall clock. */
  readonly hours: readonly number[];
  readonly days: readonly GridDay[];
}

/** Minutes of the wall clock of a moment, epoch milliseconds. */
export type WallMinutes = (ms: number) => number;

/** First opening and last closing; whatever closes at midnight closes at the end of its day. */
function openMinutes(
  { open }: DayOfChoice,
  minutes: WallMinutes,
): readonly [number, number] | null {
  if (open === null) return null;
  return [minutes(open[0]), minutes(open[1]) || DAY];
}

/** The rows of a part of a day, those without times joined. */
function cellsOf(
  rows: readonly number[],
  timesAt: ReadonlyMap<number, readonly FreeTime[]>,
  isOpen: (row: number) => boolean,
): readonly Cell[] {
  const cells: Cell[] = [];
  for (const row of rows) {
    const times = timesAt.get(row);
    const last = cells.at(-1);
    const is = isOpen(row) ? "taken" : "shut";
    if (times !== undefined) cells.push({ is: "times", times });
    else if (last?.is === is) cells[cells.length - 1] = { is, rows: last.rows + 1 };
    else cells.push({ is, rows: 1 });
  }
  return cells;
}

/** Lays seven days beside one another, from the first full hour in which one opens until the last one closes. */
export function weekGrid(
  days: readonly DayOfChoice[],
  slotMinutes: number,
  minutes: WallMinutes,
): WeekGrid {
  const rowMinutes = Math.max(slotMinutes, SHORTEST_ROW);
  const opens = days.map((day) => openMinutes(day, minutes));
  const open = opens.filter((one) => one !== null);
  const from = Math.floor(Math.min(...open.map(([first]) => first), DAY) / HOUR) * HOUR;
  const until = Math.max(...open.map(([, last]) => last), from);
  const count = Math.ceil((until - from) / rowMinutes);
  const rows = Array.from({ length: count }, (_, i) => from + i * rowMinutes);
  const rowOf = (ms: number): number => minutes(ms) - ((minutes(ms) - from) % rowMinutes);
  return {
    rowMinutes,
    hours: rows.filter((row) => row % HOUR === 0),
    days: days.map((day, i) => {
      const timesAt = Map.groupBy(day.times, ({ start }) => rowOf(start));
      const [first, last] = opens[i] ?? [0, 0];
      const isOpen = (row: number): boolean => row + rowMinutes > first && row < last;
      const part = (isIn: (row: number) => boolean) => cellsOf(rows.filter(isIn), timesAt, isOpen);
      return {
        day,
        beforeNoon: part((row) => row < DAY / 2),
        afternoon: part((row) => row >= DAY / 2),
      };
    }),
  };
}
