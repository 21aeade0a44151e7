import type { Handlers } from "../../src-shared/bridge/contract.ts";
import type { ChosenCommand } from "../../src-shared/commands.ts";
import type { Clock } from "./ports.ts";

/** As long as a window may take to open for a command; later nobody would know any more what happens to them. */
export const COMMAND_KEPT_MS = 10_000;

/** What was chosen in the menu, until the window has taken it: on a Mac there may be none yet. */
export interface ChosenCommands {
  choose(chosen: ChosenCommand): void;
  readonly handlers: Pick<Handlers, "app.chosenCommand">;
}

export function createChosenCommands(clock: Clock, tell: () => void): ChosenCommands {
  let kept: { readonly chosen: ChosenCommand; readonly at: number } | null = null;
  return {
    choose(chosen) {
      kept = { chosen, at: clock.now() };
      tell();
    },
    handlers: {
      "app.chosenCommand": () => {
        const fresh = kept !== null && Math.abs(clock.now() - kept.at) <= COMMAND_KEPT_MS;
        const chosen = fresh ? (kept?.chosen ?? null) : null;
        kept = null;
        return { chosen };
      },
    },
  };
}
