import { readFileSync } from "node:fs";
import path from "node:path";
import { capture, ROOT } from "../tools/run.ts";

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly unknown[];
}

interface Sbom {
  readonly bomFormat: "CycloneDX";
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly Component[];
}

interface Lock {
  readonly name: string;
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly dev?: boolean; readonly devOptional?: boolean }
    >
  >;
}

/** The one tool that is not only used to build: its runtime is most of the package. */
const SHIPPED_TOOL = "electron";
const MODULES = "node_modules/";

/** Name and version of everything that the app itself depends on. `npm sbom --omit dev` forgets some (npm 11). */
function shippedOf(lock: Lock): ReadonlySet<string> {
  const shipped = Object.entries(lock.packages).flatMap(([place, one]) => {
    const name = place.slice(place.lastIndexOf(MODULES) + MODULES.length);
    const isTool = one.dev === true || one.devOptional === true;
    return place === "" || (isTool && name !== SHIPPED_TOOL) ? [] : `${name}@${one.version}`;
  });
  return new Set(shipped);
}

/**
 * What the installers are made of, as CycloneDX from the lock file: npm's own list, without what only builds and tests.
 * @throws Error with what npm said
 */
export function makeSbom(): Sbom {
  const made = capture("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]);
  if (!made.ok) throw new Error(`npm could not list the components.\n${made.output}`);
  const whole = JSON.parse(made.stdout) as Sbom;
  const lock = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")) as Lock;
  const shipped = shippedOf(lock);
  return {
    ...whole,
    // npm takes the name of the folder here.
    metadata: { ...whole.metadata, component: { ...whole.metadata.component, name: lock.name } },
    components: whole.components.filter(({ name, version }) => shipped.has(`${name}@${version}`)),
  };
}
