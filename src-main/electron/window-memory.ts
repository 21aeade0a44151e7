import { renameSync } from "node:fs";
import { z } from "zod";
import { OnClose } from "../../src-shared/host-life.ts";
import type { Logger } from "../core/ports.ts";

const Bounds = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});

const Remembered = z.object({
  /** Where the window was last, whatever displays there were. */
  bounds: Bounds.nullable().catch(null),
  /** Where it was last on each arrangement of displays, the newest at the end. */
  places: z.array(z.object({ displays: z.string(), bounds: Bounds })).catch([]),
  maximized: z.boolean().catch(false),
  onClose: OnClose.catch("ask"),
  /** Whether the person was asked once if the app shall start with the computer. */
  askedAboutLogin: z.boolean().catch(false),
});
export type Remembered = z.infer<typeof Remembered>;

/** The part of electron-store that is used. */
export interface SettingsFile {
  readonly path: string;
  readonly store: unknown;
  set(values: Partial<Remembered>): void;
}

export interface WindowMemory {
  read(): Remembered;
  remember(values: Partial<Remembered>): void;
  /** Whether the file could not be read at this start, until somebody knows. */
  wasSetAside(): boolean;
  forgetSetAside(): void;
}

export interface WindowMemoryDeps {
  /** Opens the settings file; throws if it can't be understood. */
  readonly open: () => SettingsFile;
  readonly path: string;
  readonly log: Logger;
}

/** A file that can't be understood is kept beside the new one: a person may want to look at it. */
function openOrSetAside({ open, path, log }: WindowMemoryDeps, onSetAside: () => void) {
  try {
    return open();
  } catch {
    log.warn("window.settingsSetAside");
    renameSync(path, `${path}.unreadable`);
    onSetAside();
    return open();
  }
}

/** How the window was left. Losing it costs a person one drag of the mouse, so no failure here stops anything. */
export function createWindowMemory(deps: WindowMemoryDeps): WindowMemory {
  let known = Remembered.parse({});
  let file: SettingsFile | null = null;
  let setAside = false;
  try {
    file = openOrSetAside(deps, () => {
      setAside = true;
    });
    known = Remembered.parse(file.store);
  } catch {
    deps.log.warn("window.settingsUnreadable");
  }
  return {
    read: () => known,
    wasSetAside: () => setAside,
    forgetSetAside() {
      setAside = false;
    },
    remember(values) {
      known = { ...known, ...values };
      try {
        file?.set(values);
      } catch {
        deps.log.warn("window.settingsNotSaved");
      }
    },
  };
}
