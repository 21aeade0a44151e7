import { globSync } from "node:fs";
import path from "node:path";

/** Native modules of the app, where they lie beside the archive. They differ by system and processor. */
const NATIVES = [
  {
    what: "the database",
    file: (platform: string, cpu: string) =>
      `node_modules/better-sqlite3/prebuilds/${platform}-${cpu}.node`,
  },
  {
    what: "the keychain",
    file: (platform: string, cpu: string) =>
      `node_modules/@napi-rs/keyring-${platform}-${cpu}*/*.node`,
  },
] as const;

/**
 * What a package lacks of its native modules. npm installs binaries for the computer it runs on only, so a package
 * for another processor would come without its keychain and no test of the code would tell.
 * @param resourcesDir folder with `app.asar.unpacked`
 */
export function missingNatives(
  resourcesDir: string,
  platform: string,
  cpu: string,
): readonly string[] {
  const cwd = path.join(resourcesDir, "app.asar.unpacked");
  return NATIVES.filter(({ file }) => globSync(file(platform, cpu), { cwd }).length === 0).map(
    ({ what }) => `${what} (${platform}, ${cpu})`,
  );
}
