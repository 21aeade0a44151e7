import { type ComponentType, lazy } from "react";
import { ScheduleScreen } from "../schedule/schedule-screen.tsx";
import type { Screen } from "../store/window.ts";

/** The screens by name; a screen fills everything below the title bar. The schedule is home, the others come when asked for. */
export const SCREEN_VIEWS: Record<Screen, ComponentType> = {
  schedule: ScheduleScreen,
  customers: lazy(async () => ({
    default: (await import("../customers/customers-screen.tsx")).CustomersScreen,
  })),
  integrations: lazy(async () => ({
    default: (await import("../integrations/integrations-screen.tsx")).IntegrationsScreen,
  })),
  settings: lazy(async () => ({
    default: (await import("../settings/settings-screen.tsx")).SettingsScreen,
  })),
  help: lazy(async () => ({ default: (await import("../help/help-screen.tsx")).HelpScreen })),
};
