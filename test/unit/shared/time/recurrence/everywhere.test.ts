import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import { afterAll, describe, expect, it } from "vitest";

const program = path.resolve(
  import.meta.dirname,
  "../../../../fixtures/recurrence/print-expansion.ts",
);
const folder = mkdtempSync(path.join(tmpdir(), "bellhop-recurrence-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EXPECTED =
  "2026-03-22T01:30Z 2026-03-29T01:30Z 2026-05-31T00:30Z 2026-06-28T00:30Z 2026-07-26T00:30Z " +
  "2026-08-30T00:30Z 2026-09-27T00:30Z 2026-10-25T00:30Z 2026-11-29T01:30Z 2026-12-27T01:30Z";

function printed(file: string, zone: string): string {
  const env = { ...process.env, TZ: zone };
  return execFileSync(process.execPath, [file], { env, encoding: "utf8" }).trim();
}

describe("the same series", { timeout: 60_000 }, () => {
  it.each(["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])(
    "expands alike on a computer in %s, as Node runs the source",
    (zone) => {
      expect(printed(program, zone)).toBe(EXPECTED);
    },
  );

  it("expands alike in a bundle, where the package's other build is taken", async () => {
    await build({
      configFile: false,
      logLevel: "silent",
      build: {
        outDir: folder,
        lib: { entry: program, formats: ["es"], fileName: () => "bundle.mjs" },
      },
    });
    expect(printed(path.join(folder, "bundle.mjs"), "Asia/Kolkata")).toBe(EXPECTED);
  });
});
