import { useEffect } from "react";
import { redo, undo } from "../schedule/actions/history.ts";
import { runScheduleKey } from "../schedule/schedule-keys.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useWindow } from "../store/window.ts";
import { controlHeld } from "../ui/platform.ts";
import { keyCommand, type KeyCommand, keysAreTaken } from "./keyboard.ts";

function run(command: KeyCommand): void {
  switch (command) {
    case "search":
      return useWindow.setState({ search: { query: "" } });
    case "keys":
      return useWindow.setState({ keysOpen: true });
    case "undo":
      return void undo();
    case "redo":
      return void redo();
    default:
      if (useWindow.getState().screen === "schedule") runScheduleKey(command);
  }
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  if (keysAreTaken(document.activeElement)) return;
  const { singleKeys } = useCatalogue.getState().preferences;
  const command = keyCommand({ ...pick(event), control: controlHeld(event) }, singleKeys);
  if (command === null) return;
  event.preventDefault();
  run(command);
}

function pick({ key, shiftKey, altKey }: KeyboardEvent) {
  return { key, shiftKey, altKey };
}

/** The keys of the whole window. */
export function useKeys(): void {
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
