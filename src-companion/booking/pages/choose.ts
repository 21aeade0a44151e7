import { html } from "hono/html";
import type { Companion, Ctx } from "../../http/env.ts";
import { note } from "../../pages/fields.ts";
import { type Html, NOTHING, page } from "../../pages/layout.ts";
import { say, type WordKey } from "../../pages/words.ts";
import { type BookableService, doersOf } from "../business.ts";
import { type Choice, choicePath, type DayOfChoice } from "../choice.ts";
import { ownClock } from "./check.ts";
import { dayBar } from "./day-shape.ts";
import { type Formats, formatsOf, price } from "./format.ts";
import { week } from "./week.ts";

const REMARKS: Readonly<Record<string, WordKey>> = {
  taken: "booking.taken",
  over: "booking.ranOut",
};

export interface ChoosePage {
  readonly choice: Choice;
  readonly isSignedIn: boolean;
  readonly remark?: string | undefined;
}

/** The address of this page with some of the choice changed. */
function to(choice: Choice, changes: { service?: string; staff?: string | null; day?: string }) {
  const { business, service, staffId, moves, day } = choice;
  const staff = "staff" in changes ? changes.staff : staffId;
  return choicePath(business.slug, {
    service: changes.service ?? service?.id,
    staff: staff ?? undefined,
    day: service === null ? undefined : (changes.day ?? day),
    moves: moves ?? undefined,
  });
}

function serviceRow(c: Ctx, choice: Choice, service: BookableService): Html {
  const chosen = choice.service?.id === service.id;
  const minutes = say(c)("booking.minutes", { count: service.durationMinutes });
  return html`<li>
    <a
      class="offer t-${service.tint}"
      href="${to(choice, { service: service.id, staff: null })}"
      ${chosen ? html`aria-current="true"` : ""}
    >
      <b>${service.name}</b
      ><span class="small num">${minutes}, ${price(choice.business, service.priceMinor)}</span>
    </a>
  </li>`;
}

function services(c: Ctx, choice: Choice): Html {
  const t = say(c);
  const { service, business } = choice;
  if (business.services.length === 0) return html`<p>${t("booking.nothing")}</p>`;
  const list = html`<ul class="offers">
    ${business.services.map((one) => serviceRow(c, choice, one))}
  </ul>`;
  if (service === null) return list;
  // On a phone the list gives way to what was chosen.
  return html`<div class="offers-chosen">
      <div class="offer t-${service.tint}">
        <b>${service.name}</b
        ><span class="small num"
          >${t("booking.minutes", { count: service.durationMinutes })},
          ${price(business, service.priceMinor)}</span
        >
      </div>
      <a href="${choicePath(business.slug, { moves: choice.moves ?? undefined })}"
        >${t("booking.change")}</a
      >
    </div>
    <div class="offers-all">${list}</div>`;
}

function people(c: Ctx, choice: Choice): Html {
  const { service, business, staffId } = choice;
  if (service === null) return NOTHING;
  const doers = doersOf(business, service);
  if (doers.length < 2) return NOTHING;
  const chip = (label: string, id: string | null): Html =>
    html`<li>
      <a href="${to(choice, { staff: id })}" ${staffId === id ? html`aria-current="true"` : ""}
        >${label}</a
      >
    </li>`;
  return html`<h2 class="small-title" id="with">${say(c)("booking.with")}</h2>
    <ul class="chips" aria-labelledby="with">
      ${chip(say(c)("booking.anyone"), null)}${doers.map(({ id, name }) => chip(name, id))}
    </ul>`;
}

function arrow(label: string, sign: string, href: string | null): Html {
  return href === null
    ? html`<span class="step" aria-hidden="true">${sign}</span>`
    : html`<a class="step" href="${href}" aria-label="${label}">${sign}</a>`;
}

/** What the first free time is on the customer's own clock; shown by the script where it differs. */
function clocks(c: Ctx, { days, business }: Choice, { time, zone }: Formats): Html {
  const first = days.flatMap(({ times }) => times)[0];
  if (first === undefined) return NOTHING;
  const words = say(c)("booking.clocksDiffer", { there: time(first.start), zone, time: "{time}" });
  return ownClock(business.zone, first.start, words);
}

function weekHead(c: Ctx, choice: Choice, formats: Formats): Html {
  const t = say(c);
  const { earlier, later, days } = choice;
  const path = (day: string | null): string | null => (day === null ? null : to(choice, { day }));
  return html`<div class="week-head">
      <div>
        <h2>${formats.month(days[0]?.date ?? choice.day)}</h2>
        <span class="small quiet">${t("booking.timesIn", { zone: formats.zone })}</span>
      </div>
      ${arrow(t("booking.earlier"), "‹", path(earlier))}${arrow(t("booking.later"), "›", path(later))}
    </div>
    ${clocks(c, choice, formats)}`;
}

function dayPicker(c: Ctx, choice: Choice, formats: Formats): Html {
  const t = say(c);
  const link = (day: DayOfChoice): Html => {
    const { date, isOpen, times } = day;
    const none = html`<span class="unseen"
      >${t(isOpen ? "booking.nothingFree" : "booking.closed")}</span
    >`;
    return html`<li>
      <a
        class="${times.length === 0 ? "day-none" : ""}"
        href="${to(choice, { day: date })}"
        ${date === choice.day ? html`aria-current="date"` : ""}
        ><small>${formats.weekday(date)}</small> <b>${formats.dayOfMonth(date)}</b> ${
          times.length === 0 ? none : NOTHING
        }${dayBar(day)}</a
      >
    </li>`;
  };
  return html`<nav class="days" aria-label="${t("booking.days")}">
    <ul>
      ${choice.days.map(link)}
    </ul>
  </nav>`;
}

function times(c: Ctx, companion: Companion, choice: Choice): Html {
  if (choice.service === null) return NOTHING;
  const formats = formatsOf(c, choice.business.zone);
  return html`${weekHead(c, choice, formats)}${dayPicker(c, choice, formats)}
  ${week(c, companion, choice, choice.service)}`;
}

function titleOf(c: Ctx, { business, service, staffId, moves }: Choice): string {
  const t = say(c);
  if (service === null) return t("booking.chooseService");
  if (moves !== null) return t("booking.chooseNewTime");
  const staff = business.staff.find(({ id }) => id === staffId)?.name;
  return staff === undefined ? t("booking.chooseTime") : t("booking.chooseTimeWith", { staff });
}

/** Services, who does them, and the free times of seven days: all of it works without scripts. */
export function choosePage(c: Ctx, companion: Companion, content: ChoosePage): Html {
  const t = say(c);
  const { choice, isSignedIn, remark } = content;
  const { business, service } = choice;
  const title = titleOf(c, choice);
  const key = REMARKS[remark ?? ""];
  return page(c, {
    title,
    business,
    shape: service === null ? "wide" : "week",
    corner: isSignedIn
      ? html`<a href="/bookings">${t("booking.yours")}</a>`
      : html`<a href="/sign-in?next=/bookings">${t("booking.signIn")}</a>`,
    body: html`<div class="choose ${service === null ? "choose-first" : ""}">
      <div class="choose-what">
        ${service === null ? NOTHING : html`<p class="place">${business.name}</p>`}
        ${business.address === "" ? NOTHING : html`<p class="small quiet">${business.address}</p>`}
        ${services(c, choice)}${people(c, choice)}
      </div>
      <div class="choose-when">
        <h1>${title}</h1>
        ${key === undefined ? NOTHING : note(t(key), "wrong")}${times(c, companion, choice)}
      </div>
    </div>`,
  });
}
