import { html } from "hono/html";
import { CODE_LENGTH } from "../../src-shared/companion/wire.ts";
import type { Companion, Ctx } from "../http/env.ts";
import { field, hidden, submit } from "../pages/fields.ts";
import { type Html, form, page } from "../pages/layout.ts";
import { say } from "../pages/words.ts";

function pairPage(c: Ctx, title: string, lead: string, body: Html): Html {
  return page(c, {
    title,
    body: html`<div class="block">
      <h1>${title}</h1>
      <p>${lead}</p>
      ${body}
    </div>`,
  });
}

/** Asks for the code that the desk shows. */
export function codePage(
  c: Ctx,
  companion: Companion,
  state: { readonly code: string; readonly wrong?: string },
): Html {
  const t = say(c);
  const code = field({
    name: "code",
    label: t("pair.code"),
    hint: t("pair.codeHint"),
    value: state.code,
    // With the dash in the middle and a blank or two.
    maxLength: CODE_LENGTH * 2,
    wrong: state.wrong,
  });
  const body = form(c, companion, "/pair", html`${code}${submit(t("pair.next"))}`);
  return pairPage(c, t("pair.title"), t("pair.lead"), body);
}

/** Says whose desk it is, and what a yes means, before anything is given. */
export function confirmPage(
  c: Ctx,
  companion: Companion,
  asked: { readonly code: string; readonly businessName: string; readonly email: string },
): Html {
  const t = say(c);
  const { code, businessName, email } = asked;
  const body = html`<ul>
      <li>${t("pair.meansPublish")}</li>
      <li>${t("pair.meansOwner", { email })}</li>
      <li>${t("pair.meansOther")}</li>
    </ul>
    ${form(
      c,
      companion,
      "/pair/confirm",
      html`${hidden("code", code)}${submit(t("pair.confirm"))}`,
    )}
    <p><a class="button" href="/pair">${t("pair.otherCode")}</a></p>`;
  return pairPage(c, t("pair.confirmTitle", { businessName }), t("pair.confirmLead"), body);
}

export function donePage(c: Ctx, bookingUrl: string): Html {
  const t = say(c);
  const link = html`<p><a href="${bookingUrl}">${bookingUrl}</a></p>`;
  return pairPage(c, t("pair.doneTitle"), t("pair.doneText"), link);
}

export function foreignPage(c: Ctx): Html {
  const t = say(c);
  const back = html`<p><a class="button" href="/profile">${t("account.profileTitle")}</a></p>`;
  return pairPage(c, t("pair.foreignTitle"), t("pair.foreignText"), back);
}
