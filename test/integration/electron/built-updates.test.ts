import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ensureBuilt } from "../../../scripts/tools/build.ts";
import { bootMain } from "../../fixtures/electron/booted.ts";
import { INSTALLER_NAME, latest, startFeed } from "../../fixtures/electron/update-feed.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { until } from "../../fixtures/until.ts";

const ON_LINUX = process.platform === "linux";
if (!ON_LINUX) console.warn("SKIPPED: the update of an AppImage is tried on Linux only.");

beforeAll(() => ensureBuilt());

/** The built app as an installed AppImage of 0.1.0, with a feed on this computer that has 0.2.0. */
async function installed() {
  const folder = tempFolder();
  const started = join(folder, "started");
  const installer = `#!/bin/sh\necho 0.2.0 > "${started}"\n`;
  const feed = await startFeed({
    "/bellhop/latest-linux.yml": latest(installer),
    [`/bellhop/${INSTALLER_NAME}`]: installer,
  });
  onTestFinished(feed.close);
  const resources = join(folder, "resources");
  mkdirSync(resources);
  writeFileSync(
    join(resources, "app-update.yml"),
    `provider: generic\nurl: ${feed.url}\nupdaterCacheDirName: bellhop-updater\n`,
  );
  const appImage = join(folder, "Bellhop.AppImage");
  writeFileSync(appImage, "the old one");
  chmodSync(appImage, 0o755);
  const dataDir = join(folder, "data");
  const booted = await bootMain(dataDir, {
    DOUBLE_RESOURCES: resources,
    APPIMAGE: appImage,
    XDG_CACHE_HOME: join(folder, "cache"),
  });
  await until(
    "the window is there",
    async () => (await booted.facts()).windows[0]?.visible === true,
  );
  const isReady = async (): Promise<boolean> => {
    const reply = await booted.invoke("update.status", {});
    return JSON.stringify(reply).includes('"ready"');
  };
  const fetchIt = async (): Promise<void> => {
    await booted.invoke("update.check", {});
    await until("the update is ready", isReady);
  };
  return { booted, feed, dataDir, appImage, started, fetchIt };
}

describe.skipIf(!ON_LINUX)("the built app with an update", () => {
  it("offers it in window and tray, and is the old one still after a quit", async () => {
    const { booted, appImage, started, fetchIt } = await installed();
    expect((await booted.facts()).trayLabels.join()).not.toContain("Restart to update");
    await fetchIt();
    const { windows, trayLabels } = await booted.facts();
    expect(windows[0]?.sent.map((one) => one.event)).toContain("update.changed");
    expect(trayLabels).toContain("Restart to update to 0.2.0");
    await booted.ask({ ask: "quit" });
    await until("it has ended", async () => (await booted.facts()).ended !== null);
    expect(readFileSync(appImage, "utf8")).toBe("the old one");
    expect(existsSync(started)).toBe(false);
  });

  it("is the new one after “Restart to update”, with the data copied aside and closed", async () => {
    const { booted, dataDir, appImage, started, fetchIt } = await installed();
    await fetchIt();
    expect(existsSync(join(dataDir, "backups"))).toBe(false);
    await booted.invoke("update.restart", {});
    await until("it has ended", async () => (await booted.facts()).ended !== null);
    await until("the new one has started", () => existsSync(started));
    expect(readFileSync(appImage, "utf8")).toContain("0.2.0");
    expect(readdirSync(join(dataDir, "backups"))).toHaveLength(1);
    // A closed database leaves no journal behind.
    expect(readdirSync(dataDir).filter((name) => name.endsWith("-wal"))).toEqual([]);
    const log = readFileSync(join(dataDir, "bellhop.log"), "utf8");
    expect(log).toMatch(/update\.installing/);
  });

  it("says that it never looks where it was built without an address", async () => {
    const booted = await bootMain(join(tempFolder(), "data"), {
      DOUBLE_RESOURCES: tempFolder(),
      APPIMAGE: "/nowhere/Bellhop.AppImage",
    });
    await until(
      "the window is there",
      async () => (await booted.facts()).windows[0]?.visible === true,
    );
    const off = { is: "off", because: "noFeed" };
    expect(await booted.invoke("update.status", {})).toEqual({ ok: true, value: off });
  });
});
