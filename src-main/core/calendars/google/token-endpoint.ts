import { gaxios } from "google-auth-library";
import type { Clock, Scheduler } from "../../ports.ts";
import type { GoogleSettings } from "../../settings.ts";
import { RemoteError } from "../remote-calendar.ts";
import { type Call, classifyError } from "./classify-error.ts";
import { withDeadline } from "./deadline.ts";
import { isRecord, textOf } from "./json.ts";
import { readScopes } from "./scopes.ts";
import type { Transport } from "./transport.ts";

export interface TokenAnswer {
  readonly accessToken: string;
  /** Epoch milliseconds by our clock. */
  readonly expiresAt: number;
  /** Null on a refresh: the old one stays good. */
  readonly refreshToken: string | null;
  /** When a grant that was given for a limited time ends, epoch milliseconds; null if it has no end. */
  readonly grantEndsAt: number | null;
  readonly scopes: readonly string[];
  readonly idToken: string | null;
}

export interface CodeExchange {
  readonly code: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** All of them reject with `RemoteError` only. */
export interface TokenEndpoint {
  exchange(exchange: CodeExchange): Promise<TokenAnswer>;
  refresh(refreshToken: string): Promise<TokenAnswer>;
  /** Done as well if Google says that the token is worth nothing already. */
  revoke(token: string): Promise<void>;
}

export interface TokenEndpointDeps {
  readonly settings: GoogleSettings;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly transport: Pick<Transport, "fetchImplementation">;
}

type Form = Readonly<Record<string, string>>;

function secondsFrom(body: unknown, name: string): number | null {
  const value = isRecord(body) ? Number(body[name] ?? Number.NaN) : Number.NaN;
  return Number.isFinite(value) && value > 0 ? value : null;
}

/** @param now epoch milliseconds */
function readAnswer(body: unknown, now: number): TokenAnswer {
  const accessToken = textOf(body, "access_token");
  const expiresIn = secondsFrom(body, "expires_in");
  if (accessToken === null || expiresIn === null)
    throw new RemoteError({ is: "badAnswer" }, "The token endpoint gave no token.");
  const grantEndsIn = secondsFrom(body, "refresh_token_expires_in");
  return {
    accessToken,
    expiresAt: now + expiresIn * 1_000,
    refreshToken: textOf(body, "refresh_token"),
    grantEndsAt: grantEndsIn === null ? null : now + grantEndsIn * 1_000,
    scopes: readScopes(textOf(body, "scope") ?? ""),
    idToken: textOf(body, "id_token"),
  };
}

/** Who is asking. A desk that was connected once may have lost its client id since. */
function identityOf({ client }: GoogleSettings): Form {
  if (client === null)
    throw new RemoteError({ is: "signedOut", cause: "clientRejected" }, "No client id is set.");
  return client.secret === null
    ? { client_id: client.id }
    : { client_id: client.id, client_secret: client.secret };
}

/**
 * Google's token and revocation endpoints. The library's own OAuth client isn't used for them: it repeats the
 * exchange of a code, which works once only, and reads the system's clock.
 */
export function createTokenEndpoint(deps: TokenEndpointDeps): TokenEndpoint {
  const { settings, clock, scheduler } = deps;
  const { endpoints } = settings;
  const { fetchImplementation } = deps.transport;
  const http = new gaxios.Gaxios({ retry: false, responseType: "json", fetchImplementation });

  const post = async (call: Call, url: string, form: Form): Promise<unknown> => {
    try {
      const answer = await withDeadline(scheduler, (signal) =>
        http.request<unknown>({ url, method: "POST", data: new URLSearchParams(form), signal }),
      );
      return answer.data;
    } catch (thrown) {
      throw classifyError(call, thrown, clock.now());
    }
  };
  const askToken = async (call: Call, form: Form): Promise<TokenAnswer> =>
    readAnswer(
      await post(call, endpoints.token, { ...identityOf(settings), ...form }),
      clock.now(),
    );

  return {
    exchange: ({ code, verifier, redirectUri }) =>
      askToken(
        { is: "exchange" },
        {
          grant_type: "authorization_code",
          code,
          code_verifier: verifier,
          redirect_uri: redirectUri,
        },
      ),
    refresh: (refreshToken) =>
      askToken({ is: "refresh" }, { grant_type: "refresh_token", refresh_token: refreshToken }),
    revoke: async (token) => {
      try {
        await post({ is: "revoke" }, endpoints.revoke, { token });
      } catch (error) {
        if (!(error instanceof RemoteError) || error.failure.is !== "refused") throw error;
      }
    },
  };
}
