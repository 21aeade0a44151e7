import { Hono } from "hono";
import type { AppEnv, Companion } from "./http/env.ts";

/** `/healthz`: the process answers. `/readyz`: it answers and reaches its database, so a balancer may send requests. */
export function healthRoutes({ store, log }: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get("/healthz", (c) => c.json({ ok: true }));
  app.get("/readyz", async (c) => {
    try {
      await store.ping();
      return c.json({ ok: true });
    } catch {
      log.warn("health.no-database");
      return c.json({ ok: false }, 503);
    }
  });
  return app;
}
