import type { Handlers } from "../../src-shared/bridge/contract.ts";
import { AppError } from "../../src-shared/errors.ts";
import type { HostLife, HostLifeChanges } from "../../src-shared/host-life.ts";

/** How the app lives on its computer, as a host has it. */
export interface HostLifeKeeper {
  read(): HostLife;
  /** @throws AppError NOT_ALLOWED for what there is no choice about here */
  change(changes: HostLifeChanges): HostLife;
  /** @throws AppError NOT_ALLOWED where the system has no such list */
  openLoginItems(): Promise<void>;
}

function notHere(): AppError {
  return new AppError("NOT_ALLOWED", "There is no such choice on this computer.");
}

/** For a host that lives as long as its process. */
export const NO_HOST_LIFE: HostLifeKeeper = {
  read: () => ({
    onClose: null,
    atLogin: "unavailable",
    askedAboutLogin: true,
    settingsSetAside: false,
  }),
  change: () => {
    throw notHere();
  },
  openLoginItems: () => Promise.reject(notHere()),
};

export function hostLifeHandlers(
  keeper: HostLifeKeeper,
): Pick<Handlers, "host.life" | "host.setLife" | "host.openLoginItems"> {
  return {
    "host.life": () => keeper.read(),
    "host.setLife": (changes) => keeper.change(changes),
    "host.openLoginItems": async () => {
      await keeper.openLoginItems();
      return {};
    },
  };
}
