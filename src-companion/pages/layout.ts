import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { LANGUAGES } from "../../src-shared/words/companion/index.ts";
import { FORM_TOKEN, ensureBrowser, formToken } from "../http/browser.ts";
import type { Companion, Ctx } from "../http/env.ts";
import { accentPath } from "./accent.ts";
import { assetPath } from "./assets.ts";
import { ARROW_LEFT, BELL } from "./icons.ts";
import { say } from "./words.ts";

/** A piece of HTML whose values are escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export const NOTHING: Html = raw("");

export interface PageContent {
  /** The document's title; the business or Bellhop is added. */
  readonly title: string;
  readonly body: Html;
  /** Whose name is in the bar on top, and whose colour the page has; without one, no business is concerned. */
  readonly business?: { readonly name: string; readonly accent: string | null };
  /** Where the arrow in the bar leads. */
  readonly back?: string;
  /** A link at the right of the bar, such as "Sign in". */
  readonly corner?: Html;
  /** A strip under the bar: the held time. */
  readonly strip?: Html;
  /** `week` from 900 px has two columns, the name in the left one and no bar; see assets/companion.css. */
  readonly shape?: "narrow" | "wide" | "week";
}

const NAMES_OF_LANGUAGES = { en: "English", de: "Deutsch", es: "Español" } as const;

function languageSwitch(c: Ctx): Html {
  const current = c.get("language");
  const here = new URL(c.req.url);
  const next = c.req.method === "GET" ? here.pathname + here.search : "/";
  const links = LANGUAGES.map((language) =>
    language === current
      ? html`<span lang="${language}" aria-current="true">${NAMES_OF_LANGUAGES[language]}</span>`
      : html`<a
          lang="${language}"
          hreflang="${language}"
          rel="nofollow"
          href="/language?to=${language}&amp;next=${encodeURIComponent(next)}"
          >${NAMES_OF_LANGUAGES[language]}</a
        >`,
  );
  return html`<nav class="languages" aria-label="${say(c)("page.languages")}">${links}</nav>`;
}

function bar(c: Ctx, { business, back, corner }: PageContent): Html {
  const t = say(c);
  const arrow =
    back === undefined
      ? NOTHING
      : html`<a class="bar-back" href="${back}" aria-label="${t("page.back")}">${ARROW_LEFT}</a>`;
  return html`<header class="bar">
    ${arrow}<b class="bar-name">${business?.name ?? "Bellhop"}</b>${corner ?? NOTHING}
  </header>`;
}

function foot(c: Ctx, { business }: PageContent): Html {
  const t = say(c);
  const uses =
    business === undefined
      ? t("page.byBellhop")
      : t("page.usesBellhop", { businessName: business.name });
  return html`<footer class="foot">
    <p>
      ${BELL}<span>${uses} <a href="/privacy">${t("page.privacy")}</a></span>
    </p>
    ${languageSwitch(c)}
  </footer>`;
}

function colours({ business }: PageContent): Html {
  return business === undefined || business.accent === null
    ? NOTHING
    : html`<link rel="stylesheet" href="${accentPath(business.accent)}" />`;
}

/** The document around every page of the companion. */
export function page(c: Ctx, content: PageContent): Html {
  const language = c.get("language");
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${content.title} · ${content.business?.name ?? "Bellhop"}</title>
        <link rel="icon" href="${assetPath("icon.svg")}" type="image/svg+xml" />
        <link rel="stylesheet" href="${assetPath("tokens.css")}" />
        <link rel="stylesheet" href="${assetPath("companion.css")}" />
        ${colours(content)}
        <script type="module" src="${assetPath("companion.js")}"></script>
      </head>
      <body>
        <a class="skip" href="#content">${say(c)("page.skip")}</a>
        <div class="page page-${content.shape ?? "narrow"}">
          ${bar(c, content)}${content.strip ?? NOTHING}
          <main id="content" tabindex="-1">${content.body}</main>
          ${foot(c, content)}
        </div>
      </body>
    </html>`;
}

/** The opening of every form that changes something: address, and the token that proves it is ours. */
export function form(c: Ctx, companion: Companion, action: string, body: Html): Html {
  const token = formToken(companion.secret, ensureBrowser(c, companion));
  return html`<form class="form" method="post" action="${action}" novalidate>
    <input type="hidden" name="${FORM_TOKEN}" value="${token}" />${body}
  </form>`;
}
