import type { SimRequest } from "./exchange.ts";

/** What goes wrong. Effects marked "applied" happen after the request took effect. */
export type FaultEffect =
  /** Applied, then the connection is dropped without an answer. */
  | { readonly kind: "lostResponse" }
  /** The connection is reset before anything is applied. */
  | { readonly kind: "reset" }
  /** Waits in real milliseconds, then goes on as usual. */
  | { readonly kind: "delay"; readonly ms: number }
  /** No answer until released or closed; `apply` says whether the request took effect. */
  | { readonly kind: "hang"; readonly apply?: boolean }
  /** Not applied; any status. A string body is sent as it is, anything else as JSON. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Not applied; Google's own error body for the reason. */
  | {
      readonly kind: "error";
      readonly status: number;
      readonly reason: string;
      readonly domain?: string;
      readonly message?: string;
      readonly retryAfterSeconds?: number;
    }
  /** Not applied; a proxy's page. */
  | { readonly kind: "html"; readonly status?: number }
  /** Applied; the JSON ends in the middle. */
  | { readonly kind: "truncatedBody" }
  /** Applied; 200 with no items, yet with a sync token. */
  | { readonly kind: "emptyList" }
  /** Applied; the last page lacks its nextSyncToken. */
  | { readonly kind: "missingSyncToken" }
  /** Applied; the content type is not JSON. */
  | { readonly kind: "wrongContentType"; readonly contentType?: string };

export interface FaultSpec {
  readonly method?: string;
  /** A string must occur in the path; an expression is tested against the path and query. */
  readonly path?: RegExp | string;
  /** Kind of the call, e.g. `events.insert`. */
  readonly kind?: string;
  /** The first matching request to suffer, counted from 1 when the fault was added. */
  readonly nth?: number;
  /** How many requests suffer; 1 by default, Infinity (over HTTP: 0) for all. */
  readonly times?: number;
  readonly when?: (request: SimRequest) => boolean;
  readonly effect: FaultEffect;
}

interface ActiveFault {
  readonly id: number;
  readonly spec: FaultSpec;
  seen: number;
  used: number;
}

export interface Faults {
  readonly active: Map<number, ActiveFault>;
  count: number;
}

export function createFaults(): Faults {
  return { active: new Map(), count: 0 };
}

/** Arms a fault; the number it returns takes it out again. */
export function addFault(faults: Faults, spec: FaultSpec): number {
  faults.count += 1;
  faults.active.set(faults.count, { id: faults.count, spec, seen: 0, used: 0 });
  return faults.count;
}

/** The effect this request suffers: the first armed fault that matches and is not used up. */
export function takeFault(
  faults: Faults,
  request: SimRequest,
  kind: string,
): FaultEffect | undefined {
  for (const fault of faults.active.values()) {
    if (!matches(fault.spec, request, kind)) continue;
    fault.seen += 1;
    const times = fault.spec.times === 0 ? Infinity : (fault.spec.times ?? 1);
    if (fault.seen < (fault.spec.nth ?? 1) || fault.used >= times) continue;
    fault.used += 1;
    if (fault.used >= times) faults.active.delete(fault.id);
    return fault.spec.effect;
  }
  return undefined;
}

function matches(spec: FaultSpec, request: SimRequest, kind: string): boolean {
  const target = `${request.path}?${request.query.toString()}`;
  const pathMatches =
    spec.path === undefined ||
    (typeof spec.path === "string" ? request.path.includes(spec.path) : spec.path.test(target));
  return (
    pathMatches &&
    (spec.method === undefined || spec.method.toUpperCase() === request.method) &&
    (spec.kind === undefined || spec.kind === kind) &&
    (spec.when === undefined || spec.when(request))
  );
}
