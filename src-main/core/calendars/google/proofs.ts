import { createHash, timingSafeEqual } from "node:crypto";
import type { Random } from "../../ports.ts";

/** What ties an answer from the browser to the sign-in that asked for it. */
export interface Proofs {
  /** Echoed by Google (RFC 6749, 10.12). */
  readonly state: string;
  /** Kept here until the code is exchanged (RFC 7636, 4.1): 43 characters, 256 bits. */
  readonly verifier: string;
  /** What Google sees of the verifier: its SHA-256. */
  readonly challenge: string;
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

export function makeProofs(random: Random): Proofs {
  const verifier = base64url(random.bytes(32));
  return {
    state: base64url(random.bytes(32)),
    verifier,
    challenge: base64url(sha256(verifier)),
  };
}

/** Compares secrets in a time that tells nothing about them, not even their length. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}
