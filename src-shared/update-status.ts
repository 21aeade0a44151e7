import { z } from "zod";
import { Instant } from "./domain/primitives.ts";

/** Why there are no updates by themselves: a desk in the browser, a build without a feed, a run that is not installed. */
export const UPDATES_OFF = ["browser", "noFeed", "notInstalled"] as const;

/**
 * What went wrong. `refused`: the feed or what lies there is not what a release of ours is, such as another checksum,
 * size, host or signature.
 */
export const UPDATE_TROUBLES = [
  "offline",
  "feedUnreadable",
  "refused",
  "noSpace",
  "backupFailed",
] as const;

/**
 *     off
 *     idle ── check ──► checking ──► downloading ──► ready ── a person's restart ──► installing ──► (the app ends)
 *       ▲                  │              │            ▲                                 │
 *       └── nothing newer ─┘              │            └── (tried again) ── failed ◄─────┘ the backup failed
 *       ▲                  └── failed ◄───┘
 *       └───── later ────────────┘
 */
export const UpdateStatus = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("off"), because: z.enum(UPDATES_OFF) }),
  /** Nothing newer was found; `checkedAt` is null before the first look. */
  z.strictObject({ is: z.literal("idle"), checkedAt: Instant.nullable() }),
  z.strictObject({ is: z.literal("checking") }),
  z.strictObject({
    is: z.literal("downloading"),
    version: z.string(),
    percent: z.int().min(0).max(100),
  }),
  z.strictObject({ is: z.literal("ready"), version: z.string() }),
  z.strictObject({ is: z.literal("installing"), version: z.string() }),
  z.strictObject({
    is: z.literal("failed"),
    trouble: z.enum(UPDATE_TROUBLES),
    /** The version that lies ready all the same; null if none does. */
    ready: z.string().nullable(),
    at: Instant,
  }),
]);
export type UpdateStatus = z.infer<typeof UpdateStatus>;
export type UpdateTrouble = (typeof UPDATE_TROUBLES)[number];

/** The version that a restart would install, or null. */
export function versionReady(status: UpdateStatus): string | null {
  if (status.is === "ready") return status.version;
  return status.is === "failed" ? status.ready : null;
}
