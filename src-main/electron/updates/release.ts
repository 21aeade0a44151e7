import { z } from "zod";
import { isLoopback } from "../../core/loopback.ts";

/** What lies at the feed is not a release of ours, or can't be read. Nothing of it is ever run. */
export class FeedError extends Error {
  readonly trouble: "feedUnreadable" | "refused";

  constructor(trouble: FeedError["trouble"], message: string) {
    super(message);
    this.name = "FeedError";
    this.trouble = trouble;
  }
}

/** Where the updates of this installation lie. */
export interface Feed {
  /** Folder, with a stroke at its end. */
  readonly folder: URL;
}

/** More than any installer of ours has; bytes. */
export const LARGEST_INSTALLER = 500_000_000;

/** As electron-builder writes it beside the app when a feed was set for the build. */
const FeedFile = z.object({
  provider: z.literal("generic"),
  url: z.url({ protocol: /^https?$/ }),
  /** Names in the certificate that signed the app; an update signed by another name is refused. */
  publisherName: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional(),
});

/**
 * Reads the feed of this installation. Null if it can't be trusted to bring updates: not https, or on Windows without
 * the name that they have to be signed with.
 * @param content of `app-update.yml`, parsed
 */
export function feedOf(content: unknown, platform: NodeJS.Platform): Feed | null {
  const parsed = FeedFile.safeParse(content);
  if (!parsed.success) return null;
  const { url, publisherName } = parsed.data;
  if (platform === "win32" && publisherName === undefined) return null;
  const folder = new URL(url.endsWith("/") ? url : `${url}/`);
  return folder.protocol === "https:" || isLoopback(folder.hostname) ? { folder } : null;
}

/** The name of a file in the feed's own folder: no other host, folder, query or escape. */
const FileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/);

/** As much of `latest.yml` as is believed; the rest, such as scripts of a web installer, is left out. */
const Release = z.object({
  version: z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/),
  files: z
    .array(
      z.object({
        url: FileName,
        sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
        size: z.int().min(1).max(LARGEST_INSTALLER),
      }),
    )
    .min(1)
    .max(20),
});
export type Release = z.infer<typeof Release>;

/** @throws FeedError `refused` if it is not what a release of ours looks like */
export function releaseOf(content: unknown): Release {
  const parsed = Release.safeParse(content);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) => path.join(".") || "it").join(", ");
  throw new FeedError("refused", `What the feed says is no release of ours: ${places}.`);
}
