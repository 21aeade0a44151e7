import { Hono } from "hono";
import { tooMany } from "../accounts/answers.ts";
import { LIMITS } from "../accounts/limits.ts";
import { type CustomerEnv, customersOnly, signedIn } from "../accounts/session.ts";
import { browserHash, ensureBrowser } from "../http/browser.ts";
import type { AppEnv, Companion, Ctx } from "../http/env.ts";
import { readForm } from "../http/guard.ts";
import { hasZero } from "../http/text.ts";
import { notFoundPage } from "../pages/failures.ts";
import { say } from "../pages/words.ts";
import { type Booked, bookedFrom, bookHeld } from "./book.ts";
import { type BookableBusiness, findBusiness } from "./business.ts";
import { type Asked, choiceOf, choicePath, dayOf } from "./choice.ts";
import { type CustomerCtx, plain } from "./customer-ctx.ts";
import { holdOf, holdTime, pastHold } from "./hold.ts";
import { type Move, moveOf } from "./moving.ts";
import { checkPage, LONGEST_NOTE } from "./pages/check.ts";
import { choosePage } from "./pages/choose.ts";

function businessOf(c: Ctx, companion: Companion): Promise<BookableBusiness | null> {
  return findBusiness(companion, { slug: c.req.param("slug") ?? "" });
}

/** What this browser holds, anywhere. */
async function held(c: Ctx, companion: Companion) {
  const browser = c.get("browser");
  return browser === null ? null : holdOf(companion, browserHash(browser));
}

/** Where to go when the booking that shall move can't; null while it can, or none shall. */
async function noMove(
  c: Ctx,
  companion: Companion,
  move: Move,
  back: string,
): Promise<Response | null> {
  switch (move.is) {
    case "none":
    case "moving":
      return null;
    case "sign-in":
      return c.redirect(`/sign-in?next=${encodeURIComponent(back)}`, 303);
    case "unknown":
      return notFoundPage(c, companion);
    case "over":
      return c.redirect(`/bookings/${move.booking.id}`, 303);
  }
}

const movingOf = (move: Move) => (move.is === "moving" ? move.booking : null);

async function showChoice(c: Ctx, companion: Companion): Promise<Response> {
  const business = await businessOf(c, companion);
  if (business === null) return notFoundPage(c, companion);
  const { service, staff, day, moves, remark } = c.req.query();
  const asked = { service, staff, day, moves };
  const customer = await signedIn(c, companion);
  const move = await moveOf(companion, customer, business.id, moves);
  const refused = await noMove(c, companion, move, choicePath(business.slug, asked));
  if (refused !== null) return refused;
  const own = { holdId: (await held(c, companion))?.id ?? null, moving: movingOf(move) };
  const choice = await choiceOf(companion, business, asked, own);
  return c.html(choosePage(c, companion, { choice, isSignedIn: customer !== null, remark }));
}

async function hold(c: Ctx, companion: Companion): Promise<Response> {
  const business = await businessOf(c, companion);
  if (business === null) return notFoundPage(c, companion);
  const tries = [LIMITS.holdByAddress, c.get("clientAddress")] as const;
  const { service: serviceId = "", staff = "", moves = "", start = "" } = await readForm(c);
  const service = business.services.find(({ id }) => id === serviceId);
  const startAt = /^\d{1,14}$/.test(start) ? Number(start) : null;
  if (service === undefined || startAt === null) return c.redirect(`/b/${business.slug}`, 303);
  const asked = { service: service.id, staff: staff || undefined, moves: moves || undefined };
  const there = { ...asked, day: dayOf(business, startAt) };
  const back = choicePath(business.slug, there);
  if (!(await companion.limits.allow(tries))) return tooMany(c, companion, back);
  const customer = moves === "" ? null : await signedIn(c, companion);
  const move = await moveOf(companion, customer, business.id, moves);
  const refused = await noMove(c, companion, move, back);
  if (refused !== null) return refused;
  const holdId = await holdTime(companion, {
    business,
    service,
    staffId: staff || null,
    start: startAt,
    browserHash: browserHash(ensureBrowser(c, companion)),
    moving: movingOf(move),
  });
  return holdId === null
    ? c.redirect(choicePath(business.slug, { ...there, remark: "taken" }), 303)
    : c.redirect(checkPath(business, holdId), 303);
}

/** The hold is named, so that the page knows what became of it when somebody comes back to it later. */
function checkPath({ slug }: BookableBusiness, holdId: string): string {
  return `/b/${slug}/book?hold=${holdId}`;
}

