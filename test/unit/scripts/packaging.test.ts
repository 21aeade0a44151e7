import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { FuseV1Options } from "@electron/fuses";
import { describe, expect, it } from "vitest";
import { FUSES } from "../../../scripts/packaging/fuses.ts";
import { releaseArgs, releaseFaults, targetsOf } from "../../../scripts/packaging/release.ts";
import { LINK_SCHEME } from "../../../src-shared/app-link.ts";
import { makeSbom } from "../../../scripts/packaging/sbom.ts";

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

  it("makes what updates of macOS are made of, and packages for testers on Linux", () => {
    expect(section("mac")).toMatch(/dmg\n\s+arch: \[x64, arm64\][^]*zip\n\s+arch: \[x64, arm64\]/);
    expect(section("linux")).toMatch(/target: \[AppImage, deb\]/);
  });

  it("lets Windows install an update only if it is signed by the same name", () => {
    expect(section("win")).toMatch(/verifyUpdateCodeSignature: true/);
    expect(config).not.toMatch(/signExecutable: false|signAndEditExecutable: false|identity: null/);
  });

  it("is hardened on macOS with entitlements that exist and allow nothing but V8's own code", () => {
    expect(section("mac")).toMatch(/hardenedRuntime: true/);
    expect(section("mac")).toMatch(/notarize: true/);
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

  it("registers the one scheme of our links, and takes it away again when the app is removed", () => {
    const schemes = section("protocols").match(/(?<=schemes: \[).*(?=\])/)?.[0];
    expect(schemes).toBe(LINK_SCHEME);
    const include = /^  include: (\S+)$/m.exec(section("nsis"))?.[1] ?? "";
    const script = readFileSync(path.join(root, include), "utf8");
    expect(script).toContain(`DeleteRegKey HKCU "Software\\Classes\\${LINK_SCHEME}"`);
  });

  it("sets the fuses by a hook that exists, and publishes nothing by itself", () => {
    const hook = /^afterPack: (\S+)$/m.exec(config)?.[1] ?? "";
    expect(existsSync(path.join(root, hook))).toBe(true);
    expect(config).toMatch(/^publish: null$/m);
  });
});

describe("a release", () => {
  const WINDOWS = {
    WIN_CSC_LINK: "cert.pfx",
    WIN_CSC_KEY_PASSWORD: "secret",
    WIN_PUBLISHER_NAME: "Bellhop GmbH",
  };
  const MAC = {
    CSC_LINK: "cert.p12",
    CSC_KEY_PASSWORD: "secret",
    APPLE_API_KEY: "key.p8",
    APPLE_API_KEY_ID: "ID",
    APPLE_API_ISSUER: "issuer",
  };
  const FEED = { BELLHOP_UPDATE_FEED: "https://updates.example/bellhop" };

  it("is made for the system it runs on, or for those that are named", () => {
    expect(targetsOf([], "darwin")).toEqual(["mac"]);
    expect(targetsOf(["--win", "-l", "--x64"], "darwin")).toEqual(["win", "linux"]);
  });

  it("is one with certificates, notarisation and an https feed", () => {
    expect(releaseFaults(["--win"], { ...WINDOWS, ...FEED }, "linux")).toEqual([]);
    expect(releaseFaults(["--mac"], { ...MAC, ...FEED }, "darwin")).toEqual([]);
    expect(releaseArgs(FEED)).toEqual([
      "-c.forceCodeSigning=true",
      "-c.publish.provider=generic",
      "-c.publish.url=https://updates.example/bellhop",
    ]);
  });

  it("names on Windows whose signature an update has to have, the old name and the new one while it changes", () => {
    const env = { ...FEED, WIN_PUBLISHER_NAME: "Bellhop GmbH; Bellhop SE" };
    expect(releaseArgs(env).slice(-2)).toEqual([
      "-c.win.signtoolOptions.publisherName=Bellhop GmbH",
      "-c.win.signtoolOptions.publisherName=Bellhop SE",
    ]);
  });

  it.each([...Object.keys(WINDOWS), "BELLHOP_UPDATE_FEED"])(
    "for Windows is none without %s",
    (name) => {
      const faults = releaseFaults(["--win"], { ...WINDOWS, ...FEED, [name]: "" }, "win32");
      expect(faults).toHaveLength(1);
      expect(faults[0]).toContain(name);
    },
  );

  it.each(Object.keys(MAC))("for macOS is none without %s", (name) => {
    const faults = releaseFaults([], { ...MAC, ...FEED, [name]: undefined }, "darwin");
    expect(faults).toEqual([`${name} is not set: a release is signed or it is none.`]);
  });

  it.each(["http://updates.example/bellhop", "updates.example", "file:///updates"])(
    "is none with its updates at %s",
    (feed) => {
      const env = { ...WINDOWS, BELLHOP_UPDATE_FEED: feed };
      expect(releaseFaults(["--win"], env, "win32")[0]).toContain("https");
    },
  );

  it.each(["-c.forceCodeSigning=false", "-c.mac.notarize=false", "-c.mac.identity=null"])(
    "is none with %s",
    (arg) => {
      const faults = releaseFaults(["--mac", arg], { ...MAC, ...FEED }, "darwin");
      expect(faults).toEqual([`${arg} changes how a release is signed.`]);
    },
  );
});

describe("the list of components (CycloneDX)", () => {
  const sbom = makeSbom();
  const names = sbom.components.map((one) => one.name);

  it("names every dependency that is shipped, and Electron, each with its sum", () => {
    const pack = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    expect(sbom.bomFormat).toBe("CycloneDX");
    expect(sbom.metadata.component.name).toBe("bellhop");
    for (const name of [...Object.keys(pack.dependencies), "electron"])
      expect(names).toContain(name);
    expect(sbom.components.filter((one) => (one.hashes ?? []).length === 0)).toEqual([]);
  });

  it("leaves out what only builds and tests, and names no address", () => {
    for (const tool of ["vitest", "@playwright/test", "electron-builder", "oxlint"])
      expect(names).not.toContain(tool);
    expect(sbom.components.filter((one) => !one.purl.startsWith("pkg:npm/"))).toEqual([]);
    expect(JSON.stringify(sbom.components)).not.toContain("distribution");
  });
});
