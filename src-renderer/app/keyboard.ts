import { SHORTCUTS } from "../../src-shared/commands.ts";

/** What a key asks for. Arrows, Enter and Esc belong to the schedule's own grid and pane. */
export type KeyCommand =
  | "today"
  | "dayView"
  | "weekView"
  | "monthView"
  | "listView"
  | "previous"
  | "next"
  | "create"
  | "walkIn"
  | "block"
  | "findTime"
  | "slots"
  | "pickUp"
  | "search"
  | "keys"
  | "print"
  | "settings"
  | "undo"
  | "redo"
  | "zoomIn"
  | "zoomOut"
  | "edit"
  | "back";

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly control: boolean;
}

const SINGLE: Readonly<Record<string, KeyCommand>> = {
  t: "today",
  d: "dayView",
  w: "weekView",
  m: "monthView",
  l: "listView",
  k: "previous",
  p: "previous",
  j: "next",
  c: "create",
  b: "block",
  f: "findTime",
  s: "slots",
  x: "pickUp",
  e: "edit",
  "/": "search",
  "?": "keys",
  "+": "zoomIn",
  "-": "zoomOut",
};

/** Not letters, so they stay when single keys are off. */
const ALWAYS: Readonly<Record<string, KeyCommand>> = {
  Escape: "back",
  ArrowLeft: "previous",
  ArrowRight: "next",
};

const SHORTCUT_KEYS = ["create", "search", "print", "settings", "undo", "redo"] as const;

function withControl(press: KeyPress): KeyCommand | null {
  const key = press.key.toUpperCase();
  if (key === "Y") return "redo";
  if (key === "X" && !press.shiftKey) return "pickUp";
  const pressed = press.shiftKey ? `Shift+${key}` : key;
  return SHORTCUT_KEYS.find((command) => SHORTCUTS[command] === pressed) ?? null;
}

/**
 * The command of a key press, or null. Google's own keys where there are any (T, D, W, M, C, J, K, P, /, ?).
 * @param singleKeys false when single letters are switched off (WCAG 2.1.4)
 */
export function keyCommand(press: KeyPress, singleKeys: boolean): KeyCommand | null {
  if (press.altKey) return null;
  if (press.control) return withControl(press);
  if (Object.hasOwn(ALWAYS, press.key)) return ALWAYS[press.key] ?? null;
  if (!singleKeys) return null;
  const key = press.key.toLowerCase();
  if (key === "c" && press.shiftKey) return "walkIn";
  return SINGLE[key] ?? null;
}

const TYPING = "input, textarea, select, [contenteditable=true]";
const TAKES_KEYS = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Whether something that takes keys itself has the focus: then no single key may act. */
export function keysAreTaken(focused: Element | null): boolean {
  return focused !== null && focused.closest(`${TYPING}, ${TAKES_KEYS}`) !== null;
}

/** Whether Esc leads back out of where the focus is; a form on the grid asks for it. */
export function escapeLeadsBack(focused: Element | null): boolean {
  return focused !== null && focused.closest("[data-escape=back]") !== null;
}
