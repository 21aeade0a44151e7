import {
  closeSync,
  fchmodSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Clock, LogFields, Logger } from "../core/ports.ts";
import { redactFields, redactText } from "./redact.ts";

export interface LogOptions {
  /** The data folder; the log is `bellhop.log` in it, older ones `bellhop.1.log` and so on. */
  readonly folder: string;
  readonly clock: Clock;
  readonly maxBytes?: number;
  /** How many older files stay. */
  readonly keep?: number;
}

export interface FileLog extends Logger {
  /** The last lines, oldest first; none if they can't be read. */
  recent(): readonly string[];
  close(): void;
}

type Level = "info" | "warn" | "error";

const MAX_BYTES = 2_000_000;
const KEEP = 3;
const LONGEST_VALUE = 2_000;
/** Enough to see how a trouble began, few enough to be read. */
const RECENT_LINES = 200;

function fileName(age: number): string {
  return age === 0 ? "bellhop.log" : `bellhop.${age}.log`;
}

function openLog(path: string): number {
  const file = openSync(path, "a", 0o600);
  // The mode above counts for a new file only.
  fchmodSync(file, 0o600);
  return file;
}

function shiftFiles(folder: string, keep: number): void {
  for (let age = keep - 1; age >= 0; age -= 1) {
    try {
      renameSync(join(folder, fileName(age)), join(folder, fileName(age + 1)));
    } catch {
      // Fewer older files than may be kept is the normal case.
    }
  }
}

function cut(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "string" ? value.slice(0, LONGEST_VALUE) : value,
    ]),
  );
}

function toLine(clock: Clock, level: Level, event: string, fields: LogFields): string {
  const at = new Date(clock.now()).toISOString();
  return `${JSON.stringify({ at, level, event: redactText(event), ...redactFields(cut(fields)) })}\n`;
}

/**
 * A log of JSON lines in the data folder: readable by its owner only, without secrets and people, of bounded size.
 * Lines are on disk when a call returns. A full disk costs log lines, never a booking: writing never throws.
 */
export function createLog(options: LogOptions): FileLog {
  const { folder, clock, maxBytes = MAX_BYTES, keep = KEEP } = options;
  const path = join(folder, fileName(0));
  let file: number | null = openLog(path);
  let size = fstatSync(file).size;
  let closed = false;

  const rotate = (): void => {
    if (file !== null) closeSync(file);
    file = null;
    shiftFiles(folder, keep);
    file = openLog(path);
    size = fstatSync(file).size;
  };
  const write = (level: Level, event: string, fields: LogFields = {}): void => {
    if (closed) return;
    try {
      if (file === null || size >= maxBytes) rotate();
      if (file !== null) size += writeSync(file, toLine(clock, level, event, fields));
    } catch {
      // There is nobody left to tell.
    }
  };
  return {
    info: (event, fields) => write("info", event, fields),
    warn: (event, fields) => write("warn", event, fields),
    error: (event, fields) => write("error", event, fields),
    recent() {
      try {
        return readFileSync(path, "utf8").trimEnd().split("\n").slice(-RECENT_LINES);
      } catch {
        return [];
      }
    },
    close() {
      if (file !== null) closeSync(file);
      file = null;
      closed = true;
    },
  };
}
