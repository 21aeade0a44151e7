import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../tools/run.ts";
import { type Mutant, mutated } from "./mutant.ts";

/** What no test of the engine needs, or what is made anew anyway. */
const LEFT_OUT: ReadonlySet<string> = new Set(["node_modules", ".git", "out", "dist", ".cache"]);

/** A copy of the project to be broken; the modules are those of the project itself. */
export function copyTree(): string {
  const copy = mkdtempSync(path.join(tmpdir(), "bellhop-mutants-"));
  for (const name of readdirSync(ROOT))
    if (!LEFT_OUT.has(name))
      cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  // A junction needs no rights on Windows; elsewhere the kind is ignored.
  symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"), "junction");
  return copy;
}

/** Breaks the copy in one way; the answer mends it again. */
export function breakTree(copy: string, { changes }: Mutant): () => void {
  const before = new Map<string, string>();
  for (const one of changes) {
    const file = path.join(copy, one.file);
    const source = readFileSync(file, "utf8");
    if (!before.has(file)) before.set(file, source);
    writeFileSync(file, mutated(source, one));
  }
  return () => {
    for (const [file, source] of before) writeFileSync(file, source);
  };
}
