import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { openScreen, useWindow } from "../store/window.ts";
import { joinClass } from "../ui/join-class.ts";
import { AboutSection } from "./about-section.tsx";
import { AppearanceSection } from "./appearance-section.tsx";
import { ClosuresSection } from "./closures-section.tsx";
import { ComputerSection } from "./computer-section.tsx";
import { HoursSection } from "./hours-section.tsx";
import { KeyboardSection } from "./keyboard-section.tsx";
import { LanguageSection } from "./language-section.tsx";
import { PlaceSection } from "./place-section.tsx";
import { ScheduleSection } from "./schedule-section.tsx";
import { SETTINGS_GROUPS, type SettingsSection } from "./sections.ts";
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
} as const satisfies Record<SettingsSection, ComponentType>;

function isSection(detail: string | null): detail is SettingsSection {
  return detail !== null && Object.hasOwn(SECTIONS, detail);
}

/** The settings: their list at the left, one section at the right. */
export function SettingsScreen() {
  const { t } = useTranslation();
  const detail = useWindow((s) => s.detail);
  const here = isSection(detail) ? detail : "place";
  const Section = SECTIONS[here];
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={t("settings.nav")}>
        {SETTINGS_GROUPS.map(({ id, sections }) => (
          <section key={id}>
            <h2>{t(`settings.group.${id}`)}</h2>
            <ul>
              {sections.map((section) => (
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
