/** One request as the simulator saw and answered it. */
export interface LoggedRequest {
  readonly n: number;
  /** Simulated time, epoch ms. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed if it was JSON or a form, else the text. */
  readonly body: unknown;
  /** 0 while unanswered, or when a fault left it without an answer. */
  readonly status: number;
  readonly authAccount: string | undefined;
  readonly ifMatch: string | undefined;
  /** e.g. `events.list`, `oauth.token` */
  readonly kind: string;
  /** Kind of the fault that hit it. */
  readonly fault: string | undefined;
  /** Number of the batch request it was a part of. */
  readonly batch: number | undefined;
}

export interface RequestFilter {
  readonly kind?: string;
  readonly method?: string;
  readonly path?: string | RegExp;
  readonly status?: number;
  readonly since?: number;
}

export interface RequestLog {
  readonly entries: LoggedRequest[];
  count: number;
}

export function createRequestLog(): RequestLog {
  return { entries: [], count: 0 };
}

export function matchesFilter(entry: LoggedRequest, filter: RequestFilter): boolean {
  const pathMatches =
    filter.path === undefined ||
    (typeof filter.path === "string"
      ? entry.path.includes(filter.path)
      : filter.path.test(entry.path));
  return (
    pathMatches &&
    (filter.kind === undefined || entry.kind === filter.kind) &&
    (filter.method === undefined || entry.method === filter.method) &&
    (filter.status === undefined || entry.status === filter.status) &&
    (filter.since === undefined || entry.n > filter.since)
  );
}
