import path from "node:path";
import { flipFuses } from "@electron/fuses";
import { FUSES } from "./packaging/fuses.ts";

interface Packed {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: {
    readonly appInfo: { readonly productFilename: string };
    readonly executableName?: string;
  };
}

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

/** electron-builder calls it with each unpacked app, before it is signed. */
export async function afterPack(packed: Packed): Promise<void> {
  const isMac = packed.electronPlatformName === "darwin";
  // On Apple silicon an unsigned build carries an ad-hoc signature that the flipped bytes make invalid.
  await flipFuses(binaryOf(packed), { ...FUSES, resetAdHocDarwinSignature: isMac });
}
