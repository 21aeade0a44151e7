import type { Handlers } from "../../src-shared/bridge/contract.ts";
import { AppError } from "../../src-shared/errors.ts";
import type { UpdateStatus } from "../../src-shared/update-status.ts";

/** The app's own update, as a host has it. */
export interface Updates {
  status(): UpdateStatus;
  /** Looks for a newer version, if it is not about that already. Never rejects. */
  check(): Promise<void>;
  /** Installs what is ready. @throws AppError NOT_ALLOWED if nothing is */
  restart(): Promise<void>;
  /** Returns the function that ends the listening. */
  onChange(listener: (status: UpdateStatus) => void): () => void;
}

/** For a host that brings no updates. */
export function updatesOff(because: Extract<UpdateStatus, { is: "off" }>["because"]): Updates {
  return {
    status: () => ({ is: "off", because }),
    check: () => Promise.resolve(),
    restart: () => Promise.reject(new AppError("NOT_ALLOWED", "There is no update to install.")),
    onChange: () => () => undefined,
  };
}

export function updateHandlers(
  updates: Updates,
): Pick<Handlers, "update.status" | "update.check" | "update.restart"> {
  return {
    "update.status": updates.status,
    "update.check": () => {
      // Not awaited: a download takes minutes, and what comes of it is told by the event.
      void updates.check();
      return updates.status();
    },
    "update.restart": async () => {
      await updates.restart();
      return updates.status();
    },
  };
}
