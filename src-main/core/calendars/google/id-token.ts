import { isRecord, textOf } from "./json.ts";

export type Identity =
  | {
      readonly is: "known";
      /** E-mail address, or Google's id of the account. */ readonly account: string;
    }
  | { readonly is: "unreadable" }
  /** Not for us, or not from Google. */
  | { readonly is: "foreign" }
  /** Over before it arrived: this computer's clock is wrong. */
  | { readonly is: "outOfTime" };

export interface IdentityCheck {
  readonly issuers: readonly string[];
  readonly clientId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const LEEWAY_MS = 300_000;

function claimsOf(idToken: string): Record<string, unknown> | null {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString("utf8"),
    );
    return isRecord(claims) ? claims : null;
  } catch {
    return null;
  }
}

function isFor(clientId: string, audience: unknown): boolean {
  return audience === clientId || (Array.isArray(audience) && audience.includes(clientId));
}

function isFrom(issuers: readonly string[], issuer: unknown): boolean {
  // Google writes its name with or without the scheme.
  return issuers.some((known) => issuer === known || issuer === known.replace(/^https:\/\//, ""));
}

/**
 * Reads whose account it is. The signature isn't checked: the token came straight from the token endpoint over TLS,
 * which OpenID Connect Core 1.0, 3.1.3.7, rule 6 accepts in its place. Issuer, audience and time are.
 */
export function readIdentity(idToken: string | null, check: IdentityCheck): Identity {
  const claims = idToken === null ? null : claimsOf(idToken);
  if (claims === null) return { is: "unreadable" };
  if (!isFrom(check.issuers, claims["iss"]) || !isFor(check.clientId, claims["aud"]))
    return { is: "foreign" };
  const endsAt = Number(claims["exp"]) * 1_000;
  if (!(check.now < endsAt + LEEWAY_MS)) return { is: "outOfTime" };
  const account = textOf(claims, "email") ?? textOf(claims, "sub");
  return account === null ? { is: "unreadable" } : { is: "known", account };
}
