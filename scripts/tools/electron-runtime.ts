import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { capture, ROOT } from "./run.ts";

const FOLDER = path.join(ROOT, "node_modules", "electron");
const DOWNLOAD_LIMIT_MS = 90_000;
const PROBE_LIMIT_MS = 15_000;

export type ElectronRuntime =
  | { readonly is: "ready"; readonly file: string }
  | { readonly is: "missing"; readonly why: string };

function installedFile(): string | null {
  const note = path.join(FOLDER, "path.txt");
  if (!existsSync(note)) return null;
  const file = path.join(FOLDER, "dist", readFileSync(note, "utf8"));
  return existsSync(file) ? file : null;
}

function download(): string | null {
  console.error("Fetching Electron’s runtime (about 120 MB)…");
  capture(process.execPath, [path.join(FOLDER, "install.js")], { timeoutMs: DOWNLOAD_LIMIT_MS });
  return installedFile();
}

/** Electron's program file, downloaded if need be within a time limit; null if it can't be had. */
export function ensureElectronFiles(): string | null {
  return installedFile() ?? download();
}

/** Electron ready to run: it may lie there and yet not start. */
export function ensureElectronRuntime(): ElectronRuntime {
  const file = ensureElectronFiles();
  if (file === null) return { is: "missing", why: "its runtime could not be downloaded" };
  const starts = capture(file, ["--version"], { timeoutMs: PROBE_LIMIT_MS });
  if (starts.ok) return { is: "ready", file };
  return { is: "missing", why: "its runtime does not start on this computer" };
}

/** Why no window can be opened here whatever the runtime, or null. */
export function withoutDesktop(): string | null {
  if (process.platform !== "linux") return null;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (!DISPLAY && !WAYLAND_DISPLAY) return "there is no display";
  // Chromium's sandbox refuses root, and the desk does not run without the sandbox.
  return process.getuid?.() === 0 ? "root can’t use its sandbox" : null;
}
