import { html } from "hono/html";
import { minutesOf } from "../../../src-shared/time/zones.ts";
import type { Companion, Ctx } from "../../http/env.ts";
import { hidden } from "../../pages/fields.ts";
import { form, type Html, NOTHING } from "../../pages/layout.ts";
import { say } from "../../pages/words.ts";
import type { BookableService } from "../business.ts";
import type { Choice } from "../choice.ts";
import type { FreeTime } from "../free-times.ts";
import { type Cell, type GridDay, weekGrid } from "../week-grid.ts";
import { dayRibbon } from "./day-shape.ts";
import { type Formats, formatsOf } from "./format.ts";

/** Height of a row in the wide week, in pixels; the stylesheet has the same (`--row`). */
const ROW = 30;

function button(formats: Formats, { start }: FreeTime): Html {
  return html`<button name="start" value="${start}" aria-label="${formats.dayAndTime(start)}">
    ${formats.time(start)}
  </button>`;
}

/** The policy of the pages knows no inline style: an empty picture is as high as the stretch. */
function cell(formats: Formats, one: Cell): Html {
  return one.is === "times"
    ? html`<li class="cell">${one.times.map((time) => button(formats, time))}</li>`
    : html`<li class="gap gap-${one.is}" aria-hidden="true">
        <svg width="1" height="${one.rows * ROW}"></svg>
      </li>`;
}

/** Half a day: a heading and its times on a phone, a part of the column on a wide page. */
function half(formats: Formats, name: string, cells: readonly Cell[]): Html {
  const isFree = cells.some(({ is }) => is === "times");
  const list = html`<ul class="times ${isFree ? "" : "times-none"}">
    ${cells.map((one) => cell(formats, one))}
  </ul>`;
  return isFree
    ? html`<h4 class="day-part">${name}</h4>
        ${list}`
    : list;
}

function column(c: Ctx, choice: Choice, { day, beforeNoon, afternoon }: GridDay): Html {
  const t = say(c);
  const formats = formatsOf(c, choice.business.zone);
  const { date, isOpen, times } = day;
  const none = t(isOpen ? "booking.nothingFree" : "booking.closed");
  return html`<section
    class="week-day ${date === choice.day ? "week-day-chosen" : ""}"
    aria-labelledby="day-${date}"
  >
    <h3 id="day-${date}" class="${times.length === 0 ? "week-day-none" : ""}">
      <span class="week-day-long">${formats.day(date)}</span
      ><span class="week-day-short" aria-hidden="true"
        ><small>${formats.weekday(date)}</small><b>${formats.dayOfMonth(date)}</b></span
      >
    </h3>
    ${times.length === 0 ? html`<p class="week-none small quiet">${none}</p>` : NOTHING}
    ${dayRibbon(day, formats.time)}
    <div class="column">
      ${half(formats, t("booking.morning"), beforeNoon)}
      ${half(formats, t("booking.afternoon"), afternoon)}
    </div>
  </section>`;
}

/** What the patterns of the wide week mean. */
function legend(c: Ctx): Html {
  const t = say(c);
  return html`<p class="legend small" aria-hidden="true">
    <span class="legend-free"></span>${t("booking.free")}<span class="legend-taken"></span
    >${t("booking.unavailable")}
  </p>`;
}

/**
 * The free times of seven days. A wide page shows them as columns along the hours, a phone the chosen day as a list:
 * one and the same markup, so that nothing is written or read out twice.
 */
export function week(
  c: Ctx,
  companion: Companion,
  choice: Choice,
  service: Pick<BookableService, "id">,
): Html {
  const { business, staffId, moves, days } = choice;
  const { time } = formatsOf(c, business.zone);
  const grid = weekGrid(days, business.slotMinutes, (ms) => minutesOf(time(ms)));
  const hour = (minutes: number): Html =>
    html`<span>${String(minutes / 60).padStart(2, "0")}:00</span>`;
  const body = html`${hidden("service", service.id)}${hidden("staff", staffId ?? "")}${hidden(
      "moves",
      moves ?? "",
    )}
    <div class="week">
      <div class="hours num hours-${grid.rowMinutes}" aria-hidden="true">
        ${grid.hours.map(hour)}
      </div>
      ${grid.days.map((day) => column(c, choice, day))}
    </div>
    ${legend(c)}`;
  return form(c, companion, `/b/${business.slug}/hold`, body);
}
