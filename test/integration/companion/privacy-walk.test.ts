import { expect, it } from "vitest";
import { formToken } from "../../../src-companion/http/browser.ts";
import { signUp } from "../../fixtures/companion/accounts.ts";

import type { Client } from "../../../scripts/practice/web-client.ts";
import {
  BASE_URL,
  startCompanion,
  startProviders,
  type TestCompanion,
} from "../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../fixtures/companion/databases.ts";
import {
  BUSINESS,
  type DeskEnd,
  OTHER_BUSINESS,
  pairDesk,
  seedRequest,
} from "../../fixtures/companion/desk-end.ts";
import { PROFILE, SERVICE, STAFF } from "../../fixtures/companion/profile.ts";

const REQUEST = "0198c0de-0000-7000-8000-000000000011";
const NO_REQUEST = "0198c0de-0000-7000-8000-000000000019";
const CHANNEL = "victims-channel-1";
const VICTIM = "victim.marker@mail.example";
const OWNER = "owner.marker@mail.example";
const HOUR = 3_600_000;

/**
 * What strangers get from each route when they name what belongs to somebody else. `page`: something that shows the
 * same to all. `sign-in`: nobody is sent to sign in. `own`: shows or changes only what is the asker's. `none`: what
 * belongs to somebody else does not exist. `key`: a desk's key decides. `proof`: a signature, token or mailed secret.
 */
type Rule = "page" | "sign-in" | "own" | "none" | "key" | "proof";

const ROUTES: Readonly<Record<string, Rule>> = {
  "GET /": "page",
  "GET /assets/:name": "page",
  "GET /assets/accent/:name": "page",
  "GET /auth/callback/:provider{google|facebook}": "proof",
  "GET /b/:slug": "page",
  "POST /b/:slug/hold": "page",
  "GET /b/:slug/book": "sign-in",
  "POST /b/:slug/book": "sign-in",
  "GET /bookings": "sign-in",
  "GET /bookings/:id": "none",
  "GET /bookings/:id/cancel": "none",
  "POST /bookings/:id/cancel": "none",
  "GET /bookings/:id/change": "none",
  "GET /confirm": "proof",
  "POST /confirm": "proof",
  "GET /facebook/data-deletion/:code": "proof",
  "POST /facebook/data-deletion": "proof",
  "POST /facebook/deauthorize": "proof",
  "GET /healthz": "page",
  "GET /healthz/mail": "page",
  "GET /readyz": "page",
  "POST /hooks/google-calendar": "proof",
  "GET /language": "page",
  "GET /pair": "sign-in",
  "POST /pair": "sign-in",
  "POST /pair/confirm": "sign-in",
  "GET /privacy": "page",
  "GET /profile": "sign-in",
  "GET /profile/delete": "sign-in",
  "GET /profile/password": "sign-in",
  "POST /profile/delete": "own",
  "POST /profile/details": "own",
  "POST /profile/link/:provider{google|facebook}": "own",
  "POST /profile/password": "own",
  "POST /profile/photo": "own",
  "POST /profile/unlink": "own",
  "GET /reset": "page",
  "POST /reset": "page",
  "GET /reset/new": "proof",
  "POST /reset/new": "proof",
  "GET /reset/sent": "page",
  "GET /sign-in": "page",
  "POST /sign-in/:provider{google|facebook}": "page",
  "POST /sign-in/email": "page",
  "POST /sign-in/password": "page",
  "GET /sign-in/trouble": "page",
  "GET /sign-in/trouble/:kind": "page",
  "POST /sign-out": "page",
  "GET /sign-up": "page",
  "POST /sign-up": "page",
  "GET /sign-up/sent": "page",
  "POST /api/desk/v1/acknowledge": "key",
  "POST /api/desk/v1/answers": "key",
  "PUT /api/desk/v1/busy": "key",
  "GET /api/desk/v1/changes": "key",
  "GET /api/desk/v1/events": "key",
  "DELETE /api/desk/v1/pairing": "key",
  "GET /api/desk/v1/pairing": "key",
  "PUT /api/desk/v1/pairing": "key",
  "PUT /api/desk/v1/profile": "key",
  "PUT /api/desk/v1/push-channels": "key",
  "DELETE /api/desk/v1/push-channels/:id": "key",
};

const PARAMETERS: Readonly<Record<string, string>> = {
  ":id": REQUEST,
  ":slug": "atelier-nord",
  ":name": "companion.css",
  ":provider{google|facebook}": "google",
  ":code": "AAAAAAAA",
  ":kind": "cancelled",
};

