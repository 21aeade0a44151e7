/** True for an object with named members; arrays are none. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The member if it is a string that isn't empty, else null. */
export function textOf(value: unknown, name: string): string | null {
  const member = isRecord(value) ? value[name] : undefined;
  return typeof member === "string" && member !== "" ? member : null;
}
