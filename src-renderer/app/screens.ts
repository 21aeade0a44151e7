import type { ComponentType } from "react";
import { CustomersScreen } from "../customers/customers-screen.tsx";
import { HelpScreen } from "../help/help-screen.tsx";
import { IntegrationsScreen } from "../integrations/integrations-screen.tsx";
import { ScheduleScreen } from "../schedule/schedule-screen.tsx";
import { SettingsScreen } from "../settings/settings-screen.tsx";
import type { Screen } from "../store/window.ts";

/** The screens by name; a screen fills everything below the title bar. */
export const SCREEN_VIEWS: Record<Screen, ComponentType> = {
  schedule: ScheduleScreen,
  customers: CustomersScreen,
  integrations: IntegrationsScreen,
  settings: SettingsScreen,
  help: HelpScreen,
};
