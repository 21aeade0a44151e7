import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "../../../../src-shared/errors.ts";
import { journal, journalResult } from "../../../../src-shared/words/en/journal.ts";
import { createTranslator } from "../../../../src-shared/words/translator.ts";
import { type Found, scan } from "./source-scan.ts";

const words = createTranslator();
const SPOKEN_ATTRIBUTES = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "alt",
  "description",
  "errorMessage",
  "label",
  "placeholder",
  "title",
]);
const HAS_LETTERS = /\p{L}/u;

function hasWords(key: string): boolean {
  return words.exists(key) || words.exists(key, { count: 1 });
}

function literal(node: { readonly type: string; readonly value?: unknown }): string | null {
  return node.type === "Literal" && typeof node.value === "string" ? node.value : null;
}

/** Keys that code asks for: `t("…")`, `i18nKey="…"`, and the fixed beginning of t(`…${x}`). */
function keysAskedFor(): readonly Found[] {
  return scan(["src-renderer", "src-main"], (note) => ({
    CallExpression({ callee, arguments: [first, second], start }) {
      const name = callee.type === "MemberExpression" ? callee.property : callee;
      if (name.type !== "Identifier" || first === undefined) return;
      const asked = name.name === "t" ? first : name.name === "sayKey" ? second : undefined;
      if (asked === undefined) return;
      const key = literal(asked);
      if (key !== null) note(key, start);
      if (asked.type === "TemplateLiteral") {
        const fixed = asked.quasis[0]?.value.cooked ?? "";
        if (fixed.includes(".")) note(fixed.slice(0, fixed.lastIndexOf(".")), start);
      }
    },
    JSXAttribute({ name, value, start }) {
      if (name.type !== "JSXIdentifier" || name.name !== "i18nKey" || value === null) return;
      const key = literal(value);
      if (key !== null) note(key, start);
    },
  }));
}

/** Words that stand in the code of the window instead of in the catalogue. */
function visibleStrings(): readonly Found[] {
  return scan(["src-renderer"], (note) => {
    const noteIfWords = (text: string | null, at: number): void => {
      if (text !== null && HAS_LETTERS.test(text)) note(text.trim(), at);
    };
    return {
      JSXAttribute({ name, value, start }) {
        if (name.type !== "JSXIdentifier" || !SPOKEN_ATTRIBUTES.has(name.name) || value === null)
          return;
        if (value.type === "JSXExpressionContainer") noteIfWords(literal(value.expression), start);
        else noteIfWords(literal(value), start);
      },
      JSXElement({ openingElement: { name }, children }) {
        // What is printed on a key.
        if (name.type === "JSXIdentifier" && name.name === "Kbd") return;
        for (const child of children) {
          if (child.type === "JSXText") noteIfWords(child.value, child.start);
          if (child.type === "JSXExpressionContainer")
            noteIfWords(literal(child.expression), child.start);
        }
      },
    };
  });
}

/** Names that the sync gives to what it did: as a value, or as the type of one. */
function journalActions(): readonly Found[] {
  return scan(["src-main/core/sync"], (note) => ({
    Property({ key, value, start }) {
      const name = key.type === "Identifier" && key.name === "action" ? literal(value) : null;
      if (name !== null) note(name, start);
    },
    Identifier({ name, typeAnnotation, start }) {
      const type = name === "action" ? typeAnnotation?.typeAnnotation : undefined;
      if (type?.type !== "TSUnionType") return;
      for (const member of type.types) {
        const value = member.type === "TSLiteralType" ? literal(member.literal) : null;
        if (value !== null) note(value, start);
      }
    },
  }));
}

describe("the catalogue", () => {
  test("has words for every error code", () => {
    expect(ERROR_CODES.filter((code) => !words.exists(`errors.${code}`))).toEqual([]);
  });

  test("has words for everything that the sync writes into its journal", () => {
    const missing = journalActions().filter(({ text }) => !words.exists(`journal.${text}`));
    expect(missing).toEqual([]);
  });

  test("says of everything in the journal what came of it", () => {
    expect(Object.keys(journalResult).toSorted()).toEqual(Object.keys(journal).toSorted());
  });

  test("has every key that the code asks for", () => {
    const asked = keysAskedFor();
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ text }) => !hasWords(text))).toEqual([]);
  });

  test("holds every word that the window shows: none stands in its code", () => {
    expect(visibleStrings()).toEqual([]);
  });

  test("uses no exclamation mark and no “oops”", () => {
    const all = JSON.stringify(words.getResourceBundle("en", "translation"));
    expect(all).not.toMatch(/!|oops/i);
  });
});
