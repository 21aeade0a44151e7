import path from "node:path";
import { flipFuses } from "@electron/fuses";
import { FUSES } from "./packaging/fuses.ts";
import { missingNatives } from "./packaging/natives.ts";

interface Packed {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  /** electron-builder's number of the processor. */
  readonly arch: number;
  readonly packager: {
    readonly appInfo: { readonly productFilename: string };
    readonly executableName?: string;
  };
}

/** electron-builder's `Arch`. Universal apps are made of two that came by here before. */
const CPUS: Readonly<Record<number, string>> = { 1: "x64", 3: "arm64" };

function binaryOf({ appOutDir, electronPlatformName, packager }: Packed): string {
  const { productFilename } = packager.appInfo;
  switch (electronPlatformName) {
    case "darwin":
      return path.join(appOutDir, `${productFilename}.app`);
    case "win32":
      return path.join(appOutDir, `${productFilename}.exe`);
    default:
      return path.join(appOutDir, packager.executableName ?? productFilename);
  }
}

function resourcesOf(packed: Packed): string {
  return packed.electronPlatformName === "darwin"
    ? path.join(binaryOf(packed), "Contents", "Resources")
    : path.join(packed.appOutDir, "resources");
}

function mustBeWhole(packed: Packed): void {
  const cpu = CPUS[packed.arch];
  if (cpu === undefined) throw new Error(`No package is made for processor ${packed.arch}.`);
  const missing = missingNatives(resourcesOf(packed), packed.electronPlatformName, cpu);
  if (missing.length > 0)
    throw new Error(
      `The package lacks ${missing.join(" and ")}: see docs/release.md, “Native modules”.`,
    );
}

/**
 * electron-builder calls it with each unpacked app, before it is signed.
 * @throws Error if a native module for the target is missing
 */
export async function afterPack(packed: Packed): Promise<void> {
  mustBeWhole(packed);
  const isMac = packed.electronPlatformName === "darwin";
  // On Apple silicon an unsigned build carries an ad-hoc signature that the flipped bytes make invalid.
  await flipFuses(binaryOf(packed), { ...FUSES, resetAdHocDarwinSignature: isMac });
}
