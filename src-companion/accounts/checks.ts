import { z } from "zod";
import type { Ctx } from "../http/env.ts";
import { hasZero } from "../http/text.ts";
import { say } from "../pages/words.ts";
import { PASSWORD_MAX, PASSWORD_MIN } from "./auth.ts";

const Email = z.email().max(254);
const NAME_MAX = 100;

/** The address as we keep it, or null if it is none. */
export function readEmail(text: string | undefined): string | null {
  const parsed = Email.safeParse(text?.trim().toLowerCase());
  return parsed.success ? parsed.data : null;
}

/** What is wrong with a new password, in words; undefined if nothing is. */
export function wrongPassword(c: Ctx, password: string, email: string): string | undefined {
  const t = say(c);
  if (password.length < PASSWORD_MIN) return t("account.passwordShort", { count: PASSWORD_MIN });
  if (password.length > PASSWORD_MAX) return t("account.passwordLong", { count: PASSWORD_MAX });
  if (hasZero(password)) return t("account.badCharacter");
  return password.toLowerCase() === email.toLowerCase() ? t("account.passwordIsEmail") : undefined;
}

/** What is wrong with the names, by field. */
export function wrongNames(
  c: Ctx,
  form: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const t = say(c);
  const first = form["firstName"]?.trim() ?? "";
  const last = form["lastName"]?.trim() ?? "";
  const zero = t("account.badCharacter");
  return {
    ...(hasZero(first) ? { firstName: zero } : {}),
    ...(hasZero(last) ? { lastName: zero } : {}),
    ...(first === "" ? { firstName: t("account.required") } : {}),
    ...(first.length > NAME_MAX ? { firstName: t("account.tooLong") } : {}),
    ...(last.length > NAME_MAX ? { lastName: t("account.tooLong") } : {}),
  };
}
