import type { Channel, EventName } from "../src-shared/bridge/channels.ts";
import type {
  BellhopBridge,
  BridgeInput,
  BridgeOutput,
  EventPayload,
} from "../src-shared/bridge/contract.ts";
import type { BridgeError, ErrorCode } from "../src-shared/errors.ts";
import { createHttpBridge } from "./bridge-http.ts";

/** What the desk answered instead of a value. `message` is for a log; the window shows the words of `code`. */
export class BridgeFailure extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  /** Messages by dotted path of the input. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(error: BridgeError) {
    super(error.message);
    this.name = "BridgeFailure";
    this.code = error.code;
    this.retryable = error.retryable;
    this.fields = error.fields ?? {};
  }
}

let bridge: BellhopBridge | undefined;

function theBridge(): BellhopBridge {
  bridge ??= window.bellhop ?? createHttpBridge(window);
  return bridge;
}

/**
 * Asks the desk.
 * @throws BridgeFailure with a stable code
 */
export async function call<C extends Channel>(
  channel: C,
  input: BridgeInput<C>,
): Promise<BridgeOutput<C>> {
  const reply = await theBridge().call[channel](input);
  if (reply.ok) return reply.value;
  throw new BridgeFailure(reply.error);
}

/** Listens to what the desk tells; returns the function that ends the listening. */
export function listen<E extends EventName>(
  event: E,
  listener: (payload: EventPayload<E>) => void,
): () => void {
  return theBridge().on[event](listener);
}

/** Any failure as one with a code, so that a screen has one thing to show. */
export function asFailure(error: unknown): BridgeFailure {
  if (error instanceof BridgeFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new BridgeFailure({ code: "INTERNAL", message, retryable: true });
}
