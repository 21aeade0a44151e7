import type { Context } from "hono";
import type { CustomerEnv } from "../accounts/session.ts";
import type { Ctx } from "../http/env.ts";

/** A request of a signed-in customer. */
export type CustomerCtx = Context<CustomerEnv>;

/** The pages know the facts of every request only. */
export const plain = (c: CustomerCtx): Ctx => c as unknown as Ctx;
