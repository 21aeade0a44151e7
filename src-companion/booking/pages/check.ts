import { html } from "hono/html";
import type { Companion, Ctx } from "../../http/env.ts";
import { hidden, note, submit } from "../../pages/fields.ts";
import { form, type Html, NOTHING } from "../../pages/layout.ts";
import { say } from "../../pages/words.ts";
import { accountPage } from "../../accounts/pages/shell.ts";
import type { HoldTable } from "../../store/schema.ts";
import type { BookableBusiness } from "../business.ts";
import { choicePath, dayOf } from "../choice.ts";
import { formatsOf } from "./format.ts";

export const LONGEST_NOTE = 500;

/** The time on the customer's own clock; shown by the script where it differs. `words` with `{time}` in them. */
export function ownClock(zone: string, start: number, words: string): Html {
  return html`<p
    class="small quiet"
    hidden
    data-own-clock="${start}"
    data-zone="${zone}"
    data-words="${words}"
  ></p>`;
}

export const onYourClock = (c: Ctx): string => say(c)("booking.onYourClock", { time: "{time}" });

export interface CheckPage {
  readonly business: BookableBusiness;
  readonly hold: HoldTable;
  /** What the customer has to know first. */
  readonly note?: string | undefined;
  /** What was typed, and what is wrong with it. */
  readonly typed?: { readonly notes: string; readonly wrong: string };
}

function noteField(c: Ctx, { business, typed }: CheckPage): Html {
  return html`<div class="field">
    <label for="notes">${say(c)("booking.note", { businessName: business.name })}</label>
    <textarea
      id="notes"
      name="notes"
      rows="3"
      maxlength="${LONGEST_NOTE}"
      ${typed === undefined ? "" : html`aria-invalid="true" aria-describedby="notes-wrong"`}
    >
${typed?.notes ?? ""}</textarea>
    ${typed === undefined ? NOTHING : html`<p class="wrong" id="notes-wrong">${typed.wrong}</p>`}
  </div>`;
}

/** The held time with a last look before it is booked. */
export function checkPage(c: Ctx, companion: Companion, content: CheckPage): Promise<Html> {
  const t = say(c);
  const { business, hold, note: remark } = content;
  const moves = hold.moves_request_id;
  const title = t(moves === null ? "booking.check" : "booking.checkMove");
  const other = choicePath(business.slug, {
    service: hold.service_id,
    staff: hold.any_staff === 1 ? undefined : hold.staff_id,
    day: dayOf(business, hold.start_at),
    moves: moves ?? undefined,
  });
  return accountPage(c, companion, {
    title,
    back: other,
    headedBySlot: true,
    body: html`${remark === undefined ? NOTHING : note(remark, "wrong")}
      <p class="small quiet">${t("booking.timesIn", { zone: formatsOf(c, business.zone).zone })}</p>
      ${ownClock(business.zone, hold.start_at, onYourClock(c))}
      ${form(
        c,
        companion,
        `/b/${business.slug}/book`,
        html`${hidden("hold", hold.id)}${moves === null ? noteField(c, content) : NOTHING}
        ${submit(t(moves === null ? "booking.book" : "booking.move"))}`,
      )}
      <p><a href="${other}">${t("booking.otherTime")}</a></p>`,
  });
}
