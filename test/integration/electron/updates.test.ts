import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { AppImageUpdater } from "electron-updater/out/AppImageUpdater.js";
import { ElectronHttpExecutor } from "electron-updater/out/electronHttpExecutor.js";
import { Provider } from "electron-updater/out/providers/Provider.js";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Release } from "../../../src-main/electron/updates/release.ts";
import { feedOf } from "../../../src-main/electron/updates/release.ts";
import { guardSession } from "../../../src-main/electron/updates/session-guard.ts";
import { createUpdater } from "../../../src-main/electron/updates/updater.ts";
import { createUpdates } from "../../../src-main/electron/updates/updates.ts";
import { createNetDouble, type NetDouble } from "../../fixtures/electron/net-double.ts";
import { INSTALLER_NAME, latest, startFeed } from "../../fixtures/electron/update-feed.ts";
import { handTime } from "../../fixtures/hand-time.ts";
import { listLog } from "../../fixtures/ports.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const INSTALLER = "#!/bin/sh\necho the new one\n";
const YML = "/bellhop/latest-linux.yml";
const FILE = `/bellhop/${INSTALLER_NAME}`;

/** electron-updater's own way to fetch, with Node's HTTP where Electron's would be. */
class NodeExecutor extends ElectronHttpExecutor {
  readonly #net: NetDouble;
  constructor(net: NetDouble) {
    super();
    this.#net = net;
  }
  override createRequest(
    ...[options, callback]: Parameters<ElectronHttpExecutor["createRequest"]>
  ) {
    const request = this.#net.request(options as never);
    request.on("response", callback);
    return request as never;
  }
}

/** The real electron-updater for an AppImage of version 0.1.0, in front of a feed on this computer. */
async function installed(files: Parameters<typeof startFeed>[0], url?: (own: string) => string) {
  const feed = await startFeed(files);
  onTestFinished(feed.close);
  const folder = tempFolder();
  const appImage = join(folder, "Bellhop.AppImage");
  writeFileSync(appImage, "the old one");
  vi.stubEnv("APPIMAGE", appImage);
  onTestFinished(() => void vi.unstubAllEnvs());
  mkdirSync(join(folder, "cache"));
  const config = join(folder, "app-update.yml");
  writeFileSync(
    config,
    `provider: generic\nurl: ${feed.url}\nupdaterCacheDirName: bellhop-updater\n`,
  );
  const quits: unknown[] = [];
  const app = new AppImageUpdater(null, {
    version: "0.1.0",
    name: "bellhop",
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: join(folder, "cache"),
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: (handler: unknown) => void quits.push(handler),
  });
  const net = createNetDouble();
  Object.assign(app, { httpExecutor: new NodeExecutor(net) });
  const time = handTime("2026-11-27T10:00:00.000Z");
  const log = listLog();
  const place = feedOf({ provider: "generic", url: url?.(feed.url) ?? feed.url }, "linux");
  if (place === null) throw new Error("That is no feed.");
  let release: Release | null = null;
  let refusal: string | null = null;
  guardSession({
    session: net.session as never,
    feed: place,
    sizeOf: (name) => release?.files.find((one) => one.url === name)?.size ?? null,
    onRefused: (why) => void (refusal = why),
  });
  const done: string[] = [];
  const updates = createUpdates({
    clock: time.clock,
    scheduler: time.scheduler,
    log,
    backUp: () => void done.push("backUp"),
    close: () => Promise.resolve(void done.push("close")),
    startAgain: () => void done.push("startAgain"),
    load: () =>
      Promise.resolve(
        createUpdater({
          app,
          Provider: Provider as never,
          feed: place,
          fetch: net.session.fetch,
          scheduler: time.scheduler,
          refusal: () => refusal,
          onRelease: (found) => {
            release = found;
            refusal = null;
          },
        }),
      ),
  });
  return {
    updates,
    feed,
    log,
    quits,
    refusal: () => refusal,
    fetched: () => globSync("cache/bellhop-updater/pending/*.AppImage", { cwd: folder }),
    readFetched: (file: string) => readFileSync(join(folder, file), "utf8"),
    runs: () => readFileSync(appImage, "utf8"),
    exists: () => existsSync(appImage),
  };
}

async function checked(files: Parameters<typeof startFeed>[0]) {
  const at = await installed(files);
  await at.updates.check();
  return at;
}

/** Sends for as long as somebody reads. */
function endless(response: ServerResponse): void {
  response.writeHead(200);
  const more = (): void => {
    while (response.write("x".repeat(16_384)));
    response.once("drain", more);
  };
  more();
}

