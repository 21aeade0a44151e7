import { html } from "hono/html";
import type { Companion, Ctx } from "../../http/env.ts";
import { offeredProviders, providerButton } from "../../pages/brands.ts";
import { field, hidden, note, submit } from "../../pages/fields.ts";
import { type Html, NOTHING, form } from "../../pages/layout.ts";
import { say } from "../../pages/words.ts";
import { accountPage } from "./shell.ts";

export interface SignInContent {
  /** Where to go on to. */
  readonly next: string;
  readonly email?: string;
  readonly wrong?: string | undefined;
  readonly remark?: string | undefined;
}

const query = (next: string): string => `?next=${encodeURIComponent(next)}`;

function emailForm(c: Ctx, companion: Companion, content: SignInContent): Html {
  const t = say(c);
  return form(
    c,
    companion,
    "/sign-in/email",
    html`${hidden("next", content.next)}
    ${field({
      name: "email",
      label: t("account.email"),
      type: "email",
      autocomplete: "username",
      value: content.email ?? "",
      wrong: content.wrong,
    })}
    ${submit(t("account.continue"), "plain")}`,
  );
}

/** Providers first, e-mail always beside them. */
export function signInPage(c: Ctx, companion: Companion, content: SignInContent) {
  const t = say(c);
  const { next, remark } = content;
  const providers = offeredProviders(companion).map((provider) =>
    providerButton(c, companion, { provider, action: `/sign-in/${provider}`, next }),
  );
  const divider = t(providers.length === 0 ? "account.withEmail" : "account.orEmail");
  return accountPage(c, companion, {
    title: t("account.signIn"),
    back: next,
    headedBySlot: true,
    body: html`${remark === undefined ? NOTHING : note(remark, "ok")}
      <div class="form">${providers}</div>
      <div class="or">${divider}</div>
      ${emailForm(c, companion, content)}
      ${providers.length === 0 ? NOTHING : html`<p class="small quiet">${t("account.privacyNote")}</p>`}
      <p><a href="/sign-up${query(next)}">${t("account.newHere")}</a></p>
      <p class="small">
        <a href="/sign-in/trouble${query(next)}">${t("account.troubleLink")}</a>
      </p>`,
  });
}

/** The second step: the same for every address, whether there is an account or not. */
export function passwordPage(c: Ctx, companion: Companion, content: SignInContent) {
  const t = say(c);
  const { next, email = "", wrong } = content;
  return accountPage(c, companion, {
    title: t("account.signIn"),
    back: `/sign-in${query(next)}`,
    headedBySlot: true,
    body: html`${form(
        c,
        companion,
        "/sign-in/password",
        html`${hidden("next", next)}
        ${field({
          name: "email",
          label: t("account.email"),
          type: "email",
          autocomplete: "username",
          value: email,
        })}
        ${field({
          name: "password",
          label: t("account.password"),
          type: "password",
          autocomplete: "current-password",
          wrong,
        })}
        ${submit(t("account.signIn"))}`,
      )}
      <p><a href="/reset${query(next)}">${t("account.forgotten")}</a></p>
      <p><a href="/sign-up${query(next)}">${t("account.newHere")}</a></p>`,
  });
}
