import { createHash, timingSafeEqual } from "node:crypto";
import type { Random } from "../core/ports.ts";

const TOKEN_BYTES = 32;

/** A fresh token of 256 random bits, and the check for it that takes equally long for every guess. */
export function createToken(random: Random): { text: string; fits: (token: string) => boolean } {
  const text = Buffer.from(random.bytes(TOKEN_BYTES)).toString("base64url");
  const digest = (of: string): Buffer => createHash("sha256").update(of).digest();
  const expected = digest(text);
  return { text, fits: (token) => timingSafeEqual(digest(token), expected) };
}
