import type { Clock, Logger } from "../../ports.ts";
import { RemoteError } from "../remote-calendar.ts";
import type { Grant, GrantVault } from "./grant-vault.ts";
import type { TokenAnswer, TokenEndpoint } from "./token-endpoint.ts";

export interface AccessToken {
  readonly token: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Hands out access tokens, which live in memory only. Rejects with `RemoteError`, or `AppError` `KEYCHAIN_…`. */
export interface TokenSource {
  /** One that is good for another minute by our clock. */
  current(): Promise<string>;
  /** Another one than `refused`, which Google answered with 401. */
  renew(refused: string): Promise<string>;
  forget(): void;
}

export interface TokenSourceDeps {
  readonly endpoint: TokenEndpoint;
  readonly vault: GrantVault;
  readonly clock: Clock;
  readonly log: Logger;
  /** The access token of a sign-in that just ended. */
  readonly first: AccessToken | null;
}

const SPARE_MS = 60_000;

function isEnd(error: unknown): error is RemoteError {
  return (
    error instanceof RemoteError &&
    error.failure.is === "signedOut" &&
    error.failure.cause !== "clientRejected"
  );
}

/** Callers that come while a refresh is under way share it: one request, one answer. */
export function createTokenSource(deps: TokenSourceDeps): TokenSource {
  const { endpoint, vault, clock, log } = deps;
  let held = deps.first;
  let ended: RemoteError | null = null;
  let underWay: Promise<string> | null = null;

  /** A locked keychain costs what could be kept there, never the work under way. */
  const tryToKeep = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      log.warn("google.keychainFailed", { detail: error instanceof Error ? error.message : "" });
    }
  };
  /** invalid_grant is final (RFC 6749, 5.2): the token goes, and nobody asks again with it. */
  const end = async (error: RemoteError, grant: Grant): Promise<RemoteError> => {
    const expired = grant.endsAt !== null && clock.now() >= grant.endsAt;
    ended = expired
      ? new RemoteError({ is: "signedOut", cause: "grantExpired" }, error.message)
      : error;
    held = null;
    await tryToKeep(vault.clear());
    return ended;
  };
  const keep = async (answer: TokenAnswer, grant: Grant): Promise<void> => {
    held = { token: answer.accessToken, expiresAt: answer.expiresAt };
    if (answer.refreshToken === null || answer.refreshToken === grant.refreshToken) return;
    await tryToKeep(vault.save({ refreshToken: answer.refreshToken, endsAt: answer.grantEndsAt }));
  };
  const refresh = async (): Promise<string> => {
    if (ended !== null) throw ended;
    const grant = await vault.load();
    if (grant === null)
      throw new RemoteError({ is: "signedOut", cause: "secretMissing" }, "No grant is kept.");
    try {
      const answer = await endpoint.refresh(grant.refreshToken);
      await keep(answer, grant);
      return answer.accessToken;
    } catch (error) {
      if (!isEnd(error)) throw error;
      log.warn("google.grantEnded", { detail: error.message });
      throw await end(error, grant);
    }
  };
  const share = (): Promise<string> => {
    underWay ??= refresh().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  return {
    current: async () =>
      held !== null && clock.now() < held.expiresAt - SPARE_MS ? held.token : share(),
    // Somebody else may have renewed it while the refused request was on its way.
    renew: async (refused) => (held !== null && held.token !== refused ? held.token : share()),
    forget() {
      held = null;
    },
  };
}
