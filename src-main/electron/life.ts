import type { NoticeTarget } from "../../src-shared/notice.ts";
import { join } from "node:path";
import { AppError } from "../../src-shared/errors.ts";
import { createDispatch, type Dispatch } from "../core/bridge/dispatch.ts";
import type { Logger, Scheduler } from "../core/ports.ts";
import type { HostPorts, OpenedDesk } from "../node/open-desk.ts";
import { announceAppScheme, createAppHandler } from "./app-protocol.ts";
import { type AppLinks, receiveAppLinks } from "./app-links.ts";
import type { ElectronApi } from "./electron-api.ts";
import { createClosingQuestion } from "./closing.ts";
import { createLinkOpener } from "./external-links.ts";
import { createHostLife } from "./host-life.ts";
import { openIpcDoor } from "./ipc.ts";
import { createLoginItem } from "./login-item.ts";
import { offerContextMenu } from "./context-menu.ts";
import { appMenu, type MenuDeps } from "./menu.ts";
import { guardNavigation } from "./navigation.ts";
import { APP_SCHEME } from "./own-page.ts";
import { denyPermissions } from "./permissions.ts";
import { noticeWords } from "./notice-words.ts";
import { type NoticeHost, createConnectivity, createNotifier, createPowerEvents } from "./ports.ts";
import { guardQuit } from "./quit.ts";
import { createSpeech, type HostSpeech, type Say } from "./say.ts";
import { keepTray, type KeptTray } from "./tray-keeper.ts";
import { createMainWindow, type MainWindow } from "./window.ts";
import type { UpdateNeeds } from "./updates/open-updates.ts";
import type { RunningUpdates } from "./updates/updates.ts";
import type { WindowMemory } from "./window-memory.ts";

/** Equal to the installer's, or Windows shows neither notices nor the pinned icon (Electron docs, Notifications). */
export const APP_USER_MODEL_ID = "app.bellhop.desk";

export interface ElectronHostDeps {
  readonly platform: NodeJS.Platform;
  /** Arguments of this start. */
  readonly argv: readonly string[];
  readonly paths: {
    readonly preload: string;
    readonly rendererDir: string;
    readonly resourcesDir: string;
  };
  readonly scheduler: Scheduler;
  /** Opens the desk; called only by the first instance. */
  readonly openDesk: (ports: (log: Logger) => HostPorts) => Promise<OpenedDesk>;
  readonly openMemory: (log: Logger) => WindowMemory;
  readonly openUpdates: (needs: UpdateNeeds) => RunningUpdates;
}

interface Shell {
  readonly api: ElectronApi;
  readonly deps: ElectronHostDeps;
  readonly say: Say;
  readonly speech: HostSpeech;
  /** Does what was chosen in the menu. */
  readonly choose: MenuDeps["choose"];
  readonly opened: OpenedDesk;
  readonly updates: RunningUpdates | null;
  readonly memory: WindowMemory;
  /** The system started the app: the desk works beside the clock until somebody wants its window. */
  readonly hidden: boolean;
}

/** The desk is closed already: only a new start brings it back. */
function startAgain(app: ElectronApi["app"]): void {
  app.relaunch();
  app.exit(0);
}

/** Everything that has to be said to Electron before it is ready. */
function prepare(api: ElectronApi, platform: NodeJS.Platform): void {
  api.app.enableSandbox();
  announceAppScheme(api.protocol);
  if (platform === "win32") api.app.setAppUserModelId(APP_USER_MODEL_ID);
}

function hostPorts(
  api: ElectronApi,
  scheduler: Scheduler,
  notices: NoticeHost,
): (log: Logger) => HostPorts {
  return (log) => ({
    connectivity: createConnectivity(api.net, scheduler),
    power: createPowerEvents(api.powerMonitor),
    notifier: createNotifier(api, log, notices),
    openLink: createLinkOpener(api.shell),
  });
}

function showMenu({ Menu }: Pick<ElectronApi, "Menu">, deps: MenuDeps): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(deps)));
}

/** The theme and the language chosen in the window also hold for what the system draws around it. */
async function followPreferences(shell: Shell): Promise<void> {
  const { api, deps, opened, speech, say, choose } = shell;
  const { theme, language } = await opened.desk.handlers["preferences.get"]({});
  api.nativeTheme.themeSource = theme;
  if (await speech.follow(language)) showMenu(api, { platform: deps.platform, say, choose });
}

/** @param changed called after preferences were changed and followed */
function dispatchOf(shell: Shell, changed: () => void): Dispatch {
  const { desk, ports } = shell.opened;
  const dispatch = createDispatch({ handlers: desk.handlers, log: ports.log });
  return async (channel, input) => {
    const reply = await dispatch(channel, input);
    if (channel === "preferences.set" && reply.ok) {
      await followPreferences(shell);
      changed();
    }
    return reply;
  };
}

const CLOSING = { ask: "ask", tray: "hide", quit: "close" } as const;

/** A display that is taken away takes no window with it. */
function keepReachable({ screen }: ElectronApi, { stayReachable }: MainWindow): void {
  screen.on("display-removed", stayReachable);
  screen.on("display-metrics-changed", stayReachable);
}

