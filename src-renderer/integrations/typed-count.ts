const GROUPED = /^\d{1,3}(?:[.,’' \u00a0\u202f]\d{3})+$/;
const PLAIN = /^\d+$/;

/** Reads a whole number as typed, also with a separator between thousands; null if it is none. */
export function readCount(typed: string): number | null {
  const text = typed.trim();
  if (PLAIN.test(text)) return Number(text);
  return GROUPED.test(text) ? Number(text.replace(/\D/g, "")) : null;
}
