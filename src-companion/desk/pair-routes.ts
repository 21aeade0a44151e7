import { type Context, Hono } from "hono";
import { PairingCode } from "../../src-shared/companion/wire.ts";
import { tooMany } from "../accounts/answers.ts";
import { LIMITS } from "../accounts/limits.ts";
import { type CustomerEnv, customersOnly } from "../accounts/session.ts";
import type { Companion, Ctx } from "../http/env.ts";
import { readForm } from "../http/guard.ts";
import { say } from "../pages/words.ts";
import { codePage, confirmPage, donePage, foreignPage } from "./pair-pages.ts";
import { confirmPairing, findWish } from "./pairing.ts";

type OwnerCtx = Context<CustomerEnv>;

const plain = (c: OwnerCtx): Ctx => c as unknown as Ctx;

/** As it was typed: small letters, blanks and the dash are fine. */
function codeOf(typed: string): string | null {
  const code = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  return PairingCode.safeParse(code).data ?? null;
}

/** Codes are short, so looking at one counts as a try. */
function mayTry(c: OwnerCtx, { limits }: Companion): Promise<boolean> {
  return limits.allow(
    [LIMITS.codeByCustomer, c.get("customer").id],
    [LIMITS.codeByAddress, c.get("clientAddress")],
  );
}

async function unknownCode(c: OwnerCtx, companion: Companion, typed: string): Promise<Response> {
  const wrong = say(plain(c))("pair.unknown");
  return c.html(await codePage(plain(c), companion, { code: typed, wrong }), 422);
}

async function look(c: OwnerCtx, companion: Companion): Promise<Response> {
  if (!(await mayTry(c, companion))) return tooMany(plain(c), companion, "/pair");
  const { code: typed = "" } = await readForm(plain(c));
  const code = codeOf(typed);
  const wish = code === null ? null : await findWish(companion, code);
  if (code === null || wish === null) return unknownCode(c, companion, typed);
  const { email } = c.get("customer");
  return c.html(await confirmPage(plain(c), companion, { ...wish, code, email }));
}

async function confirm(c: OwnerCtx, companion: Companion): Promise<Response> {
  if (!(await mayTry(c, companion))) return tooMany(plain(c), companion, "/pair");
  const { code: typed = "" } = await readForm(plain(c));
  const code = codeOf(typed);
  if (code === null) return unknownCode(c, companion, typed);
  const confirmed = await confirmPairing(companion, code, c.get("customer").id);
  switch (confirmed.is) {
    case "unknown":
      return unknownCode(c, companion, typed);
    case "foreign":
      return c.html(await foreignPage(plain(c)), 403);
    case "paired":
      companion.log.info("desk.paired");
      return c.html(await donePage(plain(c), `${companion.settings.baseUrl}/b/${confirmed.slug}`));
  }
}

/** Where the owner confirms the desk: signed in, so that a business has somebody who may pair its next desk. */
export function pairRoutes(companion: Companion): Hono<CustomerEnv> {
  const app = new Hono<CustomerEnv>();
  app.use(customersOnly(companion));
  app.get("/", async (c) => c.html(await codePage(plain(c), companion, { code: "" })));
  app.post("/", (c) => look(c, companion));
  app.post("/confirm", (c) => confirm(c, companion));
  return app;
}
