interface Row {
  readonly id: string;
}

function sameRow<T extends Row>(a: T, b: T): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The new rows, with every row that did not change being the old object, and the old array itself if none did:
 * what is drawn from it is then not drawn again.
 */
export function keepIdentity<T extends Row>(
  old: readonly T[],
  rows: readonly T[],
  nameOf: (row: T) => string = (row) => row.id,
): readonly T[] {
  const byName = new Map(old.map((row) => [nameOf(row), row]));
  const kept = rows.map((row) => {
    const before = byName.get(nameOf(row));
    return before !== undefined && sameRow(before, row) ? before : row;
  });
  return keepArray(old, kept);
}

/** The old array if the new one holds the same in the same order. */
export function keepArray<T>(old: readonly T[], items: readonly T[]): readonly T[] {
  return old.length === items.length && items.every((item, i) => item === old[i]) ? old : items;
}
