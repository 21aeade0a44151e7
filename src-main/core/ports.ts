import type { Instant, Zone } from "../../src-shared/domain/primitives.ts";
import type { GivenNotice } from "../../src-shared/notice.ts";
import type { ClockChoice } from "../../src-shared/words/languages.ts";

/**
 * Everything the desk needs of the world, as interfaces. A host or a test hands in the implementations;
 * nothing in core reaches for a clock, a timer, a network state or a keychain by itself.
 */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export interface Scheduler {
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  bytes(count: number): Uint8Array;
}

/**
 * The operating system's keychain. Every method may reject with `AppError` `KEYCHAIN_UNAVAILABLE` or
 * `KEYCHAIN_LOCKED`.
 */
export interface SecretStore {
  readonly keptIn: "keychain" | "session";
  get(name: string): Promise<string | null>;
  set(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface Connectivity {
  /** False only when the system is sure that there is no network. */
  online(): boolean;
  onChange(listener: (online: boolean) => void): () => void;
}

export interface PowerEvents {
  onResume(listener: () => void): () => void;
}

export interface ExternalLinks {
  /** Opens an https address (or a configured stand-in) in the system browser; refuses every other. */
  open(url: string): Promise<void>;
}

/** The one booking that a notice is about. */
export interface NoticedBooking {
  readonly start: Instant;
  readonly service: string;
  /** Empty unless the desk may name its customers in notices. */
  readonly name: string;
  readonly zone: Zone;
  /** BCP 47, the business's own. */
  readonly locale: string;
  readonly clock: ClockChoice;
}

/** What is to be told; the host has the words. */
export interface Notice extends GivenNotice {
  /** Null if it is about several, or about none that is booked. */
  readonly booking: NoticedBooking | null;
}

export interface Notifier {
  notify(notice: Notice): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Structured log. `event` is a stable dotted name; values must hold no personal data, titles or tokens. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export interface Ports {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly secrets: SecretStore;
  readonly connectivity: Connectivity;
  readonly power: PowerEvents;
  readonly links: ExternalLinks;
  readonly notifier: Notifier;
  readonly log: Logger;
}
