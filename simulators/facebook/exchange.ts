/** One request, read. Header names are in lower case. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const json = (status: number, content: unknown): Reply => ({
  status,
  headers: { "content-type": "application/json; charset=UTF-8" },
  body: JSON.stringify(content),
});

export const redirect = (location: string): Reply => ({
  status: 302,
  headers: { location, "cache-control": "no-store" },
  body: "",
});

export const html = (status: number, body: string): Reply => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  body,
});

/** Graph's error body. `type` is the same for everything that has to do with signing in. */
export function graphError(status: number, code: number, message: string, subcode?: number): Reply {
  const error = {
    message,
    type: "OAuthException",
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    fbtrace_id: "simulated",
  };
  return json(status, { error });
}
