import { describe, expect, it } from "vitest";
import { gateFaults } from "../../../scripts/packaging/gate.ts";

const NOTHING = { high: 0, critical: 0, moderate: 4 };

/** A registry that answers both questions. */
function registry(newest: string, found: object | string) {
  const audit =
    typeof found === "string" ? found : JSON.stringify({ metadata: { vulnerabilities: found } });
  return (command: string, args: readonly string[]) => {
    expect(command).toBe("npm");
    const stdout = args[0] === "view" ? newest : audit;
    return { ok: args[0] === "view", output: stdout, stdout };
  };
}

describe("the gate", () => {
  it.each([
    ["45.4.1", []],
    ["43.0.0", []],
    ["42.9.9", ["Electron 42.9.9 is no longer supported; 43 is the oldest major that is."]],
  ])(
    "lets a release pass with one of the three newest majors of Electron only: %s",
    (pinned, faults) => {
      expect(gateFaults(pinned, registry('"45.4.1"', NOTHING))).toEqual(faults);
    },
  );

  it.each([
    [{ high: 1, critical: 0 }, /0 critical and 1 high/],
    [{ high: 0, critical: 2 }, /2 critical and 0 high/],
    ["", /gave no answer/],
    ['{"error":{"code":"E405"}}', /gave no answer/],
  ])(
    "stops a release that has a known hole of weight, or that nobody could audit: %j",
    (found, says) => {
      expect(gateFaults("45.4.1", registry('"45.4.1"', found))).toEqual([
        expect.stringMatching(says),
      ]);
    },
  );

  it("stops a release when nobody can say which Electron is the newest", () => {
    expect(gateFaults("45.4.1", registry("", NOTHING))).toEqual([
      "The newest version of Electron could not be asked for.",
    ]);
  });
});
