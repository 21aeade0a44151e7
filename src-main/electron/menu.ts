import type { MenuItemConstructorOptions } from "electron";
import { type ChosenCommand, type MenuCommand, SHORTCUTS } from "../../src-shared/commands.ts";
import type { Say, SayKey } from "./say.ts";

type Item = MenuItemConstructorOptions;

export interface MenuDeps {
  readonly platform: NodeJS.Platform;
  readonly say: Say;
  readonly choose: (chosen: ChosenCommand) => void;
}

const GAP: Item = { type: "separator" };

/** The same words as in the window, where it has them. */
const LABELS = {
  schedule: "app.tabs.schedule",
  customers: "app.tabs.customers",
  integrations: "app.tabs.integrations",
  settings: "host.menu.settings",
  about: "host.menu.about",
  help: "host.menu.help",
  keys: "app.keys.title",
  search: "host.menu.search",
  print: "host.menu.print",
  syncNow: "host.syncNow",
  create: "app.keys.create",
  walkIn: "app.keys.walkIn",
  block: "app.keys.block",
  findTime: "host.menu.findTime",
  today: "app.keys.today",
  dayView: "app.keys.dayView",
  weekView: "app.keys.weekView",
  monthView: "app.keys.monthView",
  listView: "app.keys.listView",
  previous: "app.keys.previous",
  next: "app.keys.next",
} as const satisfies Record<MenuCommand, SayKey>;

/** Single keys belong to the window, which knows whether somebody types; here stand those with Ctrl or ⌘. */
function acceleratorOf(command: MenuCommand): Pick<Item, "accelerator"> {
  if (!Object.hasOwn(SHORTCUTS, command)) return {};
  return { accelerator: `CmdOrCtrl+${SHORTCUTS[command as keyof typeof SHORTCUTS & MenuCommand]}` };
}

function itemsWith({ say, choose }: MenuDeps) {
  return (...commands: readonly MenuCommand[]): Item[] =>
    commands.map((command) => ({
      label: say(LABELS[command]),
      ...acceleratorOf(command),
      click: (_item, _window, { triggeredByAccelerator = false }) =>
        choose({ command, byKey: triggeredByAccelerator }),
    }));
}

type Items = ReturnType<typeof itemsWith>;

function macAppMenu(items: Items): Item {
  return {
    role: "appMenu",
    submenu: [
      ...items("about"),
      GAP,
      ...items("settings"),
      GAP,
      { role: "services" },
      GAP,
      { role: "hide" },
      { role: "hideOthers" },
      { role: "unhide" },
      GAP,
      { role: "quit" },
    ],
  };
}

function fileMenu({ platform, say }: MenuDeps, items: Items): Item {
  const quit: Item = { role: "quit", label: say("host.quit") };
  const elsewhere = [GAP, ...items("settings"), GAP, quit];
  return {
    label: say("host.file"),
    submenu: [
      ...items("create", "walkIn", "block", "findTime"),
      GAP,
      ...items("print", "syncNow"),
      GAP,
      { role: "close" },
      ...(platform === "darwin" ? [] : elsewhere),
    ],
  };
}

/** The system's own editing: on a Mac copy and paste work through it. */
function editMenu({ say }: MenuDeps, items: Items): Item {
  return {
    label: say("host.edit"),
    submenu: [
      { role: "undo" },
      { role: "redo" },
      GAP,
      { role: "cut" },
      { role: "copy" },
      { role: "paste" },
      { role: "delete" },
      { role: "selectAll" },
      GAP,
      ...items("search"),
    ],
  };
}

/** No reload and no developer tools: a reload would lose what somebody is typing. */
function viewMenu({ say }: MenuDeps, items: Items): Item {
  return {
    label: say("host.view"),
    submenu: [
      ...items("schedule", "customers", "integrations"),
      GAP,
      ...items("dayView", "weekView", "monthView", "listView"),
      GAP,
      ...items("today", "previous", "next"),
      GAP,
      { role: "resetZoom" },
      { role: "zoomIn" },
      { role: "zoomOut" },
      GAP,
      { role: "togglefullscreen" },
    ],
  };
}

function helpMenu({ platform, say }: MenuDeps, items: Items): Item {
  const about = platform === "darwin" ? [] : [GAP, ...items("about")];
  return { role: "help", label: say("host.help"), submenu: [...items("help", "keys"), ...about] };
}

/** The menu of the app, whole on every system; on Windows and Linux it is hidden until Alt is pressed. */
export function appMenu(deps: MenuDeps): Item[] {
  const items = itemsWith(deps);
  return [
    ...(deps.platform === "darwin" ? [macAppMenu(items)] : []),
    fileMenu(deps, items),
    editMenu(deps, items),
    viewMenu(deps, items),
    { role: "windowMenu" },
    helpMenu(deps, items),
  ];
}
