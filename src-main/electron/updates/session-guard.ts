import type { Session } from "electron";
import type { Feed } from "./release.ts";

export interface SessionGuardDeps {
  readonly session: {
    readonly webRequest: Pick<Session["webRequest"], "onBeforeRequest" | "onHeadersReceived">;
  };
  readonly feed: Feed;
  /** Size of a file of the release that is being fetched, in bytes; null for other files. */
  readonly sizeOf: (name: string) => number | null;
  readonly onRefused: (why: "otherPlace" | "wrongSize") => void;
}

/** Names of headers come as the server wrote them. */
function lengthOf(headers: Readonly<Record<string, readonly string[]>> | undefined): number | null {
  const found = Object.entries(headers ?? {}).find(
    ([name]) => name.toLowerCase() === "content-length",
  );
  const text = found?.[1][0];
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/**
 * The updater's requests lead nowhere but into the feed's folder, whatever redirects say, and a download that is not
 * announced with the size of the release is cut off before its first byte: none can fill the disk.
 */
export function guardSession({ session, feed, sizeOf, onRefused }: SessionGuardDeps): void {
  const nameIn = (url: string): string | null => {
    const { origin, pathname } = new URL(url);
    const { folder } = feed;
    if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) return null;
    return pathname.slice(folder.pathname.length);
  };
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = nameIn(url) === null;
    if (cancel) onRefused("otherPlace");
    answer({ cancel });
  });
  session.webRequest.onHeadersReceived(({ url, responseHeaders }, answer) => {
    const size = sizeOf(nameIn(url) ?? "");
    const cancel = size !== null && lengthOf(responseHeaders) !== size;
    if (cancel) onRefused("wrongSize");
    answer({ cancel });
  });
}
