import { useTranslation } from "react-i18next";
import { openScreen } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { ConnectPage } from "./connect-page.tsx";
import { signIn } from "./do.ts";
import { GoogleButton } from "./google-button.tsx";

interface SharedProps {
  readonly makeCalendar: boolean;
  readonly onMakeCalendar: (make: boolean) => void;
}

const LISTS = [
  { name: "written", list: "writtenList" },
  { name: "read", list: "readList" },
  { name: "never", list: "neverList" },
] as const;

/** Before anything leaves the computer: what will, and what never does. */
export function ConnectShared({ makeCalendar, onMakeCalendar }: SharedProps) {
  const { t } = useTranslation();
  return (
    <ConnectPage
      title={t("integrations.connect.shared.title")}
      about={t("integrations.connect.shared.about")}
      actions={
        <>
          <Button kind="quiet" size="large" onPress={() => openScreen("integrations")}>
            {t("integrations.connect.cancel")}
          </Button>
          <GoogleButton onPress={() => void signIn(makeCalendar)}>
            {t("integrations.connect.shared.signIn")}
          </GoogleButton>
        </>
      }
    >
      <dl className="shared-list">
        {LISTS.map(({ name, list }) => (
          <div key={name}>
            <dt>{t(`integrations.connect.shared.${name}`)}</dt>
            <dd>{t(`integrations.connect.shared.${list}`)}</dd>
          </div>
        ))}
      </dl>
      <div className="shared-choice">
        <Checkbox isSelected={makeCalendar} onChange={onMakeCalendar}>
          {t("integrations.connect.shared.makeCalendar")}
          <small>{t("integrations.connect.shared.makeCalendarMore")}</small>
        </Checkbox>
      </div>
    </ConnectPage>
  );
}
