import { invalid } from "../errors.ts";
import { parseDateTime } from "../zone.ts";

/** A whole number from the query, cut to `max`; 400 for anything below `min` or not a number. */
export function readCount(
  query: URLSearchParams,
  name: string,
  limits: { readonly standard: number; readonly min: number; readonly max: number },
): number {
  const text = query.get(name);
  if (text === null) return limits.standard;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < limits.min) {
    throw invalid(`Invalid value for: ${name}`, name);
  }
  return Math.min(value, limits.max);
}

/** `undefined` when the parameter is absent. */
export function readFlag(query: URLSearchParams, name: string): boolean | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (text !== "true" && text !== "false") throw invalid(`Invalid value for: ${name}`, name);
  return text === "true";
}

/** Epoch ms, cut to whole seconds; an offset is mandatory. */
export function readInstant(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const instant = parseDateTime(text)?.instantMs;
  if (instant === undefined) throw invalid("Bad Request", name);
  return instant;
}

export function readText(query: URLSearchParams, name: string): string | undefined {
  return query.get(name) ?? undefined;
}

/** Opaque to clients: base64url of JSON. */
export function sealToken(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

/** What `sealToken` sealed, or undefined for anything else. */
export function openToken(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const content: unknown = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
    const isObject = typeof content === "object" && content !== null && !Array.isArray(content);
    return isObject ? { ...content } : undefined;
  } catch {
    return undefined;
  }
}
