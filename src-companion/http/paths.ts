/**
 * A path of ours to go on to, out of a query or a form; anything else becomes `fallback`. Browsers read `//host`,
 * `/\host` and control characters as ways out, so those count as anything else.
 */
export function safePath(text: string | undefined, fallback: string): string {
  if (text === undefined || text.length > 500 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text))
    return fallback;
  const url = new URL(text, "https://companion.invalid");
  return url.origin === "https://companion.invalid" ? url.pathname + url.search : fallback;
}
