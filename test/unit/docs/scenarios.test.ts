import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

/** Of the engine's rules. */
const SCENARIOS = 51;

const folder = path.resolve(import.meta.dirname, "../../integration/sync");
const source = readdirSync(folder)
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => readFileSync(path.join(folder, name), "utf8"))
  .join("\n");

/** The start of a test's name, after its opening quote. */
const named = new Set(
  [...source.matchAll(/["`](?:[^"`\n]*, )?scenario (\d+):/g)].map(([, number]) => Number(number)),
);

it.each(Array.from({ length: SCENARIOS }, (_, index) => index + 1))(
  "scenario %i of the engine's rules is a test by its number",
  (number) => expect(named).toContain(number),
);
