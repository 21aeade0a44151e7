import { SETTINGS_SECTIONS } from "../settings/sections.ts";
import { SCHEDULE_COMMANDS } from "../../src-shared/commands.ts";
import type { TFunction } from "i18next";
import type { Service, Staff } from "../../src-shared/domain/business.ts";
import { runScheduleKey } from "../schedule/schedule-keys.ts";
import { openScreen, SCREENS, useWindow } from "../store/window.ts";
import { markMatches } from "../ui/mark-matches.ts";
import type { KeyCommand } from "./keyboard.ts";

/** Groups of what is found besides customers and bookings, in the order they stand in. */
export const ENTRY_GROUPS = ["staff", "services", "screens", "commands"] as const;
export type EntryGroup = (typeof ENTRY_GROUPS)[number];

/** Something that the search leads to or does. */
export interface SearchEntry {
  /** Unlike any customer's id, which has no colon. */
  readonly id: string;
  readonly group: EntryGroup;
  readonly label: string;
  readonly open: () => void;
}

const COMMANDS = [...SCHEDULE_COMMANDS, "print"] as const satisfies readonly KeyCommand[];

function runOnSchedule(command: KeyCommand): void {
  openScreen("schedule");
  runScheduleKey(command);
}

/** Somebody's week. */
function openWeekOf(personId: string): void {
  openScreen("schedule");
  useWindow.setState({ view: "week", personId });
}

export interface SearchSources {
  readonly staff: readonly Staff[];
  readonly services: readonly Service[];
}

/** All that can be found besides customers and bookings, in the words of the window. */
export function searchEntries(t: TFunction, { staff, services }: SearchSources): SearchEntry[] {
  const settings = t("app.tabs.settings");
  return [
    ...staff
      .filter(({ active }) => active)
      .map(({ id, name }): SearchEntry => ({
        id: `staff:${id}`,
        group: "staff",
        label: name,
        open: () => openWeekOf(id),
      })),
    ...services
      .filter(({ active }) => active)
      .map(({ id, name }): SearchEntry => ({
        id: `service:${id}`,
        group: "services",
        label: name,
        open: () => openScreen("settings", "services"),
      })),
    ...SCREENS.map((screen): SearchEntry => ({
      id: `screen:${screen}`,
      group: "screens",
      label: t(`app.tabs.${screen}`),
      open: () => openScreen(screen),
    })),
    ...SETTINGS_SECTIONS.map((section): SearchEntry => ({
      id: `settings:${section}`,
      group: "screens",
      label: `${settings}: ${t(`settings.section.${section}`)}`,
      open: () => openScreen("settings", section),
    })),
    ...COMMANDS.map((command): SearchEntry => ({
      id: `do:${command}`,
      group: "commands",
      label: t(`app.keys.${command}`),
      open: () => runOnSchedule(command),
    })),
    {
      id: "do:keys",
      group: "commands",
      label: t("app.keys.title"),
      open: () => useWindow.setState({ keysOpen: true }),
    },
  ];
}

const MOST_OF_A_GROUP = 5;

/** Whether every word that was typed begins a word of the label; accents and case don't matter. */
function begins(label: string, words: readonly string[]): boolean {
  const parts = label.split(/[\s:,&]+/).filter((part) => part !== "");
  return words.every((word) =>
    parts.some((part) => {
      const [first] = markMatches(part, word);
      return first?.hit === true && first.text.length >= word.length;
    }),
  );
}

/** Those that match what was typed, a few of each group, in the groups' order. */
export function matchingEntries(entries: readonly SearchEntry[], query: string): SearchEntry[] {
  const words = query.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [];
  return ENTRY_GROUPS.flatMap((group) =>
    entries
      .filter((entry) => entry.group === group && begins(entry.label, words))
      .slice(0, MOST_OF_A_GROUP),
  );
}
