import { html } from "hono/html";
import { LANGUAGES } from "../../../src-shared/words/companion/index.ts";
import type { Companion, Ctx } from "../../http/env.ts";
import { offeredProviders } from "../../pages/brands.ts";
import { field, hidden, note, submit } from "../../pages/fields.ts";
import { type Html, NOTHING, form } from "../../pages/layout.ts";
import { type WordKey, say } from "../../pages/words.ts";
import type { Method } from "../methods.ts";
import type { SignedIn } from "../session.ts";
import { accountPage } from "./shell.ts";
import { type FormState, nameFields, newPasswordField } from "./sign-up.ts";

const NAMES = { en: "English", de: "Deutsch", es: "Español" } as const;

const WAYS: Readonly<Record<string, WordKey>> = {
  google: "account.wayGoogle",
  facebook: "account.wayFacebook",
  credential: "account.wayPassword",
};

export interface ProfileContent {
  readonly customer: SignedIn;
  readonly methods: readonly Method[];
  readonly remark?: string | undefined;
  readonly state?: FormState;
}

function detailsForm(c: Ctx, companion: Companion, { customer, state }: ProfileContent): Html {
  const t = say(c);
  const names = state ?? {
    values: { firstName: customer.firstName, lastName: customer.lastName },
    wrong: {},
  };
  const options = LANGUAGES.map(
    (language) =>
      html`<option
        value="${language}"
        lang="${language}"
        ${language === customer.language ? "selected" : ""}
      >
        ${NAMES[language]}
      </option>`,
  );
  return form(
    c,
    companion,
    "/profile/details",
    html`${nameFields(c, names)}
      <div class="field">
        <label for="language">${t("account.language")}</label>
        <select id="language" name="language">
          ${options}
        </select>
      </div>
      ${submit(t("account.save"))}`,
  );
}

function wayRow(c: Ctx, companion: Companion, method: Method, only: boolean): Html {
  const t = say(c);
  const way = t(WAYS[method.provider] ?? "account.wayPassword");
  const remove = only
    ? NOTHING
    : form(
        c,
        companion,
        "/profile/unlink",
        html`${hidden("method", method.id)}
          <button class="button button-link" aria-label="${t("account.unlinkNamed", { way })}">
            ${t("account.unlink")}
          </button>`,
      );
  return html`<li><span>${way}</span>${remove}</li>`;
}

function ways(c: Ctx, companion: Companion, { methods }: ProfileContent): Html {
  const t = say(c);
  const only = methods.length < 2;
  const missing = offeredProviders(companion).filter(
    (provider) => !methods.some((method) => method.provider === provider),
  );
  const links = missing.map((provider) => {
    const way = t(WAYS[provider] ?? "account.wayGoogle");
    const button = html`<button
      class="button button-link"
      aria-label="${t("account.linkNamed", { way })}"
    >
      ${t("account.link")}
    </button>`;
    return html`<li>
      <span class="quiet">${way}</span>${form(c, companion, `/profile/link/${provider}`, button)}
    </li>`;
  });
  return html`<section class="block-part">
    <h2>${t("account.waysTitle")}</h2>
    <ul class="rows">
      ${methods.map((method) => wayRow(c, companion, method, only))}${links}
    </ul>
    ${only ? html`<p class="small quiet">${t("account.lastWay")}</p>` : NOTHING}
  </section>`;
}

function photo(c: Ctx, companion: Companion, { customer }: ProfileContent): Html {
  if (customer.image === null) return NOTHING;
  const t = say(c);
  const remove = submit(t("account.photoRemove"), "plain");
  return html`<p>${t("account.photoKept")}</p>
    ${form(c, companion, "/profile/photo", remove)}`;
}

export function profilePage(c: Ctx, companion: Companion, content: ProfileContent) {
  const t = say(c);
  const { customer, methods, remark } = content;
  const hasPassword = methods.some(({ provider }) => provider === "credential");
  const password = t(hasPassword ? "account.passwordChangeTitle" : "account.passwordAddTitle");
  return accountPage(c, companion, {
    title: t("account.profileTitle"),
    lead: customer.email,
    body: html`${remark === undefined ? NOTHING : note(remark, "ok")}
      ${detailsForm(c, companion, content)} ${photo(c, companion, content)}
      ${ways(c, companion, content)}
      <p><a class="button" href="/profile/password">${password}</a></p>
      ${form(c, companion, "/sign-out", submit(t("account.signOut"), "plain"))}
      <p><a href="/profile/delete">${t("account.deleteTitle")}</a></p>`,
  });
}

export interface PasswordContent {
  readonly customer: SignedIn;
  readonly hasPassword: boolean;
  readonly wrong?: Readonly<Record<string, string>>;
}

export function profilePasswordPage(c: Ctx, companion: Companion, content: PasswordContent) {
  const t = say(c);
  const { customer, hasPassword, wrong = {} } = content;
  const current = hasPassword
    ? field({
        name: "current",
        label: t("account.currentPassword"),
        type: "password",
        autocomplete: "current-password",
        wrong: wrong["current"],
      })
    : NOTHING;
  const username = html`<input
    class="unseen"
    type="text"
    name="username"
    value="${customer.email}"
    autocomplete="username"
    tabindex="-1"
    aria-hidden="true"
    readonly
  />`;
  const title = t(hasPassword ? "account.passwordChangeTitle" : "account.passwordAddTitle");
  return accountPage(c, companion, {
    title,
    ...(hasPassword ? {} : { lead: t("account.passwordAddLead") }),
    back: "/profile",
    body: form(
      c,
      companion,
      "/profile/password",
      html`${username}${current}${newPasswordField(c, t("account.newPassword"), wrong["password"])}
      ${submit(t("account.savePassword"))}`,
    ),
  });
}

export function deletePage(c: Ctx, companion: Companion) {
  const t = say(c);
  return accountPage(c, companion, {
    title: t("account.deleteTitle"),
    lead: t("account.deleteLead"),
    back: "/profile",
    body: form(c, companion, "/profile/delete", submit(t("account.deleteConfirm"), "danger")),
  });
}
