import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

/** Only these kinds of files belong to the page; anything else in its folder is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

export type PageFile =
  | { readonly is: "file"; readonly path: string; readonly contentType: string }
  | { readonly is: "refused"; readonly status: 400 | 404 };

const BAD: PageFile = { is: "refused", status: 400 };
const ABSENT: PageFile = { is: "refused", status: 404 };

/** Backslash, drive letter or stream (`:`), a second layer of encoding, control characters: never in our names. */
// oxlint-disable-next-line no-control-regex -- the control characters are what it looks for
const STRANGE = /[\\:%*?"<>|\u0000-\u001f\u007f]/;

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/**
 * Which file of the page a request path names, as a relative path with `/`. Works on the raw path, before any URL
 * parser has tidied it, so that a path that tries to climb is refused and not quietly straightened.
 * @param rawPath path of the request, may carry a query
 */
export function pageFileOf(rawPath: string): PageFile {
  const path = decoded(rawPath.split(/[?#]/, 1)[0] ?? "");
  if (path === null || !path.startsWith("/") || STRANGE.test(path)) return BAD;
  const relative = path === "/" ? "index.html" : path.slice(1);
  const segments = relative.split("/");
  if (segments.some((segment) => segment === "" || segment === "." || segment === "..")) return BAD;
  const contentType = CONTENT_TYPES[extname(relative)];
  if (contentType === undefined || segments.some((segment) => segment.startsWith(".")))
    return ABSENT;
  return { is: "file", path: relative, contentType };
}

/** The bytes of a file of the page, or null if there is none. */
export async function readPageFile(rootDir: string, path: string): Promise<Buffer | null> {
  try {
    return await readFile(join(rootDir, ...path.split("/")));
  } catch {
    return null;
  }
}
