import type { Clock, Scheduler } from "../../ports.ts";
import type { GoogleClient, GoogleSettings } from "../../settings.ts";
import { readIdentity } from "./id-token.ts";
import { missingScopes } from "./scopes.ts";
import { type SignInOutcome, failedBecause, outcomeOfError } from "./sign-in-outcome.ts";
import type { Transport } from "./transport.ts";
import { type CodeExchange, type TokenAnswer, createTokenEndpoint } from "./token-endpoint.ts";

export interface GrantDeps {
  readonly settings: GoogleSettings;
  readonly client: GoogleClient;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly issuers: readonly string[];
  readonly makeCalendar: boolean;
  readonly transport: Transport;
}

function grantOf(answer: TokenAnswer, deps: GrantDeps): SignInOutcome {
  const { issuers, client, clock, makeCalendar } = deps;
  const identity = readIdentity(answer.idToken, { issuers, clientId: client.id, now: clock.now() });
  switch (identity.is) {
    case "unreadable":
      return failedBecause("badAnswer", "Google did not say whose account it is.");
    case "foreign":
      return failedBecause("wrongIssuer", "The account's proof is not from Google or not for us.");
    case "outOfTime":
      return failedBecause("clockWrong", "The clock of this computer is wrong.");
    case "known":
      break;
  }
  if (answer.refreshToken === null)
    return failedBecause("badAnswer", "Google gave no lasting permission.");
  return {
    is: "granted",
    account: identity.account,
    refreshToken: answer.refreshToken,
    grantEndsAt: answer.grantEndsAt,
    access: { token: answer.accessToken, expiresAt: answer.expiresAt },
    scopes: answer.scopes,
    missingScopes: missingScopes(makeCalendar, answer.scopes),
  };
}

/** Exchanges the code for the grant and looks at what was granted. Never rejects. */
export async function completeGrant(
  deps: GrantDeps,
  exchange: CodeExchange,
): Promise<SignInOutcome> {
  try {
    return grantOf(await createTokenEndpoint(deps).exchange(exchange), deps);
  } catch (error) {
    return outcomeOfError(error);
  }
}
