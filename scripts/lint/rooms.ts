/**
 * The rooms of the house and which of them each one may know. Paths are relative to the root; the longest
 * matching prefix names the room of a file. Tests and scripts are in no room: they may know everything.
 */
export interface Room {
  readonly path: string;
  /** Rooms (or single files) of ours that it may import; the room itself always. */
  readonly knows: readonly string[];
  /** Packages it may import; absent means every package that `PACKAGE_HOMES` does not give to another room. */
  readonly packages?: readonly string[];
  /** Whether it runs on Node and may import `node:` modules. */
  readonly node: boolean;
  /** Whether it runs in a page and may name `window`, `document` and their like. */
  readonly page: boolean;
}

export const ROOMS: readonly Room[] = [
  {
    path: "src-shared/",
    knows: [],
    packages: ["zod", "@date-fns/tz", "date-fns", "rrule", "i18next"],
    node: false,
    page: false,
  },
  { path: "src-main/core/", knows: ["src-shared/"], node: true, page: false },
  {
    // The engine knows a calendar only through the interfaces beside google/.
    path: "src-main/core/sync/",
    knows: [
      "src-shared/",
      "src-main/core/*",
      "src-main/core/store/",
      "src-main/core/schedule/",
      "src-main/core/calendars/*",
    ],
    node: true,
    page: false,
  },
  {
    path: "src-main/core/calendars/google/",
    knows: ["src-shared/", "src-main/core/*", "src-main/core/calendars/*"],
    node: true,
    page: false,
  },
  { path: "src-main/node/", knows: ["src-shared/", "src-main/core/"], node: true, page: false },
  {
    path: "src-main/browser/",
    knows: ["src-shared/", "src-main/core/", "src-main/node/"],
    node: true,
    page: false,
  },
  {
    path: "src-main/electron/",
    knows: ["src-shared/", "src-main/core/", "src-main/node/"],
    node: true,
    page: false,
  },
  {
    path: "src-preload/",
    knows: ["src-shared/bridge/channels.ts", "src-shared/bridge/contract.ts"],
    packages: ["electron"],
    node: false,
    page: true,
  },
  { path: "src-renderer/", knows: ["src-shared/"], node: false, page: true },
  { path: "src-companion/", knows: ["src-shared/"], node: true, page: false },
  { path: "src-companion/assets/", knows: [], packages: [], node: false, page: true },
  { path: "simulators/google/", knows: [], node: true, page: true },
  { path: "simulators/facebook/", knows: [], node: true, page: false },
];

/** Packages that belong to one room; every other room is refused, for types too. */
export const PACKAGE_HOMES: ReadonlyArray<{
  readonly package: RegExp;
  readonly homes: readonly string[];
}> = [
  { package: /^electron(?:\/|$)/, homes: ["src-main/electron/", "src-preload/"] },
  { package: /^electron-(?:store|updater)$/, homes: ["src-main/electron/"] },
  {
    package: /^better-sqlite3$/,
    homes: ["src-main/core/store/", "src-main/node/data-lock.ts", "src-companion/store/sqlite.ts"],
  },
  { package: /^pg$/, homes: ["src-companion/store/postgres.ts"] },
  { package: /^kysely(?:\/|$)/, homes: ["src-companion/"] },
  { package: /^(?:better-auth|@better-auth)(?:\/|$)/, homes: ["src-companion/accounts/"] },
  { package: /^nodemailer(?:\/|$)/, homes: ["src-companion/mail/"] },
  {
    package: /^(?:@googleapis\/|googleapis|google-auth-library|gaxios)/,
    homes: ["src-main/core/calendars/google/"],
  },
  { package: /^@napi-rs\/keyring$/, homes: ["src-main/node/"] },
  { package: /^(?:hono$|hono\/|@hono\/)/, homes: ["src-main/browser/", "src-companion/"] },
  {
    // Measured against, never shipped.
    package: /^(?:react-big-calendar|@event-calendar|dayjs)(?:\/|$)/,
    homes: ["test/bench/"],
  },
  {
    package:
      /^(?:react|react-.*|@internationalized\/.*|@hookform\/.*|lucide-react|zustand)(?:\/|$)/,
    homes: ["src-renderer/"],
  },
];

/** The one file that may import a package as a value; others of its room take the module as an argument. */
export const PACKAGE_DOORS: ReadonlyArray<{
  readonly package: string;
  readonly files: readonly string[];
}> = [{ package: "electron", files: ["src-main/electron/index.ts", "src-preload/index.ts"] }];

export function roomOf(file: string): Room | undefined {
  return ROOMS.filter((room) => file.startsWith(room.path)).toSorted(
    (a, b) => b.path.length - a.path.length,
  )[0];
}

function admits(pattern: string, target: string): boolean {
  if (pattern.endsWith("*")) {
    const folder = pattern.slice(0, -1);
    return target.startsWith(folder) && !target.slice(folder.length).includes("/");
  }
  return pattern.endsWith("/") ? target.startsWith(pattern) : target === pattern;
}

/** Why `room` may not import the file `target` of ours, or null if it may. */
export function refusalOfFile(room: Room, target: string): string | null {
  if (target.startsWith(room.path)) return null;
  if (room.knows.some((pattern) => admits(pattern, target))) return null;
  return `${room.path} may not know ${target}.`;
}

/** Why `file` in `room` may not import the package, or null if it may. */
export function refusalOfPackage(
  room: Room,
  file: string,
  name: string,
  typeOnly: boolean,
): string | null {
  if (name.startsWith("node:")) return room.node ? null : `${room.path} does not run on Node.`;
  if (room.packages !== undefined && !room.packages.some((allowed) => isWithin(name, allowed)))
    return `${room.path} may not use the package ${name}.`;
  const home = PACKAGE_HOMES.find((entry) => entry.package.test(name));
  if (home !== undefined && !home.homes.some((path) => file.startsWith(path)))
    return `The package ${name} belongs to ${home.homes.join(" and ")}.`;
  const door = PACKAGE_DOORS.find((entry) => entry.package === name);
  if (door !== undefined && !typeOnly && !door.files.includes(file))
    return `Only ${door.files.join(" and ")} may import ${name}; take it as an argument.`;
  return null;
}

function isWithin(name: string, allowed: string): boolean {
  return name === allowed || name.startsWith(`${allowed}/`);
}
