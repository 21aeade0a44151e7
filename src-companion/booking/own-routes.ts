import { Hono } from "hono";
import { type CustomerEnv, customersOnly } from "../accounts/session.ts";
import type { Companion } from "../http/env.ts";
import { notFoundPage } from "../pages/failures.ts";
import { findBusiness } from "./business.ts";
import { choicePath, dayOf } from "./choice.ts";
import { type CustomerCtx, plain } from "./customer-ctx.ts";
import { cancelOwn, isChangeable, ownBooking, ownBookings } from "./own.ts";
import { type At, bookingPage, bookingsPage, cancelPage } from "./pages/own.ts";

async function withBusiness(companion: Companion, booking: At["booking"]): Promise<At | null> {
  const business = await findBusiness(companion, { id: booking.business_id });
  return business === null ? null : { booking, business };
}

async function showBookings(c: CustomerCtx, companion: Companion): Promise<Response> {
  const rows = await ownBookings(companion, c.get("customer").id);
  const all = await Promise.all(rows.map((booking) => withBusiness(companion, booking)));
  const shown = all.filter((one) => one !== null);
  return c.html(bookingsPage(plain(c), shown));
}

/** The booking of the address, if it is this customer's; nobody learns whether others exist. */
async function ownOf(c: CustomerCtx, companion: Companion): Promise<At | null> {
  const booking = await ownBooking(companion, c.get("customer").id, c.req.param("id") ?? "");
  return booking === null ? null : withBusiness(companion, booking);
}

type ShowOwn = (c: CustomerCtx, at: At) => Response | Promise<Response>;

function forOwn(companion: Companion, show: ShowOwn) {
  return async (c: CustomerCtx): Promise<Response> => {
    const at = await ownOf(c, companion);
    return at === null ? notFoundPage(plain(c), companion) : show(c, at);
  };
}

/** Back to the booking, which says why, where it can't be changed any more. */
function whileChangeable({ clock }: Companion, show: ShowOwn): ShowOwn {
  return (c, at) =>
    isChangeable(at.booking, clock.now())
      ? show(c, at)
      : c.redirect(`/bookings/${at.booking.id}`, 303);
}

/** A customer's own bookings. */
export function ownRoutes(companion: Companion): Hono<CustomerEnv> {
  const app = new Hono<CustomerEnv>();
  app.use(customersOnly(companion));
  app.get("/", (c) => showBookings(c, companion));
  app.get(
    "/:id",
    forOwn(companion, (c, at) => c.html(bookingPage(plain(c), companion, at))),
  );
  const changing = (show: ShowOwn) => forOwn(companion, whileChangeable(companion, show));
  app.get(
    "/:id/change",
    changing((c, { booking, business }) => {
      const { id: moves, service_id: service, staff_id, any_staff } = booking;
      const staff = any_staff === 1 ? undefined : staff_id;
      const day = dayOf(business, booking.start_at);
      return c.redirect(choicePath(business.slug, { service, staff, day, moves }), 303);
    }),
  );
  app.get(
    "/:id/cancel",
    changing((c, at) => c.html(cancelPage(plain(c), companion, at))),
  );
  app.post(
    "/:id/cancel",
    forOwn(companion, async (c, { booking }) => {
      await cancelOwn(companion, c.get("customer").id, booking.id);
      return c.redirect(`/bookings/${booking.id}`, 303);
    }),
  );
  return app;
}
