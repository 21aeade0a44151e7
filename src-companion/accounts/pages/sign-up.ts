import { html } from "hono/html";
import type { Companion, Ctx } from "../../http/env.ts";
import { field, hidden, submit } from "../../pages/fields.ts";
import { NOTHING, form } from "../../pages/layout.ts";
import { say } from "../../pages/words.ts";
import { PASSWORD_MAX, PASSWORD_MIN } from "../auth.ts";
import type { Pending } from "../pending.ts";
import { accountPage } from "./shell.ts";

/** What was typed and what is wrong with it, by field. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, string>>;
}

export function newPasswordField(c: Ctx, label: string, wrong: string | undefined) {
  return field({
    name: "password",
    label,
    type: "password",
    autocomplete: "new-password",
    hint: say(c)("account.passwordHint", { count: PASSWORD_MIN }),
    maxLength: PASSWORD_MAX,
    wrong,
  });
}

export function nameFields(c: Ctx, { values, wrong }: FormState) {
  const t = say(c);
  return html`<div class="pair">
    ${field({
      name: "firstName",
      label: t("account.firstName"),
      autocomplete: "given-name",
      value: values["firstName"] ?? "",
      wrong: wrong["firstName"],
      maxLength: 100,
    })}
    ${field({
      name: "lastName",
      label: t("account.lastName"),
      autocomplete: "family-name",
      value: values["lastName"] ?? "",
      wrong: wrong["lastName"],
      maxLength: 100,
      optional: true,
    })}
  </div>`;
}

export function signUpPage(c: Ctx, companion: Companion, next: string, state: FormState) {
  const t = say(c);
  const back = `/sign-in?next=${encodeURIComponent(next)}`;
  return accountPage(c, companion, {
    title: t("account.signUpTitle"),
    lead: t("account.signUpLead"),
    back,
    body: html`${form(
        c,
        companion,
        "/sign-up",
        html`${hidden("next", next)}
        ${field({
          name: "email",
          label: t("account.email"),
          type: "email",
          autocomplete: "username",
          value: state.values["email"] ?? "",
          wrong: state.wrong["email"],
        })}
        ${nameFields(c, state)}
        ${newPasswordField(c, t("account.password"), state.wrong["password"])}
        ${submit(t("account.createAccount"))}`,
      )}
      <p><a href="${back}">${t("account.haveAccount")}</a></p>`,
  });
}

/** After every form that sends a mail; it says the same whether there is an account or not. */
export function mailSentPage(
  c: Ctx,
  companion: Companion,
  what: "sentSignUp" | "sentFacebook" | "sentReset",
) {
  const t = say(c);
  return accountPage(c, companion, {
    title: t("account.sentTitle"),
    lead: t(`account.${what}`),
    body: html`<p class="small quiet">${t("account.sentNothing")}</p>
      <p><a href="/sign-in">${t("account.signIn")}</a></p>`,
  });
}

export interface ConfirmContent {
  readonly token: string;
  readonly pending: Pending;
  readonly sameBrowser: boolean;
  readonly wrong?: string | undefined;
}

/** A link only shows this page: mail scanners open links, and opening one must not confirm anything. */
export function confirmPage(c: Ctx, companion: Companion, content: ConfirmContent) {
  const t = say(c);
  const { token, pending, sameBrowser, wrong } = content;
  const byPassword = pending.provider === "credential";
  const title = t("account.confirmTitle");
  if (!sameBrowser && !byPassword)
    return accountPage(c, companion, {
      title,
      lead: t("account.confirmFacebookElsewhere"),
      body: html`<p><a class="button" href="/sign-up">${t("account.signUpTitle")}</a></p>`,
    });
  const proof = sameBrowser
    ? NOTHING
    : html`<p>${t("account.confirmElsewhere")}</p>
        ${field({
          name: "password",
          label: t("account.password"),
          type: "password",
          autocomplete: "current-password",
          wrong,
        })}`;
  return accountPage(c, companion, {
    title,
    lead: t("account.confirmLead", { email: pending.email }),
    body: form(
      c,
      companion,
      "/confirm",
      html`${hidden("token", token)}${proof}${submit(t("account.confirmButton"))}`,
    ),
  });
}
