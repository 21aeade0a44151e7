import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { openScreen, useWindow } from "../store/window.ts";
import { joinClass } from "../ui/join-class.ts";
import { AboutSection } from "./about-section.tsx";
import { AppearanceSection } from "./appearance-section.tsx";
import { hasChoices, useHostLife } from "../store/host-life.ts";
import { ClosuresSection } from "./closures-section.tsx";
import { ComputerSection } from "./computer-section.tsx";
import { HoursSection } from "./hours-section.tsx";
import { KeyboardSection } from "./keyboard-section.tsx";
import { LanguageSection } from "./language-section.tsx";
import { PlaceSection } from "./place-section.tsx";
import { ScheduleSection } from "./schedule-section.tsx";
import { ServicesSection } from "./services-section.tsx";
import { StaffSection } from "./staff-section.tsx";
import "./settings.css";
import "./lists.css";

const SECTIONS = {
  place: PlaceSection,
  hours: HoursSection,
  closures: ClosuresSection,
  services: ServicesSection,
  staff: StaffSection,
  schedule: ScheduleSection,
  keyboard: KeyboardSection,
  appearance: AppearanceSection,
  computer: ComputerSection,
  language: LanguageSection,
  about: AboutSection,
} as const satisfies Record<string, ComponentType>;
type SectionId = keyof typeof SECTIONS;

const GROUPS = [
  { id: "business", sections: ["place", "hours", "closures", "services", "staff"] },
  {
    id: "desk",
    sections: ["schedule", "language", "appearance", "keyboard", "computer", "about"],
  },
] as const satisfies readonly { readonly id: string; readonly sections: readonly SectionId[] }[];

function isSection(detail: string | null): detail is SectionId {
  return detail !== null && Object.hasOwn(SECTIONS, detail);
}

/** The settings: their list at the left, one section at the right. */
export function SettingsScreen() {
  const { t } = useTranslation();
  const detail = useWindow((s) => s.detail);
  const here = isSection(detail) ? detail : "place";
  const Section = SECTIONS[here];
  const life = useHostLife();
  const isThere = (section: SectionId): boolean =>
    section !== "computer" || (life !== null && hasChoices(life));
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={t("settings.nav")}>
        {GROUPS.map(({ id, sections }) => (
          <section key={id}>
            <h2>{t(`settings.group.${id}`)}</h2>
            <ul>
              {sections.filter(isThere).map((section) => (
                <li key={section}>
                  <button
                    type="button"
                    className={joinClass(section === here && "on")}
                    aria-current={section === here ? "page" : undefined}
                    onClick={() => openScreen("settings", section)}
                  >
                    {t(`settings.section.${section}`)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <Section key={here} />
    </div>
  );
}
