import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gateFaults } from "./packaging/gate.ts";
import { releaseArgs, releaseFaults } from "./packaging/release.ts";
import { makeSbom } from "./packaging/sbom.ts";
import { ensureBuilt } from "./tools/build.ts";
import { ensureElectronFiles } from "./tools/electron-runtime.ts";
import { capture, ROOT, run } from "./tools/run.ts";

const IS_RELEASE = process.env["BELLHOP_RELEASE"] === "1";

function refuse(lines: readonly string[]): number {
  for (const line of lines) console.error(line);
  return 1;
}

interface Pack {
  readonly version: string;
  readonly devDependencies: { readonly electron: string };
}

const pack = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as Pack;

function whyNoRelease(args: readonly string[]): readonly string[] {
  const faults = releaseFaults(args, process.env, process.platform);
  return faults.length > 0 ? faults : gateFaults(pack.devDependencies.electron, capture);
}

function writeSbom(): void {
  mkdirSync(path.join(ROOT, "dist"), { recursive: true });
  const file = path.join(ROOT, "dist", `Bellhop-${pack.version}.cdx.json`);
  writeFileSync(file, `${JSON.stringify(makeSbom(), null, 2)}\n`);
  console.log(`The list of components is in ${path.relative(ROOT, file)}.`);
}

/** A release is signed, notarised, audited and has a feed, or nothing is made; a build for oneself may go without. */
async function makeInstallers(args: readonly string[]): Promise<number> {
  const faults = IS_RELEASE ? whyNoRelease(args) : [];
  if (faults.length > 0) return refuse(faults);
  ensureBuilt();
  writeSbom();
  if (ensureElectronFiles() === null)
    return refuse([
      "Electron’s runtime can’t be downloaded here, and an installer consists mostly of it: none was made.",
    ]);
  const release = IS_RELEASE ? releaseArgs(process.env) : [];
  return run("electron-builder", ["--publish", "never", ...release, ...args]);
}

try {
  process.exitCode = await makeInstallers(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
