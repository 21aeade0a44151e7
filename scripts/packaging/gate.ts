import { z } from "zod";
import type { Captured } from "../tools/run.ts";

/** Runs a program and keeps what it prints, as `capture` does. */
type Ask = (command: string, args: readonly string[]) => Captured;

/** Electron's maintainers mend faults in the three newest majors only (electronjs.org, "Electron Releases"). */
const SUPPORTED_MAJORS = 3;

const Version = z.string().regex(/^\d+\.\d+\.\d+$/);
const Audit = z.object({
  metadata: z.object({
    vulnerabilities: z.object({ high: z.number().int(), critical: z.number().int() }),
  }),
});

function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const majorOf = (version: string): number => Number(version.split(".", 1)[0]);

function electronFault(pinned: string, ask: Ask): readonly string[] {
  const newest = parsed(Version, ask("npm", ["view", "electron", "version", "--json"]).stdout);
  if (newest === null) return ["The newest version of Electron could not be asked for."];
  const oldest = majorOf(newest) - SUPPORTED_MAJORS + 1;
  if (majorOf(pinned) >= oldest) return [];
  return [`Electron ${pinned} is no longer supported; ${oldest} is the oldest major that is.`];
}

/** Of what is shipped. npm exits with 1 when it finds something, so its words count, not its code. */
function auditFault(ask: Ask): readonly string[] {
  const audit = parsed(Audit, ask("npm", ["audit", "--omit=dev", "--json"]).stdout);
  if (audit === null) return ["npm audit gave no answer, and a release is audited or it is none."];
  const { high, critical } = audit.metadata.vulnerabilities;
  if (high + critical === 0) return [];
  return [
    `npm audit names ${critical} critical and ${high} high vulnerabilities in what is shipped.`,
  ];
}

/**
 * Why the packages of today are none to make a release from, one sentence each; empty if they are. Asks the registry.
 * @param pinned the version of Electron in package.json
 */
export function gateFaults(pinned: string, ask: Ask): readonly string[] {
  return [...electronFault(pinned, ask), ...auditFault(ask)];
}
