import { Farewell } from "../../../src-shared/bridge/contract/sync.ts";
import type { BridgeOutput, BridgeParsed } from "../../../src-shared/bridge/contract.ts";
import { AppError } from "../../../src-shared/errors.ts";
import type { Logger, Scheduler } from "../ports.ts";
import type { Settings } from "../store/settings.ts";

const KEY = "sync.farewell";

type Parting = BridgeOutput<"google.disconnect">;

interface FarewellDeps {
  readonly settings: Settings;
  readonly scheduler: Scheduler;
  readonly log: Logger;
  /** @throws AppError NO_NETWORK with nothing changed */
  readonly disconnect: (how: Farewell) => Promise<Omit<Parting, "waits">>;
  readonly onChange: () => void;
}

/** A disconnect that has to remove events needs the network; without one it waits, also over a restart. */
export function createFarewell({ settings, scheduler, log, disconnect, onChange }: FarewellDeps) {
  const wanted = (): Farewell | undefined => settings.get(KEY, Farewell);

  function forget(): void {
    settings.set(KEY, null);
  }

  async function part(how: Farewell): Promise<Parting> {
    const result = await disconnect(how);
    forget();
    return { ...result, waits: false };
  }

  return {
    isWaiting: (): boolean => wanted() !== undefined,
    /** Disconnects now, or as soon as the calendar can be reached if that was asked for. */
    async bid({ offline, ...how }: BridgeParsed<"google.disconnect">): Promise<Parting> {
      try {
        return await part(how);
      } catch (error) {
        const isOffline = error instanceof AppError && error.code === "NO_NETWORK";
        if (!isOffline || offline === "refuse") throw error;
        settings.set(KEY, how);
        onChange();
        return { removedEvents: 0, revoked: false, waits: true };
      }
    },
    takeBack(): void {
      forget();
      onChange();
    },
    /** After a complete cycle, which proves that the calendar can be reached. */
    onComplete(): void {
      const how = wanted();
      if (how === undefined) return;
      // Not within the cycle: the disconnect waits for its end.
      scheduler.after(0, () => {
        part(how).catch((error: unknown) =>
          log.warn("disconnect.waits", {
            code: error instanceof AppError ? error.code : "INTERNAL",
          }),
        );
      });
    },
  };
}
