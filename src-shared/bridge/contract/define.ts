import type { z } from "zod";
import type { ErrorCode } from "../../errors.ts";

/** One channel: what goes in, what comes out, which errors are to be expected besides the general ones. */
export interface ChannelContract<
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
> {
  /** One sentence for docs/bridge.md. */
  readonly about: string;
  readonly input: In;
  readonly output: Out;
  readonly errors: readonly ErrorCode[];
}

/** Any channel may answer with these. */
export const GENERAL_ERRORS = [
  "BAD_INPUT",
  "TOO_LARGE",
  "FORBIDDEN",
  "INTERNAL",
  "STORE_BUSY",
  "STORE_FULL",
] as const satisfies readonly ErrorCode[];

export function channel<In extends z.ZodType, Out extends z.ZodType>(
  about: string,
  input: In,
  output: Out,
  errors: readonly ErrorCode[] = [],
): ChannelContract<In, Out> {
  return { about, input, output, errors };
}
