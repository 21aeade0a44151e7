import type { IncomingMessage } from "node:http";
import { AppError } from "../../src-shared/errors.ts";
import { MAX_INPUT_BYTES } from "../core/bridge/dispatch.ts";

function tooLarge(): AppError {
  return new AppError("TOO_LARGE", `The body is larger than ${MAX_INPUT_BYTES} bytes.`);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("BAD_INPUT", "The body is not well-formed JSON in UTF-8.", { cause });
  }
}

/**
 * Reads the body of a call and stops as soon as it is too long, whatever its announced length was.
 * @throws AppError `TOO_LARGE`, `BAD_INPUT`
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let length = Number(request.headers["content-length"] ?? 0);
  if (length > MAX_INPUT_BYTES) throw tooLarge();
  length = 0;
  // Leaving the loop early must not end the connection: the refusal still has to go out on it.
  const incoming = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const piece of incoming) {
    length += piece.length;
    if (length > MAX_INPUT_BYTES) throw tooLarge();
    pieces.push(piece);
  }
  return parsed(Buffer.concat(pieces));
}
