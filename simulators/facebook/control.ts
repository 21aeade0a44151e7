import { createHmac } from "node:crypto";
import type { Exchange, Reply } from "./exchange.ts";
import { json } from "./exchange.ts";
import type { App, Consent, LoggedRequest, Person, Switches, World } from "./world.ts";

/** base64url(signature) "." base64url(JSON), as Facebook signs what it sends by itself. */
function signedRequest(app: App, userId: string, now: number): string {
  const payload = Buffer.from(
    JSON.stringify({
      algorithm: "HMAC-SHA256",
      issued_at: Math.floor(now / 1_000),
      user_id: userId,
    }),
  ).toString("base64url");
  const signature = createHmac("sha256", app.appSecret).update(payload).digest("base64url");
  return `${signature}.${payload}`;
}

/** The hand behind the curtain. */
export function createControl(world: World) {
  const onlyApp = (): App => {
    const [app] = world.apps.values();
    if (app === undefined) throw new Error("There is no app.");
    return app;
  };
  const sign = (userId: string): string => signedRequest(onlyApp(), userId, world.now());
  const send = async (address: string, userId: string): Promise<unknown> => {
    const body = new URLSearchParams({ signed_request: sign(userId) });
    const response = await fetch(address, { method: "POST", body });
    return { status: response.status, body: await response.text() };
  };
  return {
    setSwitches: (switches: Partial<Switches>): void => {
      world.switches = { ...world.switches, ...switches };
    },
    setConsent: (consent: Partial<Consent>): void => {
      world.consent = { ...world.consent, ...consent };
    },
    addPerson: (person: Person): void => {
      world.people.set(person.id, person);
    },
    people: (): readonly Person[] => [...world.people.values()],
    /** The person removes the app: tokens die, and Facebook calls the address. */
    removeApp: (userId: string, deauthorizeAddress: string): Promise<unknown> => {
      for (const grant of world.grants.values()) if (grant.personId === userId) grant.alive = false;
      return send(deauthorizeAddress, userId);
    },
    /** The person asks for deletion; Facebook calls the address. */
    requestDeletion: (userId: string, deletionAddress: string): Promise<unknown> =>
      send(deletionAddress, userId),
    signedRequest: sign,
    requests: (): readonly LoggedRequest[] => world.requests,
  };
}

export type FacebookControl = ReturnType<typeof createControl>;

const PREFIX = "/_control/";

export function isControl(exchange: Exchange): boolean {
  return exchange.path.startsWith(PREFIX);
}

/** `POST /_control/<name>` with a JSON array of arguments, from this computer only. */
export async function answerControl(control: FacebookControl, exchange: Exchange): Promise<Reply> {
  const host = (exchange.headers["host"] ?? "").replace(/:\d+$/, "");
  const isJson = (exchange.headers["content-type"] ?? "").startsWith("application/json");
  if (exchange.method !== "POST" || !isJson || !["127.0.0.1", "localhost"].includes(host))
    return json(400, { error: "Send a JSON array of arguments by POST." });
  const name = exchange.path.slice(PREFIX.length);
  const found: unknown = Object.hasOwn(control, name) ? Reflect.get(control, name) : undefined;
  if (typeof found !== "function") return json(404, { error: "No such control." });
  const parameters: unknown = JSON.parse(exchange.body === "" ? "[]" : exchange.body);
  const result: unknown = await Reflect.apply(
    found,
    undefined,
    Array.isArray(parameters) ? parameters : [],
  );
  return json(200, { result: result ?? null });
}
