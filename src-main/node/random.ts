import { randomBytes } from "node:crypto";
import type { Random } from "../core/ports.ts";

const BITS_48 = 2 ** 48;

export const systemRandom: Random = {
  next: () => randomBytes(6).readUIntBE(0, 6) / BITS_48,
  bytes: (count) => new Uint8Array(randomBytes(count)),
};
