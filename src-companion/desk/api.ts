import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { z } from "zod";
import {
  Acknowledgement,
  type AnswerResult,
  BusyPublication,
  DeskAnswers,
  PairingWish,
  ProfilePublication,
  PushChannelWish,
} from "../../src-shared/companion/wire.ts";
import { LIMITS } from "../accounts/limits.ts";
import type { AppEnv, Companion } from "../http/env.ts";
import { hasZeroInAddress, zeroIn } from "../http/text.ts";
import { takeAnswer } from "./answers.ts";
import { acknowledge, readChanges } from "./changes.ts";
import { forgetChannel, keepChannel } from "./channels.ts";
import { type DeskEnv, desksOnly, keyHashOf } from "./key.ts";
import { endPairing, pairingState, wishPairing } from "./pairing.ts";
import { publishBusy, publishProfile } from "./publish.ts";
import { Refusal } from "./refusal.ts";
import { eventStream } from "./stream.ts";

export const DESK_API = "/api/desk/v1";

/** A year of busy intervals of a large business stays well below. */
const MAX_BODY = 8 * 1024 * 1024;

/** @throws Refusal BAD_INPUT */
async function read<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const zero = zeroIn(body);
  if (zero !== undefined) throw new Refusal("BAD_INPUT", `A zero byte can't be kept (${zero}).`);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new Refusal("BAD_INPUT", `The body is not what this call takes${where && ` (${where})`}.`);
}

const limited = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => {
    throw new Refusal("TOO_LARGE", "The body is too large.");
  },
});

function refuse(c: Context, refusal: Refusal): Response {
  const { code, message, status } = refusal;
  return c.json({ error: { code, message } }, status);
}

/** Before a desk is paired: nobody vouches for it yet, so tries are counted. */
function pairingRoutes(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.put("/pairing", async (c) => {
    const tries = [LIMITS.pairByAddress, c.get("clientAddress")] as const;
    if (!(await companion.limits.allow(tries)))
      throw new Refusal("TOO_MANY", "Too many pairings were begun from here. Wait a while.");
    const keyHash = keyHashOf(c.req.header("authorization"));
    return c.json(await wishPairing(companion, keyHash, await read(c, PairingWish)));
  });
  app.get("/pairing", async (c) =>
    c.json(await pairingState(companion, keyHashOf(c.req.header("authorization")))),
  );
  return app;
}

function position(text: string | undefined): number {
  if (text !== undefined && /^\d{1,15}$/.test(text)) return Number(text);
  throw new Refusal("BAD_INPUT", "The position has to be a number.");
}

function pairedRoutes(companion: Companion): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.use(desksOnly(companion));
  app.delete("/pairing", async (c) => {
    await endPairing(companion, c.get("businessId"));
    return c.body(null, 204);
  });
  app.put("/profile", async (c) => {
    const publication = await read(c, ProfilePublication);
    return c.json({ version: await publishProfile(companion, c.get("businessId"), publication) });
  });
  app.put("/busy", async (c) => {
    const publication = await read(c, BusyPublication);
    return c.json({ version: await publishBusy(companion, c.get("businessId"), publication) });
  });
  app.get("/changes", async (c) =>
    c.json(await readChanges(companion.store, c.get("businessId"), position(c.req.query("after")))),
  );
  app.post("/acknowledge", async (c) => {
    const acknowledged = await read(c, Acknowledgement);
    await acknowledge(companion.store, c.get("businessId"), acknowledged.position);
    return c.body(null, 204);
  });
  app.post("/answers", async (c) => {
    const results: AnswerResult[] = [];
    for (const answer of (await read(c, DeskAnswers)).answers)
      results.push(await takeAnswer(companion, c.get("businessId"), answer));
    return c.json({ results });
  });
  app.put("/push-channels", async (c) =>
    c.json(await keepChannel(companion, c.get("businessId"), await read(c, PushChannelWish))),
  );
  app.delete("/push-channels/:id", async (c) => {
    await forgetChannel(companion, c.get("businessId"), c.req.param("id"));
    return c.body(null, 204);
  });
  app.get("/events", (c) => eventStream(c, companion));
  return app;
}

/** The desk's side of the wire: JSON, a key in the header, never a cookie. */
export function deskApi(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(limited);
  app.use((c, next) => {
    if (hasZeroInAddress(c.req.url))
      throw new Refusal("BAD_INPUT", "A zero byte can't be part of an address.");
    return next();
  });
  app.route("/", pairingRoutes(companion));
  app.route("/", pairedRoutes(companion));
  app.all("*", () => {
    throw new Refusal("NOT_FOUND", "There is no such call.");
  });
  app.onError((error, c) => {
    if (error instanceof Refusal) return refuse(c, error);
    throw error;
  });
  return app;
}
