import type { Shell } from "electron";
import type { HostPorts } from "../node/open-desk.ts";

/** The only call of `shell.openExternal`; which addresses come this far is decided in core/links.ts. */
export function createLinkOpener(shell: Shell): HostPorts["openLink"] {
  return (url) => shell.openExternal(url);
}
