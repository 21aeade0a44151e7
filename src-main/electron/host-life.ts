import { AppError } from "../../src-shared/errors.ts";
import type { HostLife } from "../../src-shared/host-life.ts";
import type { HostLifeKeeper } from "../core/host-life.ts";
import type { LoginItem } from "./login-item.ts";
import type { WindowMemory } from "./window-memory.ts";

/** Where macOS lists what starts with the computer (System Settings, General, Login Items). */
const LOGIN_ITEMS = "x-apple.systempreferences:com.apple.LoginItems-Settings.extension";

export interface HostLifeDeps {
  readonly platform: NodeJS.Platform;
  readonly memory: WindowMemory;
  readonly loginItem: LoginItem;
  readonly openLink: (url: string) => Promise<void>;
}

function refuse(): never {
  throw new AppError("NOT_ALLOWED", "There is no such choice on this computer.");
}

/** What a person decides about how the app lives on this computer; kept beside how the window was left. */
export function createHostLife(deps: HostLifeDeps): HostLifeKeeper {
  const { platform, memory, loginItem } = deps;
  const hasTrayChoice = platform === "win32";

  function read(): HostLife {
    const { onClose, askedAboutLogin } = memory.read();
    return {
      onClose: hasTrayChoice ? onClose : null,
      atLogin: loginItem.state(),
      askedAboutLogin,
      settingsSetAside: memory.wasSetAside(),
    };
  }

  return {
    read,
    change({ onClose, atLogin, askedAboutLogin, settingsSetAside }) {
      if (onClose !== undefined && !hasTrayChoice) refuse();
      if (atLogin !== undefined && !loginItem.isPossible) refuse();
      if (atLogin !== undefined) loginItem.set(atLogin);
      if (settingsSetAside === false) memory.forgetSetAside();
      const asked = askedAboutLogin ?? (atLogin === undefined ? undefined : true);
      memory.remember({
        ...(onClose !== undefined && { onClose }),
        ...(asked !== undefined && { askedAboutLogin: asked }),
      });
      return read();
    },
    async openLoginItems() {
      if (platform !== "darwin") refuse();
      await deps.openLink(LOGIN_ITEMS);
    },
  };
}
