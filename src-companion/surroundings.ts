import { randomBytes } from "node:crypto";
import type { Clock, Log, LogFields, Random, Scheduler, Surroundings } from "./ports.ts";

export const systemClock: Clock = { now: () => Date.now() };

export const systemScheduler: Scheduler = {
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** A UUIDv7 as RFC 9562 lays it out: 48 bits of Unix milliseconds, then chance. */
export function uuidv7(now: number, chance: Uint8Array): string {
  const bytes = new Uint8Array(16);
  bytes.set(chance.subarray(0, 10), 6);
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(now) << 16n) | BigInt(chance[10] ?? 0));
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const text = hex(bytes);
  return [8, 12, 16, 20, 32]
    .map((end, i, ends) => text.slice(i === 0 ? 0 : ends[i - 1], end))
    .join("-");
}

export function systemRandom(clock: Clock): Random {
  return { bytes: (count) => randomBytes(count), id: () => uuidv7(clock.now(), randomBytes(11)) };
}

/** One JSON object a line, as log collectors read them. */
export function lineLog(clock: Clock, write: (line: string) => void): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}): void => {
      const time = new Date(clock.now()).toISOString();
      write(`${JSON.stringify({ at: time, level, event, ...fields })}\n`);
    };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

export function systemSurroundings(): Surroundings {
  const clock = systemClock;
  const log = lineLog(clock, (line) => process.stdout.write(line));
  return { clock, scheduler: systemScheduler, random: systemRandom(clock), log };
}
