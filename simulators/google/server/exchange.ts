/** One request, whether it came over a socket or as a part of a batch. */
export interface SimRequest {
  readonly method: string;
  /** Percent-encoded, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SimResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_TYPE = "application/json; charset=UTF-8";

/** A JSON answer, indented the way the Calendar backend indents unless prettyPrint=false. */
export function json(
  status: number,
  content: unknown,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly compact?: boolean } = {},
): SimResponse {
  const body = JSON.stringify(content, undefined, options.compact === true ? 0 : 1);
  return { status, headers: { "content-type": JSON_TYPE, ...options.headers }, body };
}

export const html = (status: number, body: string): SimResponse => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  body,
});

export const redirect = (location: string): SimResponse => ({
  status: 302,
  headers: { location, "cache-control": "no-store" },
  body: "",
});

export const noContent = (): SimResponse => ({ status: 204, headers: {}, body: "" });

/** A JSON body as a value; undefined for an empty or broken one. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
