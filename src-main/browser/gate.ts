import type { BridgeError } from "../../src-shared/errors.ts";

/** What of a request decides whether it may come in. */
export interface Knock {
  readonly method: string;
  /** Request target as it was sent, not tidied by a URL parser. */
  readonly target: string;
  /** Every Host header; more than one is refused. */
  readonly hosts: readonly string[];
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, sent by every browser in use. */
  readonly fetchSite: string | undefined;
  readonly token: string | undefined;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
}

export interface Door {
  readonly port: number;
  readonly tokenFits: (token: string) => boolean;
}

export type RefusalReason =
  | "host"
  | "origin"
  | "site"
  | "method"
  | "token"
  | "contentType"
  | "target";

export type Verdict =
  | { readonly is: "page"; readonly target: string }
  | { readonly is: "call"; readonly channel: string }
  | { readonly is: "events" }
  | {
      readonly is: "refused";
      readonly status: 400 | 403 | 405 | 415;
      readonly reason: RefusalReason;
      readonly error: BridgeError;
    };

type Refused = Extract<Verdict, { is: "refused" }>;

const REFUSALS: Readonly<Record<RefusalReason, readonly [Refused["status"], string]>> = {
  host: [403, "This desk answers on 127.0.0.1 only."],
  origin: [403, "Another page may not talk to this desk."],
  site: [403, "Another page may not talk to this desk."],
  method: [405, "This address does not take that method."],
  token: [403, "The token of this desk is missing or wrong."],
  contentType: [415, "The body has to be application/json."],
  target: [400, "This address is not well formed."],
};

function refuse(reason: RefusalReason): Refused {
  const [status, message] = REFUSALS[reason];
  return { is: "refused", status, reason, error: { code: "FORBIDDEN", message, retryable: false } };
}

const JSON_ONLY = /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i;
const BRIDGE = "/bridge/";

/** Stops DNS rebinding: a foreign name that points here still sends its own name. */
function strangeSender(knock: Knock, door: Door): Refused | null {
  const [host, ...more] = knock.hosts;
  const known = host === `127.0.0.1:${door.port}` || host === `localhost:${door.port}`;
  if (!known || more.length > 0) return refuse("host");
  if (knock.origin !== undefined && knock.origin !== `http://${host}`) return refuse("origin");
  return null;
}

/**
 * A page of another port of this computer counts as `same-site`, so only `same-origin` will do; scripts send
 * nothing at all.
 */
function withoutToken(knock: Knock, door: Door): Refused | null {
  if (knock.fetchSite !== undefined && knock.fetchSite !== "same-origin") return refuse("site");
  if (knock.token === undefined || !door.tokenFits(knock.token)) return refuse("token");
  return null;
}

/** A form can post text and form types to any address without asking; JSON it cannot. */
function judgeCall(knock: Knock, door: Door): Verdict {
  if (knock.method !== "POST") return refuse("method");
  const stranger = withoutToken(knock, door);
  if (stranger) return stranger;
  const plainJson = JSON_ONLY.test(knock.contentType ?? "") && knock.contentEncoding === undefined;
  if (!plainJson) return refuse("contentType");
  return { is: "call", channel: knock.target.slice(BRIDGE.length) };
}

function judgeEvents(knock: Knock, door: Door): Verdict {
  if (knock.method !== "GET") return refuse("method");
  return withoutToken(knock, door) ?? { is: "events" };
}

/**
 * Decides about one request before anything of it is read. The page itself needs no token: it holds no data, and
 * the token reaches it in the fragment of its address, which no browser sends to a server.
 */
export function judge(knock: Knock, door: Door): Verdict {
  const stranger = strangeSender(knock, door);
  if (stranger) return stranger;
  if (!knock.target.startsWith("/")) return refuse("target");
  if (knock.target.startsWith(BRIDGE)) return judgeCall(knock, door);
  if (knock.target === "/events") return judgeEvents(knock, door);
  if (knock.method !== "GET" && knock.method !== "HEAD") return refuse("method");
  return { is: "page", target: knock.target };
}
