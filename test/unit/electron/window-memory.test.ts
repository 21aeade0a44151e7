import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createWindowMemory, type SettingsFile } from "../../../src-main/electron/window-memory.ts";
import { listLog } from "../../fixtures/ports.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const FIRST = {
  bounds: null,
  places: [],
  maximized: false,
  onClose: "ask",
  askedAboutLogin: false,
};
const BOUNDS = { x: 10, y: 20, width: 1280, height: 800 };

/** A settings file as electron-store keeps one: JSON that throws where it is none. */
function jsonFile(path: string): SettingsFile {
  const read = (): object =>
    existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as object) : {};
  read();
  return {
    path,
    get store() {
      return read();
    },
    set: (values) => writeFileSync(path, JSON.stringify({ ...read(), ...values })),
  };
}

function memoryIn(path: string, open = () => jsonFile(path)) {
  const log = listLog();
  return { memory: createWindowMemory({ open, path, log }), log };
}

describe("what the window remembers", () => {
  it("is how it was left", () => {
    const path = join(tempFolder(), "window.json");
    memoryIn(path).memory.remember({ bounds: BOUNDS, maximized: true });
    memoryIn(path).memory.remember({ onClose: "tray" });
    expect(memoryIn(path).memory.read()).toEqual({
      bounds: BOUNDS,
      places: [],
      maximized: true,
      onClose: "tray",
      askedAboutLogin: false,
    });
  });

  it("is nothing on the first start", () => {
    expect(memoryIn(join(tempFolder(), "window.json")).memory.read()).toEqual(FIRST);
  });

  it("starts anew from a file that is no JSON, and keeps that file", () => {
    const path = join(tempFolder(), "window.json");
    writeFileSync(path, '{"bounds": {"x": 1');
    const { memory, log } = memoryIn(path);
    expect(memory.read()).toEqual(FIRST);
    expect(readFileSync(`${path}.unreadable`, "utf8")).toBe('{"bounds": {"x": 1');
    expect(log.lines).toMatchObject([{ level: "warn", event: "window.settingsSetAside" }]);
    expect(memory.wasSetAside()).toBe(true);
    memory.forgetSetAside();
    expect(memory.wasSetAside()).toBe(false);
    memory.remember({ bounds: BOUNDS });
    expect(memoryIn(path).memory.read().bounds).toEqual(BOUNDS);
  });

  it.each([
    [{ bounds: { x: "left", y: 0, width: 100, height: 100 }, maximized: true }],
    [{ bounds: { x: 0, y: 0, width: -5, height: 100 }, maximized: true }],
    [{ bounds: [], maximized: true, unknown: 1 }],
  ])("takes what is sound of %j", (stored) => {
    const path = join(tempFolder(), "window.json");
    writeFileSync(path, JSON.stringify(stored));
    expect(memoryIn(path).memory.read()).toEqual({ ...FIRST, maximized: true });
  });

  it("is forgotten where nothing can be written, and that stops nobody", () => {
    const path = join(tempFolder(), "window.json");
    const { memory, log } = memoryIn(path, () => {
      throw new Error("EACCES");
    });
    memory.remember({ maximized: true });
    expect(memory.read().maximized).toBe(true);
    expect(log.lines.at(-1)?.event).toBe("window.settingsUnreadable");
  });
});
