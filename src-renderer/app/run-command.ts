import type { MenuCommand } from "../../src-shared/commands.ts";
import { call } from "../bridge.ts";
import { redo, undo } from "../schedule/actions/history.ts";
import { runScheduleKey } from "../schedule/schedule-keys.ts";
import { openScreen, useWindow } from "../store/window.ts";
import { sayFailure } from "../ui/say-failure.ts";
import type { KeyCommand } from "./keyboard.ts";

/** What acts on any screen. Returns whether it was that. */
export function runAnywhere(command: KeyCommand | MenuCommand): boolean {
  switch (command) {
    case "search":
      useWindow.setState({ search: { query: "" } });
      return true;
    case "keys":
      useWindow.setState({ keysOpen: true });
      return true;
    case "undo":
      void undo();
      return true;
    case "redo":
      void redo();
      return true;
    case "schedule":
    case "customers":
    case "integrations":
    case "settings":
    case "help":
      openScreen(command);
      return true;
    case "about":
      openScreen("settings", "about");
      return true;
    case "syncNow":
      call("sync.now", {}).catch(sayFailure);
      return true;
    default:
      return false;
  }
}

/** What was chosen in the menu of the app; the schedule comes forward for what belongs to it. */
export function runMenuCommand(command: MenuCommand): void {
  if (runAnywhere(command)) return;
  if (useWindow.getState().screen !== "schedule") openScreen("schedule");
  runScheduleKey(command as KeyCommand & MenuCommand);
}
