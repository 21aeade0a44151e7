import { Hono } from "hono";
import type { AppEnv, Companion } from "./http/env.ts";
import { countMails } from "./mail/queue.ts";

/**
 * `/healthz`: the process answers. `/readyz`: it answers and reaches its database, so a balancer may send requests. `/healthz/mail`:
 * how many mails wait, are tried again, or were given up; numbers only, 503 for a day after one was given up.
 */
export function healthRoutes({ store, log, clock }: Companion): Hono<AppEnv> {
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
  app.get("/healthz/mail", async (c) => {
    const counts = await countMails(store, clock.now());
    const ok = counts.deadToday === 0;
    return c.json({ ok, ...counts }, ok ? 200 : 503);
  });
  return app;
}
