import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { capture, ROOT } from "./run.ts";

/** Everything that decides what the build yields. */
const SOURCES = [
  "src-shared/**/*",
  "src-main/**/*",
  "src-preload/**/*",
  "src-renderer/**/*",
  "resources/**/*",
  "electron.vite.config.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
] as const;
const STAMP = path.join(ROOT, "out", ".built-from");
const RESULTS = ["out/main/index.js", "out/preload/index.cjs", "out/renderer/index.html"] as const;

function sourcesHash(): string {
  const files = globSync(SOURCES, { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  const hash = createHash("sha256");
  for (const file of files)
    hash.update(`${path.relative(ROOT, file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function isFresh(hash: string): boolean {
  const complete = RESULTS.every((file) => existsSync(path.join(ROOT, file)));
  return complete && existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash;
}

/**
 * Builds main, preload and renderer unless `out/` was made from these very sources.
 * @throws Error with the builder's output
 */
export function ensureBuilt(): void {
  const hash = sourcesHash();
  if (isFresh(hash)) return;
  console.error("Building the window…");
  const built = capture("electron-vite", ["build", "--logLevel", "warn"], {
    env: { NODE_ENV: "production" },
  });
  if (!built.ok) throw new Error(`The build failed.\n${built.output}`);
  writeFileSync(STAMP, hash);
}
