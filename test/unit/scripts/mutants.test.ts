import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { MUTANTS } from "../../../scripts/mutants/list.ts";
import { mutated } from "../../../scripts/mutants/mutant.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

describe("a mutant", () => {
  it.each(MUTANTS.flatMap(({ name, changes }) => changes.map((change) => ({ name, ...change }))))(
    "$name finds its piece of $file exactly once and changes it",
    (change) => {
      const source = read(change.file);
      expect(mutated(source, change)).not.toBe(source);
    },
  );

  it.each(MUTANTS.map(({ name, tests }) => ({ name, tests })))(
    "$name names tests that exist",
    ({ tests }) => {
      expect(tests.length).toBeGreaterThan(0);
      expect(tests.filter((file) => !existsSync(path.join(ROOT, "test", file)))).toEqual([]);
    },
  );

  it("has a name of its own, and there are more than a dozen", () => {
    const names = new Set(MUTANTS.map(({ name }) => name));
    expect(names.size).toBe(MUTANTS.length);
    expect(names.size).toBeGreaterThan(12);
  });

  it.each(MUTANTS.map(({ name, breaks }) => ({ name, breaks })))(
    "$name stands in docs/engine-proof.md as it is here (npm run mutants -- --write)",
    ({ name, breaks }) => {
      expect(read("docs/engine-proof.md").replaceAll(/ +/g, " ")).toContain(
        `| \`${name}\` | ${breaks} |`,
      );
    },
  );

  it.each([
    ["is not there", "a b", "c"],
    ["is there twice", "c a c", "c"],
  ])("whose piece %s is out of date", (_when, source, find) => {
    expect(() => mutated(source, { file: "some.ts", find, replace: "d" })).toThrow("some.ts");
  });
});
