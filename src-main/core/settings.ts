import { z } from "zod";
import { Zone } from "../../src-shared/domain/primitives.ts";
import { isLoopback } from "./loopback.ts";

/** An address that secrets are sent to: https, or plain http on this computer only (stand-ins for practice and tests). */
export const Endpoint = z
  .url({
    protocol: /^https?$/,
    message: "has to be an address like https://example.com/path",
    abort: true,
  })
  .refine(
    (text) => {
      const url = new URL(text);
      return url.protocol === "https:" || isLoopback(url.hostname);
    },
    {
      message:
        "may use http only for this computer (127.0.0.1, localhost); everything else needs https",
      abort: true,
    },
  );

/** Where Google is. Real ones are the defaults; a stand-in takes their place by settings. */
export const GoogleEndpoints = z.strictObject({
  authorize: Endpoint,
  token: Endpoint,
  revoke: Endpoint,
  /** Root of the Calendar API, without `calendar/v3`. The client takes its origin only. */
  calendarRoot: Endpoint.refine(
    (text) => new URL(text).pathname === "/",
    "has to be an origin without a path, like https://www.googleapis.com/",
  ),
});
export type GoogleEndpoints = z.infer<typeof GoogleEndpoints>;

/** The OAuth client of type "Desktop app". Its secret is not confidential, yet Google wants to see it. */
export const GoogleClient = z.strictObject({
  id: z.string().min(1).max(200),
  secret: z.string().min(1).max(200).nullable(),
});
export type GoogleClient = z.infer<typeof GoogleClient>;

export const GoogleSettings = z.strictObject({
  /** Null where nobody configured one: connecting answers `CONNECT_NOT_CONFIGURED`. */
  client: GoogleClient.nullable(),
  endpoints: GoogleEndpoints,
});
export type GoogleSettings = z.infer<typeof GoogleSettings>;

export const DeskSettings = z.strictObject({
  google: GoogleSettings,
  /** True in practice mode: the window says that nothing here is real. */
  practice: z.boolean(),
  version: z.string().min(1),
  host: z.enum(["electron", "browser"]),
  /** Where the computer says it is: the zone that a new business starts with, and nothing else. */
  zone: Zone,
});
export type DeskSettings = z.infer<typeof DeskSettings>;

/** Google's own addresses (its OpenID discovery document and the Calendar API's `rootUrl`). */
export const GOOGLE_ENDPOINTS: GoogleEndpoints = {
  authorize: "https://accounts.google.com/o/oauth2/v2/auth",
  token: "https://oauth2.googleapis.com/token",
  revoke: "https://oauth2.googleapis.com/revoke",
  calendarRoot: "https://www.googleapis.com/",
};