/** What this browser holds at the business of the address. */
async function heldHere(c: CustomerCtx, companion: Companion, business: BookableBusiness) {
  const found = await held(plain(c), companion);
  return found?.business_id === business.id ? found : null;
}

/** What was wished for with a hold that ran out, as far as it is still known. */
async function wishOf(
  c: CustomerCtx,
  companion: Companion,
  business: BookableBusiness,
  holdId: string,
): Promise<Asked> {
  const browser = c.get("browser");
  const past = browser === null ? null : await pastHold(companion, browserHash(browser), holdId);
  if (past?.business_id !== business.id) return {};
  return {
    service: past.service_id,
    staff: past.any_staff === 1 ? undefined : past.staff_id,
    day: dayOf(business, past.start_at),
    moves: past.moves_request_id ?? undefined,
  };
}

/**
 * Where somebody belongs whose page names a hold that is not there any more: at the booking that it became, at the
 * time that is held instead, or at the times, with a word on what happened.
 */
async function afterHold(
  c: CustomerCtx,
  companion: Companion,
  business: BookableBusiness,
  holdId: string,
): Promise<Response> {
  const booked = await bookedFrom(companion, c.get("customer").id, holdId);
  if (booked !== null) return c.redirect(`/bookings/${booked}`, 303);
  const other = await heldHere(c, companion, business);
  if (other !== null) return c.redirect(`${checkPath(business, other.id)}&remark=other`, 303);
  const wish = await wishOf(c, companion, business, holdId);
  return c.redirect(choicePath(business.slug, { ...wish, remark: "over" }), 303);
}

async function showCheck(c: CustomerCtx, companion: Companion): Promise<Response> {
  const business = await businessOf(plain(c), companion);
  if (business === null) return notFoundPage(plain(c), companion);
  const found = await heldHere(c, companion, business);
  const named = c.req.query("hold");
  if (found === null || (named !== undefined && found.id !== named))
    return afterHold(c, companion, business, named ?? "");
  const other = c.req.query("remark") === "other";
  const note = other ? say(plain(c))("booking.otherHeld") : undefined;
  return c.html(await checkPage(plain(c), companion, { business, hold: found, note }));
}

/** What is wrong with the note, in words; undefined if nothing is. */
function wrongNote(c: CustomerCtx, notes: string): string | undefined {
  if (hasZero(notes)) return say(plain(c))("account.badCharacter");
  return notes.length > LONGEST_NOTE ? say(plain(c))("account.tooLong") : undefined;
}

async function book(c: CustomerCtx, companion: Companion): Promise<Response> {
  const business = await businessOf(plain(c), companion);
  if (business === null) return notFoundPage(plain(c), companion);
  const { hold: holdId = "", notes: typed = "" } = await readForm(plain(c));
  const found = await heldHere(c, companion, business);
  if (found === null || found.id !== holdId) return afterHold(c, companion, business, holdId);
  const notes = typed.replaceAll("\r\n", "\n").trim();
  const wrong = wrongNote(c, notes);
  if (wrong !== undefined) {
    const content = { business, hold: found, typed: { notes, wrong } };
    return c.html(await checkPage(plain(c), companion, content), 422);
  }
  const { id: customerId } = c.get("customer");
  const language = c.get("language");
  const wish = { hold: found, business, customerId, notes, language };
  return afterBooking(c, companion, wish, await bookHeld(companion, wish));
}

async function afterBooking(
  c: CustomerCtx,
  companion: Companion,
  { hold: { id: holdId }, business }: Parameters<typeof bookHeld>[1],
  booked: Booked,
): Promise<Response> {
  switch (booked.is) {
    case "booked":
    case "over":
      return c.redirect(`/bookings/${booked.id}`, 303);
    case "gone":
      return afterHold(c, companion, business, holdId);
    case "taken": {
      const wish = await wishOf(c, companion, business, holdId);
      return c.redirect(choicePath(business.slug, { ...wish, remark: "taken" }), 303);
    }
  }
}

/** Choosing a time, holding and booking it. */
export function bookRoutes(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get("/:slug", (c) => showChoice(c, companion));
  app.post("/:slug/hold", (c) => hold(c, companion));
  const customers = new Hono<CustomerEnv>();
  customers.use("/:slug/book", customersOnly(companion));
  customers.get("/:slug/book", (c) => showCheck(c, companion));
  customers.post("/:slug/book", (c) => book(c, companion));
  app.route("/", customers);
  return app;
}
