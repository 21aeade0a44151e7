import { z } from "zod";
import { Instant } from "../../domain/primitives.ts";
import { SyncFixName } from "../../sync-status.ts";
import { channel } from "./define.ts";

const Nothing = z.strictObject({});

/** What the guided list of Help looks at, in the order in which one thing hides the next (S17). */
export const CHECKS = [
  "store",
  "network",
  "clock",
  "keychain",
  "signIn",
  "access",
  "permission",
  "calendar",
  "limit",
  "sync",
] as const;

export const HelpCheck = z.strictObject({
  id: z.enum(CHECKS),
  /** `notice`: worth knowing, ends by itself. `later`: can't be told before something above it is well. */
  result: z.enum(["fine", "notice", "trouble", "later"]),
  /** A key below `help.check.<id>` of the catalogue, and the values it names. Instants come as they are. */
  says: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The one thing that ends it; null where nothing in Bellhop does. */
  fix: SyncFixName.nullable(),
});
export type HelpCheck = z.infer<typeof HelpCheck>;

export const HelpReport = z.strictObject({ at: Instant, checks: z.array(HelpCheck) });
export type HelpReport = z.infer<typeof HelpReport>;

export const helpChannels = {
  "help.check": channel(
    "Looks at everything that can keep the sync from working, now. Changes nothing.",
    Nothing,
    HelpReport,
  ),
  "help.diagnostics": channel(
    "A report for whoever helps: states, counts, runs and the end of the log; without people, titles and secrets.",
    Nothing,
    z.strictObject({ name: z.string(), text: z.string() }),
  ),
} as const;
