import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLOSED_DOORS } from "../fixtures/lint/doors.ts";
import { WRONG_IMPORTS } from "../fixtures/lint/rooms.ts";
import { BAD_HABITS, PERMITTED } from "../fixtures/lint/style.ts";

/** The rules are tried on a small house of their own, with the real configuration, in one run of the linter. */
const root = path.resolve(import.meta.dirname, "../..");
const house = mkdtempSync(path.join(tmpdir(), "bellhop-lint-"));
const COPIED = [".oxlintrc.json", "tsconfig.json", "scripts/lint", "src-shared"];

const FORBIDDEN = [...WRONG_IMPORTS, ...CLOSED_DOORS, ...BAD_HABITS];

interface Finding {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
}
let findings: readonly Finding[] = [];

function put(file: string, code: string): void {
  const target = path.join(house, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${code}\n`);
}

function findingsIn(file: string): readonly string[] {
  return findings
    .filter((finding) => finding.filename.replaceAll("\\", "/") === file)
    .map(({ code, message }) => `${code}: ${message}`);
}

beforeAll(() => {
  for (const name of COPIED)
    cpSync(path.join(root, name), path.join(house, name), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(house, "node_modules"), "junction");
  for (const { file, code } of [...FORBIDDEN, ...PERMITTED]) put(file, code);
  const linter = path.join(root, "node_modules", "oxlint", "bin", "oxlint");
  const run = spawnSync(process.execPath, [linter, "-f", "json"], {
    cwd: house,
    encoding: "utf8",
    maxBuffer: 64_000_000,
  });
  const report = JSON.parse(run.stdout) as { readonly diagnostics: readonly Finding[] };
  findings = report.diagnostics;
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe("the lint rules keep the architecture", () => {
  it.each(FORBIDDEN)("$rule refuses $file: $says", ({ file, rule, message }) => {
    const found = findingsIn(file);
    expect(found.some((line) => line.startsWith(`${rule}:`) && line.includes(message))).toBe(true);
    expect(found.filter((line) => !line.startsWith(`${rule}:`))).toEqual([]);
  });

  it.each(PERMITTED)("lets $file: $says", ({ file }) => {
    expect(findingsIn(file)).toEqual([]);
  });
});
