import { html } from "hono/html";
import type { Companion, Ctx } from "../../http/env.ts";
import { type Provider, asProvider, offeredProviders, providerButton } from "../../pages/brands.ts";
import { type Html, NOTHING } from "../../pages/layout.ts";
import { say } from "../../pages/words.ts";
import type { Trouble } from "../providers/answers.ts";
import { accountPage } from "./shell.ts";

/** Kinds as they stand in the address. */
export const TROUBLES = {
  cookies: "cookies",
  "pop-up": "popup",
  cancelled: "cancelled",
  unverified: "unverified",
  disabled: "disabled",
  down: "down",
  expired: "expired",
  "no-e-mail": "noEmail",
  "linked-elsewhere": "linkedElsewhere",
  "too-many": "tooMany",
} as const satisfies Readonly<Record<string, Trouble>>;
type Slug = keyof typeof TROUBLES;

const SLUGS = Object.keys(TROUBLES) as readonly Slug[];

export function slugOf(trouble: Trouble): Slug {
  return SLUGS.find((slug) => TROUBLES[slug] === trouble) ?? "expired";
}

export function asTrouble(slug: string): Trouble | null {
  const known = SLUGS.find((one) => one === slug);
  return known === undefined ? null : TROUBLES[known];
}

export interface TroubleContent {
  readonly trouble: Trouble;
  readonly provider: Provider | null;
  readonly next: string;
}

/** Kinds where the same provider may work the next time. */
const WORTH_ANOTHER_TRY: ReadonlySet<Trouble> = new Set([
  "cookies",
  "popup",
  "cancelled",
  "down",
  "expired",
  "noEmail",
]);

const RETRY = { google: "trouble.tryGoogle", facebook: "trouble.tryFacebook" } as const;

function retry(c: Ctx, companion: Companion, { trouble, provider, next }: TroubleContent): Html {
  const offered = offeredProviders(companion).find((one) => one === provider);
  if (offered === undefined || !WORTH_ANOTHER_TRY.has(trouble)) return NOTHING;
  return providerButton(c, companion, {
    provider: offered,
    action: `/sign-in/${offered}`,
    next,
    label: say(c)(RETRY[offered]),
    askAgain: trouble === "noEmail",
  });
}

export function troublePage(c: Ctx, companion: Companion, content: TroubleContent) {
  const t = say(c);
  const { trouble, next } = content;
  const query = `?next=${encodeURIComponent(next)}`;
  const others =
    trouble === "linkedElsewhere"
      ? html`<p><a class="button button-main" href="/profile">${t("trouble.toProfile")}</a></p>`
      : html`<p>
          <a class="button button-main" href="/sign-in${query}">${t("trouble.byEmail")}</a>
        </p>`;
  return accountPage(c, companion, {
    title: t(`trouble.${trouble}.title`),
    lead: t(`trouble.${trouble}.text`),
    body: html`${others}${retry(c, companion, content)}`,
  });
}

/** All of them, for somebody whose sign-in just does nothing. */
export function troubleListPage(c: Ctx, companion: Companion, next: string) {
  const t = say(c);
  const common: readonly Trouble[] = ["cookies", "popup", "unverified", "disabled", "down"];
  const reasons = common.map(
    (trouble) =>
      html`<section>
        <h2>${t(`trouble.${trouble}.title`)}</h2>
        <p class="quiet">${t(`trouble.${trouble}.text`)}</p>
      </section>`,
  );
  return accountPage(c, companion, {
    title: t("trouble.title"),
    lead: t("trouble.lead"),
    back: `/sign-in?next=${encodeURIComponent(next)}`,
    body: html`${reasons}
      <p>
        <a class="button button-main" href="/sign-in?next=${encodeURIComponent(next)}"
          >${t("trouble.byEmail")}</a
        >
      </p>`,
  });
}

export function readProvider(c: Ctx): Provider | null {
  return asProvider(c.req.query("provider"));
}
