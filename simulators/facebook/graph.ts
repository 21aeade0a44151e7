import { createHmac } from "node:crypto";
import { type Exchange, type Reply, graphError, html, json } from "./exchange.ts";
import { type Grant, SCOPES, type World, nextSecret } from "./world.ts";

const CODE_LIFE_MS = 10 * 60_000;
/** About 60 days. */
const TOKEN_SECONDS = 5_183_944;
const CHECKPOINT = 459;
const REMOVED = 458;

const invalidToken = (subcode?: number): Reply =>
  graphError(400, 190, "Error validating access token", subcode);

/** `/<version>/oauth/access_token`: a code for a token, once. */
export function answerToken(world: World, exchange: Exchange): Reply {
  const form = new URLSearchParams(exchange.method === "POST" ? exchange.body : exchange.query);
  const app = world.apps.get(form.get("client_id") ?? "");
  if (app === undefined || form.get("client_secret") !== app.appSecret)
    return graphError(400, 1, "Error validating client secret.");
  const code = world.codes.get(form.get("code") ?? "");
  if (code === undefined || code.appId !== app.appId)
    return graphError(400, 100, "Invalid verification code format.");
  if (code.used) return graphError(400, 100, "This authorization code has been used.");
  if (world.now() - code.issuedAt > CODE_LIFE_MS)
    return graphError(400, 100, "This authorization code has expired.");
  if (form.get("redirect_uri") !== code.redirectUri)
    return graphError(
      400,
      100,
      "Error validating verification code: redirect_uri is not identical.",
    );
  code.used = true;
  if (world.switches.tokenMalformed) return html(200, "access_token=cut off in the mid");
  const token = `EAA${nextSecret(world, "token")}`;
  const { appId, personId, scopes } = code;
  world.grants.set(token, { appId, personId, scopes, alive: true });
  return json(200, { access_token: token, token_type: "bearer", expires_in: TOKEN_SECONDS });
}

interface Caller {
  readonly grant: Grant;
  readonly token: string;
}

function callerOf(world: World, exchange: Exchange): Caller | Reply {
  const bearer = /^Bearer (\S+)$/.exec(exchange.headers["authorization"] ?? "")?.[1];
  const token = bearer ?? exchange.query.get("access_token") ?? "";
  const grant = world.grants.get(token);
  if (grant === undefined) return invalidToken();
  if (!grant.alive) return invalidToken(REMOVED);
  if (world.switches.accountDisabled) return invalidToken(CHECKPOINT);
  const app = world.apps.get(grant.appId);
  const proof = exchange.query.get("appsecret_proof");
  const expected = createHmac("sha256", app?.appSecret ?? "")
    .update(token)
    .digest("hex");
  if (proof !== null && proof !== expected)
    return graphError(400, 100, "Invalid appsecret_proof provided in the API argument");
  return { grant, token };
}

/** `/<version>/me`: without `fields` only id and name; the address only if given, shared and not switched off. */
export function answerMe(world: World, exchange: Exchange): Reply {
  const caller = callerOf(world, exchange);
  if ("status" in caller) return caller;
  const person = world.people.get(caller.grant.personId);
  if (person === undefined) return invalidToken();
  const email = caller.grant.scopes.includes("email") && !world.switches.emailMissing;
  const all: Readonly<Record<string, unknown>> = {
    id: person.id,
    name: `${person.firstName} ${person.lastName}`,
    first_name: person.firstName,
    last_name: person.lastName,
    email: email ? person.email : undefined,
    picture: {
      data: {
        url: `https://photos.facebook.example/${person.id}.jpg`,
        height: 50,
        width: 50,
        is_silhouette: false,
      },
    },
  };
  const fields = (exchange.query.get("fields") ?? "id,name").split(",");
  return json(200, Object.fromEntries(fields.map((field) => [field, all[field]])));
}

/** `/<version>/me/permissions`. */
export function answerPermissions(world: World, exchange: Exchange): Reply {
  const caller = callerOf(world, exchange);
  if ("status" in caller) return caller;
  const data = SCOPES.map((permission) => ({
    permission,
    status: caller.grant.scopes.includes(permission) ? "granted" : "declined",
  }));
  return json(200, { data });
}
