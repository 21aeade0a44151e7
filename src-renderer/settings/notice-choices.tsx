import { useTranslation } from "react-i18next";
import { changePreferences, useCatalogue } from "../store/catalogue.ts";
import { Switch } from "../ui/choices.tsx";
import { sayFailure } from "../ui/say-failure.ts";

const CHOICES = [
  ["notices", "on", "onMore"],
  ["noticeArrivals", "arrivals", "arrivalsMore"],
  ["noticeNames", "names", "namesMore"],
  ["noticesWhenClosed", "whenClosed", "whenClosedMore"],
] as const;

/** What the system's notices tell, and when. */
export function NoticeChoices() {
  const { t } = useTranslation();
  const preferences = useCatalogue((s) => s.preferences);
  return (
    <section>
      <h2 className="settings-sub">{t("notices.title")}</h2>
      {CHOICES.map(([name, words, more]) => (
        <div key={name} className="settings-switch notice-choice">
          <Switch
            isSelected={preferences[name]}
            isDisabled={name !== "notices" && !preferences.notices}
            onChange={(on) => void changePreferences({ [name]: on }).catch(sayFailure)}
          >
            <span className="name">{t(`notices.${words}`)}</span>
          </Switch>
          <p className="small sub">{t(`notices.${more}`)}</p>
        </div>
      ))}
    </section>
  );
}
