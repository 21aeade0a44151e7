/** The list with one item moved to another place; places outside the list mean its ends. */
export function moveTo<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined) return items;
  const rest = items.filter((_, i) => i !== from);
  const place = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

/** How many rows a pull of `pixels` is, never further than the ends of a list. */
export function rowsPulled(pixels: number, rowHeight: number, from: number, count: number): number {
  const rows = Math.round(pixels / rowHeight);
  return Math.max(-from, Math.min(rows, count - 1 - from));
}
