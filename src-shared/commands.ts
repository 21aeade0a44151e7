import { z } from "zod";

/** What makes or shows something on the schedule. */
export const SCHEDULE_COMMANDS = [
  "create",
  "walkIn",
  "block",
  "findTime",
  "today",
  "dayView",
  "weekView",
  "monthView",
  "listView",
] as const;

/** What the menu of the app can ask of the window: all that its keys can, and every screen. */
export const MENU_COMMANDS = [
  "schedule",
  "customers",
  "integrations",
  "settings",
  "about",
  "help",
  "keys",
  "search",
  "print",
  "syncNow",
  ...SCHEDULE_COMMANDS,
  "previous",
  "next",
] as const;
export const MenuCommand = z.enum(MENU_COMMANDS);
export type MenuCommand = z.infer<typeof MenuCommand>;

/** The one list of what is pressed together with Ctrl, ⌘ on a Mac. Menu, window and the list of keys read it. */
export const SHORTCUTS = {
  create: "N",
  search: "K",
  print: "P",
  settings: ",",
  undo: "Z",
  redo: "Shift+Z",
} as const;
export type ShortcutCommand = keyof typeof SHORTCUTS;

/** A command that was chosen in the menu. */
export const ChosenCommand = z.strictObject({
  command: MenuCommand,
  /** By its keys, not by the mouse: then it must not act while somebody types. */
  byKey: z.boolean(),
});
export type ChosenCommand = z.infer<typeof ChosenCommand>;
