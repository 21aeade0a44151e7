import { z } from "zod";
import { UpdateStatus } from "../../update-status.ts";
import { channel } from "./define.ts";

const Nothing = z.strictObject({});

export const updateChannels = {
  "update.status": channel("How far the app's own update is.", Nothing, UpdateStatus),
  "update.check": channel(
    "Looks for a newer version now, unless it is looking or has one already.",
    Nothing,
    UpdateStatus,
  ),
  "update.restart": channel(
    "Backs the database up, closes it, installs the version that is ready and starts it. Only a person asks for it.",
    Nothing,
    UpdateStatus,
    ["NOT_ALLOWED"],
  ),
} as const;
