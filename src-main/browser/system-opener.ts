import { spawn } from "node:child_process";
import type { Logger } from "../core/ports.ts";

/** The program that opens an address with the person's browser. The address is an argument, no shell ever sees it. */
export function openerOf(platform: NodeJS.Platform): readonly [string, ...string[]] {
  switch (platform) {
    case "darwin":
      return ["open"];
    case "win32":
      return ["rundll32", "url.dll,FileProtocolHandler"];
    default:
      return ["xdg-open"];
  }
}

/**
 * Opens an address with the system's browser. A computer without such a program is no error: the window shows the
 * address too.
 */
export function createSystemOpener(
  opener: readonly [string, ...string[]],
  log: Logger,
): (url: string) => Promise<void> {
  const [program, ...before] = opener;
  return (url) =>
    new Promise((resolve) => {
      const child = spawn(program, [...before, url], { stdio: "ignore", detached: true });
      child.once("error", () => {
        log.warn("links.noOpener", { program });
        resolve();
      });
      child.once("spawn", () => {
        child.unref();
        resolve();
      });
    });
}
