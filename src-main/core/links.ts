import { AppError } from "../../src-shared/errors.ts";
import type { ExternalLinks, Logger } from "./ports.ts";
import type { GoogleEndpoints } from "./settings.ts";

/** Pages besides the sign-in that help or errors send a person to. */
const HELPFUL_HOSTS: ReadonlySet<string> = new Set([
  "calendar.google.com",
  "myaccount.google.com",
  "support.google.com",
]);

function parsedUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/**
 * Whether an address may be handed to the system. Everything that starts programs or opens files (`file:`, `smb:`,
 * `ms-*:`, `javascript:` …) is not https and so refused; https goes to known hosts only; plain http only to the
 * sign-in page that the settings name, and settings allow http for this computer only.
 */
export function mayOpen(text: string, endpoints: Pick<GoogleEndpoints, "authorize">): boolean {
  const url = parsedUrl(text);
  if (url === null || url.username !== "" || url.password !== "") return false;
  if (url.origin === new URL(endpoints.authorize).origin) return true;
  return url.protocol === "https:" && url.port === "" && HELPFUL_HOSTS.has(url.hostname);
}

export interface ExternalLinksDeps {
  readonly endpoints: Pick<GoogleEndpoints, "authorize">;
  readonly log: Logger;
  /** Hands an allowed address to the system. */
  readonly open: (url: string) => Promise<void>;
}

/** The one door to the system browser, the same for both hosts. Refused addresses are logged by scheme and reject with `FORBIDDEN`. */
export function createExternalLinks({ endpoints, log, open }: ExternalLinksDeps): ExternalLinks {
  return {
    async open(url) {
      if (mayOpen(url, endpoints)) return open(url);
      log.warn("links.refused", { scheme: parsedUrl(url)?.protocol ?? "none" });
      throw new AppError("FORBIDDEN", "This address may not be opened.");
    },
  };
}
