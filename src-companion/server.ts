import { Hono } from "hono";
import { facebookRoutes } from "./accounts/routes/facebook.ts";
import { profileRoutes } from "./accounts/routes/profile.ts";
import { providerRoutes } from "./accounts/routes/providers.ts";
import { resetRoutes } from "./accounts/routes/reset.ts";
import { signInRoutes } from "./accounts/routes/sign-in.ts";
import { signUpRoutes } from "./accounts/routes/sign-up.ts";
import { startRoutes } from "./accounts/routes/start.ts";
import { ownRoutes } from "./booking/own-routes.ts";
import { bookRoutes } from "./booking/routes.ts";
import { DESK_API, deskApi } from "./desk/api.ts";
import { pairRoutes } from "./desk/pair-routes.ts";
import { healthRoutes } from "./health.ts";
import { googleCalendarHook } from "./hooks/google-calendar.ts";
import { guardedForms, limitedForms, protectiveHeaders, requestFacts } from "./http/guard.ts";
import type { AppEnv, Companion } from "./http/env.ts";
import { hasZeroInAddress } from "./http/text.ts";
import { assetRoutes } from "./pages/assets.ts";
import { failurePage, notFoundPage, refusedFormPage } from "./pages/failures.ts";

/** Pages for people: HTML, forms guarded, failures as pages. */
function pages(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(limitedForms);
  app.use(guardedForms(companion, (c, refusal) => refusedFormPage(c, companion, refusal)));
  app.route("/", startRoutes(companion));
  app.route("/", signInRoutes(companion));
  app.route("/", providerRoutes(companion));
  app.route("/", signUpRoutes(companion));
  app.route("/", resetRoutes(companion));
  app.route("/b", bookRoutes(companion));
  app.route("/bookings", ownRoutes(companion));
  app.route("/profile", profileRoutes(companion));
  app.route("/pair", pairRoutes(companion));
  return app;
}

/** Routes for machines: they authenticate by token or signature, never by cookie. */
function machines(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.route("/", healthRoutes(companion));
  app.route("/", facebookRoutes(companion));
  app.route(DESK_API, deskApi(companion));
  app.route("/", googleCalendarHook(companion));
  return app;
}

/** The whole companion as one fetch handler; tests call it without a socket. */
export function createApp(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(protectiveHeaders(companion));
  app.use(requestFacts(companion));
  app.use((c, next) => {
    const isPage = hasZeroInAddress(c.req.url) && !c.req.path.startsWith(DESK_API);
    return isPage ? notFoundPage(c, companion) : next();
  });
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
