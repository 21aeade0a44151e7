import { describe, expect, it } from "vitest";
import { keyCommand, type KeyPress } from "../../../../src-renderer/app/keyboard.ts";

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, shiftKey: false, altKey: false, control: false, ...held };
}

describe("keys of the window", () => {
  it.each([
    ["t", "today"],
    ["j", "next"],
    ["k", "previous"],
    ["c", "create"],
    ["b", "block"],
    ["/", "search"],
    ["?", "keys"],
    ["Escape", "back"],
    ["ArrowLeft", "previous"],
  ])("%s means %s", (key, command) => {
    expect(keyCommand(press(key), true)).toBe(command);
  });

  it("with Shift C somebody walks in", () => {
    expect(keyCommand(press("C", { shiftKey: true }), true)).toBe("walkIn");
  });

  it("N alone makes nothing, because it means the next period elsewhere", () => {
    expect(keyCommand(press("n"), true)).toBeNull();
    expect(keyCommand(press("n", { control: true }), true)).toBe("create");
  });

  it("take back and do again with the platform's key", () => {
    expect(keyCommand(press("z", { control: true }), true)).toBe("undo");
    expect(keyCommand(press("Z", { control: true, shiftKey: true }), true)).toBe("redo");
  });

  it("leave single letters alone when they are switched off, but not Esc and Ctrl", () => {
    expect(keyCommand(press("c"), false)).toBeNull();
    expect(keyCommand(press("Escape"), false)).toBe("back");
    expect(keyCommand(press("k", { control: true }), false)).toBe("search");
  });

  it("leave Alt to the grid", () => {
    expect(keyCommand(press("ArrowLeft", { altKey: true }), true)).toBeNull();
  });
});
