/**
 * What may be reached in one place only. `names` are members (`Date.now`), globals (`setTimeout`) or properties of
 * anything (`*.openExternal`); `files` may use them, everybody else within `within` takes the port or the function
 * that those files offer.
 */
export interface Door {
  readonly names: readonly string[];
  readonly within: readonly string[];
  readonly files: readonly string[];
  readonly instead: string;
}

const APP = [
  "src-shared/",
  "src-main/",
  "src-preload/",
  "src-renderer/",
  "src-companion/",
] as const;
const TIME_FILES = [
  "src-main/node/time.ts",
  "src-renderer/store/now.ts",
  "src-companion/surroundings.ts",
  "src-companion/assets/companion.js",
] as const;

export const DOORS: readonly Door[] = [
  {
    names: ["setTimeout", "setInterval", "setImmediate"],
    within: APP,
    files: TIME_FILES,
    instead: "Take the Scheduler port (in the window: store/now.ts).",
  },
  {
    names: ["Date.now", "Date()", "performance.now"],
    within: APP,
    files: TIME_FILES,
    instead: "Take the Clock port (in the window: store/now.ts).",
  },
  {
    names: [
      "Math.random",
      "crypto.randomUUID",
      "crypto.getRandomValues",
      "*.randomUUID",
      "*.randomBytes",
    ],
    within: APP,
    files: [
      "src-main/node/random.ts",
      "src-renderer/ui/new-id.ts",
      "src-companion/surroundings.ts",
    ],
    instead: "Take the Random port (in the window: ui/new-id.ts).",
  },
  {
    names: ["*.ipcMain"],
    within: APP,
    files: ["src-main/electron/ipc.ts"],
    instead: "The bridge registers its channels in one place.",
  },
  {
    names: ["webContents.send"],
    within: APP,
    files: ["src-main/electron/ipc.ts"],
    instead: "Send an event of the contract.",
  },
  {
    names: ["*.ipcRenderer"],
    within: APP,
    files: ["src-preload/index.ts"],
    instead: "Call window.bellhop.",
  },
  {
    names: ["*.openExternal"],
    within: APP,
    files: ["src-main/electron/external-links.ts"],
    instead: "Take the ExternalLinks port: it checks the address.",
  },
  {
    // SQL is written as named, prepared statements; only the wrapper and the migrations see the driver.
    names: [
      "db.exec",
      "database.exec",
      "sqlite.exec",
      "raw.exec",
      "driver.exec",
      "connection.exec",
    ],
    within: APP,
    files: [
      "src-main/core/store/database.ts",
      "src-main/core/store/migrate.ts",
      "src-main/core/store/backup.ts",
    ],
    instead: "Prepare a statement.",
  },
  {
    names: ["*.innerHTML", "*.outerHTML", "*.insertAdjacentHTML", "document.write"],
    within: APP,
    files: [],
    instead: "Let React write text.",
  },
];

/** Names of a page that must not be reached from rooms that have none. */
export const PAGE_GLOBALS = [
  "window",
  "document",
  "navigator",
  "location",
  "localStorage",
  "sessionStorage",
  "alert",
  "XMLHttpRequest",
] as const;

/** I/O that src-shared must not reach although every runtime offers it. */
export const IO_GLOBALS = [
  "fetch",
  "WebSocket",
  "EventSource",
  "process",
  "Buffer",
  "console",
] as const;
