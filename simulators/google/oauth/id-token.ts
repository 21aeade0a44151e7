import type { JsonWebKey, KeyObject } from "node:crypto";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import type { SimResponse } from "../server/exchange.ts";
import { json } from "../server/exchange.ts";
import type { Switches } from "../switches.ts";
import type { Account } from "../types.ts";
import type { AccessToken } from "./grants.ts";

const KEY_ID = "simulator-1";
let keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined;

/** One pair for the process: making it takes longer than starting a simulator may. */
function keyPair(): NonNullable<typeof keys> {
  keys ??= generateKeyPairSync("rsa", { modulusLength: 2048 });
  return keys;
}

export interface IdTokenContext {
  readonly issuer: string;
  readonly now: number;
  readonly switches: Pick<Switches, "emailVerified" | "idTokens">;
}

/** An RS256 id_token with the claims the granted scopes allow. */
export function signIdToken(
  context: IdTokenContext,
  account: Account,
  access: AccessToken,
  nonce: string | undefined,
): string {
  const issuedAt = Math.floor(context.now / 1000);
  const atHash = createHash("sha256").update(access.token).digest().subarray(0, 16);
  const claims = {
    iss: context.issuer,
    azp: access.clientId,
    aud: access.clientId,
    ...claimsOf(account, access.scopes, context.switches.emailVerified),
    at_hash: atHash.toString("base64url"),
    nonce,
    iat: issuedAt,
    exp: issuedAt + 3600,
  };
  const head = encode({ alg: "RS256", kid: KEY_ID, typ: "JWT" });
  const signed = `${head}.${encode(claims)}`;
  if (context.switches.idTokens === "garbage") return "garbage";
  if (context.switches.idTokens === "badSignature") return `${signed}.${encode({})}`;
  return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), keyPair().privateKey).toString("base64url")}`;
}

function encode(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

/** sub always; e-mail and name only where their scope was granted. */
export function claimsOf(
  account: Account,
  scopes: readonly string[],
  emailVerified: boolean,
): Record<string, unknown> {
  const has = (name: string): boolean =>
    scopes.includes(`https://www.googleapis.com/auth/userinfo.${name}`);
  const [given, ...family] = account.name.split(" ");
  return {
    sub: account.sub,
    ...(has("email") ? { email: account.email, email_verified: emailVerified } : {}),
    ...(has("profile")
      ? { name: account.name, given_name: given, family_name: family.join(" ") || undefined }
      : {}),
  };
}

/** The public key as a JWK set. */
export function answerJwks(): SimResponse {
  const jwk: JsonWebKey = keyPair().publicKey.export({ format: "jwk" });
  return json(200, { keys: [{ ...jwk, kid: KEY_ID, alg: "RS256", use: "sig" }] });
}

/** The public key as PEM by key id, the form google-auth-library asks for under Node. */
export function answerPemKeys(): SimResponse {
  return json(200, { [KEY_ID]: keyPair().publicKey.export({ format: "pem", type: "spki" }) });
}
