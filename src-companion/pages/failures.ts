import { html } from "hono/html";
import type { Companion, Ctx } from "../http/env.ts";
import type { FormRefusal } from "../http/guard.ts";
import { type Html, page } from "./layout.ts";
import { type WordKey, say } from "./words.ts";

export interface Notice {
  readonly title: WordKey;
  readonly text: WordKey;
  /** What to do next, at least one way on. */
  readonly ways: Html;
}

/** One heading, what happened, what to do. */
export function noticePage(c: Ctx, { title, text, ways }: Notice): Html {
  const t = say(c);
  return page(c, {
    title: t(title),
    body: html`<div class="block">
      <h1>${t(title)}</h1>
      <p>${t(text)}</p>
      ${ways}
    </div>`,
  });
}

function wayBack(c: Ctx): Html {
  return html`<p><a class="button" href="/">${say(c)("failures.start")}</a></p>`;
}

export async function notFoundPage(c: Ctx, _companion: Companion): Promise<Response> {
  const notice: Notice = {
    title: "failures.notFoundTitle",
    text: "failures.notFoundText",
    ways: wayBack(c),
  };
  return c.html(noticePage(c, notice), 404);
}

export async function failurePage(c: Ctx, _companion: Companion): Promise<Response> {
  const notice: Notice = {
    title: "failures.brokenTitle",
    text: "failures.brokenText",
    ways: wayBack(c),
  };
  return c.html(noticePage(c, notice), 500);
}

/** A form that was not ours, or came from a browser that keeps no cookies. */
export async function refusedFormPage(
  c: Ctx,
  _companion: Companion,
  refusal: FormRefusal,
): Promise<Response> {
  const cookies = refusal === "cookies";
  const notice: Notice = {
    title: cookies ? "failures.cookiesTitle" : "failures.formTitle",
    text: cookies ? "failures.cookiesText" : "failures.formText",
    ways: wayBack(c),
  };
  return c.html(noticePage(c, notice), 403);
}
