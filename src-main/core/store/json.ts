import type { z } from "zod";
import { AppError } from "../../../src-shared/errors.ts";

/**
 * Reads a JSON column.
 * @throws AppError STORE_UNREADABLE if it isn't what `schema` says
 */
export function readJson<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  column: string,
): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new AppError("STORE_UNREADABLE", `The stored ${column} can't be read.`, {
    cause: parsed.error,
  });
}

/** Undefined if the text isn't JSON; JSON itself has no such value. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
