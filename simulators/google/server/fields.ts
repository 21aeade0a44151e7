import { invalid } from "../errors.ts";

/** A parsed `fields` mask: member names with their own masks; an empty mask means everything below. */
type Mask = Map<string, Mask>;

/** Cuts an answer down to a partial response such as `items(id,start/dateTime),nextPageToken`. */
export function selectFields(content: unknown, fields: string): unknown {
  const reader = { text: fields, at: 0 };
  const mask = readMask(reader);
  if (reader.at !== fields.length || mask.size === 0) throw badFields(fields);
  return pick(content, mask);
}

const badFields = (fields: string): Error => invalid(`Invalid field selection ${fields}`, "fields");

interface Reader {
  readonly text: string;
  at: number;
}

function readMask(reader: Reader): Mask {
  const mask: Mask = new Map();
  do {
    readPath(reader, mask);
  } while (take(reader, ","));
  return mask;
}

function readPath(reader: Reader, mask: Mask): void {
  const name = /^[A-Za-z0-9_*-]+/.exec(reader.text.slice(reader.at))?.[0];
  if (name === undefined) throw badFields(reader.text);
  reader.at += name.length;
  const below: Mask = mask.get(name) ?? new Map();
  mask.set(name, below);
  if (take(reader, "/")) {
    readPath(reader, below);
  } else if (take(reader, "(")) {
    for (const [key, value] of readMask(reader)) below.set(key, value);
    if (!take(reader, ")")) throw badFields(reader.text);
  }
}

function take(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

function pick(content: unknown, mask: Mask): unknown {
  if (mask.size === 0 || mask.has("*")) return content;
  if (Array.isArray(content)) return content.map((item) => pick(item, mask));
  if (typeof content !== "object" || content === null) return content;
  return Object.fromEntries(
    Object.entries(content).flatMap(([key, value]) => {
      const below = mask.get(key);
      return below === undefined ? [] : [[key, pick(value, below)]];
    }),
  );
}