describe("a feed with a newer release", () => {
  const files = { [YML]: latest(INSTALLER), [FILE]: INSTALLER };

  it("is fetched and proved, and nothing more: the app that runs stays as it is, on a quit too", async () => {
    const at = await checked(files);
    expect(at.updates.status()).toEqual({ is: "ready", version: "0.2.0" });
    expect(at.fetched().map(at.readFetched)).toEqual([INSTALLER]);
    expect(at.runs()).toBe("the old one");
    expect(at.quits).toEqual([]);
  });

  it("is asked for once, however often somebody looks", async () => {
    const at = await checked(files);
    await at.updates.check();
    expect(at.feed.asked).toEqual([YML, FILE]);
  });

  it("is believed in what it says of version and file alone: no web installer, no share of the users, no system version", async () => {
    const more = [
      "stagingPercentage: 0",
      "minimumSystemVersion: 99.0.0",
      "packages:",
      "  x64:",
      "    path: http://127.0.0.1:1/evil.7z",
      "    sha512: x",
    ].join("\n");
    const at = await checked({ [YML]: latest(INSTALLER, { more }), [FILE]: INSTALLER });
    expect(at.updates.status().is).toBe("ready");
    expect(at.feed.asked).toEqual([YML, FILE]);
  });
});

describe("a feed that has nothing newer", () => {
  it.each(["0.1.0", "0.0.9"])("offers %s in vain: there is no way back", async (version) => {
    const at = await checked({ [YML]: latest(INSTALLER, { version }), [FILE]: INSTALLER });
    expect(at.updates.status()).toEqual({ is: "idle", checkedAt: "2026-11-27T10:00:00.000Z" });
    expect(at.feed.asked).toEqual([YML]);
  });
});

describe("a feed that lies is refused, and nothing of it is kept", () => {
  const redirect = (to: string) => (response: ServerResponse) =>
    response.writeHead(302, { Location: to }).end();
  const withLength = (length: number) => (response: ServerResponse) =>
    response.writeHead(200, { "Content-Length": length }).end(INSTALLER.padEnd(length));

  it.each([
    ["another checksum", { [YML]: latest("another"), [FILE]: "other!!" }],
    ["another size, said", { [YML]: latest(INSTALLER, { size: 9 }), [FILE]: INSTALLER }],
    ["another size, sent", { [YML]: latest(INSTALLER), [FILE]: withLength(40_000_000) }],
    ["a file that never ends", { [YML]: latest(INSTALLER), [FILE]: endless }],
    ["a file elsewhere", { [YML]: latest(INSTALLER, { url: "http://127.0.0.1:1/x.AppImage" }) }],
    ["a way out of its folder", { [YML]: latest(INSTALLER, { url: "../x.AppImage" }) }],
    ["an early version", { [YML]: latest(INSTALLER, { version: "9.0.0-beta.1" }) }],
    ["no version", { [YML]: latest(INSTALLER, { version: "newest" }) }],
    ["no checksum", { [YML]: `version: 9.0.0\nfiles:\n  - url: a.AppImage\n    size: 3\n` }],
    ["a checksum that is weak", { [YML]: latest(INSTALLER, { sha512: "abc" }) }],
    ["an installer of a terabyte", { [YML]: latest(INSTALLER, { size: 1e12 }) }],
    ["no release at all", { [YML]: "- a\n- b\n" }],
    ["a novel", { [YML]: `version: 9.0.0 # ${"x".repeat(100_000)}` }],
    ["a text that never ends", { [YML]: endless }],
    [
      "a redirect to another place",
      { [YML]: latest(INSTALLER), [FILE]: redirect("http://127.0.0.1:1/x") },
    ],
    [
      "a redirect out of its folder",
      {
        [YML]: latest(INSTALLER),
        [FILE]: redirect("/elsewhere.AppImage"),
        "/elsewhere.AppImage": INSTALLER,
      },
    ],
  ])("%s", async (_name, files) => {
    const at = await checked(files as Parameters<typeof startFeed>[0]);
    expect(at.updates.status()).toMatchObject({ is: "failed", trouble: "refused", ready: null });
    expect(at.fetched()).toEqual([]);
    expect(at.runs()).toBe("the old one");
  });

  it("never installs what it refused", async () => {
    const at = await checked({ [YML]: latest("another"), [FILE]: "other!!" });
    await expect(at.updates.restart()).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("a feed that can't be read or reached", () => {
  it.each([
    ["no YAML", "feedUnreadable", { [YML]: "version: [\n\t}" }],
    ["nothing there", "feedUnreadable", {}],
    [
      "a redirect",
      "feedUnreadable",
      { [YML]: (r: ServerResponse) => r.writeHead(301, { Location: "/" }).end() },
    ],
    ["a server in trouble", "offline", { [YML]: (r: ServerResponse) => r.writeHead(503).end() }],
    ["a line that breaks", "offline", { [YML]: (r: ServerResponse) => r.destroy() }],
    [
      "a download that breaks",
      "offline",
      {
        [YML]: latest(INSTALLER),
        [FILE]: (r: ServerResponse) => {
          r.writeHead(200, { "Content-Length": INSTALLER.length }).write("#!");
          r.destroy();
        },
      },
    ],
  ] as const)("%s is %s, and the next look finds it well again", async (_name, trouble, files) => {
    const at = await checked(files);
    expect(at.updates.status()).toMatchObject({ is: "failed", trouble, ready: null });
    await at.updates.check();
    expect(at.feed.asked.length).toBeGreaterThan(1);
  });
});
