import { useEffect } from "react";
import { runScheduleKey } from "../schedule/schedule-keys.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useWindow } from "../store/window.ts";
import { controlHeld } from "../ui/platform.ts";
import { keyByReading } from "../ui/reading.ts";
import { escapeLeadsBack, keyCommand, type KeyCommand, keysAreTaken } from "./keyboard.ts";
import { runAnywhere } from "./run-command.ts";
import { typeAhead } from "./type-ahead.ts";

/** Whether the command had anything to do here. */
function run(command: KeyCommand): boolean {
  if (runAnywhere(command)) return true;
  if (useWindow.getState().screen !== "schedule") return false;
  runScheduleKey(command);
  return true;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  const focused = document.activeElement;
  const isOurs = event.key === "Escape" && escapeLeadsBack(focused);
  if (keysAreTaken(focused) && !isOurs) return;
  if (!isOurs && typeAhead(event)) return;
  const { singleKeys } = useCatalogue.getState().preferences;
  const command = keyCommand({ ...pick(event), control: controlHeld(event) }, singleKeys);
  if (command !== null && run(command)) event.preventDefault();
}

function pick({ key, shiftKey, altKey }: KeyboardEvent) {
  return { key: keyByReading(key), shiftKey, altKey };
}

/** The keys of the whole window. */
export function useKeys(): void {
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