/** Every name that somebody else's things go by, in every field that a form of ours has. */
const FOREIGN = {
  id: REQUEST,
  requestId: REQUEST,
  moves: REQUEST,
  hold: REQUEST,
  business: BUSINESS,
  businessId: BUSINESS,
  customer: VICTIM,
  email: VICTIM,
  service: SERVICE,
  staff: STAFF,
  start: "0",
  token: "guessed-guessed-guessed-guessed-guessed-gue",
  code: "BBBBBBBB",
  provider: "credential",
};

function routesOf({ app }: TestCompanion): readonly string[] {
  const named = app.routes.filter(({ method }) => method !== "ALL");
  return [...new Set(named.map(({ method, path }) => `${method} ${path}`))].toSorted();
}

function targetOf(route: string, channel = false): readonly [method: string, path: string] {
  const [method = "", pattern = ""] = route.split(" ");
  const filled = Object.entries(PARAMETERS).reduce(
    (path, [name, value]) => path.replace(name, channel && name === ":id" ? CHANNEL : value),
    pattern,
  );
  return [method, filled];
}

async function salon(databaseUrl: string | null) {
  const { env } = await startProviders();
  const companion = await startCompanion(databaseUrl, env);
  const { desk } = await pairDesk(companion, OWNER);
  const { desk: foreignDesk } = await pairDesk(companion, "x@mail.example", OTHER_BUSINESS);
  await signUp(companion, companion.browser(), VICTIM);
  await desk.call("PUT", "/profile", { version: 1, profile: PROFILE });
  const start = Math.ceil(Date.now() / HOUR) * HOUR + 72 * HOUR;
  await seedRequest(companion, { id: REQUEST, email: VICTIM, start });
  const expiresAt = new Date(companion.companion.clock.now() + 24 * HOUR).toISOString();
  const channel = await desk.call("PUT", "/push-channels", {
    id: CHANNEL,
    token: "t".repeat(43),
    expiresAt,
  });
  expect(channel.status).toBeLessThan(300);
  const stranger = companion.browser();
  await signUp(companion, stranger, "stranger@mail.example");
  await stranger.go("/sign-in");
  const nobody = companion.browser();
  await nobody.go("/sign-in");
  return { companion, desk, foreignDesk, stranger, nobody };
}

/** Everything that belongs to the victims. */
async function belongings({ companion }: TestCompanion): Promise<string> {
  const { db } = companion.store;
  const victim = await db
    .selectFrom("customer")
    .where("email", "=", VICTIM)
    .selectAll()
    .executeTakeFirst();
  const id = victim?.id ?? "";
  const of = (table: "sign_in_method" | "customer_session") =>
    db.selectFrom(table).where("customer_id", "=", id).selectAll().execute();
  const at = (table: "booking_request" | "desk_event" | "push_channel" | "slot_unit") =>
    db.selectFrom(table).where("business_id", "=", BUSINESS).selectAll().execute();
  const tokens = await db
    .selectFrom("desk_token")
    .where("business_id", "=", BUSINESS)
    .select(["id", "revoked_at"])
    .execute();
  const business = await db.selectFrom("business").where("id", "=", BUSINESS).selectAll().execute();
  const rows = [victim, await of("sign_in_method"), await of("customer_session"), tokens, business];
  const more = [await at("booking_request"), await at("desk_event"), await at("push_channel")];
  return JSON.stringify([...rows, ...more, await at("slot_unit")]);
}

const MARKS = [OWNER, "Left side longer", CHANNEL, "t".repeat(43), "desk_booking_id"];

async function leaks(response: Response): Promise<readonly string[]> {
  const body = await readable(response);
  const text = `${body}\n${JSON.stringify([...response.headers])}`;
  return MARKS.filter((mark) => text.includes(mark));
}

/** An event stream never ends by itself; whoever has no key gets none. */
async function readable(response: Response): Promise<string> {
  if (response.headers.get("content-type")?.startsWith("text/event-stream") === true) {
    await response.body?.cancel();
    return "";
  }
  return response.text();
}

function asks(companion: TestCompanion, client: Client) {
  const browser = client.jar.get("__Host-bellhop-browser") ?? "";
  const token = formToken(companion.companion.secret, browser);
  return (method: string, path: string): Promise<Response> =>
    method === "GET"
      ? client.ask(`${path}?${new URLSearchParams(FOREIGN).toString()}`)
      : method === "POST"
        ? client.post(path, { ...FOREIGN, _token: token })
        : client.ask(path, { method, headers: { origin: BASE_URL } });
}

it("every route of the companion is walked here; a new one needs a rule", async () => {
  const { env } = await startProviders();
  const companion = await startCompanion(null, env);
  expect(routesOf(companion)).toEqual(Object.keys(ROUTES).toSorted());
});

