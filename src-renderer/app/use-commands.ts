import { useEffect } from "react";
import { call, listen } from "../bridge.ts";
import { keysAreTaken } from "./keyboard.ts";
import { runMenuCommand } from "./run-command.ts";

/** An open dialog has to be answered first; and by its keys nothing acts where somebody types. */
function mayAct(byKey: boolean): boolean {
  if (document.querySelector("[role=dialog], [role=alertdialog]") !== null) return false;
  return !byKey || !keysAreTaken(document.activeElement);
}

async function take(): Promise<void> {
  const { chosen } = await call("app.chosenCommand", {});
  if (chosen !== null && mayAct(chosen.byKey)) runMenuCommand(chosen.command);
}

/** Does what is chosen in the menu of the app: what opened the window, and what comes later. */
export function useCommands(): void {
  useEffect(() => {
    const go = (): void => void take().catch(() => undefined);
    go();
    return listen("command.chosen", go);
  }, []);
}
