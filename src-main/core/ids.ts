import type { Id } from "../../src-shared/domain/primitives.ts";
import type { Clock, Random } from "./ports.ts";

export interface Ids {
  /** A new UUIDv7; each sorts after the one before, also within a millisecond and when the clock goes back. */
  next(): Id;
}

const COUNTER_LIMIT = 0x1000;

/** UUIDv7 (RFC 9562, 6.2 method 1): 48 bits of time, a 12-bit counter that starts low at random, 62 random bits. */
export function createIds(clock: Clock, random: Random): Ids {
  let lastMs = 0;
  let counter = 0;
  const advance = (): void => {
    const now = clock.now();
    if (now > lastMs) {
      lastMs = now;
      counter = Math.floor(random.next() * (COUNTER_LIMIT / 2));
      return;
    }
    counter += 1;
    if (counter < COUNTER_LIMIT) return;
    lastMs += 1;
    counter = 0;
  };
  return {
    next() {
      advance();
      return format(lastMs, counter, random.bytes(8));
    },
  };
}

function format(ms: number, counter: number, tail: Uint8Array): Id {
  const time = ms.toString(16).padStart(12, "0");
  const rest = Array.from(tail, (byte, i) =>
    (i === 0 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, "0"),
  ).join("");
  const middle = `7${counter.toString(16).padStart(3, "0")}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}
