import { Check, Minus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SignInMethodName } from "../../src-shared/companion/wire.ts";
import { Icon } from "../ui/icon.tsx";

interface CustomerSignInProps {
  /** Ways in that the booking page offers; null while none is connected. */
  readonly methods: readonly SignInMethodName[] | null;
}

const METHODS = ["google", "facebook", "email"] as const satisfies readonly SignInMethodName[];

/** How customers sign in to book online: which ways there are, and why several are better than one. */
export function CustomerSignIn({ methods }: CustomerSignInProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="customer-sign-in">
      <h2 className="integration-group" id="customer-sign-in">
        {t("integrations.customerSignIn.title")}
      </h2>
      <p className="customer-sign-in sub">{t("integrations.customerSignIn.advice")}</p>
      {methods === null ? (
        <p className="customer-sign-in mute">{t("integrations.customerSignIn.noPage")}</p>
      ) : (
        <ul className="customer-sign-in">
          {METHODS.map((method) => (
            <Method key={method} method={method} isOffered={methods.includes(method)} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface MethodProps {
  readonly method: SignInMethodName;
  readonly isOffered: boolean;
}

function Method({ method, isOffered }: MethodProps) {
  const { t } = useTranslation();
  return (
    <li className={isOffered ? "is-offered" : "mute"}>
      <Icon of={isOffered ? Check : Minus} size={14} />
      <span>{t(`integrations.customerSignIn.method.${method}`)}</span>
      <span className="small mute">
        {t(`integrations.customerSignIn.${isOffered ? "offered" : "notOffered"}`)}
      </span>
    </li>
  );
}
