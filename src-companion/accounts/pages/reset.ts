import { html } from "hono/html";
import type { Companion, Ctx } from "../../http/env.ts";
import { field, hidden, submit } from "../../pages/fields.ts";
import { form } from "../../pages/layout.ts";
import { say } from "../../pages/words.ts";
import { accountPage } from "./shell.ts";
import { newPasswordField } from "./sign-up.ts";

export function resetPage(c: Ctx, companion: Companion, email: string, wrong?: string) {
  const t = say(c);
  const address = field({
    name: "email",
    label: t("account.email"),
    type: "email",
    autocomplete: "username",
    value: email,
    wrong,
  });
  return accountPage(c, companion, {
    title: t("account.resetTitle"),
    lead: t("account.resetLead"),
    back: "/sign-in",
    body: form(c, companion, "/reset", html`${address} ${submit(t("account.sendLink"))}`),
  });
}

export function newPasswordPage(c: Ctx, companion: Companion, token: string, wrong?: string) {
  const t = say(c);
  const password = newPasswordField(c, t("account.newPassword"), wrong);
  return accountPage(c, companion, {
    title: t("account.resetTitle"),
    body: form(
      c,
      companion,
      "/reset/new",
      html`${hidden("token", token)}${password} ${submit(t("account.savePassword"))}`,
    ),
  });
}
