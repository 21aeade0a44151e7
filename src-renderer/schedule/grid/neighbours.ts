import type { Span } from "./span.ts";

interface Cell extends Span {
  readonly id: string;
}

export type Direction = "up" | "down" | "left" | "right";

function ordered(column: readonly Cell[]): readonly Cell[] {
  return column.toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
}

function nearest(column: readonly Cell[], to: Cell): Cell | undefined {
  const distance = (cell: Cell): number => Math.abs(cell.from - to.from);
  return ordered(column).reduce<Cell | undefined>(
    (best, cell) => (best === undefined || distance(cell) < distance(best) ? cell : best),
    undefined,
  );
}

/**
 * The booking or block that an arrow key leads to: up and down within a column, left and right the nearest in time
 * in the next column that holds any. Null at the edge.
 */
export function neighbourOf(
  columns: readonly (readonly Cell[])[],
  id: string,
  direction: Direction,
): string | null {
  const index = columns.findIndex((column) => column.some((cell) => cell.id === id));
  const column = ordered(columns[index] ?? []);
  const at = column.findIndex((cell) => cell.id === id);
  const cell = column[at];
  if (cell === undefined) return null;
  switch (direction) {
    case "up":
      return column[at - 1]?.id ?? null;
    case "down":
      return column[at + 1]?.id ?? null;
    case "left":
      return nearest(columns.slice(0, index).findLast((c) => c.length > 0) ?? [], cell)?.id ?? null;
    case "right":
      return nearest(columns.slice(index + 1).find((c) => c.length > 0) ?? [], cell)?.id ?? null;
  }
}
