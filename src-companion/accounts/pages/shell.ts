import { html } from "hono/html";
import { price } from "../../booking/pages/format.ts";
import type { Companion, Ctx } from "../../http/env.ts";
import { type HeldSlot, heldSlot } from "../../pages/held.ts";
import { BELL } from "../../pages/icons.ts";
import { type Html, NOTHING, page } from "../../pages/layout.ts";
import { say } from "../../pages/words.ts";

export interface AccountPage {
  readonly title: string;
  readonly back?: string;
  /** Shown under the title; the held slot takes their place on the sign-in pages. */
  readonly lead?: string;
  readonly body: Html;
  /** The held slot is the heading, since that is what the customer came for. */
  readonly headedBySlot?: boolean;
}

const MINUTE = 60_000;

function strip(c: Ctx, { clock }: Companion, held: HeldSlot): Html {
  const left = Math.max(0, held.expiresAt - clock.now());
  const seconds = String(Math.floor((left % MINUTE) / 1_000)).padStart(2, "0");
  return html`<div class="hold">
    ${BELL}<span>${say(c)("account.held")}</span
    ><b data-seconds-left="${Math.floor(left / 1_000)}">${Math.floor(left / MINUTE)}:${seconds}</b>
  </div>`;
}

function slotHeading(c: Ctx, held: HeldSlot): Html {
  const { zone: timeZone, startAt, endAt } = held;
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone } as const;
  const day = { weekday: "short", day: "numeric", month: "short", ...time } as const;
  const format = (at: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(c.get("language"), options).format(at);
  const what = say(c)("account.heldWith", {
    service: held.serviceName,
    staff: held.staffName,
    end: format(endAt, time),
  });
  return html`<h1 class="num">${format(startAt, day)}</h1>
    <p>${what}, ${price(held, held.priceMinor)}</p>`;
}

/** The document around the pages of an account, with the slot that is held meanwhile. */
export async function accountPage(c: Ctx, companion: Companion, content: AccountPage) {
  const held = await heldSlot(c, companion);
  const { title, back, lead, body, headedBySlot = false } = content;
  const heading =
    headedBySlot && held !== null
      ? slotHeading(c, held)
      : html`<h1>${title}</h1>
          ${lead === undefined ? NOTHING : html`<p>${lead}</p>`}`;
  return page(c, {
    title,
    ...(held === null
      ? {}
      : {
          business: { name: held.businessName, accent: held.accent },
          strip: strip(c, companion, held),
        }),
    ...(back === undefined ? {} : { back }),
    body: html`<div class="block">${heading}${body}</div>`,
  });
}
