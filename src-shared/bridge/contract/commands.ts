import { z } from "zod";
import { ChosenCommand } from "../../commands.ts";
import { channel } from "./define.ts";

export const commandChannels = {
  "app.chosenCommand": channel(
    "What was last chosen in the menu of the app, once; null if nothing waits to be done.",
    z.strictObject({}),
    z.strictObject({ chosen: ChosenCommand.nullable() }),
  ),
} as const;
