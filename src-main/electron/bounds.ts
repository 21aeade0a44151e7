import type { Display, Rectangle } from "electron";
import { SMALLEST } from "./window-options.ts";

type Area = Pick<Display, "workArea">;

const FIRST_SIZE = { width: 1280, height: 800 } as const;
/** So much of the title bar has to be reachable to drag the window by it, in px. */
const REACHABLE = { width: 160, height: 40 } as const;

function overlap(a: Rectangle, b: Rectangle): { width: number; height: number } {
  const along = (from1: number, size1: number, from2: number, size2: number): number =>
    Math.max(0, Math.min(from1 + size1, from2 + size2) - Math.max(from1, from2));
  return {
    width: along(a.x, a.width, b.x, b.width),
    height: along(a.y, a.height, b.y, b.height),
  };
}

function isReachable(bounds: Rectangle, displays: readonly Area[]): boolean {
  const titleBar = { ...bounds, height: REACHABLE.height };
  return displays.some(({ workArea }) => {
    const seen = overlap(titleBar, workArea);
    return seen.width >= REACHABLE.width && seen.height >= REACHABLE.height;
  });
}

/** So many arrangements of displays are remembered. */
const MOST_PLACES = 8;

interface Place {
  readonly displays: string;
  readonly bounds: Rectangle;
}

/** Names an arrangement of displays: the same docking station gives the same name, in whatever order it lists them. */
export function arrangementOf(displays: readonly Area[]): string {
  return displays
    .map(({ workArea: { x, y, width, height } }) => `${x},${y} ${width}x${height}`)
    .toSorted((a, b) => a.localeCompare(b))
    .join("; ");
}

/** The places with this one as the newest. */
export function withPlace(places: readonly Place[], place: Place): Place[] {
  const others = places.filter(({ displays }) => displays !== place.displays);
  return [...others, place].slice(-MOST_PLACES);
}

/**
 * Where the window opens: where it was, if its title bar still lies on a connected display; else the system places
 * it at its first size.
 */
export function openingBounds(
  remembered: Rectangle | null,
  displays: readonly Area[],
): Rectangle | Pick<Rectangle, "width" | "height"> {
  if (remembered === null || !isReachable(remembered, displays)) return FIRST_SIZE;
  return {
    x: remembered.x,
    y: remembered.y,
    width: Math.max(remembered.width, SMALLEST.width),
    height: Math.max(remembered.height, SMALLEST.height),
  };
}
