import type { Change } from "./mutant.ts";

export const CORE = "src-main/core";
export const SYNC = `${CORE}/sync`;
export const GOOGLE = `${CORE}/calendars/google`;

export function change(file: string, find: string, replace: string): Change {
  return { file, find, replace };
}
