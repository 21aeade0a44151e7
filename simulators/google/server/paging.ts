import { invalid } from "../errors.ts";
import type { Switches } from "../switches.ts";
import { openToken, sealToken } from "./query.ts";

const REMEMBERED_WALKS = 500;

/** A list being walked: its rows as they were at the first page, so that no edit makes a page skip one. */
interface Walk<Row> {
  readonly rows: readonly Row[];
  readonly fingerprint: string;
  readonly syncToken: string | undefined;
}

/** The lists that clients are in the middle of; the oldest are forgotten. */
export interface Walks<Row> {
  readonly open: Map<number, Walk<Row>>;
  count: number;
}

export function createWalks<Row>(): Walks<Row> {
  return { open: new Map(), count: 0 };
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextPageToken: string | undefined;
  /** Only on the last page. */
  readonly nextSyncToken: string | undefined;
}

export interface PageRequest {
  readonly pageToken: string | undefined;
  readonly size: number;
  /** All parameters but paging; a page token is good for the same query only. */
  readonly fingerprint: string;
  readonly emptyPages: Switches["emptyPages"];
}

/** One page; `start` makes the rows and the sync token when no page token is given. */
export function takePage<Row>(
  walks: Walks<Row>,
  request: PageRequest,
  start: () => { readonly rows: readonly Row[]; readonly syncToken: string | undefined },
): Page<Row> {
  const at = request.pageToken === undefined ? undefined : openToken(request.pageToken);
  const number =
    request.pageToken === undefined ? openWalk(walks, request, start()) : Number(at?.["w"]);
  const walk = walks.open.get(number);
  if (walk === undefined || walk.fingerprint !== request.fingerprint) {
    throw invalid("Invalid page token value.", "pageToken");
  }
  const offset = Number(at?.["o"] ?? 0);
  const pageNumber = Number(at?.["p"] ?? 0);
  const empty = isEmptyPage(request.emptyPages, pageNumber);
  const end = empty ? offset : offset + request.size;
  const more = empty || end < walk.rows.length;
  return {
    rows: walk.rows.slice(offset, end),
    nextPageToken: more ? sealToken({ w: number, o: end, p: pageNumber + 1 }) : undefined,
    nextSyncToken: more ? undefined : walk.syncToken,
  };
}

function openWalk<Row>(
  walks: Walks<Row>,
  request: PageRequest,
  content: Pick<Walk<Row>, "rows" | "syncToken">,
): number {
  walks.count += 1;
  walks.open.set(walks.count, { ...content, fingerprint: request.fingerprint });
  walks.open.delete(walks.count - REMEMBERED_WALKS);
  return walks.count;
}

function isEmptyPage(mode: Switches["emptyPages"], page: number): boolean {
  switch (mode) {
    case "never":
      return false;
    case "first":
      return page === 0;
    case "everyOther":
      return page % 2 === 0;
  }
}
