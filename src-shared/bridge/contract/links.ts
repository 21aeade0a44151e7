import { z } from "zod";
import { AppLink } from "../../app-link.ts";
import { channel } from "./define.ts";

export const linkChannels = {
  "app.openedLink": channel(
    "Where the last link led that the system handed to the app, once; null if none waits to be followed.",
    z.strictObject({}),
    z.strictObject({ link: AppLink.nullable() }),
  ),
} as const;
