import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { FuseV1Options } from "@electron/fuses";
import { describe, expect, it } from "vitest";
import { FUSES } from "../../../scripts/packaging/fuses.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const config = readFileSync(path.join(root, "electron-builder.yml"), "utf8");

/** The lines indented below a top-level key. */
function section(key: string): string {
  return new RegExp(`^${key}:\\n((?: {2}.*\\n?)+)`, "m").exec(config)?.[1] ?? "";
}

describe("the fuses", () => {
  it("name every fuse this Electron has, so that a new one has to be decided on", () => {
    const known = Object.values(FuseV1Options).filter((value) => typeof value === "number");
    expect(known.filter((fuse) => !(fuse in FUSES))).toEqual([]);
    expect(FUSES.strictlyRequireAllFuses).toBe(true);
  });

  it.each([
    ["RunAsNode", FuseV1Options.RunAsNode, false],
    ["NODE_OPTIONS", FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
    ["--inspect", FuseV1Options.EnableNodeCliInspectArguments, false],
    ["cookie encryption", FuseV1Options.EnableCookieEncryption, true],
    ["archive integrity", FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
    ["only the archive", FuseV1Options.OnlyLoadAppFromAsar, true],
    ["file:// privileges", FuseV1Options.GrantFileProtocolExtraPrivileges, false],
  ] as const)("%s", (_name, fuse, state) => {
    expect(FUSES[fuse]).toBe(state);
  });
});

describe("electron-builder.yml", () => {
  it("installs per user on Windows, for both processors, and keeps the data on removal", () => {
    expect(section("nsis")).toMatch(/perMachine: false/);
    expect(section("nsis")).toMatch(/deleteAppDataOnUninstall: false/);
    expect(section("win")).toMatch(/nsis\n\s+arch: \[x64, arm64\]/);
  });

  it("is hardened on macOS with entitlements that exist and allow nothing but V8's own code", () => {
    expect(section("mac")).toMatch(/hardenedRuntime: true/);
    const file = /entitlements: (\S+)/.exec(section("mac"))?.[1] ?? "";
    const granted = readFileSync(path.join(root, file), "utf8").match(/<key>[^<]+<\/key>/g);
    expect(granted).toEqual(["<key>com.apple.security.cs.allow-jit</key>"]);
  });

  it("packs built files and native modules only: no sources, maps or environment files", () => {
    const files = section("files");
    expect(files).not.toMatch(/src-|test|scripts/);
    expect(files).toMatch(/"!node_modules"/);
    expect(files).toMatch(/"!\*\*\/\*\.map"/);
    expect(files).toMatch(/"!\*\*\/\.env\*"/);
    expect(section("asarUnpack")).toMatch(/\*\*\/\*\.node/);
  });

  it("sets the fuses by a hook that exists, and publishes nothing by itself", () => {
    const hook = /^afterPack: (\S+)$/m.exec(config)?.[1] ?? "";
    expect(existsSync(path.join(root, hook))).toBe(true);
    expect(config).toMatch(/^publish: null$/m);
  });
});
