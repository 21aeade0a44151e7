import { ApiError, badCredentials, insufficientScope, invalid, notFound } from "../errors.ts";
import { answerAuthorize } from "../oauth/authorize.ts";
import { bearerOf } from "../oauth/grants.ts";
import { answerJwks, answerPemKeys, claimsOf } from "../oauth/id-token.ts";
import type { OAuthContext } from "../oauth/token.ts";
import { answerRevoke, answerToken, answerTokeninfo } from "../oauth/token.ts";
import type { Simulation } from "../simulation.ts";
import type { Route } from "./api.ts";
import { routes } from "./api.ts";
import type { Call } from "./call.ts";
import { errorResponse } from "./effects.ts";
import type { SimRequest, SimResponse } from "./exchange.ts";
import { json, noContent } from "./exchange.ts";
import { selectFields } from "./fields.ts";
import { spend } from "./quotas.ts";
import { isLimitedToOwnCalendars, opens } from "./scopes.ts";

/** What a request turned out to be, before it is answered: its name in the log and how to answer it. */
export interface Destination {
  readonly kind: string;
  readonly answer: () => SimResponse;
}

/** Paths of the sign-in endpoints, as Google spells them. */
export const oauthPaths = {
  authorize: "/o/oauth2/v2/auth",
  token: "/token",
  revoke: "/revoke",
  userinfo: "/v1/userinfo",
  tokeninfo: "/tokeninfo",
  jwks: "/oauth2/v3/certs",
  pemKeys: "/oauth2/v1/certs",
} as const;

/** Finds who answers; nothing takes effect until `answer` is called. */
export function destinationOf(simulation: Simulation, request: SimRequest): Destination {
  const oauth = (): OAuthContext => ({
    grants: simulation.grants,
    accounts: simulation.world.accounts,
    switches: simulation.world.switches,
    issuer: simulation.issuer,
    now: simulation.world.now(),
  });
  switch (request.path) {
    case oauthPaths.authorize:
      return { kind: "oauth.authorize", answer: () => answerAuthorize(oauth(), request) };
    case oauthPaths.token:
      return { kind: "oauth.token", answer: () => answerToken(oauth(), request) };
    case oauthPaths.revoke:
      return { kind: "oauth.revoke", answer: () => answerRevoke(oauth(), request) };
    case oauthPaths.userinfo:
      return {
        kind: "oauth.userinfo",
        answer: () => guarded(() => answerUserinfo(simulation, request)),
      };
    case oauthPaths.tokeninfo:
      return { kind: "oauth.tokeninfo", answer: () => answerTokeninfo(oauth(), request) };
    case oauthPaths.jwks:
      return { kind: "oauth.jwks", answer: answerJwks };
    case oauthPaths.pemKeys:
      return { kind: "oauth.jwks", answer: answerPemKeys };
    default:
      return apiDestination(simulation, request);
  }
}

function apiDestination(simulation: Simulation, request: SimRequest): Destination {
  for (const route of routes) {
    if (route.method !== request.method) continue;
    const match = route.pattern.exec(request.path);
    if (match === null) continue;
    const answer = (): SimResponse =>
      guarded(() => callMethod(simulation, request, route, match.groups ?? {}));
    return { kind: route.kind, answer };
  }
  return { kind: "unknown", answer: () => errorResponse(notFound()) };
}

function guarded(answer: () => SimResponse): SimResponse {
  try {
    return answer();
  } catch (error) {
    if (error instanceof ApiError) return errorResponse(error);
    throw error;
  }
}

function callMethod(
  simulation: Simulation,
  request: SimRequest,
  route: Route,
  groups: Readonly<Record<string, string>>,
): SimResponse {
  const call = authorise(simulation, request, route, groups);
  const answer = route.answer(call);
  if (answer === undefined) return noContent();
  const etag = "etag" in answer && typeof answer.etag === "string" ? answer.etag : undefined;
  if (request.method === "GET" && etag !== undefined && request.headers["if-none-match"] === etag) {
    return { status: 304, headers: { etag }, body: "" };
  }
  const fields = request.query.get("fields");
  return json(200, fields === null ? answer : selectFields(answer, fields), {
    compact: request.query.get("prettyPrint") === "false",
    headers: etag === undefined ? {} : { etag },
  });
}

function authorise(
  simulation: Simulation,
  request: SimRequest,
  route: Route,
  groups: Readonly<Record<string, string>>,
): Call {
  const { world, grants, meter } = simulation;
  const access = bearerOf(grants, request.headers["authorization"], world.now());
  const account = access === undefined ? undefined : world.accounts.get(access.email);
  if (access === undefined || account === undefined) throw badCredentials();
  if (!opens(route.kind, access.scopes)) throw insufficientScope();
  const parameter = (name: string): string => decodePart(groups[name] ?? "");
  spend(meter, {
    project: access.project,
    account,
    now: world.now(),
    isWrite: request.method !== "GET",
    calendarId: groups["calendarId"],
    makesCalendar: route.kind === "calendars.insert",
  });
  return {
    simulation,
    request,
    account,
    project: access.project,
    ownCalendarsOnly: isLimitedToOwnCalendars(route.kind, access.scopes),
    ifMatch: request.headers["if-match"],
    parameter,
  };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid("Bad Request");
  }
}

function answerUserinfo(simulation: Simulation, request: SimRequest): SimResponse {
  const { world, grants } = simulation;
  const access = bearerOf(grants, request.headers["authorization"], world.now());
  const account = access === undefined ? undefined : world.accounts.get(access.email);
  if (access === undefined || account === undefined) {
    return json(401, { error: "invalid_request", error_description: "Invalid Credentials" });
  }
  return json(200, claimsOf(account, access.scopes, world.switches.emailVerified));
}

/** E-mail behind the request's token, alive or not, for the log. */
export function accountOf(simulation: Simulation, request: SimRequest): string | undefined {
  const token = request.headers["authorization"]?.replace(/^Bearer\s+/i, "") ?? "";
  return simulation.grants.access.get(token)?.email;
}
