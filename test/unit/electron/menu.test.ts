import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it } from "vitest";
import { contextMenu } from "../../../src-main/electron/context-menu.ts";
import { appMenu } from "../../../src-main/electron/menu.ts";
import { createSpeech } from "../../../src-main/electron/say.ts";
import { type ChosenCommand, MENU_COMMANDS, SHORTCUTS } from "../../../src-shared/commands.ts";

type Item = MenuItemConstructorOptions;
const PLATFORMS = ["darwin", "win32", "linux"] as const;
const { say } = createSpeech(() => []);

function menuOn(platform: NodeJS.Platform) {
  const chosen: ChosenCommand[] = [];
  const menu = appMenu({ platform, say, choose: (one) => void chosen.push(one) });
  const items = menu.flatMap((one) => (one.submenu ?? []) as Item[]);
  return { chosen, menu, items, roles: items.flatMap(({ role }) => role ?? []) };
}

function click(item: Item | undefined, triggeredByAccelerator = false): void {
  const run = item?.click as ((...args: unknown[]) => void) | undefined;
  run?.({}, undefined, { triggeredByAccelerator });
}

describe.each(PLATFORMS)("the menu of the app on %s", (platform) => {
  it("reaches every command, and names each once", () => {
    const { items, chosen } = menuOn(platform);
    for (const item of items) if (item.click !== undefined) click(item);
    expect(chosen.map(({ command }) => command).toSorted()).toEqual(MENU_COMMANDS.toSorted());
  });

  it("shows the keys of the one list, and no key twice", () => {
    const keys = menuOn(platform).items.flatMap(({ accelerator }) => accelerator ?? []);
    const { create, print, search, settings } = SHORTCUTS;
    const listed = [create, print, search, settings].map((key) => `CmdOrCtrl+${key}`);
    expect(keys.toSorted()).toEqual(listed.toSorted());
  });

  it("edits, zooms, closes and quits by the system's own roles", () => {
    const { roles } = menuOn(platform);
    const edit = ["undo", "redo", "cut", "copy", "paste", "selectAll"];
    const others = ["close", "quit", "resetZoom", "zoomIn", "zoomOut", "togglefullscreen"];
    expect(roles).toEqual(expect.arrayContaining([...edit, ...others]));
  });

  it("has no developer tools and no reload", () => {
    expect(JSON.stringify(menuOn(platform).menu)).not.toMatch(
      /toggleDevTools|"reload"|forceReload|viewMenu/i,
    );
  });
});

it("a Mac has its own menu first, with about, settings, hide and quit in it", () => {
  const { menu } = menuOn("darwin");
  expect(menu.map(({ role, label }) => role ?? label)).toEqual([
    "appMenu",
    "File",
    "Edit",
    "View",
    "windowMenu",
    "help",
  ]);
  const own = ((menu[0]?.submenu ?? []) as Item[]).flatMap(
    ({ role, label }) => role ?? label ?? [],
  );
  expect(own).toEqual([
    "About Bellhop",
    "Settings…",
    "services",
    "hide",
    "hideOthers",
    "unhide",
    "quit",
  ]);
});

describe("the menu at a place of the page", () => {
  const ALL = {
    canUndo: true,
    canRedo: true,
    canCut: true,
    canCopy: true,
    canPaste: true,
    canDelete: true,
    canSelectAll: true,
    canEditRichly: false,
  };
  const field = {
    isEditable: true,
    selectionText: "",
    misspelledWord: "",
    dictionarySuggestions: [],
    editFlags: ALL,
  };
  const rolesOf = (items: readonly Item[]) => items.flatMap(({ role }) => role ?? []);

  it("edits in a field, as far as there is something to edit", () => {
    const editFlags = { ...ALL, canPaste: false };
    const items = contextMenu({ ...field, editFlags }, () => undefined, say);
    expect(rolesOf(items)).toEqual(["undo", "cut", "copy", "paste", "selectAll"]);
    expect(items.find(({ role }) => role === "paste")?.enabled).toBe(false);
  });

  it("copies selected text elsewhere, and is none where nothing is selected", () => {
    const page = { ...field, isEditable: false };
    const selected = contextMenu({ ...page, selectionText: "Eva" }, () => undefined, say);
    expect(rolesOf(selected)).toEqual(["copy"]);
    expect(contextMenu(page, () => undefined, say)).toEqual([]);
  });

  it("says that there is no suggestion", () => {
    const items = contextMenu({ ...field, misspelledWord: "qqq" }, () => undefined, say);
    expect(items[0]).toEqual({ label: "No suggestions", enabled: false });
  });
});
