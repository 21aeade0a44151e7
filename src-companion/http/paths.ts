/** Where a sign-in leads that was not begun on the way to somewhere else. */
export const AFTER_SIGN_IN = "/profile";

const LONGEST = 500;

/** Begins with one slash: browsers read `//host` and `/\\host` as ways out, and drop control characters first. */
const OURS = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/;

/**
 * A path of ours to go on to, out of a query or a form; anything else becomes `fallback`. What is checked is what the
 * browser will see: `/..//host` begins well and ends as `//host`.
 */
export function safePath(text: string | undefined, fallback: string): string {
  if (text === undefined || text.length > LONGEST || !OURS.test(text)) return fallback;
  const url = new URL(text, "https://companion.invalid");
  const path = url.pathname + url.search;
  return url.origin === "https://companion.invalid" && OURS.test(path) ? path : fallback;
}
