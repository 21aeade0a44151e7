import { Accent } from "../../src-shared/domain/accent.ts";

/** A colour as people write them: `#2D6A4F`, `2d6a4f`, `#fa0`. Null for anything else. */
export function typedAccent(typed: string): Accent | null {
  const digits = typed.trim().toLowerCase().replace(/^#/, "");
  const long = /^[0-9a-f]{3}$/.test(digits) ? [...digits].flatMap((one) => [one, one]) : digits;
  return Accent.safeParse(`#${[...long].join("")}`).data ?? null;
}
