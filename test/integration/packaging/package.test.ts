import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { beforeAll, describe, expect, it } from "vitest";
import { FUSES } from "../../../scripts/packaging/fuses.ts";
import { missingNatives } from "../../../scripts/packaging/natives.ts";
import { ensureBuilt } from "../../../scripts/tools/build.ts";
import { capture } from "../../../scripts/tools/run.ts";
import { bootMain, ROOT } from "../../fixtures/electron/booted.ts";
import { writeRuntimeStub } from "../../fixtures/electron/runtime-stub.ts";
import { keptFolder, tempFolder } from "../../fixtures/temp-folder.ts";
import { until } from "../../fixtures/until.ts";

/** Everything but the runtime is real here: electron-builder, its configuration, the archive, the fuses. */
const FEED = "https://updates.example/bellhop";
const CPU = process.arch === "arm64" ? "arm64" : "x64";
const ON_LINUX = process.platform === "linux";
const WHY_SKIPPED =
  "SKIPPED: the dry run makes a package for Linux with the native modules installed here.";

if (!ON_LINUX) console.warn(WHY_SKIPPED);

function electronVersion(): string {
  const file = join(ROOT, "node_modules", "electron", "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

function packageDry(folder: string, ...args: readonly string[]) {
  const runtime = join(folder, "runtime");
  writeRuntimeStub(runtime, electronVersion());
  return capture("electron-builder", [
    "--linux",
    "dir",
    "--publish",
    "never",
    `-c.electronDist=${runtime}`,
    `-c.directories.output=${join(folder, "out")}`,
    ...args,
  ]);
}

describe.skipIf(!ON_LINUX)("a package made with a stand-in for Electron's runtime", () => {
  const folder = keptFolder();
  let unpacked = "";
  let resources = "";
  let content: readonly string[] = [];

  beforeAll(() => {
    ensureBuilt();
    const made = packageDry(folder, `-c.publish.provider=generic`, `-c.publish.url=${FEED}`);
    expect(made.ok, made.output).toBe(true);
    unpacked = join(folder, "out", CPU === "x64" ? "linux-unpacked" : `linux-${CPU}-unpacked`);
    resources = join(unpacked, "resources");
    content = capture("asar", ["list", join(resources, "app.asar")])
      .stdout.trim()
      .split("\n");
  });

  it("has every fuse set as decided, read back from its binary", async () => {
    const wire = (await getCurrentFuseWire(join(unpacked, "bellhop"))) as unknown as Readonly<
      Record<number, number>
    >;
    const names = Object.values(FuseV1Options).filter((value) => typeof value === "number");
    const read = names.map((fuse) => wire[fuse] === "1".charCodeAt(0));
    expect(read).toEqual(names.map((fuse) => FUSES[fuse]));
  });

  it("holds the built app and its native modules, and no source, map, test or environment file", () => {
    const top = new Set(content.map((file) => file.split("/")[1]));
    expect(top).toEqual(new Set(["node_modules", "out", "package.json", "resources"]));
    expect(content).toContain("/out/main/index.js");
    expect(content).toContain("/out/preload/index.cjs");
    const unwanted = /\.tsx?$|\.map$|\.env|\.(?:test|spec)\.|\/(?:test|deps|src|docs)\/|simulator/;
    expect(content.filter((file) => unwanted.test(file))).toEqual([]);
    const modules = new Set(
      content.map((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]),
    );
    expect(
      [...modules].filter((name) => name !== undefined && !/^@napi-rs(\/keyring|$)/.test(name)),
    ).toEqual(["better-sqlite3"]);
  });

  it("has its native modules beside the archive, for its own system and processor only", () => {
    expect(missingNatives(resources, "linux", CPU)).toEqual([]);
    const natives = content.filter((file) => file.endsWith(".node"));
    expect(natives.length).toBeGreaterThan(1);
    for (const file of natives) {
      expect(file).toMatch(new RegExp(`linux(?:musl)?-${CPU}`));
      expect(existsSync(join(resources, "app.asar.unpacked", file))).toBe(true);
    }
  });

  it("knows where its updates are and takes them from nowhere else", () => {
    const feed = readFileSync(join(resources, "app-update.yml"), "utf8");
    expect(feed).toMatch(/^provider: generic$/m);
    expect(feed).toContain(`url: ${FEED}\n`);
  });

  it("starts, from the files of the archive alone", async () => {
    const folder = tempFolder();
    const made = capture("asar", ["extract", join(resources, "app.asar"), join(folder, "app")]);
    expect(made.ok, made.output).toBe(true);
    const booted = await bootMain(join(folder, "data"), {}, join(folder, "app/out/main/index.js"));
    await until("the window is there", async () => {
      const { windows, boxes } = await booted.facts();
      expect(boxes).toEqual([]);
      return windows[0]?.visible === true;
    });
    expect(await booted.invoke("staff.list", {})).toEqual({ ok: true, value: [] });
  });
});

describe.skipIf(!ON_LINUX)("a package that would not work", () => {
  it("is refused: the keychain of another processor was not installed", () => {
    const folder = tempFolder();
    const other = CPU === "x64" ? "arm64" : "x64";
    const made = packageDry(folder, `--${other}`);
    expect(made.ok).toBe(false);
    expect(made.output).toContain(`the keychain (linux, ${other})`);
  });

  it("is refused: a key that electron-builder does not know", () => {
    const folder = tempFolder();
    const made = packageDry(folder, "-c.win.verifyUpdates=true");
    expect(made.ok).toBe(false);
    expect(made.output).toContain("Invalid configuration object");
    expect(readdirSync(folder)).not.toContain("out");
  });
});
