import { describe, expect, it } from "vitest";
import type { AppLink } from "../../../src-shared/app-link.ts";
import { receiveAppLinks } from "../../../src-main/electron/app-links.ts";
import { createElectronDouble } from "../../fixtures/electron/double.ts";
import { preventable } from "../../fixtures/electron/parts.ts";
import { listLog } from "../../fixtures/ports.ts";

const DAY = "bellhop://day/2026-11-27";

interface Start {
  readonly platform?: NodeJS.Platform;
  readonly argv?: readonly string[];
  readonly packaged?: boolean;
}

function start({ platform = "win32", argv = ["bellhop.exe"], packaged = true }: Start = {}) {
  const { api, app } = createElectronDouble({ packaged });
  const links = receiveAppLinks({ app: api.app, platform, argv });
  const log = listLog();
  const followed: AppLink[] = [];
  return {
    app,
    links,
    log,
    followed,
    attach: () => links.attach({ log, follow: (link) => void followed.push(link) }),
  };
}

describe("links of ours", () => {
  it("are asked for by the installed app only, on Windows behind a mark that ends the switches", () => {
    expect(start({ packaged: false }).app.protocolClients).toEqual([]);
    expect(start({ platform: "darwin" }).app.protocolClients).toEqual([["bellhop"]]);
    expect(start().app.protocolClients).toEqual([["bellhop", process.execPath, ["--"]]]);
  });

  it("that start the app wait until the desk is open", () => {
    const { attach, followed } = start({ argv: ["bellhop.exe", "--", DAY] });
    expect(followed).toEqual([]);
    attach();
    expect(followed).toEqual([{ is: "day", date: "2026-11-27" }]);
  });

  it("reach the app that runs through a second start", () => {
    const { attach, links, followed } = start();
    attach();
    links.started(["bellhop.exe", "--", DAY]);
    links.started(["bellhop.exe", "--hidden"]);
    expect(followed).toHaveLength(1);
  });

  it("come on macOS by an event, before Electron is ready as well as after", () => {
    const { app, attach, followed } = start({ platform: "darwin" });
    const event = preventable({});
    app.emit("open-url", event, DAY);
    expect(event.defaultPrevented).toBe(true);
    attach();
    app.emit("open-url", preventable({}), "bellhop://open");
    expect(followed.map(({ is }) => is)).toEqual(["day", "open"]);
  });

  it.each([
    ["an unknown place", ["bellhop://oauth/secret-code"], "unknownPlace"],
    ["a trick", ["bellhop://day/../x"], "malformed"],
    ["two at once", [DAY, DAY], "severalLinks"],
    ["a huge one", [`bellhop://${"x".repeat(100_000)}`], "tooLong"],
  ])("with %s are ignored, with a code in the log and no word of the link", (_name, argv, code) => {
    const { attach, links, log, followed } = start();
    attach();
    links.started(argv);
    expect(followed).toEqual([]);
    expect(log.lines).toEqual([{ level: "warn", event: "link.refused", fields: { code } }]);
  });
});
