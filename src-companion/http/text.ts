/** Text that PostgreSQL can't keep: it knows no zero byte. SQLite would, and the two must not differ. */
const ZERO = "\u0000";

export function hasZero(text: string): boolean {
  return text.includes(ZERO);
}

/** Whether an address has one, in its path or its query. */
export function hasZeroInAddress(url: string): boolean {
  return /%00/i.test(url);
}

/** For text that nobody here typed, such as a name that a provider hands over. */
export function withoutZero(text: string): string {
  return text.replaceAll(ZERO, "");
}

/** Where in a JSON value the first such text is, in the way that schemas name places; undefined if nowhere. */
export function zeroIn(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === "string") return hasZero(value) ? path.join(".") : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, one] of Object.entries(value)) {
    const found = zeroIn(one, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
