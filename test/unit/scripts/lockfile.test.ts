import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}

const root = path.resolve(import.meta.dirname, "../../..");
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const lock = read("package-lock.json") as { readonly packages: Readonly<Record<string, Entry>> };
const pack = read("package.json") as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const installed = Object.entries(lock.packages).filter(([place]) => place !== "");
const nameOf = (place: string): string => place.slice(place.lastIndexOf("node_modules/") + 13);

describe("the lock file", () => {
  /**
   * npm leaves the sum out of platform packages that it adds while node_modules holds none of them. To mend: delete
   * those entries from the lock, then `npm install --package-lock-only --ignore-scripts` in a folder without node_modules.
   */
  it("has the sum of every package from the registry", () => {
    const fromRegistry = installed.filter(([, one]) => !one.link && !one.inBundle);
    expect(fromRegistry.length).toBeGreaterThan(500);
    const without = fromRegistry.filter(([, one]) => !one.integrity?.startsWith("sha512-"));
    expect(without.map(([place]) => place)).toEqual([]);
  });

  it("names no address, so that it installs from whichever registry a computer uses", () => {
    expect(installed.filter(([, one]) => one.resolved !== undefined)).toEqual([]);
    expect(JSON.stringify(installed.map(([, one]) => one.version))).not.toMatch(/https?:|git[+@]/);
  });

  it("decides on every package that wants to run a script at installation", () => {
    const wanting = installed
      .filter(([, one]) => one.hasInstallScript)
      .map(([place]) => nameOf(place));
    const undecided = [...new Set(wanting)].filter((name) => !(name in pack.allowScripts));
    expect(undecided).toEqual([]);
  });
});

describe("package.json", () => {
  it("pins every dependency to one version", () => {
    const wanted = { ...pack.dependencies, ...pack.devDependencies };
    const loose = Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });
});
