import { z } from "zod";
import { HostLife, HostLifeChanges } from "../../host-life.ts";
import { channel } from "./define.ts";

const Nothing = z.strictObject({});

export const hostChannels = {
  "host.life": channel(
    "What the close button does, and whether the app starts with the computer.",
    Nothing,
    HostLife,
  ),
  "host.setLife": channel("Changes some of that.", HostLifeChanges, HostLife, ["NOT_ALLOWED"]),
  "host.openLoginItems": channel(
    "Opens the system’s own list of what starts with the computer.",
    Nothing,
    Nothing,
    ["NOT_ALLOWED"],
  ),
} as const;
