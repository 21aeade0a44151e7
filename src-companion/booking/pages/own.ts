import { html } from "hono/html";
import type { Companion, Ctx } from "../../http/env.ts";
import { submit } from "../../pages/fields.ts";
import { form, type Html, NOTHING, page } from "../../pages/layout.ts";
import { say } from "../../pages/words.ts";
import type { BookableBusiness } from "../business.ts";
import { choicePath } from "../choice.ts";
import { isChangeable, type OwnBooking } from "../own.ts";
import { onYourClock, ownClock } from "./check.ts";
import { formatsOf, price } from "./format.ts";

/** A booking with the business that it is at. */
export interface At {
  readonly booking: OwnBooking;
  readonly business: BookableBusiness;
}

function row(c: Ctx, { booking, business }: At): Html {
  const t = say(c);
  const { id, status, start_at, service_name: service, staff_name: staff } = booking;
  return html`<li>
    <a class="own" href="/bookings/${id}">
      <b class="num">${formatsOf(c, business.zone).dayAndTime(start_at)}</b>
      <span class="state state-${status}">${t(`booking.status.${status}`)}</span>
      <span class="small quiet"
        >${t("booking.serviceWith", { service, staff })}, ${business.name}</span
      >
    </a>
  </li>`;
}

export function bookingsPage(c: Ctx, bookings: readonly At[]): Html {
  const t = say(c);
  const title = t("booking.yours");
  return page(c, {
    title,
    corner: html`<a href="/profile">${t("account.profileTitle")}</a>`,
    body: html`<div class="block">
      <h1>${title}</h1>
      ${
        bookings.length === 0
          ? html`<p>${t("booking.none")}</p>`
          : html`<ul class="rows">
              ${bookings.map((one) => row(c, one))}
            </ul>`
      }
    </div>`,
  });
}

function phone(number: string): Html {
  if (number === "") return NOTHING;
  const dialled = number.replaceAll(/[^\d+]/g, "");
  return html`<dd class="small quiet num"><a href="tel:${dialled}">${number}</a></dd>`;
}

function yourNote(c: Ctx, notes: string): Html {
  return html`<div>
    <dt class="ticket-note">${notes}</dt>
    <dd class="small quiet">${say(c)("booking.yourNote")}</dd>
  </div>`;
}

/** What was booked, like a ticket. */
function ticket(c: Ctx, { booking, business }: At): Html {
  const t = say(c);
  const formats = formatsOf(c, business.zone);
  const { service_name: service, staff_name: staff, notes, start_at, end_at } = booking;
  return html`<dl class="ticket ticket-${booking.status}">
    <div>
      <dt class="num">${formats.span(start_at, end_at)}</dt>
      <dd class="small quiet">${t("booking.timesIn", { zone: formats.zone })}</dd>
      <dd>${ownClock(business.zone, start_at, onYourClock(c))}</dd>
    </div>
    <div>
      <dt>${t("booking.serviceWith", { service, staff })}</dt>
      <dd class="small quiet num">${price(business, booking.price_minor)}</dd>
    </div>
    <div>
      <dt>${business.name}</dt>
      ${business.address === "" ? NOTHING : html`<dd class="small quiet">${business.address}</dd>`}
      ${phone(business.phone)}
    </div>
    ${notes === "" ? NOTHING : yourNote(c, notes)}
  </dl>`;
}

function ways(c: Ctx, { booking, business }: At, now: number): Html {
  const t = say(c);
  const again = html`<p>
    <a class="button" href="${choicePath(business.slug, { service: booking.service_id })}"
      >${t("booking.bookAgain")}</a
    >
  </p>`;
  const stands = booking.status === "waiting" || booking.status === "confirmed";
  if (!stands) return again;
  if (!isChangeable(booking, now)) {
    const values = { businessName: business.name };
    return html`<p class="small quiet">${t("booking.tooLate", values)}</p>
      ${again}`;
  }
  const time = formatsOf(c, business.zone).dayAndTime(booking.cutoff_at);
  return html`<p class="small quiet">${t("booking.until", { time })}</p>
    <p><a class="button" href="/bookings/${booking.id}/change">${t("booking.changeTime")}</a></p>
    <p><a class="button" href="/bookings/${booking.id}/cancel">${t("booking.cancel")}</a></p>`;
}

export function bookingPage(c: Ctx, { clock }: Companion, at: At): Html {
  const t = say(c);
  const { booking, business } = at;
  const title = t(`booking.status.${booking.status}`);
  return page(c, {
    title,
    business,
    back: "/bookings",
    corner: html`<a href="/bookings">${t("booking.yours")}</a>`,
    body: html`<div class="block">
      <h1>${title}</h1>
      <p role="status">${t(`booking.about.${booking.status}`, { businessName: business.name })}</p>
      ${ticket(c, at)}${ways(c, at, clock.now())}
    </div>`,
  });
}

export function cancelPage(c: Ctx, companion: Companion, at: At): Html {
  const t = say(c);
  const { booking, business } = at;
  const title = t("booking.cancelTitle");
  const path = `/bookings/${booking.id}`;
  return page(c, {
    title,
    business,
    back: path,
    body: html`<div class="block">
      <h1>${title}</h1>
      ${ticket(c, at)}
      ${form(c, companion, `${path}/cancel`, submit(t("booking.cancelGo"), "danger"))}
      <p><a class="button" href="${path}">${t("booking.keep")}</a></p>
    </div>`,
  });
}
