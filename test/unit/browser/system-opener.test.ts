import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSystemOpener, openerOf } from "../../../src-main/browser/system-opener.ts";
import { listLog } from "../../fixtures/ports.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { until } from "../../fixtures/until.ts";

describe("the program that opens an address", () => {
  it("is the system's own", () => {
    expect(openerOf("darwin")).toEqual(["open"]);
    expect(openerOf("win32")).toEqual(["rundll32", "url.dll,FileProtocolHandler"]);
    expect(openerOf("linux")).toEqual(["xdg-open"]);
  });

  it("gets the address as one argument that no shell has seen", async () => {
    const file = join(tempFolder(), "seen");
    const write = `require("fs").writeFileSync(process.argv[1], process.argv[2])`;
    const log = listLog();
    const nasty = "https://support.google.com/?a=$(touch x)&b=`id`;c='d'|e";
    await createSystemOpener([process.execPath, "-e", write, file], log)(nasty);
    await until("the program ran", () => existsSync(file) && readFileSync(file, "utf8") !== "");
    expect(readFileSync(file, "utf8")).toBe(nasty);
    expect(log.lines).toEqual([]);
  });

  it("may be missing: that is a line in the log, the window shows the address itself", async () => {
    const log = listLog();
    await createSystemOpener(["bellhop-has-no-such-program"], log)("https://support.google.com/");
    expect(log.lines).toMatchObject([{ level: "warn", event: "links.noOpener" }]);
  });
});
