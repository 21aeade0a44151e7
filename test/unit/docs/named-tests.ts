import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");

/** A test that a row of a document's table names. */
export interface Named {
  readonly row: string;
  readonly file: string;
  /** The name of the test, then the cases of its list that are meant. */
  readonly parts: readonly string[];
}

/** `unit/electron/life` › the name of a test, as often as the last cell of a row has it. */
function namedIn(line: string): readonly Named[] {
  const [, row = "", , tests = ""] = line.split("|").map((cell) => cell.trim());
  return tests.split("<br>").flatMap((text) => {
    const found = /^`([\w/-]+)` › (.+)$/.exec(text);
    return found === null
      ? []
      : [{ row, file: found[1] ?? "", parts: (found[2] ?? "").split(" › ") }];
  });
}

function tableLines(page: string, row: RegExp): readonly string[] {
  return readFileSync(path.join(root, "docs", page), "utf8")
    .split("\n")
    .filter((line) => row.test(line.split("|")[1]?.trim() ?? ""));
}

/** The first cells of the tables of `docs/…` that are like `row`. */
export function tableRows(page: string, row: RegExp): readonly string[] {
  return tableLines(page, row).map((line) => line.split("|")[1]?.trim() ?? "");
}

/** The tests that the tables of `docs/…` name in rows whose first cell is like `row`. */
export function namedTests(page: string, row: RegExp): readonly Named[] {
  return tableLines(page, row).flatMap(namedIn);
}

/** The source of `test/<file>`, a test of either runner; empty if there is none. */
export function testSource(file: string): string {
  const places = [`${file}.test.ts`, `${file}.spec.ts`].map((end) => path.join(root, "test", end));
  const place = places.find((one) => existsSync(one));
  return place === undefined ? "" : readFileSync(place, "utf8");
}
