import { Hono } from "hono";
import { healthRoutes } from "./health.ts";
import { guardedForms, limitedForms, protectiveHeaders, requestFacts } from "./http/guard.ts";
import type { AppEnv, Companion } from "./http/env.ts";
import { assetRoutes } from "./pages/assets.ts";
import { failurePage, notFoundPage, refusedFormPage } from "./pages/failures.ts";

/** Pages for people: HTML, forms guarded, failures as pages. */
function pages(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(limitedForms);
  app.use(guardedForms(companion, (c, refusal) => refusedFormPage(c, companion, refusal)));
  return app;
}

/** Routes for machines: they authenticate by token or signature, never by cookie. */
function machines(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.route("/", healthRoutes(companion));
  return app;
}

/** The whole companion as one fetch handler; tests call it without a socket. */
export function createApp(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(protectiveHeaders(companion));
  app.use(requestFacts(companion));
  app.route("/", machines(companion));
  app.route("/assets", assetRoutes());
  app.route("/", pages(companion));
  app.notFound((c) => notFoundPage(c, companion));
  app.onError((error, c) => {
    companion.log.error("request.failed", { method: c.req.method, name: error.name });
    return failurePage(c, companion);
  });
  return app;
}