async function openShell(shell: Shell): Promise<MainWindow> {
  const { api, deps, opened, memory, say } = shell;
  const { ports, desk } = opened;
  let tray: KeptTray | null = null;
  let closeDoor = (): void => undefined;
  let stopUpdates = (): void => undefined;

  const quitting = guardQuit({
    app: api.app,
    powerMonitor: api.powerMonitor,
    scheduler: deps.scheduler,
    log: ports.log,
    flush: async () => {
      window.remember();
      closeDoor();
      tray?.close();
      stopUpdates();
      await opened.close();
    },
  });
  const window = createMainWindow({
    api,
    memory,
    preload: deps.paths.preload,
    icon: join(deps.paths.resourcesDir, "icon.png"),
    platform: deps.platform,
    log: ports.log,
    closing: () => {
      // Linux may have no tray without telling, and macOS keeps an app without windows in its dock.
      const hasChoice = deps.platform === "win32" && tray !== null && !quitting();
      return hasChoice ? CLOSING[memory.read().onClose] : "close";
    },
    askAboutClosing: createClosingQuestion({ api, say, memory }),
    onSessionEnd: () => api.app.quit(),
  });
  closeDoor = openIpcDoor({
    api,
    dispatch: dispatchOf(shell, () => tray?.refresh()),
    source: desk,
    log: ports.log,
    ourContents: window.contents,
  });
  await followPreferences(shell);
  api.nativeTheme.on("updated", window.repaint);
  desk.start();
  stopUpdates = shell.updates?.start() ?? stopUpdates;
  if (!shell.hidden) window.show();
  keepReachable(api, window);
  tray = await keepTray({
    ...shell,
    platform: deps.platform,
    scheduler: deps.scheduler,
    iconsDir: join(deps.paths.resourcesDir, "tray"),
    showWindow: window.show,
  });
  // Without a tray nobody would find a desk that hides.
  if (shell.hidden && tray === null) window.show();
  return window;
}

function refuseToStart(api: ElectronApi, say: Say, error: unknown): void {
  const words =
    error instanceof AppError
      ? `${say(`errors.${error.code}`)}\n\n${error.code}: ${error.message}`
      : say("errors.INTERNAL");
  api.dialog.showErrorBox(say("host.startFailed"), words);
  api.app.exit(1);
}

async function startFirstInstance(
  api: ElectronApi,
  deps: ElectronHostDeps,
  { speech, links }: { readonly speech: HostSpeech; readonly links: AppLinks },
): Promise<void> {
  let window: MainWindow | null = null;
  const showWindow = (): void => window?.show();
  api.app.on("second-instance", (_event, argv) => {
    links.started(argv);
    showWindow();
  });
  api.app.on("activate", showWindow);
  api.app.on("window-all-closed", () => {
    if (deps.platform !== "darwin") api.app.quit();
  });
  await api.app.whenReady();
  denyPermissions(api.session.defaultSession);
  api.protocol.handle(APP_SCHEME, createAppHandler(deps.paths.rendererDir));
  const loginItem = createLoginItem({ app: api.app, platform: deps.platform });
  // Until the desk is open nobody knows what was chosen.
  await speech.follow("system");
  const { say } = speech;
  const { platform } = deps;
  offerContextMenu(api, say);
  showMenu(api, { platform, say, choose: () => undefined });
  let updates: RunningUpdates | null = null;
  const memory = Promise.withResolvers<WindowMemory>();
  const words: NoticeHost["words"] = (notice) => noticeWords(notice, speech);
  const onClick = (opens: NoticeTarget): void => {
    if (opens.is === "booking") opened.desk.openLink(opens);
    else opened.desk.choose({ command: opens.is, byKey: false });
    showWindow();
  };
  const opened = await deps.openDesk((log) => {
    guardNavigation(api.app, log);
    const opening = deps.openMemory(log);
    memory.resolve(opening);
    updates = deps.openUpdates({
      log,
      backUp: () => opened.desk.backUp(),
      close: () => opened.close(),
      startAgain: () => startAgain(api.app),
    });
    const openLink = createLinkOpener(api.shell);
    const hostLife = createHostLife({
      platform: deps.platform,
      memory: opening,
      loginItem,
      openLink,
    });
    return { ...hostPorts(api, deps.scheduler, { words, onClick })(log), updates, hostLife };
  });
  const hidden = loginItem.startedBySystem(deps.argv);
  const choose: MenuDeps["choose"] = (chosen) => {
    opened.desk.choose(chosen);
    showWindow();
  };
  showMenu(api, { platform, say, choose });
  const shell = { api, deps, say, speech, opened, updates, hidden, choose };
  window = await openShell({ ...shell, memory: await memory.promise });
  links.attach({
    log: opened.ports.log,
    follow: (link) => {
      opened.desk.openLink(link);
      showWindow();
    },
  });
}

/**
 * Runs the desk as a desktop app. A second start hands over to the first and ends before the store is touched.
 * What goes wrong on the way is shown in a box, then the app ends with code 1.
 */
export async function startElectronHost(api: ElectronApi, deps: ElectronHostDeps): Promise<void> {
  prepare(api, deps.platform);
  if (!api.app.requestSingleInstanceLock()) {
    api.app.quit();
    return;
  }
  const speech = createSpeech(() => api.app.getPreferredSystemLanguages());
  const links = receiveAppLinks({ app: api.app, ...deps });
  try {
    await startFirstInstance(api, deps, { speech, links });
  } catch (error) {
    refuseToStart(api, speech.say, error);
  }
}
