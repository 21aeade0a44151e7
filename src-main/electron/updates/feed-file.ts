import { join } from "node:path";

/** Where electron-builder lays the address of the feed, if the build was given one. */
export function feedFileIn(resourcesDir: string): string {
  return join(resourcesDir, "app-update.yml");
}
