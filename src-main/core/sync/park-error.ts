/** A change that can't be sent until a person looks at it. */
export class ParkError extends Error {
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "ParkError";
    this.code = code;
  }
}

/** After this many lost races for one event the change is parked (sync-engine.md, Who wins). */
export const MAX_RACES = 4;

export function contended(): ParkError {
  return new ParkError(
    "CONTENDED",
    "The event keeps being changed in the calendar at the same moment.",
  );
}
