import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { WireErrorCode } from "../../src-shared/companion/wire.ts";

const STATUS: Readonly<Record<WireErrorCode, ContentfulStatusCode>> = {
  BAD_INPUT: 400,
  UNKNOWN_KEY: 401,
  REVOKED: 401,
  NOT_CONFIRMED: 403,
  NOT_FOUND: 404,
  CODE_TAKEN: 409,
  TOO_LARGE: 413,
  TOO_MANY: 429,
};

/** A call of a desk that is refused: a stable code, and a sentence for the desk's log. */
export class Refusal extends Error {
  readonly code: WireErrorCode;

  constructor(code: WireErrorCode, message: string) {
    super(message);
    this.name = "Refusal";
    this.code = code;
  }

  get status(): ContentfulStatusCode {
    return STATUS[this.code];
  }
}
