import { chmodSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultDataDir, prepareDataFolder } from "../../../src-main/node/data-folder.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

describe("the data folder", () => {
  it.skipIf(process.platform === "win32")("is made with its parents, for its owner only", () => {
    const folder = prepareDataFolder(join(tempFolder(), "a", "b"));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it.skipIf(process.platform === "win32")("is closed to others if it was open to them", () => {
    const folder = join(tempFolder(), "open");
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    prepareDataFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("is refused with a clear error where a file stands in the way", () => {
    const file = join(tempFolder(), "file");
    writeFileSync(file, "");
    for (const path of [file, join(file, "below")]) {
      expect(() => prepareDataFolder(path)).toThrow(
        expect.objectContaining({
          code: "STORE_UNREADABLE",
          message: expect.stringContaining(path),
        }),
      );
    }
  });

  it.each([
    ["linux", {}, "/home/anna/.local/share/bellhop"],
    ["linux", { XDG_DATA_HOME: "/data" }, "/data/bellhop"],
    ["darwin", {}, "/home/anna/Library/Application Support/Bellhop"],
    ["win32", { APPDATA: "/roaming" }, "/roaming/Bellhop"],
  ] as const)("is where %s keeps such things", (platform, env, path) => {
    expect(defaultDataDir({ platform, home: "/home/anna", env }).replaceAll("\\", "/")).toBe(path);
  });
});
