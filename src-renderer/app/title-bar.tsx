import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCatalogue } from "../store/catalogue.ts";
import { useSync, useSyncPresentation } from "../store/sync.ts";
import { openScreen, SCREENS, type Screen, useWindow } from "../store/window.ts";
import { Bell, Icon } from "../ui/icon.tsx";
import { joinClass } from "../ui/join-class.ts";
import { Kbd } from "../ui/kbd.tsx";
import { SyncLight } from "./sync-light.tsx";

/** Brand, screens, search and the state of the sync. */
export function TitleBar() {
  const { t } = useTranslation();
  const name = useCatalogue((s) => s.business?.name ?? "");
  const practice = useCatalogue((s) => s.info?.practice === true);
  return (
    <header className="titlebar">
      <div className="brand">
        <Bell />
        <span className="brand-name" dir="auto">
          {name === "" ? t("app.unnamedBusiness") : name}
        </span>
        {practice ? <span className="brand-practice">{t("app.practice")}</span> : null}
      </div>
      <nav className="tabs" aria-label={t("app.tabsLabel")}>
        {SCREENS.map((screen) => (
          <Tab key={screen} screen={screen} />
        ))}
      </nav>
      <SearchBox />
      <SyncLight />
    </header>
  );
}

function Tab({ screen }: { readonly screen: Screen }) {
  const { t } = useTranslation();
  const on = useWindow((s) => s.screen === screen);
  const needs = useNeeds();
  return (
    <button
      type="button"
      className={joinClass("tab", on && "on")}
      aria-current={on ? "page" : undefined}
      onClick={() => openScreen(screen)}
    >
      {t(`app.tabs.${screen}`)}
      {screen === "integrations" && needs > 0 ? (
        <span className="tab-count" aria-label={t("app.integrationsNeed", { count: needs })}>
          {needs}
        </span>
      ) : null}
    </button>
  );
}

/** How many things in Integrations only a person can end. */
function useNeeds(): number {
  const shape = useSyncPresentation()?.shape;
  const broken = shape === "error" ? 1 : 0;
  const counts = useSync((s) => s.status?.counts);
  return broken + (counts?.parked ?? 0) + (counts?.attention ?? 0);
}

function SearchBox() {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="search"
      aria-label={t("app.searchLabel")}
      onClick={() => useWindow.setState({ search: { query: "" } })}
    >
      <Icon of={Search} size={14} />
      <span className="search-words grow">{t("app.search")}</span>
      <Kbd>/</Kbd>
    </button>
  );
}
