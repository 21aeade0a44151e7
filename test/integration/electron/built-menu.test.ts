import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt } from "../../../scripts/tools/build.ts";
import { MENU_COMMANDS } from "../../../src-shared/commands.ts";
import { bootMain } from "../../fixtures/electron/booted.ts";
import { withTray } from "../../fixtures/electron/connected.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

beforeAll(() => ensureBuilt());

describe.each(["darwin", "win32", "linux"])("the menu of the built app on %s", (platform) => {
  it("hands every command to the window, each once", async () => {
    const booted = await withTray(
      await bootMain(join(tempFolder(), "data"), { DOUBLE_PLATFORM: platform }),
    );
    const chosen: string[] = [];
    const labels = (await booted.ask({ ask: "menu" })) as readonly string[];
    for (const label of labels) {
      expect(await booted.ask({ ask: "choose", label })).toBe(true);
      const reply = await booted.call("app.chosenCommand", {});
      expect(reply.chosen, label).toMatchObject({ byKey: false });
      chosen.push(reply.chosen?.command ?? label);
    }
    expect(chosen.toSorted()).toEqual(MENU_COMMANDS.toSorted());
    const [window] = (await booted.facts()).windows;
    const told = window?.sent.filter(({ event }) => event === "command.chosen");
    expect(told).toHaveLength(MENU_COMMANDS.length);
    expect(window?.focused).toBe(MENU_COMMANDS.length);
  });
});
