import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bridgeDocs } from "../../../scripts/docs/bridge.ts";
import { typeText } from "../../../scripts/docs/type-text.ts";
import { CHANNELS, EVENTS } from "../../../src-shared/bridge/channels.ts";

describe("docs/bridge.md", () => {
  const docs = bridgeDocs();

  it("is what the contract says now (npm run docs writes it anew)", () => {
    const file = path.resolve(import.meta.dirname, "../../../docs/bridge.md");
    expect(readFileSync(file, "utf8")).toBe(docs);
  });

  it.each([...CHANNELS, ...EVENTS])("describes %s", (name) => {
    expect(docs).toContain(`### \`${name}\`\n`);
  });

  it("leaves nothing unsaid", () => {
    expect(docs).not.toMatch(/: unknown\b|undefined|\[object/);
  });
});

describe("a schema as text", () => {
  it.each([
    [{ type: "integer", minimum: 1, maximum: 9 }, "integer (1 to 9)"],
    [{ type: "string", maxLength: 40 }, "string (at most 40 characters)"],
    [{ anyOf: [{ $ref: "#/$defs/Id" }, { type: "null" }] }, "Id | null"],
    [{ enum: ["a", "b"] }, '"a" | "b"'],
    [
      { type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } },
      "(string | null)[]",
    ],
    [{ type: "object", properties: { a: { type: "boolean" } } }, "{ a?: boolean }"],
    [{ type: "object", additionalProperties: { type: "string" } }, "{ [key: string]: string }"],
  ])("%j", (schema, text) => {
    expect(typeText(schema)).toBe(text);
  });
});
