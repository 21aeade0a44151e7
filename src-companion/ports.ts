/** What the companion needs of the world. The composition root hands the real ones in, tests their own. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export interface Scheduler {
  /** Runs `task` once after `delayMs`; the returned function cancels it. A waiting task keeps the process alive. */
  after(delayMs: number, task: () => void): () => void;
}

export interface Random {
  bytes(count: number): Uint8Array;
  /** A UUIDv7: unique everywhere, growing with time, so that tables stay in order. */
  id(): string;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Structured log. `event` is a stable dotted name; values hold no address, name, token or client address. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export interface Surroundings {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly log: Log;
}
