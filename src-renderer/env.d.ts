/// <reference types="vite/client" />
import type { BellhopBridge } from "../src-shared/bridge/contract.ts";

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in the browser host. */
    readonly bellhop?: BellhopBridge;
  }
}
