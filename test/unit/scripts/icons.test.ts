import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const resources = path.resolve(import.meta.dirname, "../../../resources");
const tray = path.join(resources, "tray");

/** Widths in an ICO file, in its order; it writes 256 as 0. */
function icoSizes(file: string): readonly number[] {
  const bytes = readFileSync(file);
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, i) => bytes[6 + 16 * i] || 256);
}

/** A PNG of eight bits a channel with alpha: its width, and the largest value of any colour in it. */
function readPng(file: string) {
  const bytes = readFileSync(file);
  const width = bytes.readUInt32BE(16);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * 4 + 1;
  // A picture without any colour has none whatever its lines are filtered by.
  const colours = raw.filter((_, i) => i % line !== 0 && ((i % line) - 1) % 4 !== 3);
  return { width, kind: bytes[25], brightest: Math.max(...colours) };
}

describe("the icons", () => {
  it("of Windows have every size that its scaling asks for", () => {
    const bars = readdirSync(tray).filter((name) => name.endsWith(".ico"));
    expect(bars).toHaveLength(12);
    for (const name of bars)
      expect(icoSizes(path.join(tray, name)), name).toEqual([16, 20, 24, 32]);
    const app = icoSizes(path.join(resources, "icon.ico"));
    expect(app).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
  });

  it("of macOS are black and see-through, once and twice as fine", () => {
    const templates = readdirSync(tray).filter((name) => name.endsWith("Template.png"));
    expect(templates).toHaveLength(6);
    for (const name of templates) {
      const once = readPng(path.join(tray, name));
      const twice = readPng(path.join(tray, name.replace(".png", "@2x.png")));
      expect([once.kind, once.brightest, twice.brightest], name).toEqual([6, 0, 0]);
      expect(twice.width, name).toBe(once.width * 2);
    }
  });
});
