import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const RENDERER = join(import.meta.dirname, "../../../../src-renderer");
const MOVING = /^\s*(?:animation|transition)(?:-duration)?:\s*([^;]+);/;
/** The tokens that are nothing where somebody asked the system for less motion. */
const STILLED = /var\(--dur-(?:press|pop|pane|settle)\)/;

test("nothing moves where less motion is wanted: every duration is a token that is then nothing, or is switched off", () => {
  const found = globSync("**/*.css", { cwd: RENDERER }).flatMap((file) => {
    const css = readFileSync(join(RENDERER, file), "utf8");
    const switchesOff = /prefers-reduced-motion: reduce\)[\s\S]*animation: none/.test(css);
    return css.split("\n").flatMap((line, i) => {
      const how = MOVING.exec(line)?.[1] ?? "none";
      const still = how === "none" || STILLED.test(how) || switchesOff;
      return still ? [] : [`${file}:${i + 1} ${line.trim()}`];
    });
  });
  expect(found).toEqual([]);
  const tokens = readFileSync(join(RENDERER, "styles/tokens.css"), "utf8");
  expect(tokens).toMatch(/prefers-reduced-motion: reduce\)\s*\{[^}]*--dur-settle: 0\.01ms/);
});