const DESK_BODIES: Readonly<Record<string, unknown>> = {
  "POST /api/desk/v1/acknowledge": { position: 1_000 },
  "POST /api/desk/v1/answers": {
    answers: [{ is: "declined", requestId: REQUEST, sequence: 0, reason: "taken" }],
  },
  "PUT /api/desk/v1/pairing": {
    code: "CCCCCCCC",
    businessId: BUSINESS,
    businessName: "Atelier Nord",
  },
};

onEveryDatabase("The walk over every route", (newDatabase) => {
  it("nobody gets or changes anything of anybody by any route, whatever ids they know", async () => {
    const { companion, nobody } = await salon(newDatabase());
    const ask = asks(companion, nobody);
    const before = await belongings(companion);
    for (const [route, rule] of Object.entries(ROUTES)) {
      const [method, path] = targetOf(route);
      const response = await ask(method, path);
      expect(await leaks(response), route).toEqual([]);
      expect(response.status, route).toBeLessThan(500);
      if (route === "GET /b/:slug") {
        // Moving a booking asks who it is first, whether there is one or not.
        expect(response.headers.get("location"), route).toMatch(/^\/sign-in\?next=/);
        const shown = await nobody.ask(`${path}?service=${SERVICE}&staff=${STAFF}`);
        expect(shown.status, route).toBe(200);
        expect(await leaks(shown), route).toEqual([]);
      }
      if (rule === "key") expect(response.status, route).toBe(401);
      if (rule === "sign-in" || rule === "own" || rule === "none")
        expect(response.headers.get("location"), route).toMatch(/^\/sign-in\?next=/);
      if (rule === "proof")
        expect(response.headers.getSetCookie().join(), route).not.toMatch(/session/);
    }
    expect(await belongings(companion)).toBe(before);
  });

  it("another customer gets or changes nothing by any route, and can't tell another's booking from none", async () => {
    const { companion, stranger } = await salon(newDatabase());
    const before = await belongings(companion);
    // What ends the stranger's own session comes last.
    const last = ["POST /sign-out", "POST /profile/delete"];
    const routes = Object.entries(ROUTES).toSorted(([a], [b]) => last.indexOf(a) - last.indexOf(b));
    for (const [route, rule] of routes) {
      const ask = asks(companion, stranger);
      const [method, path] = targetOf(route);
      const response = await ask(method, path);
      if (route === "GET /b/:slug") {
        const texts = [REQUEST, NO_REQUEST].map(async (moves) => {
          const shown = await stranger.ask(`${path}?moves=${moves}`);
          return `${shown.status} ${(await shown.text()).replaceAll(moves, "")}`;
        });
        const [foreign, none] = await Promise.all(texts);
        expect(foreign, route).toBe(none);
      }
      if (rule === "none") {
        const none = await ask(method, path.replace(REQUEST, NO_REQUEST));
        expect(response.status, route).toBe(404);
        // The links to other languages name the address itself.
        const text = (await none.text()).replaceAll(NO_REQUEST, REQUEST);
        expect(await response.clone().text(), route).toBe(text);
      }
      if (rule === "key") expect(response.status, route).toBe(401);
      expect(response.status, route).toBeLessThan(500);
      expect(await leaks(response), route).toEqual([]);
    }
    expect(await belongings(companion)).toBe(before);
  });

  it("another business's desk gets or changes nothing by any route of desks", async () => {
    const { companion, foreignDesk } = await salon(newDatabase());
    const before = await belongings(companion);
    const walk = async (desk: DeskEnd, route: string): Promise<void> => {
      const [method, path] = targetOf(route, true);
      const response = await companion.app.fetch(
        new Request(`${BASE_URL}${path}`, {
          method,
          headers: { authorization: `Bearer ${desk.key}`, "content-type": "application/json" },
          ...(method === "GET" || method === "DELETE"
            ? {}
            : {
                body: JSON.stringify(DESK_BODIES[route] ?? { businessId: BUSINESS, id: CHANNEL }),
              }),
        }),
        { remoteAddress: "198.51.100.9" },
      );
      expect(response.status, route).toBeLessThan(500);
      expect(await leaks(response), route).toEqual([]);
    };
    const keyed = Object.keys(ROUTES).filter((route) => ROUTES[route] === "key");
    // Leaving ends the key; it comes last.
    const isLeaving = (route: string): number =>
      Number(route.endsWith("DELETE /api/desk/v1/pairing"));
    for (const route of keyed.toSorted((a, b) => isLeaving(a) - isLeaving(b)))
      await walk(foreignDesk, route);
    expect(await belongings(companion)).toBe(before);
  });
});
