import type { GoogleClient, GoogleEndpoints } from "../../settings.ts";
import type { Proofs } from "./proofs.ts";
import { askedScopes } from "./scopes.ts";

export interface AuthorizeRequest {
  readonly endpoints: GoogleEndpoints;
  readonly client: GoogleClient;
  readonly redirectUri: string;
  readonly proofs: Proofs;
  readonly makeCalendar: boolean;
  /** The account that signs in again; null lets the person choose. */
  readonly loginHint: string | null;
}

/**
 * The page that the browser opens. `consent` makes Google show its boxes again, so that one left empty the last time
 * can be ticked; an account is only chosen when none is known.
 */
export function authorizeUrl(request: AuthorizeRequest): string {
  const { endpoints, client, redirectUri, proofs, loginHint } = request;
  const url = new URL(endpoints.authorize);
  const parameters = {
    client_id: client.id,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: askedScopes(request.makeCalendar).join(" "),
    code_challenge: proofs.challenge,
    code_challenge_method: "S256",
    state: proofs.state,
    access_type: "offline",
    prompt: loginHint === null ? "select_account consent" : "consent",
    ...(loginHint === null ? {} : { login_hint: loginHint }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

const GOOGLE_ISSUER = "https://accounts.google.com";

/** Who may sign an answer: Google, or the stand-in that the settings name. */
export function issuersOf(endpoints: GoogleEndpoints): readonly string[] {
  return [GOOGLE_ISSUER, new URL(endpoints.authorize).origin];
}
