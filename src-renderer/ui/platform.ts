const IS_APPLE = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? "");

/** The name on the key that makes a shortcut: ⌘ on a Mac, Ctrl elsewhere. */
export const CONTROL_KEY = IS_APPLE ? "⌘" : "Ctrl";

/** Whether the platform's shortcut key is held. */
export function controlHeld(event: {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): boolean {
  return IS_APPLE ? event.metaKey : event.ctrlKey;
}
